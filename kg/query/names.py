"""Whom a name means: the entities that bear it, and where nobody does the names that are nearest."""

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process, utils

from kg.link.names import normal_form

Named = Sequence[tuple[str, str]]
"""What entities are called: an entity's IRI with each of its names."""

_NEAREST = 3


def bearers(named: Named, value: str) -> list[str]:
    """The entities that bear a name, whatever case or leading article; else the one whose IRI or id it is; sorted."""
    wanted = normal_form(value)
    by_name = {entity for entity, name in named if wanted and normal_form(name) == wanted}
    return sorted(by_name or {entity for entity, _ in named if value in (entity, entity.rpartition("/")[2])})


def nearest(names: Iterable[str], value: str) -> str:
    """The names that are nearest to one that nobody bears, as the remedy of an error."""
    near = process.extract(value, sorted({*names}), scorer=fuzz.WRatio, processor=utils.default_process, limit=_NEAREST)
    said = ", ".join(f'"{name}"' for name, *_ in near)
    return f"the nearest names are {said}" if said else "the graph names nobody"
