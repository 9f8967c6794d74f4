"""What follows from a graph, as quads."""

from decimal import Decimal

import pytest
from pyoxigraph import NamedNode

from kg.identity import resolve
from kg.merge import to_statements
from kg.model import (
    CanonicalEntity,
    EntityType,
    Judgement,
    KnowledgeGraph,
    Outcome,
    Relation,
    Resolution,
    Statement,
    Status,
)
from kg.rdf import iris
from kg.rdf import vocabulary as v
from kg.rdf.derived import content_digest, derived_quads, freshness_quads, is_out_of_date
from kg.rdf.encode import to_quads

GNA, GHARYAN, LNA = "gna-1", "gharyan-1", "lna-1"


def derive(*statements, judgements=()):
    return list(derived_quads(KnowledgeGraph(), Resolution(judgements=judgements), statements))


def edges(quads):
    return {
        (quad.graph_name.value, *(term.value for term in quad.triple))
        for quad in quads
        if quad.graph_name.value in (iris.EDGES_GRAPH, iris.CLAIMED_EDGES_GRAPH)
    }


@pytest.mark.parametrize(
    ("status", "direct", "expected"),
    [
        (Status.ASSERTED, True, iris.EDGES_GRAPH),
        (Status.DISPUTED, True, iris.EDGES_GRAPH),
        (Status.DISPUTED, False, iris.CLAIMED_EDGES_GRAPH),
        (Status.CLAIMED, False, iris.CLAIMED_EDGES_GRAPH),
        (Status.DENIED, False, None),
        (Status.PLANNED, False, None),
        (Status.POSSIBLE, False, None),
    ],
)
def test_an_edge_stands_in_the_graph_of_who_asserts_it(status, direct, expected):
    statement = Statement("s", GNA, Relation.SEIZES, GHARYAN, ("a",), status, direct=direct)
    triple = (iris.canonical_entity(GNA), f"{v.KG}seizes", iris.canonical_entity(GHARYAN))
    assert edges(derive(statement)) == ({(expected, *triple)} if expected else set())


def test_a_statement_without_a_subject_has_no_edge():
    statement = Statement("s", None, Relation.KILLS, GHARYAN, ("a",), Status.ASSERTED, direct=True)
    quads = derive(statement)
    assert edges(quads) == set()
    assert not [quad for quad in quads if quad.predicate.value == v.RDF_SUBJECT]


def test_a_symmetric_relation_has_one_edge_in_the_order_of_its_statement():
    statement = Statement("s", LNA, Relation.CLASHES_WITH, GNA, ("a",), Status.ASSERTED, direct=True)
    expected = (iris.EDGES_GRAPH, iris.canonical_entity(LNA), f"{v.KG}clashesWith", iris.canonical_entity(GNA))
    assert edges(derive(statement)) == {expected}


def test_a_statement_is_written_with_who_attests_claims_and_denies_it():
    statement = Statement(
        "s", GNA, Relation.SEIZES, GHARYAN, ("a", "b"), Status.DISPUTED, claimants=(GNA,), deniers=(LNA,)
    )
    written = {
        (quad.subject.value, quad.predicate.value, quad.object.value)
        for quad in derive(statement)
        if quad.graph_name.value == iris.STATEMENTS_GRAPH
    }
    subject = iris.statement("s")
    assert written == {
        (subject, v.RDF_TYPE, v.STATEMENT_CLASS),
        (subject, v.RDF_SUBJECT, iris.canonical_entity(GNA)),
        (subject, v.RDF_PREDICATE, f"{v.KG}seizes"),
        (subject, v.RDF_OBJECT, iris.canonical_entity(GHARYAN)),
        (subject, v.STATUS, f"{v.KG}disputed"),
        (iris.attestation("a"), v.ATTESTS, subject),
        (iris.attestation("b"), v.ATTESTS, subject),
        (iris.canonical_entity(GNA), v.CLAIMS, subject),
        (iris.canonical_entity(LNA), v.DENIES, subject),
    }


def test_a_judgement_of_the_machine_is_marked_as_one():
    judgement = Judgement("gna-a", "gna-b", Outcome.SAME, "machine", "same name", Decimal("0.97"))
    quads = derive(judgements=(judgement,))
    types = {quad.object.value for quad in quads if quad.predicate.value == v.RDF_TYPE}
    assert types == {v.JUDGEMENT_CLASS, v.MACHINE_JUDGEMENT_CLASS}
    assert {quad.graph_name.value for quad in quads} == {iris.RESOLUTION_GRAPH}


def test_the_other_ids_of_an_entity_lead_to_the_one_that_counts():
    haftar = CanonicalEntity("haftar-1", "Haftar", EntityType.PERSON, ("Haftar",), ("a",), replaces=("hifter-2",))
    quads = list(derived_quads(KnowledgeGraph(), Resolution((haftar,)), ()))
    replaced = {(quad.subject.value, quad.object.value) for quad in quads if "isReplacedBy" in quad.predicate.value}
    assert replaced == {(iris.canonical_entity("hifter-2"), iris.canonical_entity("haftar-1"))}


def test_a_claim_and_its_denial_make_one_disputed_statement(graph):
    resolution = resolve(graph)
    quads = list(derived_quads(graph, resolution, to_statements(graph, resolution)))
    attested = {quad.subject.value: quad.object for quad in quads if quad.predicate.value == v.ATTESTS}
    seizure = attested[iris.attestation("att-1")]
    assert attested[iris.attestation("att-3")] == seizure
    status = [quad.object.value for quad in quads if quad.subject == seizure and quad.predicate.value == v.STATUS]
    assert status == [f"{v.KG}disputed"]
    sides = {quad.predicate.value: quad.subject.value for quad in quads if quad.object == seizure}
    assert sides[v.CLAIMS] == iris.canonical_entity(resolution.canonical["juwaili-a"])
    assert sides[v.DENIES] == iris.canonical_entity(resolution.canonical["lna-b"])
    runs = [quad.subject.value for quad in quads if quad.object == NamedNode(v.RUN_CLASS)]
    assert runs == [iris.run("kg 0.1.0 & model")]


def test_the_content_digest_follows_articles_and_judgements(graph):
    whole, rest = KnowledgeGraph(graph.articles), KnowledgeGraph(graph.articles[:1])
    digests = {content_digest(to_quads(each)) for each in (graph, whole, rest, KnowledgeGraph())}
    assert len(digests) == 4
    assert content_digest(reversed(list(to_quads(graph)))) in digests


def test_freshness_is_that_of_what_is_stored(graph):
    stored = list(to_quads(graph))
    assert not is_out_of_date(freshness_quads(stored), stored)
    assert is_out_of_date(freshness_quads(stored), to_quads(KnowledgeGraph(graph.articles)))
    assert is_out_of_date([], stored)
