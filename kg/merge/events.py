"""What happened: the reports of one attack, withdrawal or seizure over all articles, joined into one event.

Reports meet under blocking keys, each a place, person or figure on a day. Of those that meet, pairs that weigh enough
are joined, the heaviest first, unless the two sets contradict each other: so a chain of days never becomes one event. A
report that fits equally well to two that contradict each other is left alone. A wrong join is worse than two events.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple

from kg.identity.clusters import Clusters
from kg.identity.features import Finding
from kg.merge.accounts import Account, accounts_of
from kg.merge.happening import Joined, event_of
from kg.merge.likeness import LEAST_WEIGHT, MOST_DAYS, contradict, findings_of, weight_of
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
    whose = [(each, voices[each.article.digest]) for each in graph.articles]
    told = chain.from_iterable(reports_of(each, resolution.canonical, voice) for each, voice in whose)
    accounts = {one.attestation.id: one for each, voice in whose for one in accounts_of(each, voice)}
    return events_of(told, accounts, resolution.canonical)


def keys_of(report: Report) -> tuple[str, ...]:
    """The keys under which a report meets others of its event, sorted; reports that share none are never compared."""
    found = {f"{report.family} copy {voice}" for voice in report.voices}
    if report.days and (report.days[1] - report.days[0]).days <= MOST_DAYS:
        what = [*report.places, *report.around, *report.dead, *report.persons, *_figures(report)]
        found |= {f"{report.family} {each} {day}" for day in _each_day(*report.days) for each in what}
    return tuple(sorted(found))


def events_of(
    reports: Iterable[Report], accounts: Mapping[str, Account], canonical: Mapping[str, str]
) -> tuple[Event, ...]:
    """The events of some reports, sorted by id.

    Args:
        reports: In any order.
        accounts: Their attestations, by ids.
        canonical: The canonical entity of each entity that speaks in these.
    """
    alone = {report.id: report for report in reports}
    filed: defaultdict[str, list[str]] = defaultdict(list)
    for report in in_order(alone.values()):
        for key in keys_of(report):
            filed[key].append(report.id)
    return joined(alone, pairs_of(alone, filed.values()), accounts, canonical)


def joined(
    reports: Mapping[str, Report],
    pairs: Iterable[Pair],
    accounts: Mapping[str, Account],
    canonical: Mapping[str, str],
) -> tuple[Event, ...]:
    """The events of some reports, sorted by id.

    Args:
        reports: By their ids.
        pairs: As `pairs_of` has them.
        accounts: Their attestations, by ids.
        canonical: The canonical entity of each entity that speaks in these.
    """
    one = Clusters(sorted(reports))
    held = dict(reports)
    joins: defaultdict[str, list[Joined]] = defaultdict(list)
    for pair in pairs:
        left, right = one.of(pair.left), one.of(pair.right)
        if left != right and not contradict(held[left], held[right]):
            one.join(left, right)
            whole = one.of(left)
            held[whole] = united(held[left], held[right])
            joins[whole] = [*joins.pop(left, ()), *joins.pop(right, ()), (pair.left, pair.right, pair.findings)]
    events = (
        event_of([reports[each] for each in members], joins.get(whole, ()), accounts, canonical)
        for whole, members in one.members().items()
    )
    return tuple(sorted(events, key=lambda event: event.id))


def in_order(reports: Iterable[Report]) -> list[Report]:
    """Reports in the order in which those of one key are compared: by their days of publication."""
    return sorted(reports, key=lambda report: (str(report.published or ""), report.id))


def pairs_of(reports: Mapping[str, Report], filed: Iterable[Sequence[str]]) -> list[Pair]:
    """The pairs that weigh enough, in the order in which they are joined; none of a report that is torn between two.

    Of reports among which are all that make such a pair with one of them, the pairs are those that they make among any
    others.

    Args:
        reports: By their ids.
        filed: The ids of all reports of each of their keys, in order.
    """
    met = {pair for ids in filed for pair in _meetings(ids)}
    found = [
        pair
        for left, right in sorted(met)
        if left in reports and right in reports
        for pair in _weighed(reports[left], reports[right])
    ]
    best: defaultdict[str, list[str]] = defaultdict(list)
    least: dict[str, int] = {}
    for pair in sorted(found):
        for report, other in ((pair.left, pair.right), (pair.right, pair.left)):
            if least.setdefault(report, pair.lightness) == pair.lightness:
                best[report].append(other)
    torn = {each for each, others in best.items() if _contradict_first([reports[other] for other in others])}
    return sorted(pair for pair in found if not {pair.left, pair.right} & torn)


def around(ids: Sequence[str], one: str) -> Sequence[str]:
    """Those of the reports of a key, in order, that one of them is compared with, itself included."""
    place = ids.index(one)
    return ids[max(0, place - MOST_COMPARED) : place + MOST_COMPARED + 1]


def make_a_pair(one: Report, other: Report) -> bool:
    """Whether two reports weigh enough to be of one event, and do not contradict each other."""
    return any(_weighed(one, other))


def _meetings(ids: Sequence[str]) -> Iterator[tuple[str, str]]:
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
