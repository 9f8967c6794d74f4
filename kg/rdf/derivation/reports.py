"""The reports of a store, as they were and as they are, and which of them a change touches."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

from kg.merge.events import MOST_COMPARED, Pair, around, in_order, keys_of, make_a_pair, pairs_of
from kg.merge.reports import Report
from kg.rdf.derivation.index import Index


class Reports:
    """The reports of all articles.

    Args:
        index: What was derived before.
        came: Those that are new or no longer as they were, by their ids.
        gone: The ids of the attestations of which no report is any longer as it was.
    """

    def __init__(self, index: Index, came: Mapping[str, Report], gone: Collection[str]) -> None:
        self._index, self._came, self._changed = index, came, {*gone, *came}
        self.keys = {one: keys_of(report) for one, report in came.items()}
        self._coming: defaultdict[str, list[str]] = defaultdict(list)
        for report in in_order(came.values()):
            for key in self.keys[report.id]:
                self._coming[key].append(report.id)
        self._reports: dict[str, Report | None] = {}
        self._filed: dict[str, list[str]] = {}

    @cached_property
    def touched(self) -> dict[str, Report]:
        """All that came, and those that made or make pairs with one that came or went, or with one that does."""
        found = set(self._changed)
        todo = list(found)
        while todo:
            others = {*self._neighbours(todo.pop(), found)}
            found |= others
            todo += others
        return {one: report for one in sorted(found) if (report := self._now(one))}

    def pairs(self) -> list[Pair]:
        """The pairs of those that are touched."""
        keys = {key for one in self.touched for key in self._keys_now(one)}
        return pairs_of(self.touched, map(self._filed_now, sorted(keys)))

    def _neighbours(self, one: str, known: Collection[str]) -> Iterator[str]:
        """Those not known yet that one makes pairs with, or, if it came or went, that stood further from each other."""
        before, now = self._before(one), self._now(one)
        if before:
            yield from self._met(before, {key: self._filed_before(key) for key in self._index.report_keys(one)}, known)
        if now:
            keys = [key for key in self._keys_now(one) if self._filed_before(key)]
            yield from self._met(now, {key: self._filed_now(key) for key in keys}, known)

    def _met(self, report: Report, filed: Mapping[str, Sequence[str]], known: Collection[str]) -> Iterator[str]:
        for ids in filed.values():
            crowded = report.id in self._changed and len(ids) > MOST_COMPARED
            for other in around(ids, report.id):
                if other not in known:
                    held = self._before(other)
                    if held and (crowded or make_a_pair(report, held)):
                        yield other

    def _before(self, one: str) -> Report | None:
        if one not in self._reports:
            self._reports[one] = self._index.report(one)
        return self._reports[one]

    def _now(self, one: str) -> Report | None:
        return self._came.get(one) if one in self._changed else self._before(one)

    def _keys_now(self, one: str) -> Sequence[str]:
        return self.keys[one] if one in self.keys else self._index.report_keys(one)

    def _filed_before(self, key: str) -> Sequence[str]:
        """The ids of the reports that a key had, in order."""
        if key not in self._filed:
            held = filter(None, map(self._before, self._index.reports_filed(key)))
            self._filed[key] = [report.id for report in in_order(held)]
        return self._filed[key]

    def _filed_now(self, key: str) -> Sequence[str]:
        """The ids of the reports that a key has, in order."""
        coming = self._coming.get(key, [])
        before = self._filed_before(key)
        if not before:
            return coming
        stayed = [one for one in before if one not in self._changed]
        return [report.id for report in in_order(filter(None, map(self._now, [*coming, *stayed])))]
