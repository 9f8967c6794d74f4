"""What must hold of who is who in any graph."""

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import knowledge_graphs

from kg.identity import components, judged_alone, keys_of, resolve, resolve_component, signatures_of
from kg.model import Judgement, KnowledgeGraph, Outcome


def signatures(graph):
    """The signature of each entity of a graph, by the entity's id."""
    judged = judged_alone(graph.judgements)
    return {one: each for article in graph.articles for one, each in signatures_of(article, judged).items()}


def clusters(resolved):
    return {frozenset(cluster) for cluster in resolved.clusters}


@settings(max_examples=30)
@given(knowledge_graphs(max_articles=4))
def test_resolving_all_is_resolving_each_component(graph):
    known = set(signatures(graph).values())
    connected = components(known, graph.judgements)
    assert {each for component in connected for each in component} == known
    parts = [resolve_component(component, graph.judgements) for component in connected]
    whole = resolve_component(known, graph.judgements)
    assert clusters(whole) == set().union(*map(clusters, parts))
    assert set(whole.judgements) == {judgement for part in parts for judgement in part.judgements}
    assert set(resolve(graph).judgements) == set(whole.judgements)


@settings(max_examples=30)
@given(knowledge_graphs(max_articles=4))
def test_components_share_no_key(graph):
    homes = {}
    for place, component in enumerate(components(signatures(graph).values(), graph.judgements)):
        for key in (key for signature in component for key in keys_of(signature)):
            assert homes.setdefault(key, place) == place


@settings(max_examples=30)
@given(knowledge_graphs(max_articles=4))
def test_what_persons_judge_alone_has_a_signature_of_its_own(graph):
    judged = judged_alone(graph.judgements)
    for one, signature in signatures(graph).items():
        assert one not in judged or signature.only == one
        assert signature.only in ("", one)


@settings(max_examples=30)
@given(knowledge_graphs(max_articles=4))
def test_an_entity_is_known_by_one_of_its_signatures(graph):
    told = signatures(graph)
    for entity in resolve(graph).entities:
        assert {entity.id, *entity.replaces} == {told[member].id for member in entity.members}
        assert entity.id not in entity.replaces


@settings(max_examples=30)
@given(knowledge_graphs(max_articles=4))
def test_what_the_machine_joined_it_joins_again_when_a_person_says_so(graph):
    resolution = resolve(graph)
    same = tuple(
        Judgement(each.left, each.right, Outcome.SAME, "analyst", "as the machine says")
        for each in resolution.judgements
        if each.outcome is Outcome.SAME
    )
    again = resolve(KnowledgeGraph(graph.articles, tuple(sorted((*graph.judgements, *same)))))
    assert again.canonical == resolution.canonical


@settings(max_examples=20)
@given(knowledge_graphs(max_articles=4), st.data())
def test_what_is_known_of_an_entity_follows_from_its_own_article(graph, data):
    if graph.articles:
        article = data.draw(st.sampled_from(graph.articles))
        alone = KnowledgeGraph((article,), graph.judgements)
        assert signatures(alone).items() <= signatures(graph).items()
