"""A knowledge graph as an rdflib dataset, and back: the view that SPARQL and other RDF tools work on."""

from collections.abc import Iterator
from itertools import chain
from typing import Literal as OneOf

import pyoxigraph
import rdflib
from oxrdflib import OxigraphStore
from pyoxigraph import Quad

from kg.model import KnowledgeGraph
from kg.rdf import iris
from kg.rdf.decode import from_quads
from kg.rdf.derivation import Index, revise
from kg.rdf.encode import to_quads
from kg.rdf.freshness import fingerprint, freshness_quads
from kg.rdf.lines import ending, parsed
from kg.rdf.version import version_quads

_INDEX = ending(iris.INDEX_GRAPH)


def to_dataset(graph: KnowledgeGraph, store: OneOf["oxigraph", "memory"] = "oxigraph") -> rdflib.Dataset:
    """All that `graph` holds and all that follows from it; the default graph of a query is the union of all.

    Args:
        graph: Articles and judgements.
        store: What the dataset stands on: Oxigraph in memory, or rdflib's own store, which any rdflib plugin can read.
    """
    backing = pyoxigraph.Store()
    backing.bulk_extend(all_quads(graph))
    dataset = view(backing)
    if store == "oxigraph":
        return dataset
    plain = _with_prefixes(rdflib.Dataset(default_union=True))
    plain.addN(dataset.quads())  # type: ignore[arg-type]  # the name of a graph does for the graph
    return plain


def from_dataset(dataset: rdflib.Dataset) -> KnowledgeGraph:
    """The knowledge graph that a dataset holds; what is derived is left out.

    Raises:
        StoreError: The dataset breaks the shapes of the ontology.
    """
    backing = pyoxigraph.Store()
    OxigraphStore(store=backing).addN(list(dataset.quads()))  # type: ignore[arg-type]  # the name does for the graph
    return from_quads(backing)


def view(store: pyoxigraph.Store) -> rdflib.Dataset:
    """An Oxigraph store as a dataset whose default graph is the union of all, with the prefixes of the house."""
    return _with_prefixes(rdflib.Dataset(store=OxigraphStore(store=store), default_union=True))


def all_quads(graph: KnowledgeGraph) -> Iterator[Quad]:
    """What a whole store holds but its index: what is stored and what is derived."""
    stored = list(to_quads(graph))
    units = revise(Index(None), graph.articles, (), graph.judgements)
    derived = parsed(line for _, now in units for line in now if not line.endswith(_INDEX))
    return chain(stored, version_quads(), freshness_quads(fingerprint(stored)), derived)


def _with_prefixes(dataset: rdflib.Dataset) -> rdflib.Dataset:
    for prefix, start in iris.PREFIXES.items():
        dataset.bind(prefix, start, replace=True)
    return dataset
