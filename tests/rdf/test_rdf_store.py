"""Stores on disk: what they keep, what they refuse, and what a kill leaves of them."""

import errno
import os
import re
import shutil
import signal
import subprocess
import sys
from dataclasses import replace

import pyoxigraph
import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import StoreError
from kg.merge import merge
from kg.model import Article, ArticleGraph, Judgement, KnowledgeGraph, Outcome
from kg.query import select
from kg.rdf import dataset, files, folder, iris, store
from kg.rdf import vocabulary as v
from kg.rdf.version import version_quads

FORMS = ("folder", "file.ttl", "file.trig", "file.nq", "file.jsonld", "FILE.NQ")
SUFFIXES = tuple(files.FORMATS)


def statuses(path):
    rows = store.open_dataset(path).query("SELECT ?status WHERE { ?s a kg:Statement ; kg:status ?status }")
    return sorted(str(row.status).removeprefix(v.KG) for row in rows)


def facts(quads):
    """What is said of anything but the store itself."""
    return {quad for quad in quads if quad.subject != NamedNode(iris.STORE)}


def triples(path):
    return sorted(str(quad.triple) for quad in store.read_quads(path))


@pytest.fixture(params=FORMS)
def path(request, tmp_path):
    return tmp_path / request.param


def test_a_graph_comes_back(path, graph):
    store.save(graph, path)
    assert store.load(path) == graph
    assert not store.is_stale(path)


def test_saving_again_replaces_all(path, graph, claim):
    store.save(graph, path)
    less = KnowledgeGraph((claim,))
    store.save(less, path)
    assert store.load(path) == less
    assert statuses(path) == ["asserted", "claimed"]


def test_an_empty_graph_is_a_store(path):
    store.save(KnowledgeGraph(), path)
    assert store.load(path) == KnowledgeGraph()
    assert store.article_ids(path) == {}


def test_the_forms_hold_the_same_quads(tmp_path, graph):
    for name in ("folder", "file.nq", "file.trig"):
        store.save(graph, tmp_path / name)
    held = [sorted(map(str, store.read_quads(tmp_path / name))) for name in ("folder", "file.nq", "file.trig")]
    assert held[0] == held[1] == held[2]
    assert held[0] == sorted(map(str, dataset.all_quads(graph)))


SAVE_AS_ALL = """
import sys
from pathlib import Path
from kg.rdf import files, store
graph = store.load(Path(sys.argv[1]))
for suffix in files.FORMATS:
    store.save(graph, Path(sys.argv[2] + suffix))
"""


def test_a_file_is_the_same_bytes_under_any_hash_seed(tmp_path, graph):
    source = tmp_path / "source.nq"
    store.save(graph, source)
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", SAVE_AS_ALL, source, tmp_path / seed]
        subprocess.run(command, env=environment, check=True)
    for suffix in SUFFIXES:
        assert (tmp_path / f"1{suffix}").read_bytes() == (tmp_path / f"2{suffix}").read_bytes()


def test_n_quads_are_sorted_by_line(tmp_path, graph):
    store.save(graph, tmp_path / "file.nq")
    lines = (tmp_path / "file.nq").read_bytes().splitlines()
    assert lines == sorted(set(lines))


def test_turtle_has_prefixes_and_puts_the_type_first(tmp_path, graph):
    store.save(graph, tmp_path / "file.ttl")
    assert "\nattestation:att-1 a kg:Attestation ;\n" in (tmp_path / "file.ttl").read_text("utf-8")


def test_nothing_is_left_beside_a_store(path, graph):
    store.save(graph, path)
    assert list(path.parent.iterdir()) == [path]


def test_ids_are_known_by_digest(path, graph, claim, denial):
    store.save(graph, path)
    expected = {claim.article.digest: "gharyan-01", denial.article.digest: "gharyan-02"}
    assert store.article_ids(path) == expected


# Appending


def test_articles_are_appended(path, graph, claim, denial):
    store.change(path, [claim])
    store.change(path, [denial])
    store.refresh(path)
    assert store.load(path) == replace(graph, judgements=())
    assert statuses(path) == ["asserted", "disputed"]


def test_appending_twice_is_appending_once(path, claim):
    store.change(path, [claim])
    store.change(path, [claim, claim])
    assert store.load(path) == KnowledgeGraph((claim,))


def test_a_newer_reading_replaces_the_older(path, claim):
    newer = replace(claim, attestations=claim.attestations[:1], generator="kg 0.2.0")
    store.change(path, [claim])
    store.change(path, [newer])
    assert store.load(path) == KnowledgeGraph((newer,))


def test_articles_are_dropped_in_the_same_step(path, claim, denial):
    store.change(path, [claim])
    store.change(path, [denial], drop=[claim.article.digest, "0123456789abcdef"])
    assert store.load(path) == KnowledgeGraph((denial,))


