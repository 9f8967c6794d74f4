"""What must hold of writing any knowledge graph as RDF and reading it back."""

import pyoxigraph
import pytest
from hypothesis import Phase, given, settings
from strategies import article_graphs, knowledge_graphs

from kg.model import ArticleGraph, KnowledgeGraph
from kg.rdf import dataset, files, iris
from kg.rdf.decode import from_quads
from kg.rdf.encode import article_quads, to_quads
from kg.rdf.validate import validate_quads


@given(knowledge_graphs())
def test_decoding_is_the_inverse_of_encoding(graph: KnowledgeGraph):
    assert from_quads(to_quads(graph)) == graph


@given(knowledge_graphs())
def test_decoding_ignores_what_is_derived(graph: KnowledgeGraph):
    assert from_quads(dataset.all_quads(graph)) == graph


@given(knowledge_graphs())
def test_graph_names_do_not_matter(graph: KnowledgeGraph):
    assert from_quads(pyoxigraph.Quad(*quad.triple) for quad in dataset.all_quads(graph)) == graph


@given(knowledge_graphs())
@settings(max_examples=25)
@pytest.mark.parametrize("suffix", sorted(files.FORMATS))
def test_every_format_keeps_every_character(suffix: str, graph: KnowledgeGraph):
    written = files.to_bytes(dataset.all_quads(graph), files.FORMATS[suffix])
    assert from_quads(pyoxigraph.parse(written, format=files.FORMATS[suffix])) == graph


@given(knowledge_graphs())
@settings(max_examples=25)
@pytest.mark.parametrize("suffix", sorted(files.FORMATS))
def test_the_order_of_quads_does_not_change_the_bytes(suffix: str, graph: KnowledgeGraph):
    quads = list(dataset.all_quads(graph))
    assert files.to_bytes(quads, files.FORMATS[suffix]) == files.to_bytes(reversed(quads), files.FORMATS[suffix])


@given(knowledge_graphs())
@settings(max_examples=30)
@pytest.mark.parametrize("store", ["oxigraph", "memory"])
def test_a_dataset_holds_the_whole_graph(store, graph: KnowledgeGraph):
    assert dataset.from_dataset(dataset.to_dataset(graph, store)) == graph


@given(knowledge_graphs())
def test_a_triple_stands_in_one_graph_only(graph: KnowledgeGraph):
    quads = list(dataset.all_quads(graph))
    assert len({quad.triple for quad in quads}) == len(quads)


@given(knowledge_graphs())
def test_there_are_no_blank_nodes(graph: KnowledgeGraph):
    for quad in dataset.all_quads(graph):
        assert isinstance(quad.subject, pyoxigraph.NamedNode)
        assert not isinstance(quad.object, pyoxigraph.BlankNode)


@given(article_graphs())
def test_dropping_an_articles_graph_retracts_the_article(graph: ArticleGraph):
    name = pyoxigraph.NamedNode(iris.article_graph(graph.article.digest))
    assert {quad.graph_name for quad in article_quads(graph)} == {name}


@given(knowledge_graphs(max_articles=2))
@settings(max_examples=12, phases=(Phase.generate,))  # a check takes a second: no shrinking
def test_whatever_is_written_conforms(graph: KnowledgeGraph):
    breaches = validate_quads(dataset.all_quads(graph))
    assert [breach for breach in breaches if breach.severity != "Warning"] == []
