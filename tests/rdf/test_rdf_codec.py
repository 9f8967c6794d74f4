"""What is written for one graph, checked by hand, and what is said of RDF that is broken."""

from dataclasses import replace
from datetime import date

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg.errors import StoreError
from kg.model import Article, ArticleGraph, KnowledgeGraph, Relation
from kg.rdf import iris
from kg.rdf import vocabulary as v
from kg.rdf.decode import from_quads
from kg.rdf.encode import to_quads

ENTITY, SPAN = iris.article_entity, iris.span


def values(quads, subject, predicate):
    found = [quad.object.value for quad in quads if quad.subject.value == subject and quad.predicate.value == predicate]
    return sorted(found)


@pytest.fixture
def quads(graph: KnowledgeGraph) -> list[Quad]:
    return list(to_quads(graph))


def test_an_article_is_written(quads, claim):
    article = claim.article
    subject = iris.article(article.digest)
    expected = {
        v.RDF_TYPE: v.ARTICLE_CLASS,
        v.DCTERMS_IDENTIFIER: "gharyan-01",
        v.DCTERMS_TITLE: "Gharyan falls",
        v.DCTERMS_ISSUED: "2019-08-28",
        v.DCTERMS_PUBLISHER: "The Daily Harbour",
        v.SCHEMA_URL: "https://harbour.example/gharyan",
        v.TEXT: article.text,
        v.PROV_GENERATED_BY: "https://w3id.org/conflict-kg/id/run/kg%200.1.0%20%26%20model",
    }
    assert {predicate: values(quads, subject, predicate) for predicate in expected} == {
        predicate: [value] for predicate, value in expected.items()
    }


def test_an_attestation_is_written(quads, claim):
    home = claim.article.digest
    subject = iris.attestation("att-1")
    expected = {
        v.RDF_TYPE: [v.ATTESTATION_CLASS],
        v.IN_ARTICLE: [iris.article(home)],
        v.RELATION: [f"{v.KG}seizes"],
        v.SUBJECT: [ENTITY("gna-a")],
        v.SUBJECT_SPAN: [SPAN(home, 0, 7)],
        v.OBJECT: [ENTITY("gharyan-a")],
        v.OBJECT_SPAN: [SPAN(home, 15, 22)],
        v.PROV_DERIVED_FROM: [SPAN(home, 0, 32)],
        v.FACTUALITY: [f"{v.KG}asserted"],
        v.CONFIDENCE: ["0.9"],
        v.FRAME: ["seize"],
        v.ATTRIBUTED_TO: [ENTITY("juwaili-a")],
        v.ATTRIBUTION: [iris.attribution("att-1", 1)],
        v.TIME_TEXT: ["on Monday"],
        v.EARLIEST: ["2019-08-26"],
        v.LATEST: ["2019-08-26"],
        v.TIME_PRECISION: [f"{v.KG}day"],
    }
    written = {quad.predicate.value for quad in quads if quad.subject.value == subject}
    assert {predicate: values(quads, subject, predicate) for predicate in written} == expected


def test_what_is_unknown_is_not_written(quads):
    subject = iris.attestation("att-2")
    written = {quad.predicate.value for quad in quads if quad.subject.value == subject}
    assert {v.PLACE, v.INSTRUMENT, v.LOW} <= written
    assert not {v.SUBJECT, v.SUBJECT_SPAN, v.HIGH, v.TIME_TEXT, v.ATTRIBUTED_TO, v.FRAME} & written


def test_speakers_are_ranked_from_the_innermost(claim):
    attestation = replace(claim.attestations[0], attributed_to=("juwaili-a", "gna-a", "juwaili-a"))
    told = replace(claim, attestations=(attestation,))
    quads = list(to_quads(KnowledgeGraph((told,))))
    ranks = [values(quads, iris.attribution("att-1", rank), v.SPEAKER) for rank in (1, 2, 3, 4)]
    assert ranks == [[ENTITY("juwaili-a")], [ENTITY("gna-a")], [ENTITY("juwaili-a")], []]
    assert values(quads, iris.attestation("att-1"), v.ATTRIBUTED_TO) == [ENTITY("gna-a"), ENTITY("juwaili-a")]


def test_judgements_stand_in_their_own_graph(quads):
    names = {quad.graph_name.value for quad in quads if quad.predicate.value == v.JUDGED_BY}
    assert names == {iris.JUDGEMENTS_GRAPH}


def test_the_content_digest_tells_readings_apart(claim):
    def content_digest(graph):
        return values(to_quads(KnowledgeGraph((graph,))), iris.article(graph.article.digest), v.CONTENT_DIGEST)

    other = replace(claim, attestations=claim.attestations[:1])
    assert content_digest(claim) == content_digest(replace(claim)) != content_digest(other)


def test_half_a_surrogate_pair_is_a_clear_error():
    broken = KnowledgeGraph((ArticleGraph(Article("a", "Gharyan \ud83d")),))
    with pytest.raises(StoreError, match=r"not valid Unicode.*repair the encoding"):
        list(to_quads(broken))


def without(quads, subject, predicate):
    return [quad for quad in quads if (quad.subject.value, quad.predicate.value) != (subject, predicate)]


def with_value(quads, subject, predicate, value):
    return [*without(quads, subject, predicate), Quad(NamedNode(subject), NamedNode(predicate), value)]