def test_appending_keeps_judgements(path, graph, denial):
    store.save(graph, path)
    store.change(path, [replace(denial, generator="kg 0.2.0")])
    assert store.load(path).judgements == graph.judgements


def test_appending_nothing_makes_an_empty_store(path):
    store.change(path, [])
    assert store.load(path) == KnowledgeGraph()


# What is derived


def test_what_follows_from_a_change_is_there_at_once(path, claim, denial):
    store.change(path, [claim])
    store.change(path, [denial])
    assert not store.is_stale(path)
    whole = merge(KnowledgeGraph((claim,)), KnowledgeGraph((denial,)))
    assert triples(path) == sorted(str(quad.triple) for quad in dataset.all_quads(whole))


def test_a_new_reading_of_a_known_article_takes_effect_at_once(path, graph, claim, denial):
    store.save(graph, path)
    store.change(path, [replace(claim, attestations=())])
    assert not store.is_stale(path)
    assert statuses(path) == ["denied"]


def test_judgements_are_changed(path, graph):
    said = Judgement("gna-a", "gna-b", Outcome.DIFFERENT, "B. Analyst", "two bodies")
    store.save(graph, path)
    store.change(path, said=[said])
    assert store.load(path) == replace(graph, judgements=(said,))
    assert not store.is_stale(path)
    assert triples(path) == sorted(str(quad.triple) for quad in dataset.all_quads(replace(graph, judgements=(said,))))


def test_an_article_that_others_drop_makes_a_folder_stale(tmp_path, graph, claim):
    path = tmp_path / "store"
    store.save(graph, path)
    pyoxigraph.Store(str(path)).update(f"DROP GRAPH <{iris.article_graph(claim.article.digest)}>")
    assert store.is_stale(path)
    assert statuses(path) == ["denied"]
    assert not store.is_stale(path)


def test_a_file_that_others_changed_is_stale_until_refreshed(tmp_path, graph, denial):
    path = tmp_path / "file.nq"
    store.save(graph, path)
    name = iris.article_graph(denial.article.digest)
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if name not in line), "utf-8")
    assert store.is_stale(path)
    assert statuses(path) == ["asserted", "claimed"]
    assert store.is_stale(path)
    store.refresh(path)
    assert not store.is_stale(path)


def test_refreshing_what_is_fresh_changes_nothing(tmp_path, graph):
    path = tmp_path / "file.nq"
    store.save(graph, path)
    before = path.stat()
    store.refresh(path)
    assert path.stat() == before


def test_a_stale_folder_that_is_in_use_is_derived_in_memory(tmp_path, claim):
    path = tmp_path / "store"
    store.change(path, [claim])
    writer = pyoxigraph.Store(str(path))
    for quad in store.changes.about(writer):
        writer.remove(quad)
    writer.extend(version_quads())
    writer.remove_graph(NamedNode(iris.STATEMENTS_GRAPH))
    assert statuses(path) == ["asserted", "claimed"]
    del writer
    assert store.is_stale(path)


# Reading


def test_a_query_sees_the_union_and_the_graphs(path, graph):
    store.save(graph, path)
    opened = store.open_dataset(path)
    rows = list(opened.query("SELECT ?g WHERE { GRAPH ?g { ?e kg:seizes ?place } ?place rdfs:label 'Gharyan' }"))
    assert [str(row.g) for row in rows] == [iris.CLAIMED_EDGES_GRAPH]


def test_a_fresh_folder_is_opened_to_read_only(tmp_path, graph):
    path = tmp_path / "store"
    store.save(graph, path)
    first, second = store.open_dataset(path), store.open_dataset(path)
    assert len(first) == len(second) == len(pyoxigraph.Store.read_only(str(path)))
    with pytest.raises(RuntimeError):
        first.graph(iris.EDGES_GRAPH).add((rdflib.RDF.type, rdflib.RDF.type, rdflib.RDF.type))


class TidiedAway:
    """Opens stores like Oxigraph; of the first one a writer takes the files away before it is asked for anything."""

    def __init__(self):
        self.opened = 0

    def read_only(self, path):
        self.opened += 1
        return pyoxigraph.Store.read_only(path) if self.opened > 1 else self

    def __iter__(self):
        raise FileNotFoundError(errno.ENOENT, "IO error: No such file or directory", "000025.sst")

    def quads_for_pattern(self, *_):
        return iter(self)


