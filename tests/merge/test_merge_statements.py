"""How statements stand over their attestations, by a table of what is said."""

import pytest
from merge_corpus import article_graph, attestation, entity

from kg.identity import resolve
from kg.merge import merge, voices_of
from kg.merge import to_statements as statements_of
from kg.model import EntityType, KnowledgeGraph, Relation, Status

STATE = EntityType.STATE


def to_statements(graph):
    return statements_of(graph, resolve(graph), voices_of(each.article for each in graph.articles))


def statements(*said):
    """The statements of articles a, b, … that each say, with a force and by speakers, that Haftar attacks Libya."""
    graphs = []
    for article, (factuality, *speakers) in zip("abcdef", said, strict=False):
        known = [entity(article, "Khalifa Haftar"), entity(article, "Libya", kind=STATE)]
        known += [entity(article, speaker) for speaker in speakers]
        told = attestation(article, "Khalifa Haftar", "attacks", "Libya", factuality, speakers)
        graphs.append(KnowledgeGraph((article_graph(article, *known, attestations=[told]),)))
    graph = merge(*graphs)
    return to_statements(graph)


@pytest.mark.parametrize(
    ("said", "status", "direct"),
    [
        ([("asserted",)], Status.ASSERTED, True),
        ([("asserted", "Omar Ali")], Status.CLAIMED, False),
        ([("asserted", "Omar Ali"), ("asserted",)], Status.ASSERTED, True),
        ([("asserted",), ("negated",)], Status.DISPUTED, True),
        ([("asserted", "Omar Ali"), ("negated", "Said Musa")], Status.DISPUTED, False),
        ([("negated",)], Status.DENIED, False),
        ([("negated", "Omar Ali"), ("negated",)], Status.DENIED, False),
        ([("planned",)], Status.PLANNED, False),
        ([("planned",), ("possible",)], Status.PLANNED, False),
        ([("possible",), ("negated",)], Status.POSSIBLE, False),
        ([("possible",)], Status.POSSIBLE, False),
        ([("asserted",), ("planned",)], Status.ASSERTED, True),
    ],
)
def test_status(said, status, direct):
    (statement,) = statements(*said)
    assert (statement.status, statement.direct) == (status, direct)
    assert len(statement.attestations) == len(said)


def test_claimants_and_deniers_are_the_innermost_speakers():
    (statement,) = statements(("asserted", "Omar Ali", "Sami Nur"), ("asserted", "Omar Ali"), ("negated", "Said Musa"))
    assert [each.rsplit("-", 1)[0] for each in statement.claimants] == ["omar-ali"]
    assert [each.rsplit("-", 1)[0] for each in statement.deniers] == ["said-musa"]


def graph_of(*attestations):
    known = [entity("a", "Libya", kind=STATE), entity("a", "Turkey", kind=STATE)]
    return KnowledgeGraph((article_graph("a", *known, attestations=attestations),))


def test_symmetric_relations_have_one_statement_for_both_directions():
    graph = graph_of(
        attestation("a", "Libya", "alliedWith", "Turkey"), attestation("a", "Turkey", "alliedWith", "Libya")
    )
    (statement,) = to_statements(graph)
    assert statement.subject < statement.object
    assert len(statement.attestations) == 2


def test_other_relations_have_a_statement_for_each_direction():
    graph = graph_of(attestation("a", "Libya", "accuses", "Turkey"), attestation("a", "Turkey", "accuses", "Libya"))
    found = to_statements(graph)
    assert len(found) == 2
    assert [each.id for each in found] == sorted(each.id for each in found)


def test_a_statement_may_have_no_subject():
    graph = graph_of(attestation("a", None, "kills", "Libya"))
    (statement,) = to_statements(graph)
    assert (statement.subject, statement.relation) == (None, Relation.KILLS)


def test_the_id_is_that_of_subject_relation_and_object():
    graph = graph_of(attestation("a", "Libya", "attacks", "Turkey"))
    again = graph_of(attestation("a", "Libya", "attacks", "Turkey", "negated"))
    first, second = (to_statements(each)[0] for each in (graph, again))
    assert first.id == second.id
    assert (first.subject, first.relation, first.object) == (second.subject, second.relation, second.object)
