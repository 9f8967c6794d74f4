"""From what one article states to the signatures of its entities."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import NamedTuple

from kg.identity.place_lists import with_kind
from kg.identity.signature import BODY, PLACES, Signature, spelt
from kg.link.branches import branch_in, has_branches
from kg.link.gazetteer import (
    candidates,
    country_of,
    is_demonym,
    known_actor,
    stateless_peoples,
)
from kg.link.identity import BODIES, acting_for, identity_of, people_named, short_name
from kg.link.identity_value import Identity
from kg.link.known import PlaceKind
from kg.link.names import is_abbreviation_of, is_short_name_of, is_spelling_of, skeleton, surname
from kg.link.places import is_called, may_be_several, place_identity
from kg.model import ArticleGraph, Entity, EntityType

# Of these kinds one entity has one identity only; a second is a slip of the reader, unless it agrees with the first.
_EXCLUSIVE = frozenset({"country", "actor", "place", "locality", "person"})
# What news takes a region for.
_OF_REGIONS = frozenset({EntityType.STATE, EntityType.ORGANIZATION})
_KNOWN = frozenset({"country", "actor"})

_CACHED_NAMES = 1 << 16


def signatures_of(graph: ArticleGraph, judged: Collection[str] = ()) -> dict[str, Signature]:
    """The signature of each entity of an article, by the entity's id.

    Args:
        graph: What the article states; nothing else has an influence.
        judged: The ids of the entities that persons judged for themselves: each has a signature of its own.
    """
    published = graph.article.published
    setting = _Setting(published.year // 10 * 10 if published else 0, _countries(graph))
    entities = (with_kind(entity, graph.article.text) for entity in graph.entities)
    first = {entity.id: _signature(entity, setting) for entity in entities}
    told = _with_leaders(first)
    apart = _told_apart(told.values())
    found = {}
    for one, signature in told.items():
        only, others = (one if one in judged else signature.only), apart.get(signature.id, ())
        alike = only == signature.only and others == signature.apart
        found[one] = signature if alike else replace(signature, only=only, apart=others)
    return found


def _countries(graph: ArticleGraph) -> Mapping[str, int]:
    """How often an article speaks of each country, by its names, people and towns of no other country."""
    counted: Counter[str] = Counter()
    for entity in graph.entities:
        for country in {country for name in entity.names for country in _countries_in(name, entity.type)}:
            counted[country] += max(len(entity.mentions), 1)
    return counted


@lru_cache(_CACHED_NAMES)
def _countries_in(name: str, entity_type: EntityType) -> frozenset[str]:
    """The countries that a name or one of its words names; else that of the region or the only town it can be.

    Else the home of a well-known actor. A town that has the name beside its own says nothing: "White House" is also
    another name of Casablanca.
    """
    found = {country_of(part) for part in (name, *name.split())}
    if found == {None}:
        found = _countries_of_place(name) if entity_type is EntityType.PLACE else {_home_of_actor(name)}
    return frozenset(map(str, found - {None}))


def _home_of_actor(name: str) -> str | None:
    """The country of a well-known actor, where the name alone tells which of its branches is meant."""
    actor = known_actor(name)
    return actor.country if actor and not has_branches(actor.label) else None


def _countries_of_place(name: str) -> set[str | None]:
    places = candidates(name)
    if places and places[0].kind is PlaceKind.REGION:
        regions = {place.country for place in places if place.kind is PlaceKind.REGION}
        return regions if len(regions) == 1 else set()
    known = {place.country for place in places}
    return known if len(known) == 1 and any(is_called(place, name) for place in places) else set()


class _Called(NamedTuple):
    """What an article calls an entity."""

    label: str
    type: EntityType
    names: tuple[str, ...]


@dataclass(frozen=True)
class _Setting:
    """What the whole of an article tells of those that it names: the decade, and how often it names each country."""

    decade: int
    countries: Mapping[str, int]

    @cached_property
    def home(self) -> str:
        """The country of which it speaks most."""
        return min(self.countries, key=lambda each: (-self.countries[each], each), default="")


def _signature(entity: Entity, setting: _Setting) -> Signature:
    called = _Called(entity.label, entity.type, entity.names)
    found = _signature_of_name(called, setting)
    people = None if found and _is_full_name_of_person(found) else _only_people(entity)
    if people:
        return Signature(EntityType.GROUP.value, (Identity("people", people),))
    return found or Signature(_family(entity.type), only=entity.id, words=entity.label)


def _signature_of_name(called: _Called, setting: _Setting) -> Signature | None:
    """The signature of what is named; None for what is only described."""
    if any(_may_be_several(name, called.type) for name in called.names):
        return _by_names(called, setting.decade, setting.home, setting.countries)
    return _by_names_alone(called, setting.decade, setting.home if called.type is EntityType.PLACE else "")


@lru_cache(_CACHED_NAMES)
def _may_be_several(name: str, entity_type: EntityType) -> bool:
    """Whether the countries of which an article speaks tell which place, or which branch of an actor, is meant."""
    if entity_type is EntityType.PLACE:
        return may_be_several(name)
    actor, identity = known_actor(name), identity_of(name, entity_type)
    labels = (actor.label if actor else "", identity.value if identity else "")
    return _is_region(name, entity_type) or any(map(has_branches, labels))


def _is_region(name: str, entity_type: EntityType) -> bool:
    return entity_type in _OF_REGIONS and any(place.kind is PlaceKind.REGION for place in candidates(name)[:1])


# News calls the same few in the same words again and again.
@lru_cache(_CACHED_NAMES)
def _by_names_alone(called: _Called, decade: int, home: str) -> Signature | None:
    return _by_names(called, decade, home, {})


def _by_names(called: _Called, decade: int, home: str, countries: Mapping[str, int]) -> Signature | None:
    identities = _identities(called, countries)
    shorts = {short for name in called.names if (short := _short_name(name, called, identities))}
    if not identities and not shorts and called.type is EntityType.STATE:
        # "The Libyan government" is the country only as long as nothing says which government.
        identities = _agreeing(acting_for(called.label), {each for each in map(acting_for, called.names) if each})
    if not identities and not shorts:
        return None
    told = tuple(sorted(identities)), tuple(sorted(shorts))
    kinds = {identity.kind for identity in identities}
    if called.type is EntityType.PERSON and "person" in kinds:
        return Signature(EntityType.PERSON.value, *told, home=_home_of_person(called), decade=decade)
    family = BODY if kinds & _KNOWN else _family(called.type)
    actor = _known_by_abbreviation(called, countries) if shorts and family == BODY else ""
    if kinds & PLACES:
        return Signature(EntityType.PLACE.value, *told, actor, home=home if "locality" in kinds else "")
    return Signature(family, *told, actor, "" if kinds & _KNOWN or family != BODY else called.type.value)


def _is_full_name_of_person(signature: Signature) -> bool:
    return signature.family == EntityType.PERSON.value and any(each.kind == "person" for each in signature.identities)


def _only_people(entity: Entity) -> str | None:
    """The people whom an entity's names name, where no state is meant: "Kurdish", "Palestinian", "three Israelis"."""
    if not any(map(people_named, entity.names)):
        return None
    # A reader adds the name of the country to an entity of which the text has the demonym alone.
    written = [name for name in entity.names if any(name in span.text for span in entity.mentions)] or entity.names
    people = {people_named(name) for name in written}
    only = people.pop() if len(people) == 1 else None
    if None in people or (entity.type not in BODIES and (only is None or country_of(only))):
        return None
    return only if only and (only in stateless_peoples() or country_of(entity.label) is None) else None


