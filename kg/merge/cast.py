"""Who and what the entities of one article are, as far as it matters for what happened."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

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

LARGE_CITY = 500_000
"""With more people than this a city may be attacked several times in a day."""

_CACHED_NAMES = 1 << 16
_WIDE_KINDS = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION})


class Cast:
    """Who is who in one article: what its entities tell of an event."""

    def __init__(self, graph: ArticleGraph, canonical: Mapping[str, str]) -> None:
        self._entities = {entity.id: entity for entity in graph.entities}
        self._canonical = canonical
        self._around: dict[str, set[str]] = {}
        for attestation in graph.attestations:
            if attestation.relation is Relation.LOCATED_IN and attestation.subject:
                self._around.setdefault(attestation.subject.entity, set()).add(attestation.object.entity)

    def named(self, ids: Iterable[str | None], types: frozenset[EntityType]) -> frozenset[str]:
        """The canonical ids of those that are named and of these types."""
        return frozenset(self._canonical[each.id] for each in self._of(ids, types) if _is_named(each))

    def described(self, ids: Iterable[str | None], types: frozenset[EntityType]) -> frozenset[str]:
        """The canonical ids of those that are only described and of these types."""
        return frozenset(self._canonical[each.id] for each in self._of(ids, types) if not _is_named(each))

    def wide(self, ids: Iterable[str | None]) -> frozenset[str]:
        """The canonical ids of the places that are too wide to tell events by."""
        return frozenset(self._canonical[each.id] for each in self._of(ids, PLACES) if _is_wide(each.label))

    def large(self, ids: Iterable[str | None]) -> frozenset[str]:
        """The canonical ids of large cities."""
        return frozenset(self._canonical[each.id] for each in self._of(ids, PLACES) if _is_large(each.label))

    def sides(self, ids: Iterable[str | None]) -> frozenset[str]:
        """The countries and leaders for which those act."""
        found = (_side(name) for each in self._of(ids, ACTORS) for name in each.names)
        return frozenset(filter(None, found))

    def around(self, ids: Iterable[str | None]) -> list[str]:
        """The ids of the places in which the article says that these lie."""
        return sorted({wider for each in ids if each for wider in self._around.get(each, ())})

    def labels(self, ids: Iterable[str | None]) -> dict[str, str]:
        """What the article calls these, by canonical id."""
        return {self._canonical[each]: self._entities[each].label for each in ids if each}

    def _of(self, ids: Iterable[str | None], types: frozenset[EntityType]) -> list[Entity]:
        return [self._entities[each] for each in ids if each and self._entities[each].type in types]


def _is_named(entity: Entity) -> bool:
    """Whether one of its names names it: "Government of National Accord" is a name where "GNA" stands beside it."""
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
