"""One event from the reports that tell of it: what kind, who, where and when, how many, and how it stands."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import reduce

from kg.identity.features import Finding
from kg.link.names import normal_form
from kg.merge.accounts import Account, status_of, support_of
from kg.merge.likeness import reason_of, score_of
from kg.merge.reports import Days, Report, united
from kg.model import Event, EventKind, Factuality, Join, Relation, Status, Toll, digest

_LONGEST_SLUG = 60
_KINDS = {
    "seizure": EventKind.SEIZURE,
    "withdrawal": EventKind.WITHDRAWAL,
    "deployment": EventKind.DEPLOYMENT,
    "detention": EventKind.DETENTION,
}
# Of violence the first that is told: who tells of an attack tells more than who tells of its dead.
_VIOLENCE = {
    EventKind.ATTACK: {Relation.ATTACKS, Relation.REPELS},
    EventKind.CLASH: {Relation.CLASHES_WITH},
    EventKind.KILLING: {Relation.KILLS},
    EventKind.INJURY: {Relation.INJURES},
}
_TOLLED = (Relation.KILLS, Relation.INJURES, Relation.DETAINS)

Joined = tuple[str, str, tuple[Finding, ...]]
"""The ids of two reports and what they have in common."""


def event_of(
    members: Sequence[Report], joined: Iterable[Joined], accounts: Mapping[str, Account], canonical: Mapping[str, str]
) -> Event:
    """The event that some reports tell of.

    Its id and label are those of the report that was published first, so that later ones seldom change them.

    Args:
        members: The reports.
        joined: The pairs that were joined.
        accounts: Their attestations, by ids.
        canonical: The canonical entity of each entity that speaks in these.
    """
    whole = reduce(united, members)
    told = [accounts[each] for each in whole.attestations]
    kind = _kind(whole.family, {account.attestation.relation for account in told})
    first = min(members, key=lambda report: (report.published or date.max, report.id))
    label = _label(kind, first)
    earliest, latest = whole.days or (None, None)
    return Event(
        id=f"{normal_form(label).replace(' ', '-')[:_LONGEST_SLUG].rstrip('-')}-{digest(first.id)[:10]}",
        label=label,
        kind=kind,
        attestations=whole.attestations,
        actors=tuple(sorted(whole.actors)),
        targets=tuple(sorted(whole.targets | whole.dead | whole.persons)),
        places=tuple(sorted(whole.places | whole.wide)),
        earliest=earliest,
        latest=latest,
        dated=whole.is_dated,
        status=_status(kind, told),
        support=support_of(told, canonical),
        tolls=tuple(_tolls(told, canonical)),
        joins=tuple(sorted(_join(each) for each in joined)),
    )


def _kind(family: str, relations: set[Relation]) -> EventKind:
    if family in _KINDS:
        return _KINDS[family]
    return next(kind for kind, telling in _VIOLENCE.items() if telling & relations)


def _label(kind: EventKind, report: Report) -> str:
    """What it is, who acts, on whom or what, and when, in the words of one article."""
    acting = f"by {_words(report.actors, report)}" if report.actors else ""
    where = _words(report.places or report.wide or report.targets | report.dead | report.persons, report)
    return ", ".join(filter(None, (f"{kind} {acting}".rstrip(), where, _days_in_words(report.days))))


def _words(ids: Iterable[str], report: Report) -> str:
    return " and ".join(sorted({report.labels[each] for each in ids}))


def _days_in_words(days: Days | None) -> str:
    if days is None:
        return ""
    first, last = days
    return first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"


def _status(kind: EventKind, accounts: Iterable[Account]) -> Status:
    """As for statements; who only denies that people came to harm in an attack does not deny the attack."""
    telling = _VIOLENCE.get(kind)
    return status_of(
        account
        for account in accounts
        if telling is None
        or account.attestation.relation in telling
        or account.attestation.factuality is not Factuality.NEGATED
    )


def _tolls(accounts: Iterable[Account], canonical: Mapping[str, str]) -> Iterator[Toll]:
    """For each kind of harm the least and the most that a source gives, of those that assert it."""
    sources: defaultdict[Relation, defaultdict[tuple[str, str | None], list[tuple[int | None, int | None]]]]
    sources = defaultdict(lambda: defaultdict(list))
    for account in accounts:
        attestation = account.attestation
        if attestation.count and attestation.relation in _TOLLED and attestation.factuality is Factuality.ASSERTED:
            speaker = canonical[attestation.attributed_to[0]] if attestation.attributed_to else None
            bounds = (attestation.count.low, attestation.count.high)
            sources[attestation.relation][account.article, speaker].append(bounds)
    for relation in _TOLLED:
        if relation in sources:
            yield _toll(relation, list(sources[relation].values()))


def _toll(relation: Relation, sources: list[list[tuple[int | None, int | None]]]) -> Toll:
    lows = [max(known) for each in sources if (known := [low for low, _ in each if low is not None])]
    highs = [max(bound for bounds in each for bound in bounds if bound is not None) for each in sources]
    return Toll(relation, min(lows, default=None), max(highs), len(sources))


def _join(joined: Joined) -> Join:
    left, right, findings = joined
    return Join(left, right, reason_of(findings), score_of(findings))
