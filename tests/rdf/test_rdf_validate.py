"""Checking of stores; every shape has its example in tests/ontology."""

import pytest

from kg.errors import StoreError
from kg.rdf import dataset, files, store
from kg.rdf import vocabulary as v
from kg.rdf.validate import Violation, validate, validate_quads


@pytest.mark.parametrize("name", ["store", "file.trig"])
def test_what_is_saved_conforms(tmp_path, graph, name):
    store.save(graph, tmp_path / name)
    assert validate(tmp_path / name) == ()


def test_a_store_is_checked_as_it_stands(tmp_path, graph):
    path = tmp_path / "file.nq"
    quads = [quad for quad in dataset.all_quads(graph) if quad.predicate.value not in (v.RELATION, v.FRAME)]
    files.write_file(quads, path)
    found = validate(path)
    assert [(each.severity, each.shape, each.node, each.path) for each in found] == [
        ("Violation", "AttestationRelation", f"https://w3id.org/conflict-kg/id/attestation/att-{number}", "kg:relation")
        for number in (1, 2, 3)
    ]


def test_breaches_are_sorted_with_violations_first(graph):
    quads = [quad for quad in dataset.all_quads(graph) if quad.predicate.value not in (v.RELATION, v.EXACT)]
    found = validate_quads(reversed(quads))
    assert list(found) == sorted(found)
    assert found == validate_quads(quads)


def test_violations_sort_before_warnings():
    assert Violation("Violation", "Z", "z", "", "") < Violation("Warning", "A", "a", "", "")


def test_messages_are_one_line_with_prefixes(graph):
    for each in validate_quads(quad for quad in dataset.all_quads(graph) if quad.predicate.value != v.START):
        assert "\n" not in each.message
        assert "https://w3id.org/conflict-kg/" not in each.message


def test_what_is_no_store_is_refused(tmp_path):
    with pytest.raises(StoreError, match="no such store"):
        validate(tmp_path / "missing")
