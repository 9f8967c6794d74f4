"""What some words of an article name."""

from dataclasses import dataclass

from kg.model import EntityType


@dataclass(frozen=True, slots=True)
class Naming:
    """Words from one token to another, `end` exclusive, and the name and type of what they name."""

    start: int
    end: int
    name: str
    type: EntityType
