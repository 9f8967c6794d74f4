"""What happened: the reports of one attack, withdrawal or seizure over all articles, joined into one event.

Reports meet under blocking keys, each a place, person or figure on a day. Of those that meet, pairs that weigh enough
are joined, the heaviest first, unless the two sets contradict each other: so a chain of days never becomes one event. A
report that fits equally well to two that contradict each other is left alone. A wrong join is worse than two events.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple

from kg.identity.clusters import Clusters
from kg.merge.happening import event_of
from kg.merge.likeness import LEAST_WEIGHT, MOST_DAYS, Finding, contradict, findings_of, weight_of
from kg.merge.reports import Report, reports_of, united
from kg.model import Event, KnowledgeGraph, Resolution

MOST_COMPARED = 50
"""With how many others of one key a report is compared at most; more are not told of one place and day."""


class Pair(NamedTuple):
    """Two reports that weigh enough to be of one event, the heaviest first in order."""

    lightness: int
    left: str
    right: str
    findings: tuple[Finding, ...]


def to_events(graph: KnowledgeGraph, resolution: Resolution, voices: Mapping[str, str]) -> tuple[Event, ...]:
    """All events that the articles of a graph tell of, sorted by id.

    Args:
        graph: The articles.
        resolution: Who is who in them.
        voices: The voice of each article by its digest.
    """
    told = (reports_of(each, resolution.canonical, voices[each.article.digest]) for each in graph.articles)
    return events_of(chain.from_iterable(told), resolution.canonical)


def keys_of(report: Report) -> tuple[str, ...]:
    """The keys under which a report meets others of its event, sorted; reports that share none are never compared."""
    found = {f"{report.family} copy {voice}" for voice in report.voices}
    if report.days and (report.days[1] - report.days[0]).days <= MOST_DAYS:
        what = [*report.places, *report.around, *report.dead, *report.persons, *_figures(report)]
        found |= {f"{report.family} {each} {day}" for each in what for day in _each_day(*report.days)}
    return tuple(sorted(found))


def events_of(reports: Iterable[Report], canonical: Mapping[str, str]) -> tuple[Event, ...]:
    """The events of some reports, sorted by id.

    Those of reports that share no key with any others are the same alone as among all.

    Args:
        reports: In any order.
        canonical: The canonical entity of each entity of their articles.
    """
    alone = {report.id: report for report in reports}
    pairs = _pairs(alone)
    one = Clusters(sorted(alone))
    held = dict(alone)
    joined: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        left, right = one.of(pair.left), one.of(pair.right)
        if left != right and not contradict(held[left], held[right]):
            one.join(left, right)
            whole = one.of(left)
            held[whole] = united(held[left], held[right])
            joined[whole] = [*joined.pop(left, ()), *joined.pop(right, ()), pair]
    members: defaultdict[str, list[Report]] = defaultdict(list)
    for identifier in sorted(alone):
        members[one.of(identifier)].append(alone[identifier])
    joins = {whole: [(pair.left, pair.right, pair.findings) for pair in each] for whole, each in joined.items()}
    events = (event_of(held[whole], each, joins.get(whole, ()), canonical) for whole, each in members.items())
    return tuple(sorted(events, key=lambda event: event.id))


def _pairs(reports: Mapping[str, Report]) -> list[Pair]:
    """The pairs that weigh enough, in the order in which they are joined; none of a report that is torn between two."""
    filed: defaultdict[str, list[str]] = defaultdict(list)
    for identifier in sorted(reports, key=lambda each: (str(reports[each].published or ""), each)):
        for key in keys_of(reports[identifier]):
            filed[key].append(identifier)
    met = {pair for ids in filed.values() for pair in _meetings(ids)}
    found = [pair for left, right in sorted(met) for pair in _weighed(reports[left], reports[right])]
    best: defaultdict[str, list[str]] = defaultdict(list)
    least: dict[str, int] = {}
    for pair in sorted(found):
        for report, other in ((pair.left, pair.right), (pair.right, pair.left)):
            if least.setdefault(report, pair.lightness) == pair.lightness:
                best[report].append(other)
    torn = {each for each, others in best.items() if _contradict_first([reports[other] for other in others])}
    return sorted(pair for pair in found if not {pair.left, pair.right} & torn)


def _meetings(ids: list[str]) -> Iterator[tuple[str, str]]:
    for place, identifier in enumerate(ids):
        for other in ids[max(0, place - MOST_COMPARED) : place]:
            yield min(identifier, other), max(identifier, other)


def _weighed(one: Report, other: Report) -> Iterator[Pair]:
    if not contradict(one, other):
        findings = findings_of(one, other)
        weight = weight_of(findings)
        if weight >= LEAST_WEIGHT:
            yield Pair(-weight, one.id, other.id, findings)


def _contradict_first(others: list[Report]) -> bool:
    return any(contradict(others[0], other) for other in others[1:])


def _figures(report: Report) -> Iterator[str]:
    """Numbers of people, each with who harmed them: one number alone would bring together too many."""
    for relation, low, high in report.figures:
        for actor in report.actors:
            yield f"{relation} {low}-{high} {actor}"


def _each_day(first: date, last: date) -> Iterator[str]:
    for place in range((last - first).days + 1):
        yield (first + timedelta(place)).isoformat()
