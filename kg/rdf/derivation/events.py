"""What happened: the reports that a change touches, and those that keys connect with them, are joined again."""

from collections.abc import Iterable, Iterator, Mapping

from kg.merge.events import events_of, keys_of
from kg.merge.reports import Report, reports_of
from kg.model import ArticleGraph
from kg.rdf import iris
from kg.rdf import vocabulary as v
from kg.rdf.derivation.identities import Identities
from kg.rdf.derivation.index import Index
from kg.rdf.derivation.unit import Unit
from kg.rdf.derivation.voices import Voices
from kg.rdf.encode import Fact, in_graph, text
from kg.rdf.standing import event_quads


class Events:
    """The reports of all articles, as they were and as they are with some articles gone and others added."""

    def __init__(self, index: Index, identities: Identities, voices: Voices) -> None:
        self._index, self._identities, self._voices = index, identities, voices
        self._came: dict[str, tuple[ArticleGraph, Mapping[str, str]]] = {}
        self._gone: dict[str, ArticleGraph] = {}
        self._canonical: dict[str, str] = {}

    def add(self, graph: ArticleGraph, signatures: Mapping[str, str]) -> None:
        """Count in what an article tells."""
        self._came[graph.article.digest] = graph, signatures

    def take_away(self, graph: ArticleGraph) -> None:
        """Count out what an article told."""
        self._gone[graph.article.digest] = graph

    def join(self) -> Iterator[Unit]:
        """Join what was touched; the keys of reports and the events, as they were and as they are."""
        changed = self._changed()
        reports = {each.id: each for graph, signed in self._came.values() for each in self._reports(graph, signed)}
        reports |= {each.id: each for graph in changed for each in self._held(graph)}
        told_before = {each.id for graph in (*self._gone.values(), *changed) for each in graph.attestations}
        for identifier in sorted(told_before | reports.keys()):
            old = self._index.about(iris.attestation(identifier), iris.INDEX_GRAPH)
            new = _key_facts(reports[identifier]) if identifier in reports else ()
            yield old, in_graph(iris.INDEX_GRAPH, new)
        touched = [*reports.values(), *self._connected(reports, told_before)]
        told_before |= {account.attestation.id for report in touched for account in report.accounts}
        yield from self._event_units(touched, told_before)

    def _changed(self) -> list[ArticleGraph]:
        """What articles state that stay as they are, but in which somebody is somebody else, or the voice another's."""
        moved = (entity for one in self._identities.moved for entity in self._identities.stayed(one))
        digests = {*self._voices.changed, *filter(None, map(self._index.article_of_entity, moved))}
        found = map(self._index.article_graph, sorted(digests - self._came.keys() - self._gone.keys()))
        return [graph for graph in found if graph]

    def _reports(self, graph: ArticleGraph, signatures: Mapping[str, str]) -> tuple[Report, ...]:
        canonical = {entity: self._identities.canonical(one) for entity, one in signatures.items()}
        self._canonical |= canonical
        return reports_of(graph, canonical, self._voices.of(graph.article.digest))

    def _held(self, graph: ArticleGraph) -> tuple[Report, ...]:
        """The reports of an article that the store holds, with who is who now."""
        borne = {entity.id: self._index.borne_by(entity.id) for entity in graph.entities}
        return self._reports(graph, {entity: one for entity, one in borne.items() if one})

    def _connected(self, reports: Mapping[str, Report], told_before: Iterable[str]) -> Iterator[Report]:
        """The untouched reports that keys connect with touched ones, before or now."""
        todo = {key for report in reports.values() for key in keys_of(report)}
        todo |= {key for one in told_before for key in self._index.report_keys(one)}
        known, seen = {*reports, *told_before}, set(todo)
        found: set[str] = set()
        while todo:
            for one in {*self._index.reports_filed(todo.pop())} - known - found:
                found.add(one)
                keys = {*self._index.report_keys(one)} - seen
                seen |= keys
                todo |= keys
        articles = {article for one in found if (article := self._index.article_of_attestation(one))}
        for graph in filter(None, map(self._index.article_graph, sorted(articles))):
            yield from (report for report in self._held(graph) if report.id in found)

    def _event_units(self, reports: Iterable[Report], told_before: Iterable[str]) -> Iterator[Unit]:
        events = {event.id: event for event in events_of(reports, self._canonical)}
        before = {event for one in told_before for event in self._index.events_reported(one)}
        for identifier in sorted(before | events.keys()):
            new = event_quads(events[identifier]) if identifier in events else ()
            yield self._index.event_quads(identifier), new


def _key_facts(report: Report) -> Iterator[Fact]:
    for key in keys_of(report):
        yield iris.attestation(report.id), v.REPORT_KEY, text(key)
