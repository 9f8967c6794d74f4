"""From what one article states to the signatures of its entities."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from kg.identity.signature import BODY, Signature, spelt
from kg.link.gazetteer import candidates, country_of, known_actor
from kg.link.identity import BODIES, Identity, acting_for, identity_of, place_identity, short_name
from kg.link.names import is_abbreviation_of, is_short_name_of, is_spelling_of, skeleton, surname
from kg.model import ArticleGraph, Entity, EntityType

# Of these kinds one entity has one identity only; a second is a slip of the reader, unless it agrees with the first.
_EXCLUSIVE = frozenset({"country", "actor", "place", "locality", "person"})
_KNOWN = frozenset({"country", "actor"})


def signatures_of(graph: ArticleGraph, judged: Collection[str] = ()) -> dict[str, Signature]:
    """The signature of each entity of an article, by the entity's id.

    Args:
        graph: What the article states; nothing else has an influence.
        judged: The ids of the entities that persons judged for themselves: each has a signature of its own.
    """
    countries = _countries(graph)
    first = {entity.id: _signature(entity, countries) for entity in graph.entities}
    told = _with_leaders(first)
    apart = _told_apart(told.values())
    found = {}
    for one, signature in told.items():
        only, others = (one if one in judged else signature.only), apart.get(signature, ())
        alike = only == signature.only and others == signature.apart
        found[one] = signature if alike else replace(signature, only=only, apart=others)
    return found


def _countries(graph: ArticleGraph) -> Mapping[str, int]:
    """How often an article speaks of each country, by its names, people and towns of no other country."""
    counted: Counter[str] = Counter()
    for entity in graph.entities:
        for country in {_only_country(name, entity.type) for name in entity.names} - {None}:
            counted[str(country)] += max(len(entity.mentions), 1)
    return counted


def _only_country(name: str, entity_type: EntityType) -> str | None:
    country = country_of(name)
    if country is None and entity_type is EntityType.PLACE:
        countries = {place.country for place in candidates(name)}
        return countries.pop() if len(countries) == 1 else None
    return country


def _signature(entity: Entity, countries: Mapping[str, int]) -> Signature:
    identities = _identities(entity, countries)
    shorts = {short for name in entity.names if (short := _short_name(name, entity, identities))}
    if not identities and not shorts and entity.type is EntityType.STATE:
        # "The Libyan government" is the country only as long as nothing says which government.
        identities = _agreeing(acting_for(entity.label), {each for each in map(acting_for, entity.names) if each})
    if not identities and not shorts:
        return Signature(_family(entity.type), only=entity.id, words=entity.label)
    known = any(identity.kind in _KNOWN for identity in identities)
    family = BODY if known else _family(entity.type)
    type_told = "" if known or family != BODY else entity.type.value
    actor = _known_by_abbreviation(entity) if shorts and family == BODY else ""
    return Signature(family, tuple(sorted(identities)), tuple(sorted(shorts)), actor, type_told)


def _known_by_abbreviation(entity: Entity) -> str:
    """The well-known actor that one of its abbreviations is generally known to be."""
    actors = (known_actor(name) for name in entity.names if short_name(name, entity.type))
    return next((actor.label for actor in actors if actor), "")


def _family(entity_type: EntityType) -> str:
    return BODY if entity_type in BODIES else entity_type.value


def _identities(entity: Entity, countries: Mapping[str, int]) -> set[Identity]:
    found = {name: _identity(name, entity.type, countries) for name in entity.names}
    return _agreeing(found.get(entity.label), {each for each in found.values() if each})


def _identity(name: str, entity_type: EntityType, countries: Mapping[str, int]) -> Identity | None:
    if entity_type is EntityType.PLACE:
        return place_identity(name, countries)
    if entity_type is EntityType.STATE and acting_for(name):
        return None
    return identity_of(name, entity_type)


def _short_name(name: str, entity: Entity, identities: set[Identity]) -> str | None:
    """The short name, unless it is that of another: a slip of the reader that would join two of the best known."""
    short = short_name(name, entity.type)
    if short is None or not identities:
        return short
    if entity.type is EntityType.PERSON:
        surnames = {surname(each.value) for each in identities}
        return short if any(short == each or is_spelling_of(short, each) for each in surnames) else None
    actor = known_actor(name)
    own = actor is None or Identity("actor", actor.label) in identities
    return short if own or any(is_abbreviation_of(name, each) for each in entity.names) else None


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


def _with_leaders(signatures: Mapping[str, Signature]) -> dict[str, Signature]:
    """The signatures; a force named after a surname bears the full name of the one person of the article who has it."""
    full: defaultdict[str, set[str]] = defaultdict(set)
    for signature in signatures.values():
        for identity in signature.identities:
            if identity.kind == "person":
                full[surname(identity.value)].add(identity.value)
    return {one: _with_leader(signature, full) for one, signature in signatures.items()}


def _with_leader(signature: Signature, full: Mapping[str, set[str]]) -> Signature:
    forces = [identity for identity in signature.identities if identity.kind == "force"]
    if not any(len(full.get(each.value, ())) == 1 for each in forces):
        return signature
    told = {Identity("force", min(full[each.value])) if len(full.get(each.value, ())) == 1 else each for each in forces}
    return replace(signature, identities=tuple(sorted({*signature.identities} - {*forces} | told)))


def _told_apart(signatures: Iterable[Signature]) -> dict[Signature, tuple[str, ...]]:
    """Of each signature the names of others that sound as its own do."""
    by_sound: defaultdict[tuple[str, str], set[tuple[str, Signature]]] = defaultdict(set)
    for signature in set(signatures):
        for identity in signature.identities:
            if identity.kind != "force":
                by_sound[signature.family, skeleton(spelt(identity))].add((spelt(identity), signature))
    apart: defaultdict[Signature, set[str]] = defaultdict(set)
    for alike in by_sound.values():
        for own, one in alike:
            apart[one] |= {name for name, other in alike if other != one and name != own}
    return {signature: tuple(sorted(names)) for signature, names in apart.items() if names}
