from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from network_sample import judge, read_sample, resolve
from test_network_analyse import network

from kg.network import network_of
from kg.network.bends import bends
from kg.network.layout import node_size, positions


@pytest.fixture(scope="module")
def dossier() -> nx.MultiDiGraph:
    graph = read_sample()
    resolution = resolve(graph)
    return network_of(graph, resolution, judge(graph, resolution))


def test_every_node_has_a_place_of_its_own(dossier):
    places = positions(dossier)
    assert list(places) == sorted(dossier)
    for (one, (x, y)), (other, (other_x, other_y)) in combinations(places.items(), 2):
        reach = node_size(dossier.nodes[one]["statements"]) + node_size(dossier.nodes[other]["statements"])
        assert max(abs(x - other_x), abs(y - other_y)) >= reach, (one, other)


def test_allies_stand_nearer_to_each_other_than_enemies_do():
    ties = [f"{one} alliedWith {other}" for side in ("abc", "xyz") for one, other in combinations(side, 2)]
    places = positions(network(*ties, "a attacks x"))

    def distance(one: str, other: str) -> float:
        return sum((a - b) ** 2 for a, b in zip(places[one], places[other], strict=True)) ** 0.5

    assert max(distance("a", "b"), distance("x", "y")) < distance("b", "y")


def test_who_shares_no_statement_stands_below():
    made = network("a attacks b")
    made.add_nodes_from([(name, {"label": name, "statements": 1}) for name in "pqrst"])
    places = positions(made)
    assert min(places[name][1] for name in "pqrst") > max(places["a"][1], places["b"][1])
    assert len({places[name] for name in "pqrst"}) == 5


@pytest.mark.parametrize("lines", [[], ["a attacks a"], ["a attacks b"], ["a attacks b", "c attacks d"]])
def test_the_smallest_networks_have_places_too(lines):
    made = network(*lines)
    assert len(set(positions(made).values())) == len(made)


@pytest.mark.parametrize(("statements", "size"), [(0, 8), (1, 11), (4, 14), (16, 21), (10_000, 30)])
def test_a_node_grows_with_its_statements(statements, size):
    assert node_size(statements) == size


@given(ends=st.lists(st.sampled_from([("a", "b"), ("b", "a"), ("a", "a")]), max_size=12))
@settings(deadline=None, derandomize=True)
def test_no_edge_of_a_pair_covers_another(ends):
    made = network(*(f"{subject} attacks {target}" for subject, target in ends))
    bent = bends(made, {"a": (0, 0), "b": (200, 0)})
    assert set(bent) == {key for *_, key in made.edges(keys=True)}
    # Seen from a, an edge from b bends the other way.
    curves = [
        bent[key] if subject == "a" else -bent[key]
        for subject, target, key in made.edges(keys=True)
        if subject != target
    ]
    assert len(curves) == len(set(curves))
    assert all(abs(curve) < 1 for curve in curves)


def test_an_edge_leans_aside_for_a_node_in_its_way():
    made = network("a attacks b", "c attacks d")
    free = {"a": (0, 0), "b": (400, 0), "c": (0, 300), "d": (400, 300)}
    assert bends(made, free) == {"0": 0.0, "1": 0.0}
    assert bends(made, free | {"c": (200, 0)})["0"] != 0.0
