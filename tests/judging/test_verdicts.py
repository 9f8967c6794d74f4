"""What persons decide holds, can be undone exactly, and outlasts updates."""

import json
from decimal import Decimal

import pytest
from merge_corpus import corpus

from kg.errors import JudgementError, StoreError
from kg.judging import Author, doubts, judge, obey, opened, read_answers, split, waiting
from kg.judging import withdraw_different as undo_different
from kg.model import KnowledgeGraph, Outcome
from kg.rdf import store
from kg.rdf.ledger import ledger_path
from kg.rdf.retraction import retract

ARTICLES = {
    "a": [("Person", "Khalifa Haftar"), ("ArmedGroup", "Dawn Brigade")],
    "b": [("Person", "Haftar"), ("ArmedGroup", "Fajr Brigade")],
    "c": [("Person", "Saddam Haftar")],
    "d": [("ArmedGroup", "Northern Liberation Front", "NLF")],
    "e": [("ArmedGroup", "NLF")],
}
LATER = {
    "f": [("ArmedGroup", "NLF"), ("Person", "Haftar")],
    "g": [("ArmedGroup", "Northern Liberation Front")],
}


def author(day=1, by="A. Analyst"):
    return Author(by, "seen", f"2026-01-{day:02}T00:00:00Z")


@pytest.fixture(params=["store", "store.nq"])
def path(request, tmp_path):
    store.save(corpus(**ARTICLES), tmp_path / request.param)
    return tmp_path / request.param


def quads(path):
    return sorted(map(str, store.read_quads(path)))


def entities(path):
    """Whom the names of each entity over all articles are, the first two of them."""
    catalogue, _ = opened(path)
    found = {}
    for one, name in catalogue.names():
        found.setdefault(one, set()).add(name)
    return {frozenset(names) for names in found.values()}


def test_two_judged_the_same_are_one(path):
    verdict = judge(path, "Dawn Brigade", "fajr brigade", Outcome.SAME, author())
    assert [(each.outcome, each.by, each.reason) for each in verdict.made] == [(Outcome.SAME, "A. Analyst", "seen")]
    assert {"Dawn Brigade", "Fajr Brigade"} in entities(path)
    assert [json.loads(line)["names"] for line in ledger_path(path).read_text().splitlines()] == [
        ["Dawn Brigade", "Fajr Brigade"]
    ]


def test_what_is_one_already_needs_no_judgement(path):
    judge(path, "Dawn Brigade", "Fajr Brigade", Outcome.SAME, author())
    before = ledger_path(path).read_bytes()
    assert judge(path, "Fajr Brigade", "Dawn Brigade", Outcome.SAME, author(2)).made == ()
    assert ledger_path(path).read_bytes() == before


def test_splitting_what_persons_made_one_undoes_it_exactly(path):
    before = quads(path)
    (judgement,) = judge(path, "Dawn Brigade", "Fajr Brigade", Outcome.SAME, author()).made
    assert split(path, "Fajr Brigade", None, author(2)).taken_back == (judgement,)
    assert quads(path) == before


def test_a_judgement_can_be_made_again(path):
    judge(path, "Dawn Brigade", "Fajr Brigade", Outcome.SAME, author(1))
    once = entities(path)
    split(path, "Dawn Brigade", None, author(2))
    judge(path, "Dawn Brigade", "Fajr Brigade", Outcome.SAME, author(3))
    assert entities(path) == once


def test_a_machines_merge_is_split_and_stays_apart_when_more_comes(path):
    before = quads(path)
    assert {"Northern Liberation Front", "NLF"} in entities(path)
    verdict = split(path, "NLF", None, author())
    assert {each.outcome for each in verdict.made} == {Outcome.DIFFERENT}
    parted = {frozenset({"NLF"}), frozenset({"Northern Liberation Front", "NLF"})}
    assert parted <= entities(path)
    store.change(path, add=corpus(**LATER).articles)
    assert parted <= entities(path)
    retract(path, LATER)
    undo_different(path, verdict.made[0].left, verdict.made[0].right, author(2))
    assert quads(path) == before


