"""What must hold of merging and resolving any graphs."""

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import article_graphs, articles, knowledge_graphs

from kg.errors import StoreError
from kg.identity import resolve
from kg.merge import merge, to_events, to_statements, voices_of
from kg.merge.reports import FAMILIES
from kg.model import KnowledgeGraph, Outcome


def merged(*graphs):
    """The union, or None where persons contradict each other."""
    try:
        return merge(*graphs)
    except StoreError:
        return None


@st.composite
def overlapping(draw):
    """Three graphs with readings of the same few articles, under several ids."""
    known = draw(st.lists(articles(), min_size=1, max_size=2))
    readings = st.lists(
        st.sampled_from(known).flatmap(article_graphs), max_size=3, unique_by=lambda one: one.article.digest
    )
    graphs = (draw(readings) for _ in range(3))
    return [KnowledgeGraph(tuple(sorted(each, key=lambda one: one.article.digest))) for each in graphs]


@settings(max_examples=20)
@given(overlapping())
def test_merging_overlapping_graphs_is_a_union(graphs):
    first, second, third = graphs
    assert merge(first, second) == merge(second, first)
    assert merge(merge(first, second), third) == merge(first, merge(second, third)) == merge(first, second, third)
    assert merge(first, first) == merge(first) == first


@settings(max_examples=20)
@given(knowledge_graphs(), knowledge_graphs(), knowledge_graphs())
def test_merging_is_commutative_and_associative_and_so_is_its_refusal(first, second, third):
    assert merged(first, second) == merged(second, first)
    left, right = merged(first, second), merged(second, third)
    whole = merged(first, second, third)
    assert whole == (left and merged(left, third)) == (right and merged(first, right))


@settings(max_examples=20)
@given(st.lists(knowledge_graphs(), max_size=3))
def test_nothing_is_lost(graphs):
    union = merged(*graphs)
    if union is not None:
        assert {each.article.digest for each in union.articles} == {
            each.article.digest for graph in graphs for each in graph.articles
        }
        assert set(union.judgements) == {each for graph in graphs for each in graph.judgements}


@settings(max_examples=25)
@given(knowledge_graphs(max_articles=4))
def test_every_entity_is_resolved_once(graph):
    resolution = resolve(graph)
    members = [member for entity in resolution.entities for member in entity.members]
    assert sorted(members) == sorted(entity.id for each in graph.articles for entity in each.entities)
    assert resolution.canonical == {member: entity.id for entity in resolution.entities for member in entity.members}
    assert len({entity.id for entity in resolution.entities}) == len(resolution.entities)
    for entity in resolution.entities:
        assert entity.label in entity.names


@settings(max_examples=25)
@given(knowledge_graphs(max_articles=4), st.randoms(use_true_random=False))
def test_the_order_of_articles_has_no_influence(graph, random):
    shuffled, judgements = list(graph.articles), list(graph.judgements)
    random.shuffle(shuffled)
    random.shuffle(judgements)
    assert resolve(KnowledgeGraph(tuple(shuffled), tuple(judgements))) == resolve(graph)


@settings(max_examples=25)
@given(knowledge_graphs(max_articles=4))
def test_what_persons_judge_different_is_never_one(graph):
    canonical = resolve(graph).canonical
    for each in graph.judgements:
        if each.by != "machine" and each.outcome is Outcome.DIFFERENT and {each.left, each.right} <= canonical.keys():
            assert canonical[each.left] != canonical[each.right]


@settings(max_examples=25)
@given(knowledge_graphs(max_articles=4))
def test_judgements_say_what_was_done(graph):
    resolution = resolve(graph)
    known = {f"entity:{one}": entity.id for entity in resolution.entities for one in (entity.id, *entity.replaces)}
    for each in resolution.judgements:
        together = known[each.left] == known[each.right]
        assert each.left < each.right
        assert each.by == "machine"
        assert each.reason
        assert together is (each.outcome is Outcome.SAME)
        assert 0 <= each.score <= 1


@settings(max_examples=25)
@given(knowledge_graphs(max_articles=4))
def test_every_attestation_attests_one_statement(graph):
    resolution = resolve(graph)
    statements = to_statements(graph, resolution, voices_of(each.article for each in graph.articles))
    attesting = [attestation for statement in statements for attestation in statement.attestations]
    assert sorted(attesting) == sorted({each.id for one in graph.articles for each in one.attestations})
    assert len({statement.id for statement in statements}) == len(statements)
    assert {statement.object for statement in statements} <= {entity.id for entity in resolution.entities}


@settings(max_examples=25)
@given(knowledge_graphs(max_articles=4), st.randoms(use_true_random=False))
def test_every_happening_is_reported_by_its_attestations_in_any_order(graph, random):
    resolution, voices = resolve(graph), voices_of(each.article for each in graph.articles)
    events = to_events(graph, resolution, voices)
    reporting = sorted(attestation for event in events for attestation in event.attestations)
    happening = {each.id for one in graph.articles for each in one.attestations if each.relation in FAMILIES}
    assert sorted(set(reporting)) == sorted(happening)
    assert len({event.id for event in events}) == len(events)
    shuffled = list(graph.articles)
    random.shuffle(shuffled)
    assert to_events(KnowledgeGraph(tuple(shuffled)), resolution, voices) == events
    for event in events:
        assert event.earliest is None or event.earliest <= event.latest
        assert all(toll.low is None or toll.low <= toll.high for toll in event.tolls)
