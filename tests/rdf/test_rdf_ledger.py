"""The ledger: lines that are only added to, what is in force, and what is broken."""

import json
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from kg.errors import StoreError
from kg.model import Judgement, KnowledgeGraph, Outcome
from kg.rdf import store
from kg.rdf.judgements import record
from kg.rdf.ledger import Withdrawal, identifier, ledger_path, moment, read_ledger
from kg.rdf.merging import merge_stores

ALIKE = Judgement("entity:a-1", "entity:b-2", Outcome.SAME, "A. Analyst", "one body", when="2026-01-02T03:04:05Z")
OTHER = Judgement("entity:b-2", "gna-a", Outcome.SAME, "B. Analyst", "", Decimal("0.9"), "2026-01-03T00:00:00Z")
APART = Judgement("entity:a-1", "gna-a", Outcome.DIFFERENT, "C. Analyst", "two", when="2026-01-04T00:00:00Z")


def back(judgement):
    return Withdrawal(identifier(judgement), "A. Analyst", "a slip", "2026-02-01T00:00:00Z")


@pytest.fixture(params=["store", "store.trig"])
def path(request, tmp_path, graph):
    made = tmp_path / request.param
    store.save(KnowledgeGraph(graph.articles), made)
    return made


def rows(path):
    return [json.loads(line) for line in ledger_path(path).read_text("utf-8").splitlines()]


def test_the_ledger_stands_in_a_folder_and_beside_a_file(tmp_path):
    (tmp_path / "folder").mkdir()
    assert ledger_path(tmp_path / "folder") == tmp_path / "folder" / "judgements.jsonl"
    assert ledger_path(tmp_path / "libya.trig") == tmp_path / "libya.trig.judgements.jsonl"


def test_a_judgement_is_a_line_and_stands_in_the_store(path):
    record(path, [ALIKE], {"entity:a-1": "Army", "entity:b-2": "The army"})
    assert rows(path) == [
        {
            "id": identifier(ALIKE),
            "when": "2026-01-02T03:04:05Z",
            "by": "A. Analyst",
            "outcome": "same",
            "left": "https://w3id.org/conflict-kg/id/entity/a-1",
            "right": "https://w3id.org/conflict-kg/id/entity/b-2",
            "names": ["Army", "The army"],
            "why": "one body",
            "score": 1.0,
        }
    ]
    assert store.judgements(path) == (ALIKE,)
    assert not store.is_stale(path)


def test_what_is_read_is_what_was_written(path):
    record(path, [ALIKE, OTHER, back(ALIKE)])
    ledger = read_ledger(path)
    assert ledger.entries == ((1, ALIKE), (2, OTHER), (3, back(ALIKE)))
    assert ledger.standing == {OTHER: 2}
    assert store.judgements(path) == (OTHER,)


def test_what_is_taken_back_leaves_the_store_as_it_was(path):
    before = sorted(map(str, store.read_quads(path)))
    record(path, [ALIKE])
    assert sorted(map(str, store.read_quads(path))) != before
    record(path, [back(ALIKE)])
    assert sorted(map(str, store.read_quads(path))) == before
    assert len(rows(path)) == 2


def test_lines_are_only_added(path):
    record(path, [ALIKE])
    first = ledger_path(path).read_bytes()
    record(path, [OTHER])
    assert ledger_path(path).read_bytes().startswith(first)


def test_a_ledger_whose_last_line_does_not_end_is_added_to(path):
    record(path, [ALIKE])
    ledger_path(path).write_bytes(ledger_path(path).read_bytes().rstrip(b"\n"))
    record(path, [OTHER])
    assert [entry for _, entry in read_ledger(path).entries] == [ALIKE, OTHER]


def test_a_ledger_that_comes_from_elsewhere_is_obeyed(path, tmp_path):
    record(path, [ALIKE])
    line = ledger_path(path).read_bytes()
    another = tmp_path / f"another{path.suffix}"
    store.save(KnowledgeGraph(), another)
    ledger_path(another).write_bytes(line)
    record(another)
    assert store.judgements(another) == (ALIKE,)


def test_a_judgement_that_the_ledger_does_not_know_stays_and_is_written_down(path):
    store.change(path, said=[ALIKE])
    record(path)
    assert not ledger_path(path).exists()
    record(path, [OTHER])
    assert [entry for _, entry in read_ledger(path).entries] == [ALIKE, OTHER]
    assert set(store.judgements(path)) == {ALIKE, OTHER}


def test_what_the_ledger_took_back_does_not_come_back(path):
    record(path, [ALIKE, back(ALIKE)])
    store.change(path, said=[ALIKE])
    record(path)
    assert store.judgements(path) == ()


def test_a_contradiction_is_refused_and_names_all_with_their_lines(path):
    record(path, [ALIKE])
    record(path, [OTHER])
    before = ledger_path(path).read_bytes()
    with pytest.raises(StoreError) as caught:
        record(path, [APART])
    assert str(caught.value) == (
        f"{ledger_path(path)}: judgements contradict: now: 'C. Analyst' judged entity:a-1 and gna-a different, "
        "but line 1: 'A. Analyst' judged entity:a-1 and entity:b-2 the same "
        "and line 2: 'B. Analyst' judged entity:b-2 and gna-a the same; "
        "take one back: `kg split` undoes what was judged the same, `kg different --undo` the other"
    )
    assert ledger_path(path).read_bytes() == before
    assert set(store.judgements(path)) == {ALIKE, OTHER}


