"""Canonical entities: what the signatures that are one amount to."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from kg.identity.signature import BODY, PLACES, Signature, without_number
from kg.link.descriptions import ARTICLE, is_telling
from kg.link.gazetteer import is_demonym, known_actor, people_of
from kg.link.identity import BODIES, acting_for, identity_of, short_name
from kg.link.names import normal_form
from kg.link.places import area_words, known_place
from kg.model import CanonicalEntity, Entity, EntityType, Location

_TYPES = tuple(EntityType)


@dataclass(slots=True)
class Tally:
    """How many entities of a signature are of which type and bear which name."""

    types: Counter[EntityType] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)

    def count(self, entity: Entity) -> None:
        """Count one more entity."""
        self.types[entity.type] += 1
        for name in entity.names:
            self.names[name] += 1


def canonical_entity(
    signatures: Iterable[Signature], tallies: Mapping[Signature, Tally], members: Iterable[str] = ()
) -> CanonicalEntity:
    """What several signatures are as one; its id is that of the best known of them."""
    anchor, *others = sorted(signatures, key=lambda one: one.rank)
    types: Counter[EntityType] = Counter()
    names: Counter[str] = Counter()
    for signature in (anchor, *others):
        types.update(tallies[signature].types)
        names.update(tallies[signature].names)
    names = Counter({name: number for name, number in names.items() if _is_called_so(name)}) or names
    if anchor.family == BODY:
        # A state is a place too, and a group of its men is named as it is.
        types = Counter({each: number for each, number in types.items() if each in BODIES}) or types
    if any(each.kind == "people" for each in anchor.identities):
        types = Counter({EntityType.GROUP: types.total()})
    entity_type = max(types, key=lambda each: (types[each], -_TYPES.index(each)))
    known = {each.value for each in anchor.identities if each.kind == "actor"}
    if known and not any(_is_name_of(name, known, entity_type) for name in names):
        # "Islamic State" alone would not tell which of its provinces is meant.
        names.update(known)
    if region := _region_told(anchor, names):
        names.update([region])
    return CanonicalEntity(
        id=anchor.id,
        label=region or min(names, key=lambda name: _label_order(name, entity_type, names[name], known)),
        type=entity_type,
        names=tuple(sorted(names)),
        members=tuple(sorted(members)),
        replaces=tuple(sorted(other.id for other in others)),
        location=_location(anchor),
    )


def _location(anchor: Signature) -> Location | None:
    """Where the gazetteer has a place or country: which one of its name is meant, its articles have decided."""
    found = (known_place(identity) for identity in anchor.identities)
    place = next((each for each in found if each and each.geonames_id), None)
    if place is None or place.geonames_id is None:
        return None
    latitude, longitude = (None if each is None else Decimal(str(each)) for each in (place.latitude, place.longitude))
    return Location(place.geonames_id, latitude, longitude)


def _region_told(anchor: Signature, names: Iterable[str]) -> str | None:
    """The name of a region with the word for its kind, if none of its names has that: it stood once for several."""
    if any(map(_tells_kind, names)):
        return None
    known = (without_number(each).split(",")[0] for each in anchor.identities if each.kind in PLACES)
    return next((name.title() for name in known if _tells_kind(name)), None)


def _is_called_so(name: str) -> bool:
    """Whether something can be called so: "both countries", "an area" and "themselves" are words for anything."""
    first, *others = ARTICLE.sub("", name).split() or [""]
    return is_telling(first) or any(word[0].isupper() for word in others) or not any(map(str.islower, name))


def _tells_kind(name: str) -> bool:
    return any(last.casefold() in area_words() for last in name.split()[-1:])


def _is_name_of(name: str, known: Collection[str], entity_type: EntityType) -> bool:
    """Whether a name alone tells which of the known actors is meant."""
    identity = identity_of(name, entity_type)
    actor = known_actor(name)
    return (identity is not None and identity.value in known) or (actor is not None and actor.label in known)


def _label_order(
    name: str, entity_type: EntityType, count: int, known: Collection[str]
) -> tuple[bool, int, bool, int, int, int, str]:
    """What orders names from the best: full before short before description, then by frequency, length and alphabet.

    Of a well-known actor those go first that it alone bears, and of these those that are known word for word.
    """
    form = normal_form(name, entity_type)
    strange = bool(known) and not _is_name_of(name, known, entity_type)
    loose = bool(known) and known_actor(name) is None
    return strange, _rank(name, entity_type), loose, -count, -len(form), len(name), name


def _rank(name: str, entity_type: EntityType) -> int:
    if entity_type is EntityType.GROUP and people_of(name):
        # "Palestinians" rather than "Palestinian", which has a plural of its own.
        return 1 if people_of(f"{name}s") else 0
    if entity_type is EntityType.PLACE and any(word.islower() for word in name.split()):
        return 1  # "Kinshasa" rather than "the capital city Kinshasa"
    identity = identity_of(name, entity_type)
    if identity is not None and identity.kind == "people":
        return 2
    if entity_type is EntityType.STATE and (is_demonym(name) or acting_for(name)):
        return 1
    if identity is not None and identity.kind != "force":
        return 0
    return 1 if identity is not None or short_name(name, entity_type) else 2
