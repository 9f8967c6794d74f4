"""Who and what the entities of one article are, as far as it matters for what happened."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.link.descriptions import is_description
from kg.link.forces import leader_of
from kg.link.gazetteer import country_of, find_place, known_actor
from kg.link.known import PlaceKind
from kg.link.names import normal_form, word_list
from kg.model import ArticleGraph, Entity, EntityType, Relation
from kg.resources import load_yaml

ACTORS = frozenset({EntityType.PERSON, EntityType.STATE, EntityType.ARMED_GROUP, EntityType.ORGANIZATION})
PERSONS = frozenset({EntityType.PERSON})
PLACES = frozenset({EntityType.PLACE})

NOBODY: frozenset[str] = frozenset()
"""The one empty set: Python makes each anew, of 216 bytes, and most sets of a report are empty."""

LARGE_CITY = 500_000
"""With more people than this a city may be attacked several times in a day."""

_CACHED_NAMES = 1 << 16
_WIDE_KINDS = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION})


class Player(NamedTuple):
    """An entity of an article, as far as it matters for what happened.

    Args:
        id: Of its canonical entity.
        label: What the article calls it.
        type: What kind of thing it is.
        is_named: Whether it is more than described.
        is_wide: Whether it is a place too wide to tell events by.
        is_large: Whether it is a large city.
        sides: The countries and leaders for which it acts.
    """

    id: str
    label: str
    type: EntityType
    is_named: bool
    is_wide: bool
    is_large: bool
    sides: tuple[str, ...]


class Cast:
    """Who is who in one article: what its entities tell of an event."""

    def __init__(self, graph: ArticleGraph, canonical: Mapping[str, str]) -> None:
        self._entities = {entity.id: entity for entity in graph.entities}
        self._canonical = canonical
        self._players: dict[str, Player] = {}
        self._around: dict[str, set[str]] = {}
        for attestation in graph.attestations:
            if attestation.relation is Relation.LOCATED_IN and attestation.subject:
                self._around.setdefault(attestation.subject.entity, set()).add(attestation.object.entity)

    def of(self, ids: Iterable[str | None]) -> list[Player]:
        """Those with these ids."""
        return [self._player(each) for each in ids if each]

    def around(self, ids: Iterable[str | None]) -> list[Player]:
        """The places in which the article says that these lie."""
        return self.of(sorted({wider for each in ids if each for wider in self._around.get(each, ())}))

    def _player(self, identifier: str) -> Player:
        if identifier not in self._players:
            self._players[identifier] = _player(self._entities[identifier], self._canonical[identifier])
        return self._players[identifier]


def named(players: Sequence[Player], types: frozenset[EntityType]) -> frozenset[str]:
    """Those that are named and of these types."""
    found = [each.id for each in players if each.is_named and each.type in types]
    return frozenset(found) if found else NOBODY


def described(players: Sequence[Player], types: frozenset[EntityType]) -> frozenset[str]:
    """Those that are only described and of these types."""
    found = [each.id for each in players if not each.is_named and each.type in types]
    return frozenset(found) if found else NOBODY


def _player(entity: Entity, canonical: str) -> Player:
    is_place, acts = entity.type in PLACES, entity.type in ACTORS
    return Player(
        canonical,
        entity.label,
        entity.type,
        _is_named(entity),
        is_place and _is_wide(entity.label),
        is_place and _is_large(entity.label),
        tuple(filter(None, map(_side, entity.names))) if acts else (),
    )


def _is_named(entity: Entity) -> bool:
    """Whether one of its names names it: "Council of National Security" is a name where "CNS" stands beside it."""
    return any(_names(name, entity.type) for name in entity.names)


@lru_cache(_CACHED_NAMES)
def _names(words: str, entity_type: EntityType) -> bool:
    return not is_description(words, entity_type)


@lru_cache(_CACHED_NAMES)
def _is_wide(label: str) -> bool:
    words = normal_form(label).split() or [""]  # none in a label of signs
    if country_of(label) or label.casefold() in _listed("wide_places") or words[-1] in _listed("wide_words"):
        return True
    known = find_place(label)
    return words[0] in word_list("directions") or (known is not None and known.kind in _WIDE_KINDS)


@lru_cache(_CACHED_NAMES)
def _is_large(label: str) -> bool:
    known = find_place(label)
    return known is not None and known.population > LARGE_CITY


def _listed(name: str) -> frozenset[str]:
    return frozenset(load_yaml("events.yaml")[name])


@lru_cache(_CACHED_NAMES)
def _side(name: str) -> str | None:
    """The country whose force it is, or the leader; a group that only has its home in a country is not of its side."""
    actor = known_actor(name)
    is_force = actor and set(normal_form(actor.label).split()) & _listed("state_forces")
    of_country = actor.country if actor and is_force and country_of(actor.label.split()[0]) == actor.country else None
    return country_of(name) or leader_of(name) or of_country
