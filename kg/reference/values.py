"""What is known of an entity elsewhere, and what a graph tells of one of its own."""

from dataclasses import dataclass
from decimal import Decimal

from kg.model import EntityType

Point = tuple[Decimal, Decimal]
"""Degrees north and degrees east."""


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """An entity as a table has it.

    Args:
        iri: What it is known by, such as `http://www.wikidata.org/entity/Q1016`.
        label: Its best name.
        aliases: Its other names, sorted.
        type: What kind of thing it is; None where the table does not tell it in words that are understood.
        at: Where it is; None where the table does not tell it.
    """

    iri: str
    label: str
    aliases: tuple[str, ...] = ()
    type: EntityType | None = None
    at: Point | None = None


@dataclass(frozen=True, slots=True)
class Own:
    """An entity of the graph: its id, names, type, and where it is if that is known."""

    id: str
    names: tuple[str, ...]
    type: EntityType
    at: Point | None = None
