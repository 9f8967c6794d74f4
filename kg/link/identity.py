"""Who or what a name names, as far as the name alone tells.

Two names of one `Identity` are one thing wherever they stand. Descriptions ("seven fighters", "a source") have none,
and neither have short names ("Bonaparte", "UN"): of whom they are short depends on who else is named.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from kg.link.gazetteer import (
    KnownPlace,
    PlaceKind,
    candidates,
    country_of,
    country_of_capital,
    is_demonym,
    known_actor,
)
from kg.link.names import initials, is_abbreviation, normal_form, surname, word_list
from kg.model import EntityType

_CACHED_NAMES = 1 << 16

_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_ARABIC_ARTICLE = re.compile(r"^(?:al|el|ul|ad|an|ar|as|ash|at|az)-(?=[A-Z])")
_OPERATION = re.compile(r"^(?:the )?Operation (?=[A-Z])")
_NUMBER = re.compile(r"\d[\d,.]*")
_SUBSTITUTED = re.compile(
    r"-(?:backed|led|aligned|allied|linked|affiliated|sponsored|trained|funded|supported|controlled|run|held)\b"
)

_COMMANDED = re.compile(
    r"(?P<word>[a-z]+) (?:that are |which are )?(?:still )?(?:"
    r"(?:loyal|allied|faithful|aligned) (?:to|with)|affiliated (?:to|with)|belonging to|of|"
    r"(?:commanded|led|headed) by|under (?:the )?(?:command|control|leadership) of) (?P<leader>.+)"
)
_POSSESSED = re.compile(r"(?P<leader>.+?)(?:['’]s|(?<=s)['’])? (?P<word>[a-z]+)")
_IN_FAVOUR = re.compile(r"(?:pro-(?P<before>.+?)|(?P<after>.+?)-(?:loyal|led)) (?P<word>[a-z]+)", re.IGNORECASE)


class Identity(NamedTuple):
    """Who or what is named.

    Args:
        kind: "country", "actor", "place" (of the gazetteer), "locality" (a place that the gazetteer lacks), "person",
            "body", "equipment" or "force" (named after its leader, whose name is the value).
        value: What tells it from others of its kind, to be read by a person.
    """

    kind: str
    value: str


@lru_cache(_CACHED_NAMES)
def identity_of(name: str, entity_type: EntityType) -> Identity | None:
    """Who or what a name names; None for a description and for a name that is short for another.

    A place is the most likely of its name: `place_identity` chooses among several.
    """
    match entity_type:
        case EntityType.GROUP | EntityType.SOURCE:
            return None
        case EntityType.PERSON:
            return _person(name)
        case EntityType.PLACE:
            return place_identity(name, {})
        case EntityType.EQUIPMENT:
            return _equipment(name)
        case _:
            return _body(name, entity_type)


@lru_cache(_CACHED_NAMES)
def short_name(name: str, entity_type: EntityType) -> str | None:
    """The normal form of a name that is short for another: a surname alone, or an abbreviation of a body."""
    if entity_type is EntityType.PERSON:
        form = normal_form(name, entity_type)
        return form if _is_surname(form) and not is_description(name, entity_type) else None
    if entity_type in BODIES and is_abbreviation(name) and not _is_written_large(name) and not country_of(name):
        return normal_form(name)
    return None


BODIES = frozenset({EntityType.STATE, EntityType.ARMED_GROUP, EntityType.ORGANIZATION, EntityType.OPERATION})
"""The types of what acts as one body: news takes one for another, so the same name means the same body."""


@lru_cache(_CACHED_NAMES)
def acting_for(name: str) -> Identity | None:
    """The country for which its capital or government stands: "Moscow", "the Kremlin", "the Russian government"."""
    country = country_of_capital(name)
    words = name.split()
    if country is None and len(words) > 1 and words[-1] in word_list("government_words"):
        country = country_of(" ".join(words[:-1]))
    return Identity("country", country) if country else None


def place_identity(name: str, countries: Mapping[str, int]) -> Identity | None:
    """The place that a name names, of several the one in the country that the article speaks of most.

    Args:
        name: The name as written, with or without words such as "city of".
        countries: How often the article names each country, by canonical name.
    """
    bare = _without_place_words(name)
    known = candidates(bare)
    if known:
        place = max(known, key=lambda each: countries.get(each.country or "", 0))
        if place.kind is PlaceKind.COUNTRY:
            return Identity("country", place.name)
        return Identity("place", _described(place))
    return None if is_description(bare, EntityType.PLACE) else Identity("locality", normal_form(bare))


def _described(place: KnownPlace) -> str:
    country = f", {place.country}" if place.country not in (None, place.name) else ""
    return f"{place.name}{country}" + (f" (GeoNames {place.geonames_id})" if place.geonames_id else "")


def _without_place_words(name: str) -> str:
    """The name without "the coastal city of"."""
    words = name.split()
    while len(words) > 1 and (words[0] == "the" or words[0] in word_list("place_words")):
        del words[0]
    return " ".join(words)


def is_description(name: str, entity_type: EntityType) -> bool:
    """Whether words describe without naming: "seven fighters", "the army", "Local residents"."""
    words = _ARTICLE.sub("", name).split()
    if not words or not any(map(_is_telling, words)):
        return True
    lowered = [word for word in words if word[0].islower() and not _ARABIC_ARTICLE.match(word)]
    if entity_type is EntityType.PERSON:
        return set(normal_form(name, entity_type).split()) <= word_list("titles") | word_list("generic") or any(
            word not in word_list("particles") and word not in word_list("titles") for word in lowered
        )
    first = words[0]
    if lowered and (first.casefold() in word_list("indefinites") or _NUMBER.fullmatch(first)):
        return True
    if entity_type is EntityType.PLACE:
        return first in lowered and (first not in word_list("directions") or words[1:2] == lowered[1:2])
    plain = [word for word in lowered if word.islower()]
    return first in lowered or any(word not in word_list("generic") for word in plain)


def _is_telling(word: str) -> bool:
    """Whether a word can be part of a name: it has a capital, and is no generic noun at the beginning of a sentence."""
    form = normal_form(word)
    return any(map(str.isupper, word)) and form not in word_list("generic") and form not in word_list("indefinites")


def _person(name: str) -> Identity | None:
    form = normal_form(name, EntityType.PERSON)
    if not form or _is_surname(form) or is_description(name, EntityType.PERSON):
        return None
    return Identity("person", form)


def _is_surname(form: str) -> bool:
    words = form.split()
    return len(words) == 1 or (len(words) > 1 and words[0] in word_list("surname_particles"))


def _equipment(name: str) -> Identity | None:
    """A proper name such as that of a ship; a model ("F-16") names many things."""
    words = _ARTICLE.sub("", name).split()
    proper = all(word[0].isupper() and word.isalpha() for word in words) and any(map(_is_telling, words))
    return Identity("equipment", normal_form(name)) if proper else None


def _body(name: str, entity_type: EntityType) -> Identity | None:
    country = country_of(name)
    if country:
        stands_for_it = entity_type is EntityType.STATE or not is_demonym(name)
        return Identity("country" if stands_for_it else "force", country)
    if is_abbreviation(name) and not _is_written_large(name):
        return None
    actor = known_actor(name)
    if actor:
        return Identity("actor", actor.label)
    leader = leader_of(name)
    if leader:
        return Identity("force", leader)
    form = normal_form(_OPERATION.sub("", name))
    return None if not form or is_description(name, entity_type) else Identity("body", form)


def _is_written_large(name: str) -> bool:
    """Whether what looks like an abbreviation is the whole name of a known actor in capitals: "HAMAS"."""
    actor = known_actor(name)
    names = actor.names if actor else ()
    return any(normal_form(each) == normal_form(name) and not is_abbreviation(each) for each in names)


@lru_cache(_CACHED_NAMES)
def leader_of(name: str) -> str | None:
    """After whom a force is named, in a form in which leaders can be compared; None where it has a name of its own.

    "Bonaparte's forces", "forces loyal to General Bonaparte" -> "bonaparte"; "UN troops" -> "United Nations".
    """
    bare = _ARTICLE.sub("", " ".join(name.split()))
    if commanded := _COMMANDED.fullmatch(bare):
        return _leader(commanded["leader"], commanded["word"], own=True)
    if favoured := _IN_FAVOUR.fullmatch(bare):
        return _leader(favoured["before"] or favoured["after"], favoured["word"], own=False)
    if possessed := _POSSESSED.fullmatch(bare):
        return _leader(possessed["leader"], possessed["word"], own=True)
    return None


def _leader(leader: str, word: str, own: bool) -> str | None:
    """The leader, if the word is one for a force; `own` tells the force of a state from one in its favour."""
    words = _ARTICLE.sub("", leader).split()
    proper = words and all(words[place][0].isupper() or _ARABIC_ARTICLE.match(words[place]) for place in (0, -1))
    part_of_it = proper and words[0].casefold() in word_list("indefinites")
    if word not in word_list("force_words") or not proper or part_of_it or _SUBSTITUTED.search(leader):
        return None
    leader = " ".join(words)
    if country := country_of(leader):
        return country if own and word in word_list("state_force_words") else None
    actor = known_actor(leader)
    return actor.label if actor else normal_form(leader, EntityType.PERSON)


@lru_cache(_CACHED_NAMES)
def short_names_of(identity: Identity) -> frozenset[str]:
    """What the bearer of an identity may be called for short: by surname, by known abbreviations or by initials."""
    if identity.kind == "person":
        return frozenset({surname(identity.value)})
    if identity.kind not in {"actor", "body"}:
        return frozenset()
    actor = known_actor(identity.value) if identity.kind == "actor" else None
    known = {normal_form(name) for name in (actor.names if actor else ()) if is_abbreviation(name)}
    return frozenset(known | {letters for letters in initials(identity.value) if len(letters) > 2})
