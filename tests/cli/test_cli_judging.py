"""The verbs by which persons decide who is who: what they print, what they change, and the code they end with."""

import json
import re
import shutil

import pytest

from kg.cli import resolving
from kg.rdf import store as stores

HAFTARS = [
    {"id": "h-1", "published": "2019-08-26", "text": "Khalifa Haftar met officials in Benghazi."},
    {"id": "h-2", "published": "2019-08-27", "text": "Saddam Haftar attacked Tripoli. He commands the Tariq Brigade."},
    {"id": "h-3", "published": "2019-08-28", "text": "General Haftar attacked Gharyan on Tuesday."},
    {"id": "h-4", "published": "2019-08-29", "text": "The Tarik Brigade left Tripoli. The Dawn Brigade took Darna."},
]
BY = ("--by", "A. Analyst", "--date", "2026-01-02")


def write_articles(path, articles):
    path.write_text("".join(json.dumps(article) + "\n" for article in articles), "utf-8")
    return path


@pytest.fixture(scope="module")
def built(run, tmp_path_factory):
    folder = tmp_path_factory.mktemp("haftars")
    path = folder / "store"
    assert run("build", write_articles(folder / "haftars.jsonl", HAFTARS), "--out", path).exit_code == 0
    return path


@pytest.fixture
def store(built, tmp_path):
    return shutil.copytree(built, tmp_path / "store")


def quads(path):
    return sorted(map(str, stores.read_quads(path)))


def ledger(path):
    return [json.loads(line) for line in (path / "judgements.jsonl").read_text("utf-8").splitlines()]


def only_line(result, code=0):
    assert (result.exit_code, result.stdout) == (code, ""), result.stderr
    (line,) = result.stderr.splitlines()
    return line


# same, different, split


def test_same_makes_two_one_and_split_undoes_it_exactly(run, store):
    before = quads(store)
    said = only_line(run("same", store, "Dawn Brigade", "Tariq Brigade", "--why", "renamed", *BY))
    assert said == f'kg: {store}: judged: "Dawn Brigade" and "Tariq Brigade" are the same'
    names = run("query", store, "names", "--format", "json").stdout
    assert "Dawn Brigade" in names
    assert [(each["by"], each["when"], each["why"], each["outcome"]) for each in ledger(store)] == [
        ("A. Analyst", "2026-01-02T00:00:00Z", "renamed", "same")
    ]
    taken = only_line(run("split", store, "Dawn Brigade", "--by", "B. Analyst"))
    assert "taken back: 'A. Analyst' judged entity:dawn-brigade-" in taken
    assert quads(store) == before
    assert [each["by"] for each in ledger(store)] == ["A. Analyst", "B. Analyst"]


def test_what_is_one_already_is_said(run, store):
    run("same", store, "Dawn Brigade", "Tariq Brigade", *BY)
    said = only_line(run("same", store, "Dawn Brigade", "Tariq Brigade", *BY))
    assert said.endswith("are the same already: nothing to judge")


def test_different_keeps_apart_and_is_undone(run, store):
    before = quads(store)
    only_line(run("different", store, "Haftar", "Saddam Haftar", *BY))
    assert "Khalifa Haftar" not in run("resolve", store).stdout
    only_line(run("different", store, "Haftar", "Saddam Haftar", "--undo", *BY))
    assert quads(store) == before


def test_the_login_name_judges_where_nobody_is_named(run, store, monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "leila")
    run("same", store, "Dawn Brigade", "Tariq Brigade")
    (line,) = ledger(store)
    assert line["by"] == "leila"
    assert line["when"].endswith("Z")


def test_without_a_login_name_somebody_must_be_named(run, store, monkeypatch):
    def fail():
        raise KeyError("no such user")

    monkeypatch.setattr("getpass.getuser", fail)
    assert "--by NAME" in only_line(run("same", store, "Dawn Brigade", "Tariq Brigade"), 2)


