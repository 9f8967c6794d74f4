"""Each verb: what it prints, where it prints it, and the code it ends with."""

import json
import re
import shutil
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from kg.cli.app import Verbs, app
from kg.cli.lines import to_lines
from kg.model import (
    Argument,
    Article,
    ArticleGraph,
    Attestation,
    Count,
    Entity,
    EntityType,
    Factuality,
    Relation,
    Span,
    Time,
    TimePrecision,
)
from kg.rdf import store as stores

ROOT = Path(__file__).resolve().parents[2]
VERBS = [
    "build",
    "different",
    "evaluate",
    "explain",
    "extract",
    "keys",
    "link",
    "mentions",
    "merge",
    "query",
    "read",
    "resolve",
    "retract",
    "same",
    "split",
    "train",
    "validate",
    "view",
]


def error_of(result):
    """The one line that a failed run leaves on standard error."""
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert len(lines) == 1, result.stderr
    assert lines[0].startswith("kg: ")
    return lines[0]


def article(name, text, published=None):
    return {"id": name, "text": text, "title": "", "published": published}


# The program as a whole


def test_the_verbs_are_these(run):
    shown = run("--help")
    assert shown.exit_code == 0
    listed = re.findall(r"^  ([a-z]+) ", shown.stdout.split("Commands:")[1], re.MULTILINE)
    assert sorted(listed) == VERBS


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_explains_itself_with_examples(run, verb):
    shown = run(verb, "--help")
    assert shown.exit_code == 0
    assert re.search(rf"^ *kg {verb} ", shown.stdout, re.MULTILINE)
    assert shown.stderr == ""


def test_the_version_is_shown(run):
    shown = run("--version")
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert re.fullmatch(r"kg \d+\.\d+\.\d+\n", shown.stdout)


