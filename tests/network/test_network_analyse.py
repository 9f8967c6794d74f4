import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from network_sample import judge, read_sample, resolve

from kg.network import aggregate, camps, centrality, network_of
from kg.network.analyse import Centrality

NOTHING = {"names": (), "says": (), "denies": (), "subject_unnamed": ()}


def network(*lines: str, status: str = "asserted") -> nx.MultiDiGraph:
    """A network of lines such as "a attacks b"."""
    made = nx.MultiDiGraph(articles=1, statements=len(lines))
    for key, line in enumerate(lines):
        subject, relation, target = line.split()
        for node in (subject, target):
            statements = made.nodes[node]["statements"] if node in made else 0
            made.add_node(node, label=node, type="ArmedGroup", statements=statements + 1, **NOTHING)
        made.add_edge(
            subject, target, key=str(key), relation=relation, status=status, articles=1, voices=1, attestations=()
        )
    return made


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["a alliedWith b", "c backedBy d"], (("a", "b"), ("c", "d"))),
        (["a commands b", "c memberOf b", "d attacks a"], (("a", "b", "c"),)),
        (["a alliedWith b", "b alliedWith c", "a attacks c"], (("a", "b", "c"),)),
        (["a alliedWith b", "b alliedWith c", "c backedBy b", "a attacks c", "c clashesWith a"], (("b", "c"),)),
        (["a alliedWith b", "b attacks a", "a memberOf c", "b memberOf c"], (("a", "b", "c"),)),
        (["a alliedWith b", "b attacks a"], ()),
        (["a accuses b", "a alliedWith b"], (("a", "b"),)),
        (["a alliedWith a"], ()),
        (["a attacks b"], ()),
    ],
)
def test_camps(lines, expected):
    assert camps(network(*lines)) == expected


def test_what_is_denied_or_planned_ties_nobody():
    assert camps(network("a alliedWith b", status="denied")) == ()
    assert camps(network("a alliedWith b", status="claimed")) == (("a", "b"),)


def test_the_two_sides_of_the_dossier_stand_apart():
    graph = read_sample()
    first, second, *_ = camps(network_of(graph, resolve(graph), judge(graph, resolve(graph))))
    assert {"libyan-national-army", "khalifa-haftar", "wagner-group", "highland-ninth-brigade"} <= set(first)
    assert {"gna-forces", "turkey", "fayez-al-sarraj", "coastal-shield-brigade"} <= set(second)


LINES = st.lists(
    st.tuples(
        st.sampled_from("abcdef"), st.sampled_from(["alliedWith", "attacks", "commands"]), st.sampled_from("abcdef")
    ),
    max_size=14,
).map(lambda triples: [" ".join(triple) for triple in triples])


@given(lines=LINES)
@settings(deadline=None, derandomize=True)
def test_camps_are_disjoint_and_do_not_hang_on_the_order(lines):
    found = camps(network(*lines))
    members = [member for camp in found for member in camp]
    assert len(members) == len(set(members))
    assert all(len(camp) > 1 for camp in found)
    assert found == camps(network(*reversed(lines)))


def test_who_stands_in_the_middle_is_central():
    found = centrality(network("a attacks b", "b attacks c", "b attacks c", "b locatedIn d", "e attacks e"))
    assert found == {
        "a": Centrality(1, 0.0),
        "b": Centrality(2, 0.166667),
        "c": Centrality(1, 0.0),
        "d": Centrality(0, 0.0),
        "e": Centrality(0, 0.0),
    }


def test_a_small_network_is_not_folded():
    small = network("a attacks b")
    assert aggregate(small, limit=2) is small


def test_the_most_connected_stay_and_the_rest_is_counted():
    folded = aggregate(network("a attacks b", "a attacks c", "b attacks c", "c attacks d", "d attacks e"), limit=3)
    assert list(folded) == ["a", "b", "c"]
    assert folded.graph["folded"] == 2
    assert dict(folded.nodes(data="folded")) == {"a": 0, "b": 0, "c": 1}


def test_betweenness_of_a_large_network_is_the_same_on_every_run():
    ring = [f"n{place} attacks n{(place + 1) % 260}" for place in range(260)]
    assert centrality(network(*ring)) == centrality(network(*ring))