@pytest.mark.parametrize(
    ("subject", "predicate", "cause"),
    [
        (iris.attestation("att-1"), v.RELATION, "has no kg:relation"),
        (iris.attestation("att-1"), v.OBJECT, "has no kg:object"),
        (iris.attestation("att-1"), v.OBJECT_SPAN, "has no kg:objectSpan"),
        (iris.attestation("att-1"), v.SUBJECT_SPAN, "has no kg:subjectSpan"),
        (iris.attestation("att-1"), v.PROV_DERIVED_FROM, "has no prov:wasDerivedFrom"),
        (iris.attestation("att-1"), v.FACTUALITY, "has no kg:factuality"),
        (iris.attestation("att-1"), v.CONFIDENCE, "has no kg:confidence"),
        (iris.attestation("att-1"), v.IN_ARTICLE, "has no kg:inArticle"),
        (iris.attestation("att-1"), v.ATTRIBUTED_TO, "is attributed to other speakers"),
        (iris.attribution("att-1", 1), v.RANK, "has no kg:rank"),
        (ENTITY("gna-a"), v.ENTITY_TYPE, "has no kg:entityType"),
        (ENTITY("gna-a"), v.RDFS_LABEL, "has no rdfs:label"),
    ],
)
def test_a_missing_property_is_named(quads, subject, predicate, cause):
    with pytest.raises(StoreError, match=cause):
        from_quads(without(quads, subject, predicate))


@pytest.mark.parametrize(
    ("subject", "predicate", "value", "cause"),
    [
        (iris.attestation("att-1"), v.RELATION, NamedNode(f"{v.KG}conquers"), "kg:conquers as kg:relation, which the"),
        (iris.attestation("att-1"), v.RELATION, NamedNode("http://e.x/attacks"), "<http://e.x/attacks> as kg:relation"),
        (iris.attestation("att-1"), v.RELATION, Literal("attacks"), "which is not an IRI"),
        (iris.attestation("att-1"), v.RELATION, BlankNode("b"), "which is not an IRI"),
        (iris.attestation("att-1"), v.FACTUALITY, NamedNode(f"{v.KG}claimed"), "kg:claimed as kg:factuality"),
        (iris.attestation("att-1"), v.CONFIDENCE, Literal("high"), "'high' as kg:confidence, which is not a number"),
        (iris.attestation("att-1"), v.CONFIDENCE, Literal("Infinity"), "which is not a number"),
        (iris.attestation("att-1"), v.EARLIEST, Literal("Monday"), "'Monday' as kg:earliest, which is not a day"),
        (iris.attestation("att-1"), v.TIME_PRECISION, NamedNode(f"{v.KG}hour"), "kg:hour as kg:timePrecision"),
        (iris.attestation("att-1"), v.SUBJECT, NamedNode("http://e.x/gna"), "not an IRI of the kind mention-entity"),
        (iris.attestation("att-1"), v.OBJECT_SPAN, NamedNode("http://e.x/span"), "words <http://e.x/span>, which are"),
        (iris.attestation("att-1"), v.IN_ARTICLE, NamedNode("http://e.x/a"), "article <http://e.x/a>, which is not"),
        (iris.attestation("att-1"), v.ATTRIBUTION, NamedNode("http://e.x/a"), "attribution <http://e.x/a>, which is"),
        (iris.attestation("att-2"), v.LOW, Literal("ten"), "'ten' as kg:low, which is not a whole number"),
        (ENTITY("gna-a"), v.RDFS_LABEL, NamedNode("http://e.x/gna"), "which is not a literal"),
        (ENTITY("gna-a"), v.ENTITY_TYPE, NamedNode(f"{v.KG}Navy"), "kg:Navy as kg:entityType"),
    ],
)
def test_a_malformed_property_is_named(quads, subject, predicate, value, cause):
    with pytest.raises(StoreError, match=cause):
        from_quads(with_value(quads, subject, predicate, value))


def test_a_doubled_property_is_named(quads):
    doubled = Quad(NamedNode(iris.attestation("att-1")), NamedNode(v.RELATION), NamedNode(v.term(Relation.ATTACKS)))
    with pytest.raises(StoreError, match="has 2 values of kg:relation where one is allowed"):
        from_quads([*quads, doubled])


def test_an_article_whose_text_was_changed_is_refused(quads, claim):
    subject = iris.article(claim.article.digest)
    with pytest.raises(StoreError, match="has another text"):
        from_quads(with_value(quads, subject, v.TEXT, Literal("The GNA lost Gharyan.")))


def test_what_is_said_twice_is_read_once(quads, graph):
    again = [Quad(*quad.triple, NamedNode("http://example.org/copy")) for quad in quads]
    assert from_quads([*quads, *again]) == graph


def test_quads_that_are_none_of_ours_are_ignored(quads, graph):
    foreign = [
        Quad(BlankNode("b"), NamedNode(v.RDFS_LABEL), Literal("x")),
        Quad(NamedNode("http://e.x/s"), NamedNode("http://e.x/p"), Literal("x")),
    ]
    assert from_quads([*foreign, *quads]) == graph


def test_nothing_is_an_empty_graph():
    assert from_quads([]) == KnowledgeGraph()
    assert list(to_quads(KnowledgeGraph())) == []


def test_the_first_day_of_the_calendar_is_kept():
    graph = KnowledgeGraph((ArticleGraph(Article("a", "Gharyan.", published=date(1, 1, 1))),))
    assert from_quads(to_quads(graph)) == graph