def test_no_verb_shows_the_help_and_fails(run):
    shown = run()
    assert (shown.exit_code, shown.stdout) == (2, "")
    assert "Commands:" in shown.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["frobnicate"], "frobnicate"),
        (["--nonsense"], "--nonsense"),
        (["build"], "SOURCES"),
        (["build", "a.txt"], "--out"),
        (["build", "a.txt", "--out", "s", "--published", "yesterday"], "yesterday"),
        (["extract", "a.txt", "--format", "xml"], "xml"),
        (["query"], "give a STORE and a QUERY"),
        (["query", "absent", "attacks", "--param", "actor"], "NAME=VALUE"),
        (["query", "absent", "attacks"], "absent"),
        (["explain", "absent", "a", "b"], "absent"),
        (["view", "absent"], "absent"),
        (["mentions", "absent"], "absent"),
        (["keys", "absent"], "absent"),
        (["keys", "absent", "--sample", "1"], "--sample"),
        (["mentions", "absent", "--format", "csv"], "csv"),
        (["view", "absent", "--relation", "hugs"], "hugs"),
        (["resolve", "absent"], "absent"),
        (["link", "absent"], "give a FILE, or --undo"),
        (["link", "absent", "absent.csv"], "absent.csv"),
        (["link", "absent", "absent.xls"], "not a table of entities"),
        (["link", "absent", "--undo", "wikidata"], "absent"),
        (["resolve", "absent", "--show", "all"], "all"),
        (["same", "absent", "a", "b", "--by", "me"], "absent"),
        (["same", "absent", "a"], "B"),
        (["same", "absent", "a", "b", "--date", "yesterday"], "yesterday"),
        (["same", "absent", "a", "b", "--by", "machine"], "nobody who could judge"),
        (["different", "absent", "a", "b", "--by", "me"], "absent"),
        (["split", "absent", "a", "--by", "me"], "absent"),
        (["merge", "absent", "--out", "s"], "absent"),
        (["validate", "absent"], "absent"),
        (["evaluate", "absent.jsonl"], "absent.jsonl"),
        (["train", "absent.jsonl", "-o", "weights.yaml"], "absent.jsonl"),
        (["extract", "absent.txt"], "absent.txt"),
        (["extract", "absent.txt", "--explain"], "absent.txt"),
        (["extract", "absent.txt", "--explain", "--format", "table"], "--explain or --format"),
        (["read", "absent.txt"], "absent.txt"),
    ],
)
def test_a_failure_is_one_line_that_names_the_cause(run, arguments, words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    failed = run(*arguments)
    assert failed.exit_code == 2
    assert words in error_of(failed)
    assert list(tmp_path.iterdir()) == []


def test_an_error_of_the_system_is_one_line(run, monkeypatch):
    def fail(*_):
        raise PermissionError(13, "Permission denied", "here")

    monkeypatch.setattr(stores, "load", fail)
    assert error_of(run("view", "store")) == "kg: here: Permission denied"


def test_a_fault_of_the_program_is_not_hidden(monkeypatch):
    def fail(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(stores, "load", fail)
    assert isinstance(CliRunner().invoke(app, ["view", "store"]).exception, ZeroDivisionError)


# extract


def test_a_line_holds_all_that_is_known_of_a_statement():
    text = "Maj Ali said on Monday that up to 40 rebels fell to drones in Sirte."
    entities = [
        Entity("ali", "Maj Ali", EntityType.PERSON, ("Maj Ali",)),
        Entity("drones", "drones", EntityType.EQUIPMENT, ("drones",)),
        Entity("rebels", "rebels", EntityType.GROUP, ("rebels",)),
        Entity("sirte", "Sirte", EntityType.PLACE, ("Sirte",)),
    ]
    full = Attestation(
        "b",
        Relation.KILLS,
        Argument("drones", Span(53, 59, "drones")),
        Argument("rebels", Span(38, 44, "rebels")),
        Span(32, 68, text[32:68]),
        Factuality.POSSIBLE,
        ("ali",),
        Time("on Monday", None, None, None),
        "sirte",
        "drones",
        Count(None, 40),
    )
    bare = Attestation("a", Relation.KILLS, None, Argument("rebels", Span(38, 44, "rebels")), Span(33, 44, text[33:44]))
    first, second = to_lines(ArticleGraph(Article("x", text), tuple(entities), (bare, full)))
    assert first == {
        "article": "x",
        "id": "b",
        "relation": "kills",
        "subject": {"id": "drones", "label": "drones", "type": "Equipment", "start": 53, "end": 59},
        "object": {"id": "rebels", "label": "rebels", "type": "Group", "start": 38, "end": 44},
        "factuality": "possible",
        "attributed_to": [{"id": "ali", "label": "Maj Ali", "type": "Person"}],
        "time": {"text": "on Monday", "value": None, "precision": None},
        "place": {"id": "sirte", "label": "Sirte", "type": "Place"},
        "instrument": {"id": "drones", "label": "drones", "type": "Equipment"},
        "count": {"low": None, "high": 40},
        "evidence": {"start": 32, "end": 68, "text": text[32:68]},
        "confidence": 1.0,
    }
    assert second["subject"] is second["time"] is second["place"] is second["instrument"] is second["count"] is None
    assert second["attributed_to"] == []


def test_a_line_gives_the_time_as_a_value():
    from datetime import date

    day = date(2019, 8, 26)
    thing = Argument("e", Span(0, 1, "e"))
    attestation = Attestation(
        "a", Relation.SEIZES, thing, thing, Span(0, 1, "e"), time=Time("t", day, day, TimePrecision.DAY)
    )
    entity = Entity("e", "e", EntityType.PLACE, ("e",))
    (line,) = to_lines(ArticleGraph(Article("x", "e"), (entity,), (attestation,)))
    assert line["time"] == {"text": "t", "value": "2019-08-26", "precision": "day"}


def test_extract_prints_lines_that_quote_the_article(run, articles):
    done = run("extract", articles)
    assert (done.exit_code, done.stderr) == (0, "")
    texts = {each["id"]: each["text"] for each in map(json.loads, articles.read_text("utf-8").splitlines())}
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert {line["relation"] for line in lines} >= {"attacks", "seizes"}
    for line in lines:
        for part in filter(None, (line["evidence"], line["subject"], line["object"])):
            assert 0 <= part["start"] < part["end"] <= len(texts[line["article"]])
        words = line["evidence"]
        assert texts[line["article"]][words["start"] : words["end"]] == words["text"]


def test_extract_shows_a_table(run, articles):
    done = run("extract", articles, "--format", "table", env={"COLUMNS": "200"})
    assert done.exit_code == 0
    assert "attacks" in done.stdout
    assert "harbour-1" in done.stdout


def test_extract_explains_what_was_read(run, articles):
    done = run("extract", articles, "--explain")
    assert (done.exit_code, done.stderr) == (0, "")
    first, second = done.stdout.split("\n\n\n")
    assert "[Khalifa Haftar #" in first
    assert "because of  the word “attacked”, frame attack\n" in first
    assert "said by     spokesman" in second.lower().replace("a spokesman", "spokesman")


def test_an_explanation_is_as_wide_as_the_terminal(run, articles):
    lines = run("extract", articles, "--explain", env={"COLUMNS": "60"}).stdout.splitlines()
    assert max(map(len, lines)) <= 60
    assert max(map(len, run("extract", articles, "--explain").stdout.splitlines())) > 60


def test_extract_reads_standard_input(run):
    done = run("extract", "-", input="The GNA seized Gharyan.\n")
    assert done.exit_code == 0
    assert [json.loads(line)["relation"] for line in done.stdout.splitlines()] == ["seizes"]


def test_the_day_of_publication_dates_what_has_no_date(run):
    done = run("extract", "-", "--published", "2019-08-28", input="The GNA seized Gharyan yesterday.\n")
    assert [json.loads(line)["time"]["value"] for line in done.stdout.splitlines()] == ["2019-08-27"]


# read


def test_read_writes_a_page(run, articles, tmp_path):
    page = tmp_path / "page.html"
    done = run("read", articles, "-o", page)
    assert (done.exit_code, done.stdout) == (0, "")
    assert re.fullmatch(rf"kg: {re.escape(str(page))}: articles: 2, statements: [2-9]\n", done.stderr)
    assert "attacked" in page.read_text("utf-8")
    assert list(tmp_path.iterdir()) == [page]


def test_read_writes_to_standard_output(run):
    done = run("read", "-", "-o", "-", input="The GNA seized Gharyan.\n")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("<!doctype html>")
    assert "Gharyan" in done.stdout


def test_read_names_its_page_where_it_is_told_no_name(run, articles, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("read", articles).stderr.startswith("kg: reading.html: articles: 2")
    assert [path.name for path in tmp_path.iterdir()] == ["reading.html"]


def test_read_warns_of_an_article_that_is_left_out(run, tmp_path):
    source = tmp_path / "a.jsonl"
    source.write_text(json.dumps(article("good", "The GNA seized Gharyan.")) + "\n{\n", "utf-8")
    done = run("read", source, "-o", tmp_path / "page.html")
    assert done.exit_code == 1
    assert done.stderr.startswith(f"kg: warning: {source}:2: ")
    assert (tmp_path / "page.html").exists()


def test_a_page_that_cannot_be_written_is_one_line(run, articles, tmp_path):
    failed = run("read", articles, "-o", tmp_path / "absent" / "page.html")
    assert failed.exit_code == 2
    assert "choose a folder you can write to" in error_of(failed)


# build


def test_build_says_what_it_did_and_prints_nothing(run, articles, tmp_path):
    first = run("build", articles, "--out", tmp_path / "store")
    assert (first.exit_code, first.stdout) == (0, "")
    assert first.stderr == f"kg: {tmp_path / 'store'}: articles added: 2, known already: 0, replaced: 0\n"
    again = run("build", articles, "--out", tmp_path / "store")
    assert again.stderr == f"kg: {tmp_path / 'store'}: articles added: 0, known already: 2, replaced: 0\n"


@pytest.mark.parametrize("name", ["store", "store.trig", "store.nq"])
def test_an_article_of_the_same_id_takes_the_place_of_the_old_one(run, tmp_path, name):
    source, store = tmp_path / "a.jsonl", tmp_path / name
    for texts in (("The GNA seized Gharyan.", "Rebels attacked Sirte."), ("The GNA lost Gharyan.",)):
        lines = [json.dumps(article(f"n{number}", text)) for number, text in enumerate(texts)]
        source.write_text("\n".join(lines), "utf-8")
        done = run("build", source, "--out", store)
        assert done.exit_code == 0, done.stderr
    assert "articles added: 1, known already: 0, replaced: 1" in done.stderr
    texts = sorted(graph.article.text for graph in stores.load(store).articles)
    assert texts == ["Rebels attacked Sirte.", "The GNA lost Gharyan."]
    assert not stores.is_stale(store)


def test_a_folder_and_a_file_hold_the_same(run, articles, store, tmp_path):
    file = tmp_path / "store.nq"
    run("build", articles, "--out", file)
    assert stores.load(file) == stores.load(store)
    assert sorted(map(str, stores.read_quads(file))) == sorted(map(str, stores.read_quads(store)))


def test_one_bad_article_among_many_is_a_warning(run, tmp_path):
    source = tmp_path / "a.jsonl"
    source.write_text(json.dumps(article("good", "The GNA seized Gharyan.")) + "\n{\n", "utf-8")
    done = run("build", source, "--out", tmp_path / "store")
    assert (done.exit_code, done.stdout) == (1, "")
    warning, summary = done.stderr.splitlines()
    assert warning.startswith(f"kg: warning: {source}:2: ")
    assert "articles added: 1" in summary


def test_extract_warns_as_well(run, tmp_path):
    source = tmp_path / "a.jsonl"
    source.write_text(json.dumps(article("good", "The GNA seized Gharyan.")) + "\n{\n", "utf-8")
    done = run("extract", source)
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr.startswith(f"kg: warning: {source}:2: ")


@pytest.mark.parametrize("held", [0, 2])
def test_an_interrupted_build_says_what_the_store_holds(run, articles, tmp_path, monkeypatch, held):
    def interrupt(*_):
        raise KeyboardInterrupt

    out = tmp_path / "store.nq"
    if held:
        run("build", articles, "--out", out)
    monkeypatch.setattr("kg.pipeline.build_into", interrupt)
    done = run("build", articles, "--out", out)
    assert done.exit_code == 130
    assert error_of(done) == f"kg: interrupted: {held} articles are in {out}; repeat the command to finish"


def test_a_strict_run_stops_at_a_bad_article_and_writes_nothing(run, tmp_path):
    source = tmp_path / "a.jsonl"
    source.write_text(json.dumps(article("good", "The GNA seized Gharyan.")) + "\n{\n", "utf-8")
    done = run("build", source, "--out", tmp_path / "store", "--strict")
    assert done.exit_code == 2
    assert f"{source}:2: " in error_of(done)
    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize("out", ["absent/store", "absent/store.nq", "store.docx", "full"])
def test_a_place_that_can_hold_no_store_is_refused_before_work_begins(run, articles, tmp_path, out, monkeypatch):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").touch()
    monkeypatch.setattr("kg.pipeline.extract", lambda _: pytest.fail("began to read"))
    failed = run("build", articles, "--out", tmp_path / out)
    assert failed.exit_code == 2
    assert out in error_of(failed)


# query


def test_a_query_answers_in_three_forms(run, store):
    as_csv = run("query", store, "attacks", "--format", "csv")
    as_json = run("query", store, "attacks", "--format", "json")
    as_table = run("query", store, "attacks", env={"COLUMNS": "220"})
    assert [done.exit_code for done in (as_csv, as_json, as_table)] == [0, 0, 0]
    header, *lines = as_csv.stdout.splitlines()
    rows = json.loads(as_json.stdout)
    assert header.split(",") == list(rows[0])
    assert len(lines) == len(rows) >= 2
    assert "Gharyan" in {row["attacked"] for row in rows}
    assert "attacked" in as_table.stdout
    assert "statement:" in as_table.stdout
    assert "https:" not in as_table.stdout
    assert "Gharyan" in as_table.stdout


def test_a_query_takes_parameters(run, store):
    done = run("query", store, "attacks", "--param", "attacked=Gharyan", "--format", "json")
    assert {row["attacked"] for row in json.loads(done.stdout)} == {"Gharyan"}


@pytest.mark.parametrize("suffix", [".rq", ".sparql"])
def test_a_query_comes_from_a_file(run, store, tmp_path, suffix):
    path = (tmp_path / "mine").with_suffix(suffix)
    path.write_text("SELECT (COUNT(?a) AS ?n) WHERE { ?a a kg:Article }", "utf-8")
    assert run("query", store, path, "--format", "csv").stdout == "n\n2\n"


def test_a_query_comes_from_standard_input(run, store):
    done = run("query", store, "-", "--format", "csv", input="ASK { ?a a kg:Article }")
    assert done.stdout == "answer\ntrue\n"


def test_a_wrong_query_is_one_line(run, store):
    failed = run("query", store, "-", input="SELECT nonsense")
    assert failed.exit_code == 2
    error_of(failed)


def test_the_queries_are_listed(run):
    from kg.query import list_queries

    done = run("query", "--list", "--format", "json")
    assert [row["name"] for row in json.loads(done.stdout)] == [query.name for query in list_queries()]
    assert "attacks" in run("query", "--list").stdout


# explain


@pytest.mark.parametrize("ends", [("Haftar's forces", "gharyan"), ("Gharyan", "the HAFTAR's forces")])
def test_explain_shows_the_words_in_both_directions(run, store, ends):
    done = run("explain", store, *ends)
    assert (done.exit_code, done.stderr) == (0, "")
    assert "attacks – Gharyan (1 article, 1 independent voice)" in done.stdout
    assert "in the article's own voice" in done.stdout
    assert "2019-08-26" in done.stdout
    assert "harbour-1" in done.stdout


def test_explain_names_the_speaker(run, store):
    rows = json.loads(run("explain", store, "Haftar's forces", "Tripoli", "--json").stdout)
    assert [(row["relation"], row["said"], row["article"]) for row in rows] == [("attacks", "asserted", "harbour-2")]
    assert [speaker.lower().removeprefix("a ") for speaker in rows[0]["speakers"]] == ["spokesman"]
    assert "says" in run("explain", store, "Haftar's forces", "Tripoli").stdout


def test_explain_asks_again_where_a_writer_tidied_away_what_it_would_read(run, store, queries_asked):
    first = run("explain", store, "Gharyan", "GNA")
    assert len(queries_asked) == 4
    assert first.stdout == run("explain", store, "Gharyan", "GNA").stdout
    assert len(queries_asked) == 6


def test_explain_exits_with_1_when_nothing_links_two(run, store):
    done = run("explain", store, "GNA", "Tripoli")
    assert done.exit_code == 1
    assert "no article links 'GNA' and 'Tripoli'" in error_of(done)


def test_explain_suggests_a_name(run, store):
    done = run("explain", store, "Garyan", "Haftar")
    assert done.exit_code == 2
    assert '"Gharyan"' in error_of(done)


# view


def test_view_writes_a_page(run, store, tmp_path):
    page = tmp_path / "network.html"
    done = run("view", store, "-o", page)
    assert (done.exit_code, done.stdout) == (0, "")
    assert str(page) in done.stderr
    assert "Gharyan" in page.read_text("utf-8")


def test_view_draws_the_relations_that_are_asked_for(run, store, tmp_path):
    done = run("view", store, "-o", tmp_path / "seizes.html", "--relation", "seizes")
    assert "edges: 1" in done.stderr


# mentions


def test_mentions_are_lines_with_the_entity_over_all_articles(run, store):
    done = run("mentions", store, "--format", "jsonl")
    assert (done.exit_code, done.stderr) == (0, "")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    keys = ["article", "start", "end", "text", "entity", "label", "type"]
    assert all(list(line) == keys for line in lines)
    gharyan = [line for line in lines if line["text"] == "Gharyan"]
    assert [line["article"] for line in gharyan] == ["harbour-1", "harbour-2"]
    assert {line["entity"].startswith("https://w3id.org/conflict-kg/id/entity/gharyan-") for line in gharyan} == {True}
    assert len({line["entity"] for line in gharyan}) == 1
    assert {(line["label"], line["type"]) for line in gharyan} == {("Gharyan", "Place")}


def test_mentions_are_shown_as_a_table(run, store):
    done = run("mentions", store)
    assert (done.exit_code, done.stderr) == (0, "")
    assert re.search(r"harbour-2 +│ +15 +│ Gharyan +│ Gharyan +│ Place", done.stdout)


# keys


def test_keys_tells_which_names_are_not_compared(run, store):
    done = run("keys", store)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("full names: ")
    assert "pairs that share a key: " in done.stdout
    found = json.loads(run("keys", store, "--sample", "2", "--json").stdout)
    assert (found["sampled"], found["pairs"] <= 1, found["missed"]) == (2, True, 0)


# merge


def test_merge_unites_and_keeps_what_the_target_held(run, tmp_path):
    parts = []
    for name in ("one", "two", "three"):
        source = tmp_path / f"{name}.txt"
        source.write_text(f"The GNA seized Gharyan in part {name}.", "utf-8")
        parts.append(tmp_path / f"{name}.nq")
        assert run("build", source, "--out", parts[-1]).exit_code == 0
    done = run("merge", *parts[:2], "--out", tmp_path / "both.nq")
    assert (done.exit_code, done.stdout) == (0, "")
    run("merge", parts[2], "--out", tmp_path / "both.nq")
    run("merge", *reversed(parts), "--out", tmp_path / "all.nq")
    assert (tmp_path / "both.nq").read_bytes() == (tmp_path / "all.nq").read_bytes()
    assert len(stores.load(tmp_path / "all.nq").articles) == 3


# validate


def test_what_is_built_conforms(run, store):
    done = run("validate", store)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "conforms" in done.stderr
    assert json.loads(run("validate", store, "--json").stdout) == []


def test_what_breaks_a_shape_is_shown(run):
    wrong = min((ROOT / "ontology" / "examples" / "invalid").glob("*.ttl"))
    done = run("validate", wrong, env={"COLUMNS": "200"})
    assert done.exit_code == 1
    assert wrong.stem in done.stdout
    assert "https:" not in done.stdout
    assert "does not conform to the shapes; violations: 1" in done.stderr
    (violation,) = json.loads(run("validate", wrong, "--json").stdout)
    assert violation["shape"] == wrong.stem


# evaluate


@pytest.fixture
def gold(tmp_path):
    entities = [
        {"id": "e1", "type": "State", "names": ["GNA", "The GNA"]},
        {"id": "e2", "type": "Place", "names": ["Gharyan"]},
        {"id": "e3", "type": "Place", "names": ["Sirte"]},
    ]
    common = {"factuality": "asserted", "attributed_to": [], "evidence": "w", "optional": False}
    statements = [
        {"relation": "seizes", "subject": "e1", "object": "e2", **common},
        {"relation": "opposes", "subject": "e1", "object": "e3", **common},
    ]
    path = tmp_path / "gold.jsonl"
    document = {"id": "d", "text": "The GNA seized Gharyan.", "title": "", "entities": entities}
    path.write_text(json.dumps({**document, "statements": statements}), "utf-8")
    return path


def test_evaluate_reads_the_texts_and_scores(run, gold):
    figures = json.loads(run("evaluate", gold, "--json").stdout)
    assert figures["relations"]["seizes"] == {"tp": 1, "fp": 0, "fn": 0, "f1": 1.0}
    assert figures["relations"]["opposes"]["fn"] == 1
    assert "mistakes" not in figures


def test_evaluate_scores_what_extract_printed(run, gold, tmp_path):
    printed = tmp_path / "statements.jsonl"
    printed.write_text(run("extract", gold).stdout, "utf-8")
    scored = run("evaluate", gold, "--predicted", printed, "--errors", 5)
    assert scored.exit_code == 0
    assert "F1" in scored.stdout
    assert "missed | d | opposes | GNA | Sirte | w" in scored.stdout.splitlines()
    with_mistakes = json.loads(run("evaluate", gold, "--predicted", printed, "--errors", 5, "--json").stdout)
    assert [mistake["relation"] for mistake in with_mistakes["mistakes"]] == ["opposes"]


# train


def test_train_writes_the_weights_that_it_learned(run, gold, tmp_path):
    wrong = {"id": "f", "text": "The GNA seized Sirte.", "title": "", "entities": [], "statements": []}
    with gold.open("a", encoding="utf-8") as lines:
        lines.write("\n" + json.dumps(wrong))
    done = run("train", gold, "-o", tmp_path / "weights.yaml")
    assert done.exit_code == 0
    learned = yaml.safe_load((tmp_path / "weights.yaml").read_text("utf-8"))
    assert learned["learned_from"] == {"documents": 2, "statements": 2}
    assert "Brier score" in done.stdout


def test_train_needs_right_and_wrong_statements(run, gold, tmp_path):
    failed = run("train", gold, "-o", tmp_path / "weights.yaml")
    assert failed.exit_code == 2
    assert "annotate more texts" in error_of(failed)
    assert not (tmp_path / "weights.yaml").exists()


def test_the_group_is_the_one_that_fails_in_one_line():
    assert issubclass(app.info.cls, Verbs)


# link


def test_link_tells_what_it_found_and_undoes_it(run, store, tmp_path):
    path, table = shutil.copytree(store, tmp_path / "linked"), tmp_path / "known.csv"
    table.write_text("label,type,wikidata\nKhalifa Haftar,human,Q1\nNobody at all,human,Q2\n", "utf-8")
    done = run("link", path, table)
    said = "known: 2, exact matches: 1, close matches: 0, replaced: 0"
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", f"kg: {path}: {said}\n")
    asked = "SELECT ?label ?score { ?link a kg:Link ; rdfs:label ?label ; kg:score ?score }"
    assert run("query", path, asked, "--format", "csv").stdout.splitlines() == ["label,score", "Khalifa Haftar,0.95"]
    assert run("validate", path).exit_code == 0
    undone = run("link", path, "--undo", "known")
    assert (undone.exit_code, undone.stderr) == (0, f"kg: {path}: links taken out: 1\n")
    assert 'no links of a table called "known"' in error_of(run("link", path, "--undo", "known"))


def test_link_names_a_row_that_is_broken(run, store, tmp_path):
    table = tmp_path / "known.csv"
    table.write_text("label,wikidata\nKhalifa Haftar,\n", "utf-8")
    assert f"{table}:2: a row has no Wikidata id or IRI" in error_of(run("link", store, table))