@pytest.mark.parametrize(
    "read",
    [
        store.load,
        store.judgements,
        store.read_quads,
        store.article_ids,
        store.is_stale,
        lambda path: store.known_ids(path, [Article("gharyan-01", "Another text.")]),
        lambda path: select(path, "attacks"),
    ],
    ids=["load", "judgements", "read_quads", "article_ids", "is_stale", "known_ids", "select"],
)
def test_what_a_writer_tidies_away_while_a_reader_reads_is_read_again(tmp_path, graph, monkeypatch, read):
    path = tmp_path / "store"
    store.save(graph, path)
    expected = read(path)
    oxigraph = TidiedAway()
    monkeypatch.setattr(folder, "Store", oxigraph)
    assert read(path) == expected
    assert oxigraph.opened > 1


# What is no store


def refused(action, *words):
    with pytest.raises(StoreError) as caught:
        action()
    for word in words:
        assert word in str(caught.value)
    assert caught.value.remedy
    assert "\n" not in str(caught.value)
    return caught.value


READERS = (store.load, store.read_quads, store.article_ids, store.is_stale, store.refresh, store.open_dataset)


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("name", ["missing", "missing.nq", "missing.docx"])
def test_a_missing_path_is_refused_and_not_made(tmp_path, read, name):
    error = refused(lambda: read(tmp_path / name), "no such store", name)
    assert error.path == tmp_path / name
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("read", READERS)
def test_a_folder_without_a_store_is_refused(tmp_path, read):
    (tmp_path / "letter.txt").touch()
    refused(lambda: read(tmp_path), "the folder holds no store")
    assert [each.name for each in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("name", ["letter.txt", "letter"])
def test_a_file_of_another_kind_is_refused(tmp_path, read, name):
    (tmp_path / name).write_text("Dear Sir")
    refused(lambda: read(tmp_path / name), "not a store", ".ttl, .trig, .nq or .jsonld")


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_text_file_under_the_name_of_a_store_is_refused(tmp_path, read, suffix):
    path = tmp_path / f"file{suffix}"
    path.write_text("Dear Sir,\nthe GNA seized Gharyan.")
    error = refused(lambda: read(path), "cannot be parsed")
    assert error.line == 1


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00\x01" * 9])
def test_an_empty_or_binary_file_is_refused(tmp_path, suffix, content):
    path = tmp_path / f"file{suffix}"
    path.write_bytes(content)
    refused(lambda: store.load(path))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_that_is_cut_off_is_refused_wherever_it_is(tmp_path, graph, suffix):
    path = tmp_path / f"file{suffix}"
    store.save(graph, path)
    whole = path.read_bytes()
    lines = [found.end() for found in re.finditer(b"\n", whole)]
    for end in {*range(0, len(whole) - 3, 997), *lines[:-1:9]}:
        path.write_bytes(whole[:end])
        try:
            held = store.load(path)
        except StoreError:
            continue
        assert held == graph  # only derived triples were lost


def test_a_damaged_folder_is_refused(tmp_path, graph):
    path = tmp_path / "store"
    store.save(graph, path)
    for table in path.glob("*.sst"):
        table.write_bytes(table.read_bytes()[:100])
    refused(lambda: store.load(path), "damaged")


def test_a_folder_that_another_program_writes_is_refused_for_writing_and_can_be_read(tmp_path, graph, claim):
    path = tmp_path / "store"
    store.save(graph, path)
    code = (
        "import sys, pyoxigraph; held = pyoxigraph.Store(sys.argv[1]); print('held', flush=True); sys.stdin.readline()"
    )
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", code, path], **pipes) as other:
        assert other.stdout.readline() == b"held\n"
        for write in (lambda: store.change(path, [claim]), lambda: store.save(graph, path)):
            refused(write, "in use by another program", "wait")
        assert store.load(path) == graph
        other.communicate(b"\n")
    store.change(path, [claim])


@pytest.mark.parametrize(
    ("version", "accepted"), [("1.0.0", True), ("1.7.2", True), ("2.0.0", False), ("10.0.0", False), ("", False)]
)
@pytest.mark.parametrize("name", ["store", "file.nq"])
def test_a_store_of_another_major_version_is_refused(tmp_path, graph, name, version, accepted):
    path = tmp_path / name
    quads = [quad for quad in dataset.all_quads(graph) if quad.predicate.value != v.DCTERMS_CONFORMS_TO]
    if version:
        told = NamedNode(f"{v.ONTOLOGY}/{version}")
        quads.append(Quad(NamedNode(iris.STORE), NamedNode(v.DCTERMS_CONFORMS_TO), told, NamedNode(iris.RUNS_GRAPH)))
    folder.create(path, lambda made: made.extend(quads)) if name == "store" else files.write_file(quads, path)
    if accepted:
        assert store.load(path) == graph
        store.open_dataset(path)
        assert facts(store.read_quads(path)) == facts(quads)
        return
    for read in (store.load, store.open_dataset, lambda path: store.change(path, graph.articles)):
        refused(lambda read=read: read(path), version or "version")


def test_a_broken_graph_names_the_store(tmp_path, graph):
    path = tmp_path / "file.nq"
    files.write_file([quad for quad in dataset.all_quads(graph) if quad.predicate.value != v.RELATION], path)
    assert refused(lambda: store.load(path), "has no kg:relation").path == path


# Targets


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("absent/store", "the folder to make the store in is missing"),
        ("absent/file.nq", "the folder to make the store in is missing"),
        ("file.docx", "not a store"),
        ("full", "the folder holds other files"),
        ("letter", "not a store"),
    ],
)
def test_a_place_that_can_hold_no_store_is_refused(tmp_path, graph, name, cause):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").touch()
    (tmp_path / "letter").touch()
    actions = (store.check_target, lambda path: store.save(graph, path), lambda path: store.change(path, []))
    for action in actions:
        refused(lambda action=action: action(tmp_path / name), cause)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["full", "letter"]


