"""What changes in a store when articles come and go."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from pyoxigraph import Quad

from kg.identity import judged_alone
from kg.model import ArticleGraph, Judgement
from kg.rdf.derivation.events import Events
from kg.rdf.derivation.identities import Identities, Judged
from kg.rdf.derivation.index import Index
from kg.rdf.derivation.records import signed_accounts
from kg.rdf.derivation.runs import run_units
from kg.rdf.derivation.statements import Statements
from kg.rdf.derivation.unit import Unit
from kg.rdf.derivation.voices import Voices
from kg.rdf.lines import parsed


@dataclass(frozen=True, slots=True)
class Change:
    """The quads that a store loses and those that it gains; none is in both."""

    lost: frozenset[Quad]
    gained: frozenset[Quad]


def to_change(units: Iterable[Unit]) -> Change:
    """What the pieces amount to, as they were and as they are."""
    old: set[Quad] = set()
    lines: list[str] = []
    for before, now in units:
        old.update(before)
        lines += now
    new = set(parsed(lines))
    return Change(frozenset(old - new), frozenset(new - old))


def revise(
    index: Index,
    add: Iterable[ArticleGraph] = (),
    drop: Iterable[str] = (),
    judgements: Iterable[Judgement] | None = None,
) -> Iterator[Unit]:
    """All that is derived and touched by a change, piece by piece, as it was and as it is.

    Args:
        index: What was derived before.
        add: The articles that come; read once. One that is there already replaces its older reading.
        drop: The digests of the articles that go.
        judgements: All persons' judgements as they are now; None where they stay.
    """
    before = index.judgements()
    judged = Judged(before, before if judgements is None else tuple(sorted(judgements)))
    revision = _Revision(index, judged)
    with _uncollected():
        revision.read(add, drop)
    return revision.units()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Stops the search for circles of garbage: here are none, and of many articles it takes a sixth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class _Revision:
    def __init__(self, index: Index, judged: Judged) -> None:
        self._index = index
        self._identities, self._voices = Identities(index, judged), Voices(index)
        self._statements = Statements(index, self._identities, self._voices)
        self._events = Events(index, self._identities, self._voices)
        self._judged_before, self._judged_now = judged_alone(judged.before), judged_alone(judged.now)
        self._gone: set[str] = set()
        self._came_from: set[str] = set()
        self._gone_from: set[str] = set()

    def read(self, add: Iterable[ArticleGraph], drop: Iterable[str]) -> None:
        for digest in sorted(set(drop)):
            self._take_away(digest)
        for graph in add:
            self._take_away(graph.article.digest)
            self._add(graph)
        for digest in sorted(self._read_again() - self._gone):
            held = self._take_away(digest)
            if held:
                self._add(held)

    def units(self) -> Iterator[Unit]:
        with _uncollected():
            yield from self._identities.resolve()
            yield from self._voices.compare()
            yield from self._statements.weigh()
            yield from self._events.join()
        yield from run_units(self._index, self._came_from, self._gone_from, self._gone)

    def _read_again(self) -> set[str]:
        """The articles with entities that persons judge for themselves only before, or only now."""
        entities = self._judged_before ^ self._judged_now
        return {digest for one in entities if (digest := self._index.article_of_entity(one))}

    def _take_away(self, digest: str) -> ArticleGraph | None:
        graph = None if digest in self._gone else self._index.article_graph(digest)
        if graph:
            self._gone.add(digest)
            self._gone_from.add(graph.generator)
            self._identities.take_away(graph, self._judged_before)
            self._voices.take_away(graph.article)
            self._statements.take_away(graph)
            self._events.take_away(graph)
        return graph

    def _add(self, graph: ArticleGraph) -> None:
        self._came_from.add(graph.generator)
        signatures = self._identities.add(graph, self._judged_now)
        self._voices.add(graph.article)
        accounts = signed_accounts(graph, signatures)
        self._statements.add(accounts.values())
        self._events.add(graph, signatures, accounts)
