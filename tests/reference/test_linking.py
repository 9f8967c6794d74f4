"""Links in a store: in a graph for each table, replaced, undone, kept by other changes."""

from dataclasses import replace
from decimal import Decimal

import pytest
from merge_corpus import corpus

from kg.errors import ReferenceTableError
from kg.model import Link
from kg.rdf import store
from kg.rdf.links import stored_links
from kg.rdf.merging import merge_stores
from kg.rdf.retraction import retract
from kg.reference import Linked, link, unlink

GRAPH = corpus(a=[("Place", "Tripoli"), ("State", "Libya")], b=[("ArmedGroup", "Dawn Brigade")])


@pytest.fixture(params=["store", "store.trig"])
def path(request, tmp_path):
    store.save(GRAPH, tmp_path / request.param)
    return tmp_path / request.param


@pytest.fixture
def table(tmp_path):
    file = tmp_path / "wikidata.csv"
    rows = ("Tripoli,city,Q3579,32.88,13.18", "Tripoli,city,Q168954,34.43,35.83", "Libya,country,Q1016,,")
    file.write_text("\n".join(["label,type,wikidata,lat,lon", *rows]), "utf-8")
    return file


def quads(path):
    return sorted(map(str, store.read_quads(path)))


def targets(path):
    return sorted((each.source, each.label, each.target.rpartition("/")[2]) for each in stored_links(path))


def test_links_stand_in_a_graph_of_their_own_and_are_undone_exactly(path, table):
    before = quads(path)
    assert link(path, table) == Linked(known=3, exact=2, close=0, replaced=0)
    assert targets(path) == [("wikidata", "Libya", "Q1016"), ("wikidata", "Tripoli", "Q3579")]
    new = set(quads(path)) - set(before)
    assert new
    assert all("<https://w3id.org/conflict-kg/id/graph/links/wikidata>" in quad for quad in new)
    assert any("core#exactMatch> <http://www.wikidata.org/entity/Q3579>" in quad for quad in new)
    assert not store.is_stale(path)
    assert unlink(path, "wikidata") == 2
    assert quads(path) == before


def test_a_table_replaces_what_it_brought_before_and_nothing_else(path, table):
    link(path, table)
    link(path, table, "another")
    table.write_text("label,wikidata\nDawn Brigade,Q1\n", "utf-8")
    assert link(path, table) == Linked(known=1, exact=1, close=0, replaced=2)
    assert targets(path) == [
        ("another", "Libya", "Q1016"),
        ("another", "Tripoli", "Q3579"),
        ("wikidata", "Dawn Brigade", "Q1"),
    ]


def test_links_outlast_other_changes_and_merging(path, table, tmp_path):
    link(path, table)
    linked = targets(path)
    retract(path, ["b"])
    store.change(path, add=corpus(c=[("Person", "Idris Saleh")]).articles)
    assert targets(path) == linked
    other = tmp_path / f"other{path.suffix}"
    store.save(corpus(d=[("ArmedGroup", "Dusk Brigade")]), other)
    table.write_text("label,wikidata\nDusk Brigade,Q2\n", "utf-8")
    link(other, table)
    for number, sources in enumerate(([path, other], [other, path])):
        for ending in ("", ".nq"):
            merge_stores(sources, tmp_path / f"{number}{ending}")
            assert targets(tmp_path / f"{number}{ending}") == sorted([*linked, ("wikidata", "Dusk Brigade", "Q2")])


def test_links_are_saved_and_loaded(path):
    said = (Link("my table/ä", "tripoli-1", "http://x.example/1", "Tripoli", False, Decimal("0.70"), "why not"),)
    store.save(replace(GRAPH, links=said), path)
    assert store.load(path).links == said
    store.save(GRAPH, path)
    assert store.load(path).links == ()


def test_what_two_tables_tell_stands_in_one_graph_and_outlasts_the_first(path, table):
    link(path, table)
    alone = quads(path)
    link(path, table, "another")
    unlink(path, "another")
    assert quads(path) == alone
    matches = [quad for quad in quads(path) if "core#exactMatch> <http://www.wikidata.org/entity/Q3579>" in quad]
    assert len([quad for quad in matches if "/resolution>" not in quad and "/link/" not in quad]) == 1


def test_what_was_never_linked_cannot_be_undone(path):
    with pytest.raises(ReferenceTableError, match='no links of a table called "wikidata"'):
        unlink(path, "wikidata")


def test_a_table_that_is_broken_changes_nothing(path, table):
    link(path, table)
    before = quads(path)
    table.write_text("label,wikidata\nLibya,\n", "utf-8")
    with pytest.raises(ReferenceTableError):
        link(path, table)
    assert quads(path) == before