def test_what_is_judged_different_is_no_doubt_any_longer_and_can_be_undone(path):
    before = quads(path)
    catalogue, _ = opened(path)
    assert [{each.left.split("-")[0], each.right.split("-")[0]} for each in doubts(catalogue)] == [
        {"entity:haftar", "entity:khalifa"},
        {"entity:haftar", "entity:saddam"},
    ]
    judge(path, "Haftar", "Saddam Haftar", Outcome.DIFFERENT, author())
    assert {"Haftar", "Khalifa Haftar"} in entities(path)
    assert doubts(opened(path)[0]) == []
    undo_different(path, "Saddam Haftar", "Haftar", author(2))
    assert quads(path) == before


def test_what_was_judged_different_before_is_not_judged_again(path):
    judge(path, "Dawn Brigade", "Fajr Brigade", Outcome.DIFFERENT, author())
    assert judge(path, "Fajr Brigade", "Dawn Brigade", Outcome.DIFFERENT, author(2)).made == ()


def test_a_contradiction_is_refused(path):
    judge(path, "Dawn Brigade", "Fajr Brigade", Outcome.DIFFERENT, author())
    before = quads(path), ledger_path(path).read_bytes()
    said = r"""line 1: 'A\. Analyst' judged "Dawn Brigade" .* different, but now: 'B\. Analyst' judged"""
    with pytest.raises(StoreError, match=said):
        judge(path, "Dawn Brigade", "Fajr Brigade", Outcome.SAME, author(2, "B. Analyst"))
    assert (quads(path), ledger_path(path).read_bytes()) == before


@pytest.mark.parametrize(
    ("arguments", "cause"),
    [
        (("Saddam Haftar", None), "nothing was joined"),
        (("NLF", "Dawn Brigade"), "is no part of"),
        (("Nobody", None), "nothing in the graph"),
    ],
)
def test_what_cannot_be_split_is_said(path, arguments, cause):
    with pytest.raises(JudgementError, match=cause) as caught:
        split(path, *arguments, author())
    assert caught.value.path == path
    assert not ledger_path(path).exists()


def test_an_entity_of_one_article_can_be_split_off(path):
    split(path, "NLF", "e/NLF", author())
    catalogue, _ = opened(path)
    assert catalogue.borne_by("e/NLF") == catalogue.canonical(catalogue.borne_by("e/NLF"))
    assert {"NLF"} in entities(path)


def test_of_several_parts_one_must_be_named(tmp_path):
    path = tmp_path / "store"
    names = {"a": "Idris Warfan", "b": "Idris Ali Warfan", "c": "Warfan"}
    store.save(corpus(**{article: [("Person", name)] for article, name in names.items()}), path)
    with pytest.raises(JudgementError, match=r'"idris ali warfan".*"idris warfan".*"warfan"') as caught:
        split(path, "Idris Warfan", None, author())
    assert "PART" in caught.value.remedy
    split(path, "Idris Warfan", "Idris Ali Warfan", author())
    assert {"Idris Ali Warfan"} in entities(path)
    assert {"Idris Warfan", "Idris Ali Warfan"} not in entities(path)


def test_parts_that_one_entity_of_an_article_joins_cannot_be_told_apart_by_name(path):
    with pytest.raises(JudgementError, match="cannot be told apart"):
        judge(path, "Northern Liberation Front", "Northern Liberation Front", Outcome.DIFFERENT, author())


def test_nobody_judged_them_different(path):
    with pytest.raises(JudgementError, match="nobody judged"):
        undo_different(path, "Dawn Brigade", "Fajr Brigade", author())


@pytest.mark.parametrize("by", ["", " ", "machine"])
def test_a_person_judges(by):
    with pytest.raises(JudgementError, match="nobody who could judge"):
        Author(by, "", "")


# What is gone


def test_a_judgement_waits_for_an_article_that_was_retracted_and_then_holds_again(path):
    judge(path, "Dawn Brigade", "Fajr Brigade", Outcome.SAME, author())
    held = quads(path)
    retract(path, ["b"])
    (waits,) = waiting(*opened(path))
    assert waits[0] == 1
    store.change(path, add=corpus(b=ARTICLES["b"]).articles)
    assert list(waiting(*opened(path))) == []
    assert quads(path) == held