def _home_of_person(called: _Called) -> str:
    """The one country that stands in a person's names: "Chadian commander Idris Saleh"."""
    words = (word for name in called.names for word in name.split()[:-1])
    found = {country_of(word) for word in words if is_demonym(word)} - {None}
    return str(found.pop()) if len(found) == 1 else ""


def _known_by_abbreviation(called: _Called, countries: Mapping[str, int]) -> str:
    """The well-known actor that one of its abbreviations is generally known to be."""
    actors = (known_actor(name) for name in called.names if short_name(name, called.type))
    return next((branch_in(actor.label, countries) for actor in actors if actor), "")


def _family(entity_type: EntityType) -> str:
    return BODY if entity_type in BODIES else entity_type.value


def _identities(called: _Called, countries: Mapping[str, int]) -> set[Identity]:
    found = {name: _identity(name, called.type, countries) for name in called.names}
    return _agreeing(found.get(called.label), _without_short({each for each in found.values() if each}))


def _without_short(identities: set[Identity]) -> set[Identity]:
    """The identities without a body's last word, which others end in too: "Patriots" of "Alliance of Patriots"."""
    bodies = [each.value for each in identities if each.kind == "body"]
    short = {value for value in bodies if " " not in value and any(each.endswith(f" {value}") for each in bodies)}
    return {each for each in identities if each.kind != "body" or each.value not in short}


