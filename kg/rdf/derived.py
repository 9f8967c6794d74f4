"""What follows from the stored articles and judgements, as quads."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from pyoxigraph import NamedNode, Quad

from kg.model import Event, Judgement, KnowledgeGraph, Location, Resolution, Statement
from kg.rdf import iris
from kg.rdf import vocabulary as v
from kg.rdf.encode import Fact, decimal, in_graph, judgement_facts, member, text
from kg.rdf.lines import parsed
from kg.rdf.standing import event_lines, statement_lines, voice_facts


def derived_quads(
    graph: KnowledgeGraph,
    resolution: Resolution,
    voices: Mapping[str, str],
    statements: Iterable[Statement],
    events: Iterable[Event],
) -> Iterator[Quad]:
    """The runs, who is who, whose voice is whose, the statements, the events and the direct edges.

    A triple stands in one named graph only, for pyoxigraph counts one of two graphs twice in their union.
    """
    yield from in_graph(iris.RUNS_GRAPH, _run_facts(graph))
    yield from in_graph(iris.RESOLUTION_GRAPH, _resolution_facts(resolution))
    yield from in_graph(iris.VOICES_GRAPH, voice_facts(voices))
    yield from parsed(chain.from_iterable(map(statement_lines, statements)))
    yield from parsed(chain.from_iterable(map(event_lines, events)))


def _run_facts(graph: KnowledgeGraph) -> Iterator[Fact]:
    for generator in sorted({article_graph.generator for article_graph in graph.articles} - {""}):
        yield from run_facts(generator)


def run_facts(generator: str) -> Iterator[Fact]:
    """What is said of the program and model that read an article."""
    yield iris.run(generator), v.RDF_TYPE, NamedNode(v.RUN_CLASS)
    yield iris.run(generator), v.RDFS_LABEL, text(generator)


def location_facts(subject: str, location: Location) -> Iterator[Fact]:
    """Where a place is: its number in GeoNames, and its coordinates where they are known."""
    yield subject, v.SKOS_EXACT_MATCH, NamedNode(f"{v.GEONAMES}{location.geonames}/")
    if location.latitude is not None and location.longitude is not None:
        yield subject, v.LATITUDE, decimal(location.latitude)
        yield subject, v.LONGITUDE, decimal(location.longitude)


def _resolution_facts(resolution: Resolution) -> Iterator[Fact]:
    for entity in resolution.entities:
        subject = iris.canonical_entity(entity.id)
        yield subject, v.RDF_TYPE, member(entity.type)
        yield subject, v.RDFS_LABEL, text(entity.label)
        for name in entity.names:
            yield subject, v.NAME, text(name)
        if entity.location:
            yield from location_facts(subject, entity.location)
        for each in entity.members:
            yield iris.article_entity(each), v.RESOLVED_TO, NamedNode(subject)
        for other in entity.replaces:
            yield iris.canonical_entity(other), v.DCTERMS_IS_REPLACED_BY, NamedNode(subject)
    for judgement in resolution.judgements:
        yield from _machine_judgement_facts(judgement)


def _machine_judgement_facts(judgement: Judgement) -> Iterator[Fact]:
    subject = iris.judgement(judgement, machine=True)
    # What tells it from a person's when graph names are lost.
    yield subject, v.RDF_TYPE, NamedNode(v.MACHINE_JUDGEMENT_CLASS)
    yield from judgement_facts(subject, judgement)
