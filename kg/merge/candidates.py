"""What is known of each entity before it is compared: its identities and the short names it is called by."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.link.gazetteer import candidates, country_of, known_actor
from kg.link.identity import BODIES, Identity, acting_for, identity_of, place_identity, short_name, short_names_of
from kg.link.names import is_abbreviation_of, is_short_name_of, is_spelling_of, surname
from kg.model import ArticleGraph, Entity, EntityType, KnowledgeGraph

# Of these kinds one entity has one identity only; a second is a slip of the reader, unless it agrees with the first.
_EXCLUSIVE = frozenset({"country", "actor", "place", "locality", "person"})


@dataclass(frozen=True, slots=True)
class Profile:
    """An entity as it is compared with those of other articles.

    Args:
        article: Digest of its article.
        identities: Who its names say it is, sorted; () for a description and for a short name.
        shorts: The short names that stand in the article, as normal forms, sorted.
        called: The short names by which it is or could be called, sorted.
    """

    entity: Entity
    article: str
    identities: tuple[Identity, ...]
    shorts: tuple[str, ...]
    called: tuple[str, ...]

    @property
    def is_named(self) -> bool:
        """Whether it bears a full name of its own."""
        return any(identity.kind != "force" for identity in self.identities)

    @property
    def family(self) -> str:
        """Entities of two families are never one: bodies of any type are one family, every other type is its own."""
        return "body" if self.entity.type in BODIES else self.entity.type.value


def profiles_of(graph: KnowledgeGraph) -> dict[str, Profile]:
    """The profiles of all entities of a graph, in the order of their ids."""
    profiles = {}
    for article_graph in graph.articles:
        countries = _countries(article_graph)
        article = article_graph.article.digest
        for entity in article_graph.entities:
            profiles[entity.id] = _profile(entity, article, countries)
    return dict(sorted(profiles.items()))


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


def _profile(entity: Entity, article: str, countries: Mapping[str, int]) -> Profile:
    found = {name: _identity(name, entity.type, countries) for name in entity.names}
    identities = _agreeing(found.get(entity.label), {each for each in found.values() if each})
    shorts = {short for name in entity.names if (short := _short_name(name, entity, identities))}
    if not identities and not shorts and entity.type is EntityType.STATE:
        # "The Libyan government" is the country only as long as nothing says which government.
        identities = _agreeing(acting_for(entity.label), {each for each in map(acting_for, entity.names) if each})
    called = shorts.union(*map(short_names_of, identities))
    return Profile(entity, article, tuple(sorted(identities)), tuple(sorted(shorts)), tuple(sorted(called)))


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


def _identity(name: str, entity_type: EntityType, countries: Mapping[str, int]) -> Identity | None:
    if entity_type is EntityType.PLACE:
        return place_identity(name, countries)
    if entity_type is EntityType.STATE and acting_for(name):
        return None
    return identity_of(name, entity_type)


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


def by_identity(profiles: Iterable[Profile]) -> dict[Identity, list[str]]:
    """The ids of the entities of each identity, all sorted."""
    blocks: defaultdict[Identity, list[str]] = defaultdict(list)
    for profile in profiles:
        for identity in profile.identities:
            blocks[identity].append(profile.entity.id)
    return {identity: sorted(blocks[identity]) for identity in sorted(blocks)}