def test_a_contradiction_fails_and_names_both(run, store):
    run("same", store, "Dawn Brigade", "Tariq Brigade", *BY)
    run("same", store, "Dawn Brigade", "Saddam Haftar", *BY)
    said = only_line(run("different", store, "Saddam Haftar", "Tariq Brigade", "--by", "B. Analyst"), 2)
    assert "judgements contradict: now: 'B. Analyst' judged" in said
    for line, other in ((1, "Tariq Brigade"), (2, "Saddam Haftar")):
        assert re.search(rf"""line {line}: 'A\. Analyst' judged "Dawn Brigade" \(entity:\S+\) and "{other}" """, said)
    assert len(ledger(store)) == 2


def test_a_name_of_nobody_suggests_the_nearest(run, store):
    said = only_line(run("same", store, "Saddam Hafter", "Dawn Brigade", *BY), 2)
    assert 'nothing in the graph is called "Saddam Hafter"; the nearest names are "Saddam Haftar"' in said


def test_an_ambiguous_name_lists_the_candidates(run, store):
    asked = 'SELECT ?e { ?e a kg:ArticleEntity ; rdfs:label "Tripoli" ; kg:inArticle/dcterms:identifier "h-4" }'
    (row,) = json.loads(run("query", store, asked, "--format", "json").stdout)
    only_line(run("split", store, "Tripoli", row["e"], *BY))
    said = only_line(run("same", store, "Tripoli", "Darna", *BY), 2)
    assert re.search(r'"Tripoli" may mean ("Tripoli" \(entity:tripoli-\S+, in 1 article\)(, )?){2}; name one', said)


# resolve


def test_resolve_lists_unsure_pairs_with_the_evidence_of_both_in_a_pipe(run, store):
    before = quads(store)
    done = run("resolve", store)
    assert (done.exit_code, done.stderr) == (0, "")
    first, second = done.stdout.rstrip("\n").split("\n\n")
    assert first.splitlines()[0] == "Haftar – Khalifa Haftar (score 0.60)"
    assert second.splitlines()[0] == "Haftar – Saddam Haftar (score 0.60)"
    assert '"haftar" is short for "saddam haftar"; others bear it too: "khalifa haftar"' in second
    assert "h-2 (2019-08-27): “Saddam Haftar attacked Tripoli”" in second
    assert "Saddam Haftar (Person), entity:saddam-haftar-" in second
    assert quads(store) == before


def test_resolve_lists_the_pairs_of_one(run, store):
    listed = run("resolve", store, "Saddam Haftar").stdout
    assert [line for line in listed.splitlines() if "score" in line] == ["Haftar – Saddam Haftar (score 0.60)"]


def test_what_resolve_prints_can_be_answered(run, store, tmp_path):
    printed = run("resolve", store, "--format", "jsonl").stdout.splitlines()
    lines = [json.loads(line) for line in printed]
    assert [line["answer"] for line in lines] == ["skip", "skip"]
    assert lines[1]["evidence"][1]["quotes"][0] == {
        "article": "h-2",
        "published": "2019-08-27",
        "words": "Saddam Haftar attacked Tripoli",
    }
    file = tmp_path / "answers.jsonl"
    file.write_text("\n".join(json.dumps(line | {"answer": "y" if place else "n"}) for place, line in enumerate(lines)))
    assert only_line(run("resolve", store, "--answers", file, *BY)) == f"kg: {store}: judgements made: 2"
    assert run("resolve", store).stdout == ""
    shown = run("resolve", store, "--show", "judged", "--format", "jsonl").stdout.splitlines()
    assert sorted((line["outcome"], line["by"], line["line"]) for line in map(json.loads, shown)) == [
        ("different", "A. Analyst", 1),
        ("same", "A. Analyst", 2),
    ]


