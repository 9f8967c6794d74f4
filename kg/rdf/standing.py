"""Whose voice is whose, how each statement stands and what happened, as lines: one statement or event at a time."""

from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode

from kg.model import Event, Period, Relation, Statement, Status, Support, Toll
from kg.rdf import iris
from kg.rdf import vocabulary as v
from kg.rdf.encode import Fact, day, integer, member, text
from kg.rdf.lines import lines_in

_TOLLS = {
    Relation.KILLS: (v.LEAST_KILLED, v.MOST_KILLED),
    Relation.INJURES: (v.LEAST_INJURED, v.MOST_INJURED),
    Relation.DETAINS: (v.LEAST_DETAINED, v.MOST_DETAINED),
}


def voice_facts(voices: Mapping[str, str]) -> Iterator[Fact]:
    """The voice of each article, by their digests."""
    for article, voice in sorted(voices.items()):
        yield iris.article(article), v.VOICE, NamedNode(iris.voice(voice))
    for voice in sorted(set(voices.values())):
        yield iris.voice(voice), v.RDF_TYPE, NamedNode(v.VOICE_CLASS)


def statement_lines(statement: Statement) -> Iterator[str]:
    """A statement with who attests, claims and denies it and when it held, and the direct edge that follows."""
    yield from lines_in(iris.STATEMENTS_GRAPH, _statement_facts(iris.statement(statement.id), statement))
    name = _edge_graph(statement)
    if name and statement.subject is not None:
        yield from lines_in(name, [_edge(statement.subject, statement.relation, statement.object)])


def event_lines(event: Event) -> Iterator[str]:
    """An event with who reports it, who takes part, where and when it was, how many it befell, and how it stands."""
    return lines_in(iris.EVENTS_GRAPH, _event_facts(iris.event(event.id), event))


def _statement_facts(subject: str, statement: Statement) -> Iterator[Fact]:
    yield subject, v.RDF_TYPE, NamedNode(v.STATEMENT_CLASS)
    if statement.subject is not None:
        yield subject, v.RDF_SUBJECT, NamedNode(iris.canonical_entity(statement.subject))
    yield subject, v.RDF_PREDICATE, member(statement.relation)
    yield subject, v.RDF_OBJECT, NamedNode(iris.canonical_entity(statement.object))
    yield subject, v.STATUS, member(statement.status)
    yield from _support_facts(subject, statement.support)
    yield subject, v.ASSERTING_VOICES, integer(statement.asserting.voices)
    yield subject, v.DENYING_VOICES, integer(statement.denying.voices)
    if statement.first and statement.last:
        yield subject, v.FIRST_DAY, day(statement.first)
        yield subject, v.LAST_DAY, day(statement.last)
    for attestation in statement.attestations:
        yield iris.attestation(attestation), v.ATTESTS, NamedNode(subject)
    for claimant in statement.claimants:
        yield iris.canonical_entity(claimant), v.CLAIMS, NamedNode(subject)
    for denier in statement.deniers:
        yield iris.canonical_entity(denier), v.DENIES, NamedNode(subject)
    for number, period in enumerate(statement.periods, start=1):
        yield subject, v.PERIOD, NamedNode(iris.period(statement.id, number))
        yield from _period_facts(iris.period(statement.id, number), period)


def _support_facts(subject: str, support: Support) -> Iterator[Fact]:
    yield subject, v.ARTICLES, integer(support.articles)
    yield subject, v.OUTLETS, integer(support.outlets)
    yield subject, v.VOICES, integer(support.voices)
    yield subject, v.SPEAKERS, integer(support.speakers)


def _period_facts(subject: str, period: Period) -> Iterator[Fact]:
    yield subject, v.RDF_TYPE, NamedNode(v.PERIOD_CLASS)
    yield subject, v.SINCE, day(period.since)
    yield subject, v.UNTIL, day(period.until)
    if period.ended and period.ended_by:
        yield subject, v.ENDED, day(period.ended)
        yield subject, v.ENDED_BY, NamedNode(iris.attestation(period.ended_by))


def _event_facts(subject: str, event: Event) -> Iterator[Fact]:
    yield subject, v.RDF_TYPE, NamedNode(v.EVENT_CLASS)
    yield subject, v.RDFS_LABEL, text(event.label)
    yield subject, v.KIND, member(event.kind)
    yield subject, v.STATUS, member(event.status)
    yield subject, v.DATED, Literal(str(event.dated).lower(), datatype=NamedNode(v.XSD_BOOLEAN))
    if event.earliest and event.latest:
        yield subject, v.EARLIEST, day(event.earliest)
        yield subject, v.LATEST, day(event.latest)
    yield from _support_facts(subject, event.support)
    for predicate, entities in ((v.ACTOR, event.actors), (v.TARGET, event.targets), (v.SCENE, event.places)):
        for entity in entities:
            yield subject, predicate, NamedNode(iris.canonical_entity(entity))
    for toll in event.tolls:
        yield from _toll_facts(subject, toll)
    for reason in sorted({join.reason for join in event.joins}):
        yield subject, v.REASON, text(reason)
    for attestation in event.attestations:
        yield iris.attestation(attestation), v.REPORTS, NamedNode(subject)


def _toll_facts(subject: str, toll: Toll) -> Iterator[Fact]:
    least, most = _TOLLS[toll.relation]
    if toll.low is not None:
        yield subject, least, integer(toll.low)
    yield subject, most, integer(toll.high)


def _edge(subject: str, relation: Relation, target: str) -> Fact:
    return iris.canonical_entity(subject), v.term(relation), NamedNode(iris.canonical_entity(target))


def _edge_graph(statement: Statement) -> str | None:
    """The graph of the statement's direct edge: none where no one asserts it."""
    if statement.direct:
        return iris.EDGES_GRAPH
    return iris.CLAIMED_EDGES_GRAPH if statement.status in {Status.CLAIMED, Status.DISPUTED} else None
