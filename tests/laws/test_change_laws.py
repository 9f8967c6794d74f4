"""What must hold of any changes: a store is byte for byte what a clean build of its articles and judgements is."""

import os
import random
import subprocess
import sys
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Store
from strategies import judgements
from synthetic_corpus import corpus

from kg.model import KnowledgeGraph
from kg.rdf.changes import Order, change, fill, is_stale, stored


def built(graph):
    """All quads of the clean build of a graph, the index included, as sorted N-Quads."""
    made = Store()
    fill(made, map(stored, graph.articles), graph.judgements)
    return lines(made)


def lines(made):
    return sorted(map(str, made))


POOL = [*corpus(9), *(replace(each, attestations=each.attestations[1:]) for each in corpus(3))]
"""Articles with many actors in common, three of them in a second reading."""

ENTITIES = [entity.id for each in POOL for entity in each.entities[:4]]

changes = st.tuples(
    st.lists(st.sampled_from(POOL), max_size=4, unique_by=lambda graph: graph.article.digest),
    st.sets(st.sampled_from([each.article.digest for each in POOL]), max_size=3),
    st.none() | st.sets(judgements(ENTITIES), max_size=3),
)
"""What is added, what is dropped and what persons judge; None where that stays."""


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(changes, min_size=1, max_size=4))
def test_any_history_leaves_what_a_clean_build_makes(history):
    made = Store()
    fill(made, (), ())
    held, said = {}, ()
    for added, dropped, judged in history:
        change(made, Order(tuple(map(stored, added)), dropped, judged))
        held = {digest: each for digest, each in held.items() if digest not in dropped}
        held |= {each.article.digest: each for each in added}
        said = said if judged is None else tuple(sorted(judged))
    assert lines(made) == built(KnowledgeGraph(tuple(held.values()), said))
    assert not is_stale(made)


def test_articles_may_come_in_any_order_one_by_one_or_at_once():
    graphs = list(corpus(24))
    expected = built(KnowledgeGraph(tuple(graphs)))
    for seed in (1,):
        random.Random(seed).shuffle(graphs)
        assert built(KnowledgeGraph(tuple(graphs))) == expected
        made = Store()
        fill(made, (), ())
        place = 0
        for size in (1, 1, 5, 6, 11):
            change(made, Order(tuple(map(stored, graphs[place : place + size]))))
            place += size
        assert lines(made) == expected


def test_where_much_happens_in_a_few_days_the_order_has_no_influence(monkeypatch):
    for module in ("kg.merge.events", "kg.rdf.derivation.reports"):
        monkeypatch.setattr(sys.modules[module], "MOST_COMPARED", 3)
    graphs = list(corpus(40, days=2))
    expected = built(KnowledgeGraph(tuple(graphs)))
    assert sum("/graph/events" in line and "#reason>" in line for line in expected) > 3
    made = Store()
    fill(made, map(stored, reversed(graphs[30:])), ())
    for place in (0, 10, 20):
        change(made, Order(tuple(map(stored, graphs[place : place + 10])), [graphs[39 - place // 10].article.digest]))
    change(made, Order(tuple(map(stored, graphs[37:]))))
    assert lines(made) == expected


def test_what_is_taken_back_leaves_no_trace():
    graphs = list(corpus(26))
    made = Store()
    fill(made, map(stored, graphs), ())
    for gone in (graphs[3:4], graphs[10:25], graphs[7:8]):
        change(made, Order(drop=[each.article.digest for each in gone]))
        graphs = [each for each in graphs if each not in gone]
    assert lines(made) == built(KnowledgeGraph(tuple(graphs)))


BUILD_IN_STEPS = """
import sys
from pyoxigraph import Store
from synthetic_corpus import corpus
from kg.rdf.changes import Order, change, fill, stored
graphs = list(corpus(12))
made = Store()
fill(made, map(stored, graphs[:8]), ())
change(made, Order(tuple(map(stored, graphs[8:])), [graphs[2].article.digest]))
sys.stdout.buffer.write("\\n".join(sorted(map(str, made))).encode())
"""


def test_a_hash_seed_changes_nothing():
    found = set()
    for seed in ("0", "1", "77"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        done = subprocess.run([sys.executable, "-c", BUILD_IN_STEPS], env=environment, capture_output=True, check=True)
        found.add(done.stdout)
    assert len(found) == 1
