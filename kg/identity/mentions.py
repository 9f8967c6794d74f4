"""Where entities stand in the articles: each mention with the canonical entity that it is of."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from kg.link.gazetteer import known_actor
from kg.link.identity import BODIES, NAMED_CLOSER, identity_of
from kg.model import Article, ArticleGraph, CanonicalEntity, Entity, EntityType, KnowledgeGraph, Resolution, Span

_KNOWN = frozenset({"actor", "force"})
_PARTS = frozenset({EntityType.STATE, EntityType.PLACE})
# "Turkey's army", "Iran-backed Hamas" and "Islamic State in Libya" name two.
_OF_ITS_OWN = re.compile(r"['’]s\b|['’](?=\s)|-(?=[a-z])|\s+(?:and|in)\s")


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A stretch of an article's text that stands for an entity."""

    article: Article
    span: Span
    entity: CanonicalEntity


def mentions_of(graph: KnowledgeGraph, resolution: Resolution) -> Iterator[EntityMention]:
    """All mentions of many articles, by articles and in the order of their texts."""
    known = {entity.id: entity for entity in resolution.entities}
    for article_graph in graph.articles:
        yield from mentions_in(article_graph, lambda entity: known[resolution.canonical[entity]])


def mentions_in(graph: ArticleGraph, canonical: Callable[[str], CanonicalEntity]) -> Iterator[EntityMention]:
    """All mentions of one article, pronouns too, in the order of its text.

    The name of a state or place within the name of a body is part of that: "Russian" in "the Russian army", "African"
    in "the African Union". Words that stand for a state and name its forces or people as well are a mention of these.

    Args:
        graph: What the article states.
        canonical: The canonical entity of an entity of the article, by the latter's id.
    """
    names, types = _names_of_bodies(graph), _types_at(graph)
    found = ((span, entity) for entity in graph.entities for span in entity.mentions)
    for span, entity in sorted(found, key=lambda each: (each[0], each[1].id)):
        is_named_closer = not types[span].isdisjoint(NAMED_CLOSER.get(entity.type, ()))
        if not is_named_closer and not _is_part_of_a_name(span, entity, names):
            yield EntityMention(graph.article, span, canonical(entity.id))


def _names_of_bodies(graph: ArticleGraph) -> list[Span]:
    bodies = (entity for entity in graph.entities if entity.type in BODIES)
    spans = chain.from_iterable(((span, entity) for span in entity.mentions) for entity in bodies)
    return [span for span, entity in spans if span.text in entity.names and _is_name(span.text, entity.type)]


def _is_name(words: str, entity_type: EntityType) -> bool:
    """Whether words are a body's name ("the Polish Navy", "Israeli forces") and not what it is ("Polish police")."""
    if known_actor(words):
        return True
    identity = identity_of(words, entity_type)
    return identity is not None and (identity.kind in _KNOWN or words.rsplit(maxsplit=1)[-1][:1].isupper())


def _types_at(graph: ArticleGraph) -> Mapping[Span, set[EntityType]]:
    """The types of those that each stretch of text is a mention of."""
    types: defaultdict[Span, set[EntityType]] = defaultdict(set)
    for entity in graph.entities:
        for span in entity.mentions:
            types[span].add(entity.type)
    return types


def _is_part_of_a_name(span: Span, entity: Entity, names: list[Span]) -> bool:
    if entity.type in _PARTS:
        return any(_holds(name, span) for name in names)
    within = (name for name in names if name.start < span.start and span.end <= name.end)
    return entity.type in BODIES and any(known_actor(name.text) for name in within)


def _holds(name: Span, part: Span) -> bool:
    if not (name.start <= part.start and part.end <= name.end and part != name):
        return False
    return not _OF_ITS_OWN.search(name.text) and not _is_before_whole_name(name, part)


def _is_before_whole_name(name: Span, part: Span) -> bool:
    """Whether what follows the part is a body's whole name, to which the part adds whose it is."""
    rest = name.text[part.end - name.start :].strip()
    return bool(rest) and known_actor(name.text) is None and known_actor(rest) is not None
