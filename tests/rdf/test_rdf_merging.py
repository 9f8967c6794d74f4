"""The union of stores, and taking articles out again."""

from dataclasses import replace

import pytest

from kg.errors import StoreError
from kg.merge import merge
from kg.model import Judgement, KnowledgeGraph, Outcome
from kg.rdf import merging, store
from kg.rdf.dataset import all_quads
from kg.rdf.merging import merge_stores
from kg.rdf.retraction import retract

NAMES = ("folder", "file.nq")


def lines(path):
    return sorted(map(str, store.read_quads(path)))


def expected(graph):
    return sorted(map(str, all_quads(graph)))


@pytest.fixture
def parts(tmp_path, graph, claim, denial):
    """Two stores that together are `graph`, the one a folder and the other a file."""
    store.save(replace(graph, articles=(claim,)), tmp_path / "one")
    store.save(KnowledgeGraph((denial,)), tmp_path / "other.trig")
    return [tmp_path / "one", tmp_path / "other.trig"]


@pytest.fixture(params=NAMES)
def out(request, tmp_path):
    return tmp_path / request.param


def test_stores_are_united_in_any_order(out, parts, graph, tmp_path):
    assert merge_stores(parts, out) == 2
    assert lines(out) == expected(graph)
    merge_stores(parts[::-1], tmp_path / "again.nq")
    assert lines(tmp_path / "again.nq") == expected(graph)
    assert not store.is_stale(out)


def test_what_the_target_held_is_kept(out, parts, graph, monkeypatch):
    monkeypatch.setattr(merging, "BATCH_SIZE", 1)
    for part in parts:
        merge_stores([part], out)
    assert merge_stores([*parts, out], out) == 2
    assert lines(out) == expected(graph)


def test_a_folder_is_the_copy_of_no_other_once_it_is_changed(parts, tmp_path, graph):
    before = lines(parts[0])
    merge_stores(parts, tmp_path / "both")
    assert lines(parts[0]) == before
    retract(parts[0], ["gharyan-01"])
    assert lines(tmp_path / "both") == expected(graph)


def test_of_two_readings_of_an_article_the_same_stays_in_any_order(tmp_path, out, claim):
    newer = replace(claim, attestations=claim.attestations[:1], generator="kg 9")
    renamed = replace(newer, article=replace(newer.article, id="another"))
    graphs = [KnowledgeGraph((each,)) for each in (claim, newer, renamed)]
    for number, graph in enumerate(graphs):
        store.save(graph, tmp_path / f"{number}")
    for place in range(3):
        merge_stores([tmp_path / f"{(place + number) % 3}" for number in range(3)], out)
        assert lines(out) == expected(merge(*graphs))


def test_persons_who_contradict_each_other_change_nothing(parts, tmp_path, graph, claim):
    (said,) = graph.judgements
    other = replace(said, outcome=Outcome.SAME, by="B. Analyst")
    store.save(KnowledgeGraph((claim,), (other,)), tmp_path / "contrary")
    before = sorted(tmp_path.iterdir())
    for out in ("new", "new.nq", "contrary"):
        with pytest.raises(StoreError, match="contradict"):
            merge_stores([*parts, tmp_path / "contrary"], tmp_path / out)
    assert sorted(tmp_path.iterdir()) == before
    assert store.load(tmp_path / "contrary") == KnowledgeGraph((claim,), (other,))


@pytest.mark.parametrize("cut", ["at the end of a line", "in a line"])
def test_a_store_that_is_cut_short_changes_nothing(parts, tmp_path, out, cut, denial):
    broken = tmp_path / "broken.nq"
    store.save(KnowledgeGraph((denial,)), broken)
    whole = broken.read_bytes().splitlines(keepends=True)
    rest = b"".join(whole[: len(whole) // 2])
    broken.write_bytes(rest if cut == "at the end of a line" else rest[:-9])
    before = sorted(tmp_path.iterdir())
    with pytest.raises(StoreError) as caught:
        merge_stores([parts[0], broken], out)
    assert caught.value.path == broken
    assert caught.value.remedy
    assert sorted(tmp_path.iterdir()) == before


def test_stores_of_two_versions_of_the_ontology(parts, tmp_path, out, graph):
    lines_of_other = (tmp_path / "other.trig").read_text("utf-8")
    minor, major = tmp_path / "minor.trig", tmp_path / "major.trig"
    version = f"ontology/{store.v.VERSION}>"
    assert version in lines_of_other
    minor.write_text(lines_of_other.replace(version, "ontology/1.0.0>"), "utf-8")
    major.write_text(lines_of_other.replace(version, "ontology/2.0.0>"), "utf-8")
    with pytest.raises(StoreError, match=r"2\.0\.0") as caught:
        merge_stores([parts[0], major], out)
    assert caught.value.path == major
    assert not out.exists()
    merge_stores([parts[0], minor], out)
    assert lines(out) == expected(graph)


# Taking back


def test_what_is_left_is_the_graph_that_was_never_told_of_it(out, graph, claim, denial):
    store.save(graph, out)
    assert retract(out, ["gharyan-01"]) == {claim.article.digest: "gharyan-01"}
    assert lines(out) == expected(replace(graph, articles=(denial,)))
    assert retract(out, [denial.article.digest]) == {denial.article.digest: "gharyan-02"}
    assert lines(out) == expected(replace(graph, articles=()))


def test_an_article_comes_back_as_it_was(out, graph, claim):
    store.save(graph, out)
    before = lines(out)
    retract(out, ["gharyan-01"])
    store.change(out, [claim])
    assert lines(out) == before


@pytest.mark.parametrize(
    ("name", "remedy"),
    [("gharyan-1", 'did you mean "gharyan-01" or "gharyan-02"?'), ("paris", "name an article by its id or its digest")],
)
def test_an_unknown_article_changes_nothing(out, graph, name, remedy):
    store.save(graph, out)
    before = lines(out)
    with pytest.raises(StoreError, match=f'holds no article "{name}"') as caught:
        retract(out, ["gharyan-01", name])
    assert caught.value.remedy == remedy
    assert lines(out) == before


def test_a_judgement_of_what_is_gone_waits_for_it(out, graph, claim, denial):
    said = Judgement("gna-a", "gna-b", Outcome.DIFFERENT, "B. Analyst", "two bodies")
    store.save(replace(graph, judgements=(said,)), out)
    retract(out, ["gharyan-01"])
    assert store.load(out).judgements == (said,)
    store.change(out, [claim])
    assert lines(out) == expected(KnowledgeGraph(graph.articles, (said,)))
