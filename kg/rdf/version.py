"""The version of the ontology that a store is written in."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from kg.errors import StoreError
from kg.rdf import iris
from kg.rdf import vocabulary as v
from kg.rdf.encode import Fact, in_graph

_REBUILD = "build the store again from the articles"


def version_quads() -> Iterator[Quad]:
    """Which version of the ontology a store is written in."""
    facts: list[Fact] = [
        (iris.STORE, v.RDF_TYPE, NamedNode(v.STORE_CLASS)),
        (iris.STORE, v.DCTERMS_CONFORMS_TO, NamedNode(v.VERSION_IRI)),
    ]
    return in_graph(iris.RUNS_GRAPH, facts)


def check_version(quads: Iterable[Quad]) -> None:
    """Refuses what was written in another major version of the ontology.

    Raises:
        StoreError: The version is another, or none is given.
    """
    found = sorted({str(quad.object) for quad in quads if quad.predicate.value == v.DCTERMS_CONFORMS_TO})
    if not found:
        remedy = f"it is cut off, or `kg` did not write it: {_REBUILD}"
        raise StoreError("does not say which version of the ontology it is written in", remedy=remedy)
    major = f"<{v.ONTOLOGY}/{v.VERSION.partition('.')[0]}."
    for version in found:
        if not version.startswith(major):
            raise StoreError(f"written in {version}, while this program reads <{v.VERSION_IRI}>", remedy=_REBUILD)
