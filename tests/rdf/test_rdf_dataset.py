import pytest
import rdflib

from kg.errors import StoreError
from kg.rdf import iris
from kg.rdf import vocabulary as v
from kg.rdf.dataset import from_dataset, to_dataset

# rdflib 7.6 calls its own deprecated attributes.
pytestmark = pytest.mark.filterwarnings(r"ignore:Dataset\.\w+ is deprecated:DeprecationWarning")

STORES = ("oxigraph", "memory")


@pytest.mark.parametrize("store", STORES)
def test_the_default_graph_of_a_query_is_the_union(graph, store):
    rows = to_dataset(graph, store).query("SELECT ?words WHERE { ?a kg:relation kg:seizes ; kg:timeText ?words }")
    assert [str(row.words) for row in rows] == ["on Monday"]


@pytest.mark.parametrize("store", STORES)
def test_graphs_can_be_asked_for_by_name(graph, store):
    rows = to_dataset(graph, store).query("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }")
    articles = {iris.article_graph(each.article.digest) for each in graph.articles}
    derived = {*iris.DERIVED_GRAPHS} - {iris.EDGES_GRAPH}
    assert {str(row.g) for row in rows} == {*articles, *derived, iris.JUDGEMENTS_GRAPH}


def test_both_stores_hold_the_same_triples(graph):
    held = [{(*triple,) for triple in to_dataset(graph, store).triples((None, None, None))} for store in STORES]
    assert held[0] == held[1]


def test_a_dataset_without_graph_names_is_read(graph):
    plain = rdflib.Dataset()
    for subject, predicate, value, _ in to_dataset(graph, "memory").quads():
        plain.add((subject, predicate, value))
    assert from_dataset(plain) == graph


def test_a_broken_dataset_is_a_clear_error(graph):
    dataset = to_dataset(graph, "memory")
    dataset.remove((None, rdflib.URIRef(v.RELATION), None))
    with pytest.raises(StoreError, match="has no kg:relation"):
        from_dataset(dataset)
