"""What follows from the stored articles and judgements, as quads."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from kg.model import Judgement, KnowledgeGraph, Relation, Resolution, Statement, Status
from kg.rdf import iris
from kg.rdf import vocabulary as v
from kg.rdf.encode import Fact, in_graph, judgement_facts, member, text


def derived_quads(graph: KnowledgeGraph, resolution: Resolution, statements: Iterable[Statement]) -> Iterator[Quad]:
    """The runs, who is who, the statements and the direct edges, each in its named graph.

    A triple stands in one graph only, for pyoxigraph counts one of two graphs twice in their union.
    """
    statements = tuple(statements)
    yield from in_graph(iris.RUNS_GRAPH, _run_facts(graph))
    yield from in_graph(iris.RESOLUTION_GRAPH, _resolution_facts(resolution))
    yield from in_graph(iris.STATEMENTS_GRAPH, _statements_facts(statements))
    yield from _edges(statements)


def version_quads() -> Iterator[Quad]:
    """Which version of the ontology a store is written in."""
    facts: list[Fact] = [
        (iris.STORE, v.RDF_TYPE, NamedNode(v.STORE_CLASS)),
        (iris.STORE, v.DCTERMS_CONFORMS_TO, NamedNode(v.VERSION_IRI)),
    ]
    return in_graph(iris.RUNS_GRAPH, facts)


def _run_facts(graph: KnowledgeGraph) -> Iterator[Fact]:
    for generator in sorted({article_graph.generator for article_graph in graph.articles} - {""}):
        yield from run_facts(generator)


def run_facts(generator: str) -> Iterator[Fact]:
    """What is said of the program and model that read an article."""
    yield iris.run(generator), v.RDF_TYPE, NamedNode(v.RUN_CLASS)
    yield iris.run(generator), v.RDFS_LABEL, text(generator)


def statement_quads(statement: Statement) -> Iterator[Quad]:
    """What is said of a statement, which attestations attest it, and its direct edge."""
    yield from in_graph(iris.STATEMENTS_GRAPH, _statements_facts([statement]))
    yield from _edges([statement])


def _resolution_facts(resolution: Resolution) -> Iterator[Fact]:
    for entity in resolution.entities:
        subject = iris.canonical_entity(entity.id)
        yield subject, v.RDF_TYPE, member(entity.type)
        yield subject, v.RDFS_LABEL, text(entity.label)
        for name in entity.names:
            yield subject, v.NAME, text(name)
        for each in entity.members:
            yield iris.article_entity(each), v.RESOLVED_TO, NamedNode(subject)
        for other in entity.replaces:
            yield iris.canonical_entity(other), v.DCTERMS_IS_REPLACED_BY, NamedNode(subject)
    for judgement in resolution.judgements:
        yield from _machine_judgement_facts(judgement)


def _machine_judgement_facts(judgement: Judgement) -> Iterator[Fact]:
    subject = iris.judgement(judgement, machine=True)
    # What tells it from a person's when graph names are lost.
    yield subject, v.RDF_TYPE, NamedNode(v.MACHINE_JUDGEMENT_CLASS)
    yield from judgement_facts(subject, judgement)


def _statements_facts(statements: Iterable[Statement]) -> Iterator[Fact]:
    for statement in statements:
        subject = iris.statement(statement.id)
        yield from _statement_facts(subject, statement)
        for attestation in statement.attestations:
            yield iris.attestation(attestation), v.ATTESTS, NamedNode(subject)
        for claimant in statement.claimants:
            yield iris.canonical_entity(claimant), v.CLAIMS, NamedNode(subject)
        for denier in statement.deniers:
            yield iris.canonical_entity(denier), v.DENIES, NamedNode(subject)


def _statement_facts(subject: str, statement: Statement) -> Iterator[Fact]:
    yield subject, v.RDF_TYPE, NamedNode(v.STATEMENT_CLASS)
    if statement.subject is not None:
        yield subject, v.RDF_SUBJECT, NamedNode(iris.canonical_entity(statement.subject))
    yield subject, v.RDF_PREDICATE, member(statement.relation)
    yield subject, v.RDF_OBJECT, NamedNode(iris.canonical_entity(statement.object))
    yield subject, v.STATUS, member(statement.status)


def _edges(statements: Iterable[Statement]) -> Iterator[Quad]:
    for statement in statements:
        name = _edge_graph(statement)
        if name and statement.subject is not None:
            yield from in_graph(name, [_edge(statement.subject, statement.relation, statement.object)])


def _edge(subject: str, relation: Relation, target: str) -> Fact:
    return iris.canonical_entity(subject), v.term(relation), NamedNode(iris.canonical_entity(target))


def _edge_graph(statement: Statement) -> str | None:
    """The graph of the statement's direct edge: none where no one asserts it."""
    if statement.direct:
        return iris.EDGES_GRAPH
    return iris.CLAIMED_EDGES_GRAPH if statement.status in {Status.CLAIMED, Status.DISPUTED} else None
