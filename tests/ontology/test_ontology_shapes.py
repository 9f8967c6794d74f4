"""Each shape is broken by the example of its name, and by that alone; the valid examples break none."""

from pathlib import Path

import pyshacl
import pytest
from rdflib import RDF, SH, Graph, URIRef

from kg.rdf import files, store
from kg.rdf.encode import to_quads
from kg.rdf.validate import validate

ONTOLOGY = Path(__file__).parents[2] / "ontology"
VALID = sorted((ONTOLOGY / "examples" / "valid").glob("*.ttl"))
INVALID = sorted((ONTOLOGY / "examples" / "invalid").glob("*.ttl"))
WARNINGS = {"StatementDomain", "StatementRange"}


def shape_names() -> set[str]:
    """The shapes that have constraints of their own."""
    shapes = Graph().parse(ONTOLOGY / "shapes.ttl")
    nodes = {node for node in shapes.subjects(RDF.type, SH.NodeShape) if not shapes.value(node, SH.property)}
    named = nodes | set(shapes.subjects(RDF.type, SH.PropertyShape))
    return {str(node).rpartition("#")[2] for node in named if isinstance(node, URIRef)}


def test_every_shape_has_an_example_that_breaks_it():
    assert {path.stem for path in INVALID} == shape_names()


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_an_invalid_example_breaks_the_shape_of_its_name_alone(path):
    found = validate(path)
    assert {each.shape for each in found} == {path.stem}
    assert {each.severity for each in found} == {"Warning" if path.stem in WARNINGS else "Violation"}


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_a_valid_example_breaks_no_shape(path):
    assert validate(path) == ()


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_a_valid_example_is_a_store_that_is_written_as_it_stands(path):
    written = {quad.triple for quad in to_quads(store.load(path))}
    assert written
    assert written <= {quad.triple for quad in files.read_file(path)}


def test_the_ontology_conforms_to_its_shapes():
    assert validate(ONTOLOGY / "conflict.ttl") == ()


def test_the_shapes_are_well_formed():
    shapes = Graph().parse(ONTOLOGY / "shapes.ttl")
    conforms, _, report = pyshacl.validate(Graph(), shacl_graph=shapes, meta_shacl=True)
    assert conforms, report
