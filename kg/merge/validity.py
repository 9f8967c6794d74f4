"""From when to when a state is told to hold: who commands, belongs, holds, backs and is allied.

What is inferred. A state held on the days of which an attestation asserts it: those that are told, else the day of
publication. It held between two such days, unless what ended it is told of the time between them. Three things end it:
control of a place ends by another's seizing the place, and by the holder's leaving it; any state ends by an article's
saying in its own voice that it does not hold. Each must be told of days that lie after those on which the state held; a
seizure or withdrawal without a day was within the week before publication.

What is not inferred. That a state began on the first such day, or went on after the last one. That it ended because
someone denies it: a denial says that it never was. That a second commander, ally or holder ends the first: there may be
several, and who is right is not for a program to say. That someone's death ends a command. Seizures and withdrawals
that are planned, possible or negated end nothing; if only a speaker tells of them they do, and `Period.ended_by` leads
to whose word that is. Nothing that was once told is ever taken back.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from operator import attrgetter
from typing import NamedTuple

from kg.merge.accounts import NEWS_DAYS, Account, Said
from kg.model import STATES, Factuality, Period, Relation

ENDINGS = frozenset({Relation.SEIZES, Relation.WITHDREW_FROM})
"""The relations whose statements can tell of the end of a state: of control of the same place, alone."""


class _Held(NamedTuple):
    first: date
    last: date


class Ending(NamedTuple):
    """When something ended a state, which attestation tells of it, and, of a place, who came or left."""

    first: date
    last: date
    attestation: str
    relation: Relation | None = None
    by: str | None = None


class Endings:
    """What can have ended control of one place, in the order of time."""

    def __init__(self, endings: Iterable[Ending] = ()) -> None:
        self._seized: list[Ending] = []
        self._left: defaultdict[str | None, list[Ending]] = defaultdict(list)
        for each in sorted(endings):
            (self._seized if each.relation is Relation.SEIZES else self._left[each.by]).append(each)

    def first(self, state: Said, after: date, before: date) -> Ending | None:
        """The first that ended a state between two days."""
        if state.relation is not Relation.CONTROLS:
            return None
        left = self._left.get(state.subject, ())
        found = (_first(left, after, before), _first(self._seized, after, before, but_by=(state.subject,)))
        return min(filter(None, found), default=None)


def endings_of(said: Said, accounts: Iterable[Account]) -> Iterator[Ending]:
    """What the accounts of a statement tell of the end of control of its object."""
    if said.relation in ENDINGS:
        asserted = (each for each in accounts if each.days and _asserts(each))
        yield from (_ending(each, NEWS_DAYS, said.relation, said.subject) for each in asserted)


def may_end(ending: Ending, state: Said, periods: Sequence[Period]) -> bool:
    """Whether a state that held in these periods may hold in others with an ending of its place or without it."""
    if not periods or state.relation is not Relation.CONTROLS or ending.first <= periods[0].since:
        return False
    if (ending.relation is Relation.SEIZES) is (ending.by == state.subject):
        return False
    over = periods[-1].ended
    return over is None or ending.first <= over


def periods_of(state: Said, accounts: Iterable[Account], endings: Endings) -> tuple[Period, ...]:
    """The periods in which a state is told to hold, in the order of time; none for what does not last.

    Args:
        state: What is said.
        accounts: All that attest it.
        endings: What can have ended control of its object.
    """
    if state.relation not in STATES:
        return ()
    told = list(accounts)
    held = sorted(_Held(*each.days) for each in told if each.days and _asserts(each))
    negated = sorted(_ending(each, 0) for each in told if each.days and _negates_in_own_voice(each))
    return tuple(_periods(state, held, negated, endings))


def _periods(state: Said, held: list[_Held], negated: list[Ending], endings: Endings) -> Iterator[Period]:
    since: date | None = None
    until = date.min
    for place, (first, last) in enumerate(held):
        since = since or first
        until = max(until, last)
        following = held[place + 1].first if place + 1 < len(held) else date.max
        told = (_first(negated, until, following), endings.first(state, until, following))
        over = min(filter(None, told), default=None)
        if over or place + 1 == len(held):
            yield Period(since, until, over.last if over else None, over.attestation if over else None)
            since = None


def _first(endings: Sequence[Ending], after: date, before: date, but_by: tuple[str | None, ...] = ()) -> Ending | None:
    """The first that is told of days between two days, unless it is by the one named."""
    for place in range(bisect_right(endings, after, key=attrgetter("first")), len(endings)):
        each = endings[place]
        if each.first >= before:
            return None
        if each.last < before and each.by not in but_by:
            return each
    return None


def _asserts(account: Account) -> bool:
    return account.attestation.factuality is Factuality.ASSERTED


def _negates_in_own_voice(account: Account) -> bool:
    attestation = account.attestation
    return attestation.factuality is Factuality.NEGATED and not attestation.attributed_to


def _ending(account: Account, before: int, relation: Relation | None = None, by: str | None = None) -> Ending:
    """When something ended a state; without a day of its own at most so many days before publication."""
    first, last = account.days or (date.max, date.max)
    if account.told_days is None:
        first -= min(timedelta(before), first - date.min)
    return Ending(first, last, account.attestation.id, relation, by)
