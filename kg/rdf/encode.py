"""Values to RDF: what a store holds that is not derived, as quads; `decode` is the inverse."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import StoreError
from kg.model import (
    Argument,
    Article,
    ArticleGraph,
    Attestation,
    Entity,
    Judgement,
    KnowledgeGraph,
    Link,
    Span,
    Time,
    digest,
)
from kg.rdf import iris
from kg.rdf import vocabulary as v

_CACHED_VALUES = 1 << 12

Fact = tuple[str, str, NamedNode | Literal]
"""A subject's IRI, a predicate's IRI and an object: a triple of no graph yet."""


def to_quads(graph: KnowledgeGraph) -> Iterator[Quad]:
    """All that `graph` holds: one named graph for each article, and the persons' judgements.

    Raises:
        StoreError: A text holds half of a surrogate pair, which RDF has no way to write.
    """
    for article_graph in graph.articles:
        yield from article_quads(article_graph)
    yield from judgement_quads(graph.judgements)
    yield from link_quads(graph.links)


def judgement_quads(judgements: Iterable[Judgement]) -> Iterator[Quad]:
    """What persons judged."""
    for judgement in judgements:
        yield from in_graph(iris.JUDGEMENTS_GRAPH, judgement_facts(iris.judgement(judgement), judgement))


def link_quads(links: Iterable[Link]) -> Iterator[Quad]:
    """Which entities others know, in a named graph for each table; what two tables tell stands in that of the first."""
    matched: set[Fact] = set()
    for link in sorted(links):
        name, match = iris.links_graph(link.source), _match(link)
        if match not in matched:
            matched.add(match)
            yield from in_graph(name, [match])
        yield from in_graph(name, _link_facts(iris.link(link), link))


def article_quads(graph: ArticleGraph) -> Iterator[Quad]:
    """What one article states, in its own named graph, with a digest of it all.

    Raises:
        StoreError: A text holds half of a surrogate pair, which RDF has no way to write.
    """
    article_digest = graph.article.digest
    name = iris.article_graph(article_digest)
    quads = list(in_graph(name, _article_graph_facts(graph, article_digest)))
    yield from quads
    content = text(digest(*sorted(map(str, quads))))
    yield from in_graph(name, [(iris.article(article_digest), v.CONTENT_DIGEST, content)])


# The same few predicates and the same subject come again and again.
_node = lru_cache(_CACHED_VALUES)(NamedNode)


def in_graph(name: str, facts: Iterable[Fact]) -> Iterator[Quad]:
    """The facts as quads of the graph with this IRI."""
    graph_name = _node(name)
    for subject, predicate, value in facts:
        yield Quad(_node(subject), _node(predicate), value, graph_name)


def judgement_facts(subject: str, judgement: Judgement) -> Iterator[Fact]:
    """What a person or the machine judged of two entities."""
    yield subject, v.RDF_TYPE, NamedNode(v.JUDGEMENT_CLASS)
    yield subject, v.LEFT, NamedNode(iris.judged(judgement.left))
    yield subject, v.RIGHT, NamedNode(iris.judged(judgement.right))
    yield subject, v.OUTCOME, member(judgement.outcome)
    yield subject, v.JUDGED_BY, text(judgement.by)
    yield subject, v.REASON, text(judgement.reason)
    yield subject, v.SCORE, decimal(judgement.score)
    if judgement.when:
        yield subject, v.JUDGED_AT, Literal(judgement.when, datatype=NamedNode(v.XSD_DATE_TIME))


def _match(link: Link) -> Fact:
    match = v.SKOS_EXACT_MATCH if link.exact else v.SKOS_CLOSE_MATCH
    return iris.canonical_entity(link.entity), match, NamedNode(link.target)


def _link_facts(subject: str, link: Link) -> Iterator[Fact]:
    entity, match, target = _match(link)
    yield subject, v.RDF_TYPE, NamedNode(v.LINK_CLASS)
    yield subject, v.TABLE, text(link.source)
    yield subject, v.RDF_SUBJECT, NamedNode(entity)
    yield subject, v.RDF_PREDICATE, NamedNode(match)
    yield subject, v.RDF_OBJECT, target
    yield subject, v.RDFS_LABEL, text(link.label)
    yield subject, v.SCORE, decimal(link.score)
    yield subject, v.REASON, text(link.reason)


def text(value: str) -> Literal:
    """A string as a literal.

    Raises:
        StoreError: It holds half of a surrogate pair.
    """
    try:
        return Literal(value)
    except ValueError as error:
        cause = f"text that is not valid Unicode: {value[:40]!a}"
        raise StoreError(cause, remedy="repair the encoding of the article it comes from") from error


def member(value: StrEnum) -> NamedNode:
    """The term of an entity type, relation, factuality, status, precision or outcome."""
    return _node(v.term(value))


def decimal(value: Decimal) -> Literal:
    """A number as the shortest literal, which is also the one that Oxigraph makes of it on disk."""
    return Literal(format(value.normalize(), "f"), datatype=NamedNode(v.XSD_DECIMAL))


@lru_cache(_CACHED_VALUES)
def day(value: date) -> Literal:
    """A day as a literal."""
    return Literal(value.isoformat(), datatype=NamedNode(v.XSD_DATE))


@lru_cache(_CACHED_VALUES)
def integer(value: int) -> Literal:
    """A whole number as a literal."""
    return Literal(str(value), datatype=NamedNode(v.XSD_INTEGER))


def _article_graph_facts(graph: ArticleGraph, article_digest: str) -> Iterator[Fact]:
    article_iri = iris.article(article_digest)
    yield from _article_facts(article_iri, graph.article)
    if graph.generator:
        yield article_iri, v.PROV_GENERATED_BY, NamedNode(iris.run(graph.generator))
    for entity in graph.entities:
        yield from _entity_facts(entity, article_digest)
    for attestation in graph.attestations:
        yield from _attestation_facts(attestation, article_digest)
    for span in sorted(set(_spans(graph))):
        yield from _span_facts(span, article_digest)


def _article_facts(subject: str, article: Article) -> Iterator[Fact]:
    yield subject, v.RDF_TYPE, NamedNode(v.ARTICLE_CLASS)
    yield subject, v.DCTERMS_IDENTIFIER, text(article.id)
    yield subject, v.TEXT, text(article.text)
    if article.title:
        yield subject, v.DCTERMS_TITLE, text(article.title)
    if article.published:
        yield subject, v.DCTERMS_ISSUED, day(article.published)
    if article.source:
        yield subject, v.DCTERMS_PUBLISHER, text(article.source)
    if article.url:
        # The text first: it says clearly what is wrong with half a surrogate pair.
        yield subject, v.SCHEMA_URL, Literal(text(article.url).value, datatype=NamedNode(v.XSD_ANY_URI))


def _entity_facts(entity: Entity, article_digest: str) -> Iterator[Fact]:
    subject = iris.article_entity(entity.id)
    yield subject, v.RDF_TYPE, NamedNode(v.ARTICLE_ENTITY_CLASS)
    yield subject, v.IN_ARTICLE, NamedNode(iris.article(article_digest))
    yield subject, v.ENTITY_TYPE, member(entity.type)
    yield subject, v.RDFS_LABEL, text(entity.label)
    for name in entity.names:
        yield subject, v.NAME, text(name)
    for mention in entity.mentions:
        yield subject, v.MENTION, _span_node(mention, article_digest)


def _spans(graph: ArticleGraph) -> Iterator[Span]:
    for entity in graph.entities:
        yield from entity.mentions
    for attestation in graph.attestations:
        yield attestation.evidence
        yield attestation.object.span
        if attestation.subject:
            yield attestation.subject.span


def _span_node(span: Span, article_digest: str) -> NamedNode:
    return NamedNode(iris.span(article_digest, span.start, span.end))


def _span_facts(span: Span, article_digest: str) -> Iterator[Fact]:
    subject = iris.span(article_digest, span.start, span.end)
    yield subject, v.RDF_TYPE, NamedNode(v.SPAN_CLASS)
    yield subject, v.IN_ARTICLE, NamedNode(iris.article(article_digest))
    yield subject, v.START, integer(span.start)
    yield subject, v.END, integer(span.end)
    yield subject, v.EXACT, text(span.text)


def _attestation_facts(attestation: Attestation, article_digest: str) -> Iterator[Fact]:
    subject = iris.attestation(attestation.id)
    yield subject, v.RDF_TYPE, NamedNode(v.ATTESTATION_CLASS)
    yield subject, v.IN_ARTICLE, NamedNode(iris.article(article_digest))
    yield subject, v.RELATION, member(attestation.relation)
    if attestation.subject:
        yield from _argument_facts(subject, v.SUBJECT, v.SUBJECT_SPAN, attestation.subject, article_digest)
    yield from _argument_facts(subject, v.OBJECT, v.OBJECT_SPAN, attestation.object, article_digest)
    yield subject, v.PROV_DERIVED_FROM, _span_node(attestation.evidence, article_digest)
    yield subject, v.FACTUALITY, member(attestation.factuality)
    yield subject, v.CONFIDENCE, decimal(attestation.confidence)
    if attestation.frame:
        yield subject, v.FRAME, text(attestation.frame)
    yield from _speaker_facts(subject, attestation)
    yield from _circumstance_facts(subject, attestation)


def _argument_facts(subject: str, role: str, words: str, argument: Argument, article_digest: str) -> Iterator[Fact]:
    yield subject, role, NamedNode(iris.article_entity(argument.entity))
    yield subject, words, _span_node(argument.span, article_digest)


def _speaker_facts(subject: str, attestation: Attestation) -> Iterator[Fact]:
    for speaker in dict.fromkeys(attestation.attributed_to):
        yield subject, v.ATTRIBUTED_TO, NamedNode(iris.article_entity(speaker))
    for rank, speaker in enumerate(attestation.attributed_to, start=1):
        link = iris.attribution(attestation.id, rank)
        yield subject, v.ATTRIBUTION, NamedNode(link)
        yield link, v.RDF_TYPE, NamedNode(v.ATTRIBUTION_CLASS)
        yield link, v.SPEAKER, NamedNode(iris.article_entity(speaker))
        yield link, v.RANK, integer(rank)


def _circumstance_facts(subject: str, attestation: Attestation) -> Iterator[Fact]:
    if attestation.time:
        yield from _time_facts(subject, attestation.time)
    if attestation.place is not None:
        yield subject, v.PLACE, NamedNode(iris.article_entity(attestation.place))
    if attestation.instrument is not None:
        yield subject, v.INSTRUMENT, NamedNode(iris.article_entity(attestation.instrument))
    if attestation.count and attestation.count.low is not None:
        yield subject, v.LOW, integer(attestation.count.low)
    if attestation.count and attestation.count.high is not None:
        yield subject, v.HIGH, integer(attestation.count.high)


def _time_facts(subject: str, time: Time) -> Iterator[Fact]:
    yield subject, v.TIME_TEXT, text(time.text)
    if time.earliest:
        yield subject, v.EARLIEST, day(time.earliest)
    if time.latest:
        yield subject, v.LATEST, day(time.latest)
    if time.precision:
        yield subject, v.TIME_PRECISION, member(time.precision)