@pytest.mark.parametrize("action", [*READERS, store.check_target, lambda path: store.change(path, [])])
def test_what_the_disk_refuses_is_a_clear_error(tmp_path, action):
    refused(lambda: action(tmp_path / ("long" * 100 + ".nq")), "File name too long", "check the path")


@pytest.mark.parametrize("name", ["store", "file.ttl", "empty"])
def test_a_place_that_can_hold_a_store_is_accepted(tmp_path, name):
    (tmp_path / "empty").mkdir()
    store.check_target(tmp_path / name)
    assert [each.name for each in tmp_path.iterdir()] == ["empty"]
    store.save(KnowledgeGraph(), tmp_path / name)
    store.check_target(tmp_path / name)


@pytest.mark.parametrize("name", ["store", "file.nq"])
def test_a_save_that_fails_changes_nothing(tmp_path, graph, name):
    path = tmp_path / name
    store.save(graph, path)
    before = sorted(map(str, store.read_quads(path)))
    broken = KnowledgeGraph((ArticleGraph(Article("a", "half \ud83d")),))
    refused(lambda: store.save(broken, path), "not valid Unicode")
    assert sorted(map(str, store.read_quads(path))) == before
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_killed_run_left_is_cleared_away(tmp_path, graph):
    partial = tmp_path / ".store.partial"
    partial.mkdir()
    (partial / "000004.log").write_text("half")
    store.save(graph, tmp_path / "store")
    assert [each.name for each in tmp_path.iterdir()] == ["store"]


APPEND_UNTIL_KILLED = """
import sys
from pathlib import Path
from kg.model import Article, ArticleGraph
from kg.rdf import store
for number in range(1000):
    texts = [f"The GNA seized town {number}-{each}." for each in range(20)]
    store.change(Path(sys.argv[1]), [ArticleGraph(Article(text, text)) for text in texts])
    print(number, flush=True)
"""


def test_a_kill_leaves_whole_batches(tmp_path):
    path = tmp_path / "store"
    command = [sys.executable, "-c", APPEND_UNTIL_KILLED, path]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as run:
        written = [run.stdout.readline() for _ in range(3)]
        run.send_signal(signal.SIGKILL)
        written += run.stdout.readlines()
    held = store.load(path)
    assert len(held.articles) in (20 * len(written), 20 * (len(written) + 1))
    store.change(path, [ArticleGraph(Article("after", "After the kill."))])
    store.refresh(path)
    assert not store.is_stale(path)


def test_a_store_can_be_moved(tmp_path, graph):
    store.save(graph, tmp_path / "store")
    shutil.move(tmp_path / "store", tmp_path / "moved")
    assert store.load(tmp_path / "moved") == graph


def test_a_judgement_is_stored_and_revoked(path, graph):
    said = Judgement("gna-a", "gna-b", Outcome.SAME, "B. Analyst", "one body")
    store.save(replace(graph, judgements=(said,)), path)
    assert store.load(path).judgements == (said,)
    store.save(replace(graph, judgements=()), path)
    assert store.load(path).judgements == ()


def test_literals_that_look_like_escapes_survive_a_transaction(tmp_path):
    texts = ["C:\\u0041\\n", 'say "no" }', "a\r\n\tb\x00\x7f", "\ufffe\U0001f600", "{ GRAPH <x> }"]
    graphs = [ArticleGraph(Article(text, text)) for text in texts]
    store.change(tmp_path / "store", graphs)
    assert sorted(each.article.text for each in store.load(tmp_path / "store").articles) == sorted(texts)


def test_a_digest_that_is_no_literal_is_no_digest(tmp_path, graph):
    path = tmp_path / "file.nq"
    quads = [quad for quad in dataset.all_quads(graph) if quad.predicate.value != v.DERIVED_FROM_DIGEST]
    files.write_file([*quads, Quad(NamedNode(iris.STORE), NamedNode(v.DERIVED_FROM_DIGEST), Literal(""))], path)
    assert store.is_stale(path)
