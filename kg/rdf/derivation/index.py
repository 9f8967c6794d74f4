"""What a store says was derived before: lookups, each of which costs what it finds and not what the store holds."""

from collections.abc import Iterator
from datetime import date

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store, Triple

from kg.identity import Signature, Tally
from kg.merge.accounts import Account, Said
from kg.merge.reports import Report
from kg.merge.validity import Ending
from kg.model import Article, ArticleGraph, Judgement, Period
from kg.rdf import iris
from kg.rdf import vocabulary as v
from kg.rdf.decode import article_graph_of, article_of, judgements_of
from kg.rdf.derivation import records
from kg.rdf.derivation.weighed import Weighed, weighed
from kg.rdf.iris import Kind

_INDEX = NamedNode(iris.INDEX_GRAPH)
_RESOLUTION = NamedNode(iris.RESOLUTION_GRAPH)
_STATEMENTS = NamedNode(iris.STATEMENTS_GRAPH)
_EVENTS = NamedNode(iris.EVENTS_GRAPH)
_VOICES = NamedNode(iris.VOICES_GRAPH)

_Subject = NamedNode | BlankNode | Triple


class Index:
    """A store as it was derived last; without one, nothing was derived."""

    def __init__(self, store: Store | None) -> None:
        self._store = store

    # Articles

    def article_graph(self, digest: str) -> ArticleGraph | None:
        """What an article states, if the store holds it."""
        quads = list(self._find(graph=NamedNode(iris.article_graph(digest))))
        return article_graph_of(quads) if quads else None

    def article(self, digest: str) -> Article | None:
        """An article, if the store holds it."""
        return article_of(self._find(NamedNode(iris.article(digest)), graph=NamedNode(iris.article_graph(digest))))

    def published(self, digest: str) -> date | None:
        """The day of publication of an article."""
        found = self._find(NamedNode(iris.article(digest)), v.DCTERMS_ISSUED)
        return next((date.fromisoformat(_text(quad.object)) for quad in found), None)

    def article_of_entity(self, entity: str) -> str | None:
        """The digest of the article of an entity."""
        found = self._find(NamedNode(iris.article_entity(entity)), v.IN_ARTICLE)
        return next((iris.identifier_of(Kind.ARTICLE, _iri(quad.object)) for quad in found), None)

    def articles_of_run(self, generator: str) -> Iterator[str]:
        """The digests of the articles that a program read."""
        return self._identifiers(Kind.ARTICLE, None, v.PROV_GENERATED_BY, NamedNode(iris.run(generator)))

    # Judgements

    def judgements(self) -> tuple[Judgement, ...]:
        """What persons judged."""
        return judgements_of(self._find(graph=NamedNode(iris.JUDGEMENTS_GRAPH)))

    # Signatures

    def signature(self, identifier: str) -> Signature | None:
        """The signature of this id, if an entity bears it."""
        found = self._find(NamedNode(iris.canonical_entity(identifier)), v.SIGNATURE, graph=_INDEX)
        return next((records.to_signature(_text(quad.object)) for quad in found), None)

    def tally(self, identifier: str) -> Tally:
        """How many of its bearers are called what."""
        found = self._find(NamedNode(iris.canonical_entity(identifier)), v.TALLY, graph=_INDEX)
        return next((records.to_tally(_text(quad.object)) for quad in found), Tally())

    def signature_quads(self, identifier: str) -> Iterator[Quad]:
        """All that is kept of a signature."""
        for predicate in (v.SIGNATURE, v.TALLY, v.KEY):
            yield from self._find(NamedNode(iris.canonical_entity(identifier)), predicate, graph=_INDEX)

    def filed(self, key: str) -> Iterator[str]:
        """The ids of the signatures of a key."""
        return self._identifiers(Kind.CANONICAL_ENTITY, None, v.KEY, Literal(key), _INDEX)

    def bearers(self, signature: str) -> Iterator[str]:
        """The ids of the entities that bear a signature."""
        node = NamedNode(iris.canonical_entity(signature))
        return self._identifiers(Kind.ARTICLE_ENTITY, None, v.BEARS, node, _INDEX)

    def borne_by(self, entity: str) -> str | None:
        """The id of the signature of an entity."""
        found = self._find(NamedNode(iris.article_entity(entity)), v.BEARS, graph=_INDEX)
        return next((iris.identifier_of(Kind.CANONICAL_ENTITY, _iri(quad.object)) for quad in found), None)

    def canonical(self, signature: str) -> str:
        """The id of the canonical entity that a signature is one of."""
        node = NamedNode(iris.canonical_entity(signature))
        found = self._find(node, v.DCTERMS_IS_REPLACED_BY, graph=_RESOLUTION)
        return next((iris.identifier_of(Kind.CANONICAL_ENTITY, _iri(quad.object)) for quad in found), signature)

    def cluster(self, canonical: str) -> tuple[str, ...]:
        """The ids of the signatures that are one canonical entity."""
        node = NamedNode(iris.canonical_entity(canonical))
        return (
            canonical,
            *self._identifiers(Kind.CANONICAL_ENTITY, None, v.DCTERMS_IS_REPLACED_BY, node, _RESOLUTION),
        )

    # Voices

    def banded(self, band: str) -> Iterator[str]:
        """The digests of the articles of a band."""
        return self._identifiers(Kind.ARTICLE, None, v.BAND, Literal(band), _INDEX)

    def bands(self, article: str) -> tuple[str, ...]:
        """The bands of an article."""
        return tuple(_text(quad.object) for quad in self._find(NamedNode(iris.article(article)), v.BAND, graph=_INDEX))

    def voice(self, article: str) -> str | None:
        """The voice of an article."""
        found = self._find(NamedNode(iris.article(article)), v.VOICE, graph=_VOICES)
        return next((iris.identifier_of(Kind.VOICE, _iri(quad.object)) for quad in found), None)

    # Statements

    def account(self, attestation: str) -> Account | None:
        """What is kept of an attestation."""
        found = self._find(NamedNode(iris.attestation(attestation)), v.ACCOUNT, graph=_INDEX)
        return next((records.to_account(_text(quad.object)) for quad in found), None)

    def statements_of_article(self, article: str) -> set[str]:
        """The ids of the statements that an article attests."""
        told = self._find(None, v.RELATION, graph=NamedNode(iris.article_graph(article)))
        return {one for quad in told for one in self._attested(quad.subject)}

    def statements_of_entity(self, entity: str) -> set[str]:
        """The ids of the statements in whose accounts an entity of an article plays a part."""
        node = NamedNode(iris.article_entity(entity))
        roles = (v.SUBJECT, v.OBJECT, v.ATTRIBUTED_TO, v.PLACE, v.INSTRUMENT)
        told = {quad.subject for role in roles for quad in self._find(None, role, node)}
        return {one for attestation in told for one in self._attested(attestation)}

    def endings(self, place: str) -> Iterator[Ending]:
        """All that is told of the end of control of a place."""
        for quad in self._find(NamedNode(iris.canonical_entity(place)), v.ENDING, graph=_INDEX):
            yield records.to_ending(_text(quad.object))

    def held(self, place: str) -> Iterator[tuple[Said, tuple[Period, ...]]]:
        """Who is told to control a place, and in which periods."""
        for quad in self._find(NamedNode(iris.canonical_entity(place)), v.HELD, graph=_INDEX):
            yield records.to_held(place, _text(quad.object))

    def statement(self, identifier: str) -> Weighed | None:
        """A statement, if the store holds it."""
        return weighed(identifier, self._statement_quads(iris.statement(identifier)))

    def _statement_quads(self, subject: str) -> Iterator[Quad]:
        told = {}
        for quad in self.about(subject, iris.STATEMENTS_GRAPH):
            yield quad
            told[quad.predicate.value] = quad.object
            if quad.predicate.value == v.PERIOD:
                yield from self.about(_iri(quad.object), iris.STATEMENTS_GRAPH)
        for quad in self.leading_to(subject, v.ATTESTS, graph=iris.STATEMENTS_GRAPH):
            yield quad
            yield from self._find(quad.subject, v.ACCOUNT, graph=_INDEX)
        yield from self.leading_to(subject, v.CLAIMS, v.DENIES, graph=iris.STATEMENTS_GRAPH)
        left, right = told.get(v.RDF_SUBJECT), told.get(v.RDF_OBJECT)
        if isinstance(left, NamedNode) and isinstance(right, NamedNode):
            for name in (iris.EDGES_GRAPH, iris.CLAIMED_EDGES_GRAPH):
                yield from self._find(left, _iri(told[v.RDF_PREDICATE]), right, NamedNode(name))

    # Events

    def report(self, identifier: str) -> Report | None:
        """The report with the id of this attestation, if there is one."""
        found = self._find(NamedNode(iris.attestation(identifier)), v.REPORT, graph=_INDEX)
        return next((records.to_report(_text(quad.object)) for quad in found), None)

    def report_keys(self, identifier: str) -> tuple[str, ...]:
        """The keys of a report."""
        found = self._find(NamedNode(iris.attestation(identifier)), v.REPORT_KEY, graph=_INDEX)
        return tuple(_text(quad.object) for quad in found)

    def report_quads(self, identifier: str) -> Iterator[Quad]:
        """All that is kept of a report."""
        for predicate in (v.REPORT, v.REPORT_KEY):
            yield from self._find(NamedNode(iris.attestation(identifier)), predicate, graph=_INDEX)

    def reports_filed(self, key: str) -> Iterator[str]:
        """The ids of the reports of a key."""
        return self._identifiers(Kind.ATTESTATION, None, v.REPORT_KEY, Literal(key), _INDEX)

    def events_reported(self, attestation: str) -> Iterator[str]:
        """The id of the event that an attestation tells of, if it tells of one."""
        for quad in self._find(NamedNode(iris.attestation(attestation)), v.REPORTS, graph=_EVENTS):
            yield iris.identifier_of(Kind.EVENT, _iri(quad.object))

    def event_quads(self, event: str) -> Iterator[Quad]:
        """All that is derived of one event."""
        yield from self.about(iris.event(event), iris.EVENTS_GRAPH)
        yield from self.leading_to(iris.event(event), v.REPORTS, graph=iris.EVENTS_GRAPH)

    # Quads as they stand, to be compared with those that follow now

    def about(self, subject: str, *graphs: str) -> Iterator[Quad]:
        """The quads with this subject in these graphs."""
        for name in graphs:
            yield from self._find(NamedNode(subject), graph=NamedNode(name))

    def judgements_from(self, reference: str) -> list[Quad]:
        """The machine's judgements whose left end is called by this name."""
        found = self._find(None, v.LEFT, NamedNode(iris.judged(reference)), _RESOLUTION)
        return [one for quad in found for one in self._find(quad.subject, graph=_RESOLUTION)]

    def leading_to(self, value: str, *predicates: str, graph: str) -> Iterator[Quad]:
        """The quads with one of these predicates and this IRI as their object."""
        for predicate in predicates:
            yield from self._find(None, predicate, NamedNode(value), NamedNode(graph))

    def _attested(self, attestation: _Subject) -> Iterator[str]:
        for quad in self._find(attestation, v.ATTESTS, graph=_STATEMENTS):
            yield iris.identifier_of(Kind.STATEMENT, _iri(quad.object))

    def _identifiers(
        self,
        kind: Kind,
        subject: NamedNode | None,
        predicate: str,
        value: NamedNode | Literal,
        graph: NamedNode | None = None,
    ) -> Iterator[str]:
        for quad in self._find(subject, predicate, value, graph):
            yield iris.identifier_of(kind, _iri(quad.subject))

    def _find(
        self,
        subject: _Subject | None = None,
        predicate: str | None = None,
        value: NamedNode | Literal | None = None,
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        if self._store is None:
            return iter(())
        relation = None if predicate is None else NamedNode(predicate)
        return self._store.quads_for_pattern(subject, relation, value, graph)


def _iri(node: object) -> str:
    return node.value if isinstance(node, NamedNode) else ""


def _text(node: object) -> str:
    return node.value if isinstance(node, Literal) else ""
