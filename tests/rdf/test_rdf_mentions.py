"""Mentions as a store has them are those of resolving its articles anew."""

import pytest
from synthetic_corpus import corpus

from kg.identity import mentions_of, resolve
from kg.model import Judgement, KnowledgeGraph, Outcome
from kg.rdf import store
from kg.rdf.mentions import stored_mentions


def told(mentions):
    return [
        (each.article.id, each.span, each.entity.id, each.entity.label, each.entity.type.value) for each in mentions
    ]


@pytest.mark.parametrize("name", ["store", "store.nq"])
def test_stored_mentions_are_those_of_resolving_anew(tmp_path, name):
    articles = sorted(corpus(12), key=lambda each: each.article.digest)
    ends = sorted(each.entities[0].id for each in articles[:2])
    graph = KnowledgeGraph(tuple(articles), (Judgement(*ends, Outcome.SAME, "analyst", "seen"),))
    store.save(graph, tmp_path / name)
    expected = told(mentions_of(graph, resolve(graph)))
    assert expected
    assert told(stored_mentions(tmp_path / name)) == expected
