"""Whether what is derived follows from what is stored."""

from pyoxigraph import Literal, NamedNode, Quad

from kg.model import KnowledgeGraph
from kg.rdf import iris
from kg.rdf import vocabulary as v
from kg.rdf.encode import article_quads, judgement_quads, to_quads
from kg.rdf.freshness import fingerprint, freshness_quads, recorded


def test_the_fingerprint_follows_articles_and_judgements(graph):
    parts = (graph, KnowledgeGraph(graph.articles), KnowledgeGraph(graph.articles[:1]), KnowledgeGraph())
    assert len({fingerprint(to_quads(each)) for each in parts}) == 4
    assert fingerprint(reversed(list(to_quads(graph)))) == fingerprint(to_quads(graph))


def test_the_fingerprint_of_a_whole_is_the_sum_of_its_parts(graph):
    parts = [*map(article_quads, graph.articles), judgement_quads(graph.judgements)]
    assert sum(map(fingerprint, parts)) % (1 << 64) == fingerprint(to_quads(graph))


def test_what_is_recorded_is_read_again():
    for number in (0, 7, -1, (1 << 64) + 5):
        assert recorded(freshness_quads(number)) == number % (1 << 64)


def test_what_another_program_derived_tells_nothing():
    store, name = NamedNode(iris.STORE), NamedNode(iris.RUNS_GRAPH)
    quads = list(freshness_quads(7))
    for predicate, value in ((v.DERIVED_BY, "kg 0.0.1"), (v.DERIVED_FROM_DIGEST, "no number")):
        others = [quad for quad in quads if quad.predicate.value != predicate]
        assert recorded(others) is None
        assert recorded([*others, Quad(store, NamedNode(predicate), Literal(value), name)]) is None


def test_what_an_older_version_wrote_tells_nothing():
    assert recorded([*freshness_quads(7), version_quad(v.VERSION)]) == 7
    assert recorded([*freshness_quads(7), version_quad("1.0.0")]) is None


def version_quad(version):
    told = NamedNode(f"{v.ONTOLOGY}/{version}")
    return Quad(NamedNode(iris.STORE), NamedNode(v.DCTERMS_CONFORMS_TO), told, NamedNode(iris.RUNS_GRAPH))
