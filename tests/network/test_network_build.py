import networkx as nx
import pytest
from network_sample import judge, read_sample, resolve

from kg.identity import resolve as merge_resolve
from kg.merge import to_statements, voices_of
from kg.model import KnowledgeGraph, Relation
from kg.network import network_of, to_network

GRAPH = read_sample()
RESOLUTION = resolve(GRAPH)
STATEMENTS = judge(GRAPH, RESOLUTION)


def told(network, subject, relation, target):
    return next(
        edge for edge in network.get_edge_data(subject, target, default={}).values() if edge["relation"] == relation
    )


def test_a_node_is_an_entity_with_its_names_and_statements():
    network = network_of(GRAPH, RESOLUTION, STATEMENTS)
    node = network.nodes["gna-forces"]
    assert (node["label"], node["type"]) == ("GNA forces", "ArmedGroup")
    assert node["names"] == ("GNA forces", "forces loyal to the Tripoli government")
    assert node["statements"] == network.degree("gna-forces") == 12


def test_an_edge_is_a_statement_with_the_words_of_every_article():
    network = network_of(GRAPH, RESOLUTION, STATEMENTS)
    edge = told(network, "libyan-national-army", "attacks", "gna-forces")
    assert edge["status"] == "asserted"
    assert {said.words for said in edge["attestations"]} == {
        "attacked GNA forces at dawn",
        "attacked GNA forces west of Sirte",
    }
    assert {said.article.id for said in edge["attestations"]} == {"front", "sirte"}
    assert {statement.id for statement in STATEMENTS if statement.subject} == {
        key for *_, key in network.edges(keys=True)
    }


def test_a_statement_without_subject_hangs_at_its_object():
    node = network_of(GRAPH, RESOLUTION, STATEMENTS).nodes["fourteen-migrants"]
    assert [statement["relation"] for statement in node["subject_unnamed"]] == ["kills"]
    assert node["subject_unnamed"][0]["attestations"][0].words == "killed fourteen migrants"
    assert node["statements"] == 2


def test_who_only_says_something_is_a_node_without_statements():
    node = network_of(GRAPH, RESOLUTION, STATEMENTS).nodes["witnesses"]
    assert node["statements"] == 0
    assert len(node["says"]) == 1


def test_a_node_knows_what_it_says_and_what_it_denies():
    network = network_of(GRAPH, RESOLUTION, STATEMENTS)
    denied = set(network.nodes["ahmed-al-mismari"]["denies"])
    relations = [network.edges[edge]["relation"] for edge in network.edges(keys=True) if edge[2] in denied]
    assert sorted(relations) == ["attacks", "withdrewFrom"]
    assert len(network.nodes["ahmed-al-mismari"]["says"]) == 2


def test_only_the_relations_asked_for_are_kept():
    network = network_of(GRAPH, RESOLUTION, STATEMENTS, relations={Relation.COMMANDS})
    assert {relation for *_, relation in network.edges(data="relation")} == {"commands"}
    assert "tripoli" not in network
    assert network.graph == {"articles": 9, "statements": 5}


def test_without_claims_every_statement_has_an_article_that_makes_it_itself():
    network = network_of(GRAPH, RESOLUTION, STATEMENTS, claimed=False)
    assert all(any(not said.speakers for said in edge["attestations"]) for *_, edge in network.edges(data=True))
    assert network.graph["statements"] == len(STATEMENTS) - 13


def test_the_order_of_the_input_does_not_matter():
    one = network_of(GRAPH, RESOLUTION, STATEMENTS)
    other = network_of(GRAPH, RESOLUTION, reversed(STATEMENTS))
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(keys=True)) == list(other.edges(keys=True))


def test_the_network_of_a_graph_follows_its_resolution():
    resolution = merge_resolve(GRAPH)
    statements = to_statements(GRAPH, resolution, voices_of(each.article for each in GRAPH.articles))
    expected = network_of(GRAPH, resolution, statements, claimed=False)
    found = to_network(GRAPH, claimed=False)
    assert nx.utils.graphs_equal(found, expected)
    assert len(found) > 20


@pytest.mark.parametrize("relations", [None, set()])
def test_nothing_gives_an_empty_network(relations):
    empty = KnowledgeGraph()
    assert len(network_of(empty, resolve(empty), (), relations=relations)) == 0


def test_an_edge_counts_articles_and_independent_voices():
    resolution = merge_resolve(GRAPH)
    voices = dict.fromkeys((each.article.digest for each in GRAPH.articles), "wire")
    network = network_of(GRAPH, resolution, to_statements(GRAPH, resolution, voices))
    counts = [(edge["articles"], edge["voices"]) for *_, edge in network.edges(data=True)]
    assert {voices for _, voices in counts} == {1}
    assert max(articles for articles, _ in counts) > 1