def test_resolve_shows_what_the_machine_joined_and_why(run, store):
    shown = run("resolve", store, "--show", "joined", "--format", "jsonl").stdout.splitlines()
    found = {tuple(line["names"]): line for line in map(json.loads, shown)}
    joined = found["Tarik Brigade", "Tariq Brigade"]
    assert (joined["by"], joined["outcome"], joined["score"]) == ("machine", "same", 0.85)
    assert "are spellings of one name" in joined["why"]
    assert "machine" in run("resolve", store, "--show", "joined").stdout


@pytest.mark.parametrize(
    ("typed", "outcomes"),
    [
        ("n\nq\n", ["different"]),
        ("perhaps\nYES\n", ["same"]),
        ("s\nn\n", ["different"]),
        ("s\ns\n", []),
        ("quit\n", []),
        ("", []),
    ],
)
def test_in_a_terminal_resolve_asks(run, store, monkeypatch, typed, outcomes):
    monkeypatch.setattr(resolving, "is_dialogue", lambda: True)
    done = run("resolve", store, *BY, input=typed)
    assert done.exit_code == 0, done.stderr
    assert "Are they the same? 2 left. y(es), n(o), s(kip), q(uit): " in done.stdout
    assert [each["outcome"] for each in (ledger(store) if outcomes else [])] == outcomes
    assert (store / "judgements.jsonl").exists() is bool(outcomes)


def test_an_answer_that_follows_from_others_is_not_asked_for(run, store, monkeypatch):
    monkeypatch.setattr(resolving, "is_dialogue", lambda: True)
    done = run("resolve", store, *BY, input="n\n")
    assert done.stderr == f"kg: {store}: nothing is left to decide; skipped: 0\n"


def test_a_judgement_of_what_is_gone_is_told_with_its_line(run, store):
    run("different", store, "Haftar", "Saddam Haftar", *BY)
    run("retract", store, "h-2")
    done = run("resolve", store)
    assert done.exit_code == 1
    (warning,) = done.stderr.splitlines()
    assert warning.startswith(f"kg: warning: {store}/judgements.jsonl:1: no article tells of one of entity:haftar-")


def test_a_broken_ledger_is_told_with_its_line(run, store):
    run("different", store, "Haftar", "Saddam Haftar", *BY)
    with (store / "judgements.jsonl").open("a") as file:
        file.write('{"by": "A. Ana')
    for command in (["resolve", store], ["same", store, "Dawn Brigade", "Tariq Brigade"], ["split", store, "Haftar"]):
        said = only_line(run(*command), 2)
        assert said.startswith(f"kg: {store}/judgements.jsonl:2: a broken line: it is not JSON; repair the line")
    assert run("query", store, "names").exit_code == 0


def test_a_file_has_its_ledger_beside_it(run, store, tmp_path):
    run("different", store, "Haftar", "Saddam Haftar", *BY)
    file = tmp_path / "haftars.trig"
    run("merge", store, "--out", file)
    assert (tmp_path / "haftars.trig.judgements.jsonl").read_bytes() == (store / "judgements.jsonl").read_bytes()
    before = quads(file)
    run("same", file, "Dawn Brigade", "Tariq Brigade", *BY)
    run("split", file, "Dawn Brigade", *BY)
    assert quads(file) == before == quads(store)


# Correction


def test_a_corrected_article_gives_what_a_clean_build_with_its_new_text_gives(run, store, tmp_path):
    run("different", store, "Haftar", "Saddam Haftar", *BY)
    run("same", store, "Dawn Brigade", "Tariq Brigade", *BY)
    corrected = [*HAFTARS[:1], HAFTARS[1] | {"text": "Saddam Haftar attacked Derna and left."}, *HAFTARS[2:]]
    corrections = write_articles(tmp_path / "corrections.jsonl", corrected)
    assert "added: 1, known already: 3, replaced: 1" in run("build", corrections, "--out", store).stderr
    clean = tmp_path / "clean"
    run("build", corrections, "--out", clean)
    shutil.copy(store / "judgements.jsonl", clean / "judgements.jsonl")
    run("resolve", clean)
    assert quads(store) == quads(clean)
