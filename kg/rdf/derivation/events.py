"""What happened: the reports that a change touches, and those that make pairs with them, are joined again."""

from collections.abc import Iterator, Mapping

from kg.merge.accounts import Account
from kg.merge.events import joined
from kg.merge.reports import Report, happenings_of, reports_of
from kg.model import ArticleGraph
from kg.rdf import iris
from kg.rdf.derivation.facts import report_facts
from kg.rdf.derivation.identities import Canonical, Identities
from kg.rdf.derivation.index import Index
from kg.rdf.derivation.reports import Reports
from kg.rdf.derivation.unit import Unit
from kg.rdf.derivation.voices import Voices
from kg.rdf.lines import lines_in
from kg.rdf.standing import event_lines


class Events:
    """The reports of all articles, as they were and as they are with some articles gone and others added."""

    def __init__(self, index: Index, identities: Identities, voices: Voices) -> None:
        self._index, self._identities, self._voices = index, identities, voices
        self._came: dict[str, tuple[ArticleGraph, Mapping[str, str]]] = {}
        self._accounts: dict[str, Account] = {}
        self._gone: dict[str, ArticleGraph] = {}

    def add(self, graph: ArticleGraph, signatures: Mapping[str, str], accounts: Mapping[str, Account]) -> None:
        """Count in what an article tells.

        Args:
            graph: What the article states.
            signatures: The ids of the signatures of its entities.
            accounts: Its attestations, by their ids.
        """
        told = happenings_of(graph)
        signed = {entity.id: signatures[entity.id] for entity in told.entities}
        self._came[graph.article.digest] = told, signed
        self._accounts |= accounts

    def take_away(self, graph: ArticleGraph) -> None:
        """Count out what an article told."""
        self._gone[graph.article.digest] = graph

    def join(self) -> Iterator[Unit]:
        """Join what was touched; the reports and the events, as they were and as they are."""
        changed = self._changed()
        came = {each.id: each for graph, signed in self._came.values() for each in self._reports(graph, signed)}
        came |= {each.id: each for graph in changed for each in self._held(graph)}
        gone = {each.id for graph in (*self._gone.values(), *changed) for each in graph.attestations}
        reports = Reports(self._index, came, gone)
        self._came.clear()  # what reports were made of takes more memory than they do
        for identifier in sorted(gone | came.keys()):
            facts = report_facts(came[identifier], reports.keys[identifier]) if identifier in came else ()
            yield self._index.report_quads(identifier), lines_in(iris.INDEX_GRAPH, facts)
        told = {one for report in reports.touched.values() for one in report.attestations}
        accounts = {one: account for one in sorted(told) if (account := self._account(one))}
        events = joined(reports.touched, reports.pairs(), accounts, Canonical(self._identities))
        by_id = {event.id: event for event in events}
        before = {event for one in gone | told for event in self._index.events_reported(one)}
        for identifier in sorted(before | by_id.keys()):
            new = event_lines(by_id[identifier]) if identifier in by_id else ()
            yield self._index.event_quads(identifier), new

    def _changed(self) -> list[ArticleGraph]:
        """What articles state that stay as they are, but in which somebody is somebody else, or the voice another's."""
        moved = (entity for one in self._identities.moved for entity in self._identities.stayed(one))
        digests = {*self._voices.changed, *filter(None, map(self._index.article_of_entity, moved))}
        found = map(self._index.article_graph, sorted(digests - self._came.keys() - self._gone.keys()))
        return [graph for graph in found if graph]

    def _reports(self, graph: ArticleGraph, signatures: Mapping[str, str]) -> tuple[Report, ...]:
        canonical = {entity: self._identities.canonical(one) for entity, one in signatures.items()}
        return reports_of(graph, canonical, self._voices.of(graph.article.digest))

    def _held(self, graph: ArticleGraph) -> tuple[Report, ...]:
        """The reports of an article that the store holds, with who is who now."""
        borne = {entity.id: self._index.borne_by(entity.id) for entity in graph.entities}
        return self._reports(graph, {entity: one for entity, one in borne.items() if one})

    def _account(self, attestation: str) -> Account | None:
        """An attestation of signatures, with the voice of its article now."""
        account = self._accounts.get(attestation) or self._index.account(attestation)
        return account and self._voices.voiced(account)
