"""Checks a store's RDF against the SHACL shapes of the ontology.

The whole store is held in rdflib's memory and checked node by node: a hundred thousand triples, which are about 300
short articles, take some 40 seconds and 200 megabytes. A store of many thousand articles is better checked in parts.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from textwrap import shorten

import pyoxigraph
import pyshacl
from pyoxigraph import Quad, RdfFormat
from rdflib import Graph
from rdflib.namespace import RDF, SH
from rdflib.term import Node, URIRef

from kg.rdf.nodes import shortened
from kg.rdf.store import read_quads
from kg.resources import resource

LONGEST_MESSAGE = 200


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One node that breaks one shape.

    Args:
        severity: "Violation" where the graph is wrong, "Warning" where it is unusual.
        shape: Local name of the shape, such as "SpanOrder"; `ontology/examples/invalid` has an example of each.
        node: IRI of the node that breaks it.
        path: The property that is wrong, or "" where the shape is about the node as a whole.
        message: What the shape wants, and the value that is wrong.
    """

    severity: str
    shape: str
    node: str
    path: str
    message: str


def validate(path: Path) -> tuple[Violation, ...]:
    """Every breach of the shapes in a store, as its RDF stands; sorted, violations before warnings.

    Raises:
        StoreError: There is no store, or it cannot be read.
    """
    return validate_quads(read_quads(path))


def validate_quads(quads: Iterable[Quad]) -> tuple[Violation, ...]:
    """Every breach of the shapes in the union of the quads' graphs; sorted, violations before warnings."""
    triples = {quad.triple for quad in quads}
    data = Graph().parse(data=pyoxigraph.serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")
    # pyshacl's own way to add an ontology leaves out its definitions.
    data += _ontology("conflict.ttl")
    shapes = _ontology("shapes.ttl")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inplace=True)
    results = report.subjects(RDF.type, SH.ValidationResult)
    return tuple(sorted({_violation(report, result, shapes) for result in results}))


@cache
def _ontology(name: str) -> Graph:
    return Graph().parse(data=resource("ontology", name).read_text("utf-8"), format="turtle")


def _violation(report: Graph, result: Node, shapes: Graph) -> Violation:
    shape = report.value(result, SH.sourceShape)
    path = report.value(result, SH.resultPath)
    focus, found = report.value(result, SH.focusNode), report.value(result, SH.value)
    if shape and (shape, SH.targetNode, None) in shapes:  # it asks about the whole graph, and finds the node
        focus = found
    message = _readable(str(report.value(result, SH.resultMessage)))
    words = "" if found in (None, focus) else _readable(str(found))
    return Violation(
        severity=str(report.value(result, SH.resultSeverity)).removeprefix(str(SH)),
        shape=str(shape).rpartition("#")[2],
        node=str(focus),
        path=_readable(str(path)) if isinstance(path, URIRef) else "",
        message=f"{message} Found: {words}" if words else message,
    )


def _readable(words: str) -> str:
    """On one line, not too long, with prefixes for IRIs."""
    return shorten(re.sub(r"https?://[^\s,]+", lambda found: shortened(found[0]), words), LONGEST_MESSAGE)