def test_a_contradiction_in_a_ledger_is_refused_when_it_is_read(path, tmp_path):
    record(path, [ALIKE, OTHER])
    record(path, [back(OTHER), APART])
    lines = ledger_path(path).read_text("utf-8").splitlines()
    ledger_path(path).write_text("\n".join([lines[3], "", lines[0], lines[1]]), "utf-8")
    with pytest.raises(StoreError, match=r"line 1: 'C\. Analyst'.*line 3: 'A\. Analyst'.*line 4: 'B\. Analyst'"):
        record(path)
    assert set(store.judgements(path)) == {ALIKE, APART}


GOOD = {"when": "", "by": "me", "outcome": "same", "why": "", "left": "entity", "right": "entity"}
IRI = "https://w3id.org/conflict-kg/id/entity/"


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ('{"by": "me"', "it is not JSON"),
        ("[1]", "it is no JSON object"),
        ('{"by": "me"}', "it has no 'left'"),
        (json.dumps(GOOD | {"left": f"{IRI}a", "right": f"{IRI}a"}), "both sides are one"),
        (json.dumps(GOOD | {"left": f"{IRI}a", "right": f"{IRI}b", "by": "machine"}), "the machine's judgements"),
        (json.dumps(GOOD | {"left": f"{IRI}a", "right": f"{IRI}b", "outcome": "maybe"}), "'maybe' is not a valid"),
        (json.dumps(GOOD | {"left": f"{IRI}a", "right": f"{IRI}b", "score": 2}), "the score is not between 0 and 1"),
        (json.dumps(GOOD | {"left": f"{IRI}a", "right": f"{IRI}b", "when": "soon"}), "soon"),
        (json.dumps(GOOD | {"left": f"{IRI}a", "right": f"{IRI}b", "id": "0"}), "it says something else than its id"),
        (json.dumps(GOOD | {"left": "a", "right": f"{IRI}b"}), "<a> is not an IRI"),
        (json.dumps({"takes back": 7, "by": "me", "why": ""}), "'takes back' is not text"),
    ],
)
def test_a_broken_line_is_named_and_nothing_is_lost(path, line, cause):
    record(path, [ALIKE])
    with ledger_path(path).open("a", encoding="utf-8") as ledger:
        ledger.write(f"\n{line}\n")
    before = ledger_path(path).read_bytes()
    for entries in ([], [OTHER]):
        with pytest.raises(StoreError) as caught:
            record(path, entries)
        assert str(caught.value).startswith(f"{ledger_path(path)}:3: a broken line: ")
        assert cause in caught.value.cause
        assert caught.value.remedy
    assert ledger_path(path).read_bytes() == before
    assert store.judgements(path) == (ALIKE,)


def test_a_ledger_that_is_no_text_is_named(path):
    ledger_path(path).write_bytes(b"\xff\xfe{")
    with pytest.raises(StoreError, match="not UTF-8"):
        record(path)


@pytest.mark.parametrize(
    ("when", "written"),
    [
        (datetime(2026, 1, 2), "2026-01-02T00:00:00Z"),
        (datetime(2026, 1, 2, 3, 4, 5, 120_000, UTC), "2026-01-02T03:04:05.12Z"),
        (datetime(2026, 1, 2, 1, tzinfo=timezone(timedelta(hours=2))), "2026-01-01T23:00:00Z"),
    ],
)
def test_a_moment_is_written_in_one_way(when, written, path):
    assert moment(when) == written
    record(path, [Judgement("a", "b", Outcome.SAME, "me", "", when=written)])
    assert store.judgements(path)[0].when == written


# Merging


def test_merging_takes_the_union_of_ledgers_and_obeys_what_any_takes_back(tmp_path):
    for name, entries in {"one": [ALIKE, OTHER], "two": [ALIKE, back(ALIKE)]}.items():
        store.save(KnowledgeGraph(), tmp_path / name)
        record(tmp_path / name, entries)
    for number, sources in enumerate((("one", "two"), ("two", "one"))):
        for ending in ("", ".nq"):
            out = tmp_path / f"out{number}{ending}"
            merge_stores([tmp_path / name for name in sources], out)
            assert store.judgements(out) == (OTHER,)
            assert {entry for _, entry in read_ledger(out).entries} == {ALIKE, OTHER, back(ALIKE)}
    merge_stores([tmp_path / "one"], tmp_path / "two")
    assert [entry for _, entry in read_ledger(tmp_path / "two").entries] == [ALIKE, back(ALIKE), OTHER]
    assert store.judgements(tmp_path / "two") == (OTHER,)


def test_merging_names_contradictions_with_their_lines(tmp_path):
    for name, entry in {"one": ALIKE, "two": OTHER, "three": APART}.items():
        store.save(KnowledgeGraph(), tmp_path / name)
        record(tmp_path / name, [entry])
    with pytest.raises(StoreError) as caught:
        merge_stores([tmp_path / name for name in ("one", "two", "three")], tmp_path / "out")
    for name in ("one", "two", "three"):
        assert f"{tmp_path / name / 'judgements.jsonl'}:1: " in str(caught.value)
    assert not (tmp_path / "out").exists()
