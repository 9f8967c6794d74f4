"""RDF to values: the inverse of `encode`; what is derived is left out, for it is derived again."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from kg.errors import StoreError
from kg.model import (
    Argument,
    Article,
    ArticleGraph,
    Attestation,
    Count,
    Entity,
    EntityType,
    Factuality,
    Judgement,
    KnowledgeGraph,
    Link,
    Outcome,
    Relation,
    Span,
    Time,
    TimePrecision,
)
from kg.rdf import iris, nodes
from kg.rdf import vocabulary as v
from kg.rdf.iris import Kind
from kg.rdf.nodes import Node, Nodes


def from_quads(quads: Iterable[Quad]) -> KnowledgeGraph:
    """The knowledge graph that the quads hold; graph names do not matter, so a plain Turtle file will do.

    Raises:
        StoreError: A property is missing, doubled or malformed, a relation or type is unknown, or an article's text
            is not the one that its IRI was made from.
    """
    known = nodes.to_nodes(quads)
    articles = {node.iri: node for node in known.values() if node.has_type(v.ARTICLE_CLASS)}
    entities = _by_article(known, v.ARTICLE_ENTITY_CLASS, articles)
    attestations = _by_article(known, v.ATTESTATION_CLASS, articles)
    graphs = (_article_graph(node, entities[iri], attestations[iri], known) for iri, node in articles.items())
    return KnowledgeGraph(
        articles=tuple(sorted(graphs, key=lambda graph: graph.article.digest)),
        judgements=tuple(sorted(_judgements(known))),
        links=tuple(sorted(_links(known))),
    )


def article_graph_of(quads: Iterable[Quad]) -> ArticleGraph:
    """What one article states, from the quads of its named graph.

    Raises:
        StoreError: As `from_quads`, or there is not exactly one article.
    """
    found = from_quads(quads).articles
    if len(found) != 1:
        raise StoreError(f"a graph of one article holds {len(found)}", remedy=nodes.REWRITE)
    return found[0]


def article_of(quads: Iterable[Quad]) -> Article | None:
    """An article, from the quads about it; None where there are none.

    Raises:
        StoreError: A property is missing, doubled or malformed.
    """
    return next(map(_article, nodes.to_nodes(quads).values()), None)


def judgements_of(quads: Iterable[Quad], *, machine: bool = False) -> tuple[Judgement, ...]:
    """What persons judged, or the machine, from the quads about it.

    Raises:
        StoreError: A property is missing, doubled or malformed.
    """
    return tuple(sorted(_judgements(nodes.to_nodes(quads), machine)))


def links_of(quads: Iterable[Quad]) -> tuple[Link, ...]:
    """Which entities others know, from the quads about it.

    Raises:
        StoreError: A property is missing, doubled or malformed.
    """
    return tuple(sorted(_links(nodes.to_nodes(quads))))


def _links(known: Nodes) -> Iterator[Link]:
    for node in known.values():
        if node.has_type(v.LINK_CLASS):
            yield Link(
                source=nodes.text(node, v.TABLE),
                entity=iris.identifier_of(Kind.CANONICAL_ENTITY, nodes.link(node, v.RDF_SUBJECT)),
                target=nodes.link(node, v.RDF_OBJECT),
                label=nodes.text(node, v.RDFS_LABEL),
                exact=nodes.link(node, v.RDF_PREDICATE) == v.SKOS_EXACT_MATCH,
                score=nodes.decimal(node, v.SCORE),
                reason=nodes.text(node, v.REASON),
            )


def _by_article(known: Nodes, class_iri: str, articles: Nodes) -> dict[str, list[Node]]:
    """The nodes of a class by the IRI of their article."""
    found: dict[str, list[Node]] = {iri: [] for iri in articles}
    for node in known.values():
        if node.has_type(class_iri):
            home = nodes.link(node, v.IN_ARTICLE)
            if home not in found:
                raise nodes.broken(node, f"belongs to the article <{home}>, which is not there")
            found[home].append(node)
    return found


def _article_graph(node: Node, entities: list[Node], attestations: list[Node], known: Nodes) -> ArticleGraph:
    article = _article(node)
    generator = nodes.link(node, v.PROV_GENERATED_BY) if node.all(v.PROV_GENERATED_BY) else None
    return ArticleGraph(
        article=article,
        entities=tuple(sorted((_entity(each, known) for each in entities), key=lambda entity: entity.id)),
        attestations=tuple(sorted((_attestation(each, known) for each in attestations), key=lambda each: each.id)),
        generator="" if generator is None else iris.identifier_of(Kind.RUN, generator),
    )


def _article(node: Node) -> Article:
    article = Article(
        id=nodes.text(node, v.DCTERMS_IDENTIFIER),
        text=nodes.text(node, v.TEXT),
        title=nodes.text(node, v.DCTERMS_TITLE, ""),
        published=nodes.optional_day(node, v.DCTERMS_ISSUED),
        source=nodes.text(node, v.DCTERMS_PUBLISHER, ""),
        url=nodes.text(node, v.SCHEMA_URL, ""),
    )
    if iris.article(article.digest) != node.iri:
        raise nodes.broken(node, "has another text, title, date, publisher or address than the one it is named after")
    return article


def _entity(node: Node, known: Nodes) -> Entity:
    return Entity(
        id=iris.identifier_of(Kind.ARTICLE_ENTITY, node.iri),
        label=nodes.text(node, v.RDFS_LABEL),
        type=nodes.member(node, v.ENTITY_TYPE, EntityType),
        names=tuple(sorted(nodes.as_text(node, v.NAME, name) for name in node.all(v.NAME))),
        mentions=tuple(sorted(_span(node, mention, known) for mention in nodes.links(node, v.MENTION))),
    )


def _span(owner: Node, iri: str, known: Nodes) -> Span:
    node = known.get(iri)
    if node is None:
        raise nodes.broken(owner, f"rests on the words <{iri}>, which are not there")
    return Span(nodes.integer(node, v.START), nodes.integer(node, v.END), nodes.text(node, v.EXACT))


def _attestation(node: Node, known: Nodes) -> Attestation:
    return Attestation(
        id=iris.identifier_of(Kind.ATTESTATION, node.iri),
        relation=nodes.member(node, v.RELATION, Relation),
        subject=_argument(node, v.SUBJECT, v.SUBJECT_SPAN, known) if node.all(v.SUBJECT) else None,
        object=_argument(node, v.OBJECT, v.OBJECT_SPAN, known),
        evidence=_span(node, nodes.link(node, v.PROV_DERIVED_FROM), known),
        factuality=nodes.member(node, v.FACTUALITY, Factuality),
        attributed_to=_speakers(node, known),
        time=_time(node),
        place=_optional_entity(node, v.PLACE),
        instrument=_optional_entity(node, v.INSTRUMENT),
        count=_count(node),
        confidence=nodes.decimal(node, v.CONFIDENCE),
        frame=nodes.text(node, v.FRAME, ""),
    )


def _argument(node: Node, role: str, words: str, known: Nodes) -> Argument:
    return Argument(_entity_identifier(nodes.link(node, role)), _span(node, nodes.link(node, words), known))


def _entity_identifier(iri: str) -> str:
    return iris.identifier_of(Kind.ARTICLE_ENTITY, iri)


def _optional_entity(node: Node, name: str) -> str | None:
    return _entity_identifier(nodes.link(node, name)) if node.all(name) else None


def _speakers(node: Node, known: Nodes) -> tuple[str, ...]:
    """Who the article says it from, innermost first: kg:attributedTo names the same speakers without their order."""
    ranked: dict[int, str] = {}
    for iri in nodes.links(node, v.ATTRIBUTION):
        if iri not in known:
            raise nodes.broken(node, f"leads to the attribution <{iri}>, which is not there")
        ranked[nodes.integer(known[iri], v.RANK)] = _entity_identifier(nodes.link(known[iri], v.SPEAKER))
    speakers = tuple(ranked[rank] for rank in sorted(ranked))
    if set(speakers) != {_entity_identifier(iri) for iri in nodes.links(node, v.ATTRIBUTED_TO)}:
        raise nodes.broken(node, "is attributed to other speakers than its attributions name")
    return speakers


def _time(node: Node) -> Time | None:
    if not node.all(v.TIME_TEXT):
        return None
    return Time(
        text=nodes.text(node, v.TIME_TEXT),
        earliest=nodes.optional_day(node, v.EARLIEST),
        latest=nodes.optional_day(node, v.LATEST),
        precision=nodes.optional_member(node, v.TIME_PRECISION, TimePrecision),
    )


def _count(node: Node) -> Count | None:
    low, high = nodes.optional_integer(node, v.LOW), nodes.optional_integer(node, v.HIGH)
    return None if low is None and high is None else Count(low, high)


def _judgements(known: Nodes, machine: bool = False) -> Iterator[Judgement]:
    for node in known.values():
        if node.has_type(v.JUDGEMENT_CLASS) and node.has_type(v.MACHINE_JUDGEMENT_CLASS) is machine:
            yield Judgement(
                left=iris.reference_of(nodes.link(node, v.LEFT)),
                right=iris.reference_of(nodes.link(node, v.RIGHT)),
                outcome=nodes.member(node, v.OUTCOME, Outcome),
                by=nodes.text(node, v.JUDGED_BY),
                reason=nodes.text(node, v.REASON),
                score=nodes.decimal(node, v.SCORE),
                when=nodes.text(node, v.JUDGED_AT, ""),
            )
