"""What the gazetteer knows: places and actors, as values."""

from dataclasses import dataclass
from enum import StrEnum

from kg.model import EntityType


class PlaceKind(StrEnum):
    """What kind of place the gazetteer knows."""

    SETTLEMENT = "settlement"
    COUNTRY = "country"
    REGION = "region"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place of the gazetteer.

    Args:
        country: Canonical name of the country it lies in, or None when it lies in several or in none.
        population: People who live there, or 0 when unknown.
        latitude: Degrees north, or None when unknown.
        longitude: Degrees east, or None when unknown.
        names: What it is called in news, where that is not the name alone.
    """

    name: str
    country: str | None
    kind: PlaceKind
    population: int = 0
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownActor:
    """A well-known body: its best name, type, every name (the label first) and home country."""

    label: str
    type: EntityType
    names: tuple[str, ...]
    country: str | None = None