# Answers


def answers(path, *lines):
    path.write_text("\n".join(json.dumps(line) if isinstance(line, dict) else line for line in lines), "utf-8")
    return path


def test_answers_of_a_file_are_judgements(path, tmp_path):
    file = answers(
        tmp_path / "answers.jsonl",
        {"left": "Dawn Brigade", "right": "Fajr Brigade", "answer": "y", "by": "B. Analyst", "why": "fajr is dawn"},
        "",
        {"left": "Haftar", "right": "Saddam Haftar", "answer": "NO", "score": 0.6},
        {"left": "Haftar", "right": "Khalifa Haftar", "answer": "skip"},
    )
    made = obey(path, read_answers(file, author()), file)
    assert {(each.outcome, each.by, each.reason) for each in made} == {
        (Outcome.SAME, "B. Analyst", "fajr is dawn"),
        (Outcome.DIFFERENT, "A. Analyst", "seen"),
    }
    assert {"Haftar", "Khalifa Haftar"} in entities(path)


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "7",
        '{"left": "a", "right": "b"}',
        '{"left": 1, "right": "b", "answer": "y"}',
        '{"left": "a", "right": "b", "answer": "perhaps"}',
    ],
)
def test_a_line_that_is_no_answer_is_named_and_nothing_is_judged(path, tmp_path, line):
    file = answers(tmp_path / "answers.jsonl", {"left": "Dawn Brigade", "right": "Fajr Brigade", "answer": "y"}, line)
    with pytest.raises(JudgementError) as caught:
        obey(path, read_answers(file, author()), file)
    assert str(caught.value).startswith(f"{file}:2: the line is no answer; ")
    assert store.load(path).judgements == ()


def test_an_answer_about_nobody_is_named_and_nothing_is_judged(path, tmp_path):
    file = answers(
        tmp_path / "answers.jsonl",
        {"left": "Dawn Brigade", "right": "Fajr Brigade", "answer": "y"},
        {"left": "Dawn Brigade", "right": "Nobody at all", "answer": "y"},
    )
    with pytest.raises(JudgementError) as caught:
        obey(path, read_answers(file, author()), file)
    assert str(caught.value).startswith(f"{file}:2: nothing in the graph is called")
    assert not ledger_path(path).exists()
    assert store.load(path) == KnowledgeGraph(corpus(**ARTICLES).articles)


def test_answers_that_an_editor_began_with_a_mark_are_read(tmp_path):
    line = '{"left": "a", "right": "b", "answer": "y"}'
    (tmp_path / "answers.jsonl").write_text(line, "utf-8-sig")
    assert [each.left for each in read_answers(tmp_path / "answers.jsonl", author())] == ["a"]


@pytest.mark.parametrize(("name", "cause"), [("missing.jsonl", "No such file or directory"), ("", "Is a directory")])
def test_answers_that_cannot_be_read_are_named(tmp_path, name, cause):
    with pytest.raises(JudgementError) as caught:
        list(read_answers(tmp_path / name, author()))
    assert str(caught.value) == f"{tmp_path / name}: cannot be read: {cause}; check the path and its rights"


# What the machine is unsure of


def test_a_doubt_shows_what_articles_tell_of_both(path):
    catalogue, _ = opened(path)
    first = doubts(catalogue)[0]
    assert (first.score, first.reasons) == (
        Decimal("0.60"),
        ('"haftar" is short for "khalifa haftar"; others bear it too: "saddam haftar"',),
    )
    one, other = first.portraits(catalogue)
    assert (one.label, one.type, one.articles, one.named_in) == ("Haftar", "Person", 1, (("b", None),))
    assert (other.label, other.names) == ("Khalifa Haftar", ("Khalifa Haftar",))
    assert [quote.article for quote in one.quotes] == ["b"]


def test_doubts_are_asked_for_by_entity(path):
    catalogue, _ = opened(path)
    saddam = catalogue.canonical(catalogue.borne_by("c/Saddam Haftar"))
    (found,) = doubts(catalogue, saddam)
    assert saddam in found.entities
