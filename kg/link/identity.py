"""Who or what a name names, as far as the name alone tells.

Two names of one `Identity` are one thing wherever they stand. Descriptions ("seven fighters", "a source") have none,
and neither have short names ("Bonaparte", "UN"): of whom they are short depends on who else is named.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from kg.link.descriptions import ARTICLE, NUMBER, is_description, is_telling
from kg.link.forces import country_of_forces, known_body, leader_of
from kg.link.gazetteer import (
    armed_forces_of,
    country_of,
    country_of_capital,
    is_demonym,
    known_actor,
    people_of,
)
from kg.link.identity_value import Identity
from kg.link.names import american_spelling, initials, is_abbreviation, normal_form, surname, word_list
from kg.link.places import place_identity
from kg.model import EntityType

_CACHED_NAMES = 1 << 16

_OPERATION = re.compile(r"^(?:the )?Operation (?=[A-Z])")


@lru_cache(_CACHED_NAMES)
def identity_of(name: str, entity_type: EntityType) -> Identity | None:
    """Who or what a name names; None for a description and for a name that is short for another.

    A place is the most likely of its name: `place_identity` chooses among several.
    """
    match entity_type:
        case EntityType.SOURCE:
            return None
        case EntityType.GROUP:
            return _group(name)
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

NAMED_CLOSER: Mapping[EntityType, frozenset[EntityType]] = {
    EntityType.STATE: frozenset(EntityType) - {EntityType.STATE, EntityType.PLACE},
    EntityType.PERSON: frozenset({EntityType.ORGANIZATION}),
    EntityType.ARMED_GROUP: frozenset({EntityType.GROUP}),
}
"""Who of two that the same words name is spoken of: the organ of a state, an office, the people of fighters."""


@lru_cache(_CACHED_NAMES)
def acting_for(name: str) -> Identity | None:
    """The country for which its capital or government stands: "Moscow", "the Kremlin", "the Russian government"."""
    country = country_of_capital(name)
    words = name.split()
    if country is None and len(words) > 1 and words[-1] in word_list("government_words") and not known_actor(name):
        kinds = 1 if words[-2] in word_list("government_kinds") else 0
        country = country_of(" ".join(words[: -1 - kinds]))
    return Identity("country", country) if country else None


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
    words = ARTICLE.sub("", name).split()
    if words and words[0] in word_list("ship_prefixes"):
        # "USS Jane B. Doe aircraft carrier" is the USS Jane Doe.
        words = [word for word in words if word[0].isupper() and not word.endswith(".")]
    proper = all(word[0].isupper() and word.isalpha() for word in words) and any(map(is_telling, words))
    return Identity("equipment", normal_form(" ".join(words))) if proper else None


def _group(name: str) -> Identity | None:
    """The people that a group is named after, however many they are: "26 Palestinians", "the Druze"."""
    words = ARTICLE.sub("", name).split()
    if actor := _actor(" ".join(words), EntityType.ARMED_GROUP):
        return actor
    while words and _is_amount(words[0]):
        del words[0]
    if actor := _actor(" ".join(words), EntityType.GROUP):
        return actor
    if words and words[-1] in word_list("words_for_a_people"):
        del words[-1]
    people = people_of(" ".join(words)) if words else None
    return Identity("people", people) if people else None


def people_named(name: str) -> str | None:
    """The people whom a name names and no more, however many of them: "three Israelis" -> "Israel"."""
    found = _group(name)
    return found.value if found and found.kind == "people" else None


def _is_amount(word: str) -> bool:
    """Whether a word tells how many: "26", "dozens", "Thirty-six"."""
    amounts = word_list("indefinites") | word_list("amounts")
    return NUMBER.fullmatch(word) is not None or amounts.issuperset(word.casefold().split("-"))


def _actor(name: str, entity_type: EntityType) -> Identity | None:
    """The well-known actor of a type that a name names."""
    actor = known_actor(name)
    return Identity("actor", actor.label) if actor and actor.type is entity_type else None


def _forces_of(country: str) -> Identity:
    actor = armed_forces_of(country)
    return Identity("actor", actor.label) if actor else Identity("force", country)


def _body(name: str, entity_type: EntityType) -> Identity | None:
    country = country_of(name)
    if country:
        stands_for_it = entity_type is EntityType.STATE or not is_demonym(name)
        return Identity("country", country) if stands_for_it else _forces_of(country)
    if is_abbreviation(name) and not _is_written_large(name):
        return None
    actor = known_actor(name)
    if actor:
        return Identity("actor", actor.label)
    if country := country_of_forces(name):
        return _forces_of(country)
    if actor := known_body(name):
        return Identity("actor", actor.label)
    leader = leader_of(name)
    if leader:
        return Identity("force", leader)
    form = american_spelling(normal_form(_OPERATION.sub("", name)))
    return None if not form or is_description(name, entity_type) else Identity("body", form)


def _is_written_large(name: str) -> bool:
    """Whether what looks like an abbreviation is the whole name of a known actor in capitals: "HAMAS"."""
    actor = known_actor(name)
    names = actor.names if actor else ()
    return any(normal_form(each) == normal_form(name) and not is_abbreviation(each) for each in names)


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
