"""Lists of places that share the noun for what they are: "Kharkiv, Odesa and Sumy oblasts", "the states of X and Y"."""

import re
from dataclasses import replace
from functools import cache

from kg.link.gazetteer import country_of
from kg.link.places import area_words
from kg.model import Entity, EntityType, Span

_NAME = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*"
_AND = r"(?:,? and |, )"
_NEXT = re.compile(f"{_AND}{_NAME}")
_BETWEEN = re.compile(_AND)
_REACH = 200  # letters to the noun


def with_kind(entity: Entity, text: str) -> Entity:
    """An entity of an article with this text: a "Kharkiv Oblast" where it is always called "Kharkiv" in such lists."""
    if entity.type is not EntityType.PLACE or any(span.text != entity.label for span in entity.mentions):
        return entity
    kinds = {_shared(span, text) for span in entity.mentions}
    kind = kinds.pop() if len(kinds) == 1 else None
    if kind is None:
        return entity
    name = f"{entity.label} {kind.title()}"
    return replace(entity, label=name, names=(name,))


def _shared(span: Span, text: str) -> str | None:
    """The noun that a place shares with the others of a list, in the singular."""
    return _after(span, text) or _before(span, text)


def _after(span: Span, text: str) -> str | None:
    found = _list_and_noun().match(text, span.end, span.end + _REACH)
    if found is None:
        return None
    *others, last = _BETWEEN.split(found["others"])
    is_country = any(map(country_of, others)) or country_of(f"{last} {found['noun']}")
    return None if is_country else _plurals()[found["noun"].lower()]


def _before(span: Span, text: str) -> str | None:
    found = _noun_and_list().search(text, max(0, span.start - _REACH), span.start)
    if found is None or not (found["others"] or _NEXT.match(text, span.end)):
        return None
    return _plurals()[found["noun"].lower()]


@cache
def _list_and_noun() -> re.Pattern[str]:
    return re.compile(rf"(?P<others>(?:{_AND}{_NAME})+) (?P<noun>(?i:{'|'.join(_plurals())}))\b")


@cache
def _noun_and_list() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<noun>{'|'.join(_plurals())}) of (?P<others>(?:{_NAME}{_AND})*)$")


@cache
def _plurals() -> dict[str, str]:
    return {f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}s": kind for kind in sorted(area_words())}