def _identity(name: str, entity_type: EntityType, countries: Mapping[str, int]) -> Identity | None:
    if entity_type is EntityType.PLACE:
        return place_identity(name, countries)
    if entity_type is EntityType.STATE and acting_for(name):
        return None
    if _is_region(name, entity_type):
        return place_identity(name, countries)
    identity = identity_of(name, entity_type)
    if identity and identity.kind == "actor":
        return Identity("actor", branch_in(identity.value, countries))
    return identity


def _short_name(name: str, called: _Called, identities: set[Identity]) -> str | None:
    """The short name, unless it is that of another: a slip of the reader that would join two of the best known."""
    short = short_name(name, called.type)
    if short is None or not identities:
        return short
    if called.type is EntityType.PERSON:
        surnames = {surname(each.value) for each in identities}
        return short if any(short == each or is_spelling_of(short, each) for each in surnames) else None
    actor = known_actor(name)
    own = actor is None or Identity("actor", actor.label) in identities
    return short if own or any(is_abbreviation_of(name, each) for each in called.names) else None


def _agreeing(label: Identity | None, identities: set[Identity]) -> set[Identity]:
    """The identities without those that contradict the label's; without all that contradict, if it has none."""
    exclusive = {each for each in identities if each.kind in _EXCLUSIVE}
    anchor = label if label in exclusive else min(exclusive, default=None)
    agreeing = {each for each in exclusive if anchor and _agree(anchor, each)}
    if anchor is not label and agreeing != exclusive:
        agreeing = set()
    return (identities - exclusive) | agreeing


def _agree(left: Identity, right: Identity) -> bool:
    if left == right or left.kind != right.kind or left.kind not in {"person", "locality"}:
        return left == right
    lefts, rights = left.value.split(), right.value.split()
    same_ends = lefts[0] == rights[0] and lefts[-1] == rights[-1]
    shortened = is_short_name_of(left.value, right.value) or is_short_name_of(right.value, left.value)
    return (left.kind == "person" and (same_ends or shortened)) or is_spelling_of(left.value, right.value)


def _with_leaders(signatures: Mapping[str, Signature]) -> Mapping[str, Signature]:
    """The signatures; a force named after a surname bears the full name of the one person of the article who has it."""
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for signature in signatures.values():
        for kind, value in signature.identities:
            kinds[kind].add(value)
    if "force" not in kinds or "person" not in kinds:
        return signatures
    full: defaultdict[str, set[str]] = defaultdict(set)
    for value in kinds["person"]:
        full[surname(value)].add(value)
    return {one: _with_leader(signature, full) for one, signature in signatures.items()}


def _with_leader(signature: Signature, full: Mapping[str, set[str]]) -> Signature:
    forces = [identity for identity in signature.identities if identity.kind == "force"]
    if not any(len(full.get(each.value, ())) == 1 for each in forces):
        return signature
    told = {Identity("force", min(full[each.value])) if len(full.get(each.value, ())) == 1 else each for each in forces}
    return replace(signature, identities=tuple(sorted({*signature.identities} - {*forces} | told)))


def _told_apart(signatures: Iterable[Signature]) -> dict[str, tuple[str, ...]]:
    """Of each signature, by its id, the names of others that sound as its own do."""
    by_sound: defaultdict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for signature in {each.id: each for each in signatures}.values():
        for identity in signature.identities:
            if identity.kind != "force":
                name = spelt(identity)
                by_sound[signature.family, skeleton(name)].add((name, signature.id))
    apart: defaultdict[str, set[str]] = defaultdict(set)
    for alike in by_sound.values():
        for own, one in alike if len(alike) > 1 else ():
            apart[one] |= {name for name, other in alike if other != one and name != own}
    return {one: tuple(sorted(names)) for one, names in apart.items() if names}
