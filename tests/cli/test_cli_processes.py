"""The program as a shell runs it: pipes, signals, encodings, and the same bytes in every run."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from kg.model import Article
from kg.rdf import store as stores

KG = [sys.executable, "-m", "kg"]
# The same, also where a shell runs the tests in the background and lets all below ignore Ctrl-C.
HEEDING = """import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module("kg", run_name="__main__")
"""
NUMBER = 40
PATIENCE = 120  # seconds


def environment(**changes):
    return {**os.environ, **changes}


def line(number):
    return json.dumps({"id": f"n{number}", "text": f"Rebels attacked Gharyan with {number + 2} tanks."}) + "\n"


def ids_of(store):
    return sorted(graph.article.id for graph in stores.load(store).articles)


def wait_for(condition):
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.05)


@pytest.fixture
def building(tmp_path):
    """A build that has written a batch and waits for more of its standard input."""
    store = tmp_path / "store"
    command = [sys.executable, "-c", HEEDING, "build", "-", "--out", str(store)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, **pipes, text=True) as run:
        run.stdin.write("".join(map(line, range(NUMBER))))
        run.stdin.flush()
        wait_for(lambda: stores_articles(store) or run.poll() is not None)
        yield run, store
        run.kill()


def stores_articles(store):
    return store.exists() and bool(stores.article_ids(store))


@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupted_build_leaves_whole_articles_and_is_finished_by_repeating_it(building, kind):
    run, store = building
    run.send_signal(kind)
    out, errors = run.communicate(timeout=PATIENCE)
    written = ids_of(store)
    assert out == ""
    assert 0 < len(written) < NUMBER
    if kind == signal.SIGINT:
        assert run.returncode == 130
        expected = f"interrupted: {len(written)} articles are in {store}; repeat the command to finish"
        assert errors == f"kg: {expected}\n"
    again = subprocess.run(
        [*KG, "build", "-", "--out", str(store)],
        input="".join(map(line, range(NUMBER))),
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"articles added: {NUMBER - len(written)}, known already: {len(written)}" in again.stderr
    assert ids_of(store) == sorted(f"n{number}" for number in range(NUMBER))
    assert not stores.is_stale(store)


def test_the_same_articles_give_the_same_bytes_under_any_hash_seed(articles, tmp_path):
    written = []
    for seed in ("1", "2"):
        out = tmp_path / f"{seed}.nq"
        subprocess.run(
            [*KG, "build", str(articles), "--out", str(out)], env=environment(PYTHONHASHSEED=seed), check=True
        )
        written.append(out.read_bytes())
    assert written[0] == written[1]
    assert written[0].splitlines() == sorted(written[0].splitlines())


def test_a_reader_that_stops_reading_is_no_error(store):
    # A cross product that fills any pipe.
    query = "SELECT ?a ?b WHERE { ?a ?p ?o . ?b ?q ?r } LIMIT 20000"
    command = [*KG, "query", str(store), query, "--format", "csv"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        assert run.stdout.readline() == "a,b\n"
        run.stdout.close()
        errors = run.stderr.read()
    assert errors == ""
    assert run.returncode == 0


def test_output_is_utf8_whatever_the_locale(tmp_path):
    source = tmp_path / "a.nq"
    from kg.model import ArticleGraph, KnowledgeGraph

    stores.save(KnowledgeGraph((ArticleGraph(Article("Зуара", "Zuwāra – “front”", title="Zuwāra")),)), source)
    query = "SELECT ?t WHERE { ?a kg:text ?t }"
    done = subprocess.run(
        [*KG, "query", str(source), query, "--format", "csv"],
        env=environment(LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", PYTHONIOENCODING="ascii"),
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode("utf-8") == "t\nZuwāra – “front”\n"


def test_help_needs_no_slow_library():
    code = (
        "import sys; from kg.cli.app import app\n"
        "try: app(['build', '--help'])\n"
        "except SystemExit: pass\n"
        "print(*[name for name in ('spacy', 'rdflib', 'pyoxigraph', 'trafilatura') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == ""
