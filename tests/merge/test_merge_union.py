"""Merging keeps everything, and refuses what contradicts itself."""

from dataclasses import replace

import pytest
from merge_corpus import article_graph, corpus, entity

from kg.errors import StoreError
from kg.merge import merge
from kg.model import Judgement, KnowledgeGraph, Outcome


def judged(outcome, by="analyst", left="a/x", right="b/x"):
    return KnowledgeGraph(judgements=(Judgement(left, right, outcome, by, "seen"),))


def test_articles_are_united_in_the_order_of_their_digests():
    left, right = corpus(a=[("Person", "Khalifa Haftar")]), corpus(b=[("State", "Libya")])
    merged = merge(left, right)
    assert set(merged.articles) == {*left.articles, *right.articles}
    digests = [graph.article.digest for graph in merged.articles]
    assert digests == sorted(digests)


def test_nothing_merged_is_nothing():
    assert merge() == KnowledgeGraph()


def test_of_one_article_the_reading_of_the_greater_generator_stays():
    old = article_graph("a", entity("a", "Haftar"), generator="kg 0.1")
    new = article_graph("a", generator="kg 0.2")
    assert merge(KnowledgeGraph((old,)), KnowledgeGraph((new,))).articles == (new,)
    assert merge(KnowledgeGraph((new,)), KnowledgeGraph((old,))).articles == (new,)


def test_of_one_article_with_two_ids_the_smaller_id_stays_with_the_greater_reading():
    reading = article_graph("a", generator="kg 0.2")
    renamed = replace(reading, article=replace(reading.article, id="b"))
    older = replace(reading, generator="kg 0.1")
    merged = merge(KnowledgeGraph((renamed,)), KnowledgeGraph((older,)))
    assert [(graph.article.id, graph.generator) for graph in merged.articles] == [("a", "kg 0.2")]


def test_judgements_are_united():
    merged = merge(judged(Outcome.SAME), judged(Outcome.UNSURE), judged(Outcome.SAME, by="another"))
    assert len(merged.judgements) == 3


def test_persons_who_contradict_each_other_are_both_named():
    with pytest.raises(
        StoreError, match=r"'second' judged a/x and b/x different, but 'first' judged a/x and b/x the same"
    ) as raised:
        merge(judged(Outcome.SAME, "first"), judged(Outcome.DIFFERENT, "second"))
    assert raised.value.remedy


def test_a_machine_may_be_contradicted():
    assert len(merge(judged(Outcome.SAME, "machine"), judged(Outcome.DIFFERENT)).judgements) == 2
