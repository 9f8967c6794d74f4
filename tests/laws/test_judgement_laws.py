"""What must hold of judgements and corrections in any order: undoing is exact, and a correction leaves no trace."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Store
from strategies import judgements
from synthetic_corpus import corpus

from kg.merge.agreement import contradiction
from kg.model import Argument, Judgement, KnowledgeGraph, Outcome, digest
from kg.rdf.changes import Order, change, fill, stored
from kg.rdf.ledger import Ledger, Withdrawal, identifier

ARTICLES = list(corpus(8))
ENTITIES = [entity.id for each in ARTICLES for entity in each.entities[:4]]
said = st.sets(judgements(ENTITIES), max_size=4)
slow = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def built(articles, judged):
    made = Store()
    fill(made, map(stored, articles), judged)
    return made


def lines(made):
    return sorted(map(str, made))


@slow
@given(said, said)
def test_taking_judgements_back_leaves_the_store_as_it_was(before, more):
    made = built(ARTICLES, before)
    first = lines(made)
    change(made, Order(judgements=before | more))
    change(made, Order(judgements=before))
    assert lines(made) == first


@st.composite
def corrections(draw):
    """Articles with other texts in their places: their ids stay, what is read from them does not."""
    chosen = draw(st.lists(st.sampled_from(range(len(ARTICLES))), min_size=1, max_size=4))
    return [corrected(ARTICLES[place], number) for number, place in enumerate(chosen)]


def corrected(graph, number):
    """An article with another text, read anew: all has the ids that the new article gives it."""
    article = replace(graph.article, text=f"{graph.article.text} Correction {number}.")
    ids = {each.id: f"{each.id}-{digest(article.digest)}" for each in graph.entities}
    entities = [replace(each, id=ids[each.id]) for each in graph.entities[number % 2 :]]
    kept = {each.id for each in entities}
    attestations = [
        replace(
            each,
            id=digest(each.id, article.digest),
            subject=each.subject and Argument(ids[each.subject.entity], each.subject.span),
            object=Argument(ids[each.object.entity], each.object.span),
            attributed_to=tuple(ids[one] for one in each.attributed_to),
            place=each.place and ids[each.place],
            instrument=each.instrument and ids[each.instrument],
        )
        for each in graph.attestations[number % 3 :]
    ]
    whole = [each for each in attestations if kept.issuperset(named(each))]
    return replace(
        graph,
        article=article,
        entities=tuple(sorted(entities, key=lambda each: each.id)),
        attestations=tuple(sorted(whole, key=lambda each: each.id)),
    )


def named(attestation):
    ends = [attestation.object.entity, attestation.place, attestation.instrument, *attestation.attributed_to]
    return {each for each in (*ends, attestation.subject and attestation.subject.entity) if each}


@slow
@given(corrections(), said)
def test_a_correction_leaves_what_a_clean_build_with_the_new_texts_makes(corrected_articles, judged):
    made = built(ARTICLES, judged)
    held = {each.article.id: each for each in ARTICLES}
    for each in corrected_articles:
        change(made, Order((stored(each),), [held[each.article.id].article.digest]))
        held[each.article.id] = each
    assert lines(made) == lines(built(held.values(), judged))
    assert KnowledgeGraph(tuple(held.values())) != KnowledgeGraph(tuple(ARTICLES))


names = st.sampled_from("abcdef")
verdicts = st.builds(
    lambda pair, outcome, by: Judgement(*sorted(pair), outcome, by, ""),
    st.lists(names, min_size=2, max_size=2, unique=True),
    st.sampled_from([Outcome.SAME, Outcome.DIFFERENT]),
    st.sampled_from(["analyst", "another"]),
)


@given(st.lists(verdicts, max_size=8))
def test_a_contradiction_is_found_exactly_where_there_is_one(judged):
    sets = {name: {name} for name in "abcdef"}
    for each in judged:
        if each.outcome is Outcome.SAME:
            joined = sets[each.left] | sets[each.right]
            sets |= dict.fromkeys(joined, joined)
    contradicts = any(each.outcome is Outcome.DIFFERENT and each.right in sets[each.left] for each in judged)
    found = contradiction(judged)
    assert bool(found) is contradicts
    if found:
        different, *chain = found
        assert different.outcome is Outcome.DIFFERENT
        ends = [end for each in chain for end in (each.left, each.right)]
        odd = {end for end in ends if ends.count(end) % 2}
        assert odd == {different.left, different.right}
        assert all(each.outcome is Outcome.SAME for each in chain)


@given(st.lists(verdicts, max_size=6), st.data())
def test_the_order_of_a_ledger_has_no_influence(tmp_path_factory, judged, data):
    back = data.draw(st.lists(st.sampled_from(judged), max_size=3)) if judged else []
    entries = [*judged, *(Withdrawal(identifier(each), "analyst", "", "") for each in back)]
    shuffled = data.draw(st.permutations(entries))
    path = tmp_path_factory.getbasetemp() / "ledger"
    assert set(ledger_of(path, entries).standing) == set(judged) - set(back)
    assert set(ledger_of(path, shuffled).standing) == set(judged) - set(back)


def ledger_of(path, entries):
    return Ledger(path, tuple(enumerate(entries, start=1)))
