"""Finds all that words name beside the entities of chains, and adds it to the graph of an article."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter

from kg.extract.article_graph import one_line, slug, span_of
from kg.extract.coreference.chains import NAMING
from kg.extract.drafts import Context
from kg.extract.mentions import DESCRIPTION, NAME
from kg.extract.namings.naming import Naming
from kg.extract.namings.offices import offices
from kg.extract.namings.passing import in_passing
from kg.extract.namings.states import of_state
from kg.extract.namings.within import inside_description, inside_name
from kg.link.identity import NAMED_CLOSER, identity_of
from kg.model import ArticleGraph, Entity, EntityType, Span, digest


def with_namings(graph: ArticleGraph, context: Context) -> ArticleGraph:
    """The graph of an article with an entity for all that its words name beside the entities of its chains."""
    known = {span: entity.type for entity in graph.entities for span in entity.mentions}
    named: defaultdict[tuple[str, EntityType], dict[Span, str]] = defaultdict(dict)
    for naming in find_namings(context):
        span = span_of(graph.article.text, context.doc, naming.start, naming.end)
        name = one_line(naming.name)
        if is_news(span, naming, known):
            named[str(identity_of(name, naming.type) or name), naming.type][span] = name
    key = graph.article.digest
    further = [to_entity(key, entity_type, spans) for (_, entity_type), spans in named.items()]
    return replace(graph, entities=tuple(sorted((*graph.entities, *further), key=attrgetter("id"))))


def is_news(span: Span, naming: Naming, known: dict[Span, EntityType]) -> bool:
    """Whether no entity is mentioned by these words that they name as well, and none by words around them.

    A state's words may name its organ, those for a holder the office, and those for fighters their people.
    """
    if span in known:
        return naming.type in NAMED_CLOSER.get(known[span], ())
    identity = identity_of(naming.name, naming.type)
    around = (each for each in known if each.start <= span.start and span.end <= each.end)
    return identity is None or all(identity_of(each.text, known[each]) != identity for each in around)


def to_entity(article: str, entity_type: EntityType, spans: dict[Span, str]) -> Entity:
    """The entity of this type in the article with this digest, by its spans and what each names."""
    mentions = tuple(sorted(spans))
    label = spans[mentions[0]]
    key = digest(article, entity_type.value, str(mentions[0].start), str(mentions[0].end))
    return Entity(f"{slug(label)}-{key}", label, entity_type, tuple(sorted({*spans.values()})), mentions)


def find_namings(context: Context) -> Iterator[Naming]:
    """What the words of an article name beside the entities of its chains."""
    types = context.coreference.types()
    named: dict[int, int] = {}
    for head, mention in sorted(context.mentions.items()):
        found = types.get(head)
        if mention.kind in NAMING and found is not None:
            for place in range(mention.start, mention.end):
                if named.get(place, 0) < mention.end:
                    named[place] = mention.end
        if found is EntityType.STATE:
            yield from of_state(context.doc, mention)
        if mention.kind is DESCRIPTION:
            yield from inside_description(context.doc, mention)
        elif mention.kind is NAME:
            yield from inside_name(context.doc, mention, found)
    yield from in_passing(context.doc, named)
    yield from offices(context.doc, named)
