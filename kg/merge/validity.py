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

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from kg.merge.accounts import NEWS_DAYS, Account, Said
from kg.model import STATES, Factuality, Period, Relation

ENDINGS = frozenset({Relation.SEIZES, Relation.WITHDREW_FROM})
"""The relations whose statements can tell of the end of a state: of control of the same place, alone."""


class _Held(NamedTuple):
    first: date
    last: date


class _Ending(NamedTuple):
    first: date
    last: date
    attestation: str


def may_end(other: Said, state: Said) -> bool:
    """Whether what is said in `other` can tell of the end of a state; both always have one object."""
    if state.relation is not Relation.CONTROLS or other.object != state.object:
        return False
    if other.relation is Relation.WITHDREW_FROM:
        return other.subject == state.subject
    return other.relation is Relation.SEIZES and other.subject != state.subject


def periods_of(relation: Relation, accounts: Iterable[Account], endings: Iterable[Account]) -> tuple[Period, ...]:
    """The periods in which a state is told to hold, in the order of time; none for what does not last.

    Args:
        relation: That of the state.
        accounts: All that attest it.
        endings: Those of all statements that `may_end` it.
    """
    if relation not in STATES:
        return ()
    told = list(accounts)
    held = sorted(_Held(*each.days) for each in told if each.days and _asserts(each))
    over = [_ending(each, NEWS_DAYS) for each in endings if each.days and _asserts(each)]
    over += [_ending(each, 0) for each in told if each.days and _negates_in_own_voice(each)]
    return tuple(_periods(held, sorted(over)))


def _periods(held: list[_Held], endings: list[_Ending]) -> Iterator[Period]:
    since: date | None = None
    until = date.min
    for place, (first, last) in enumerate(held):
        since = since or first
        until = max(until, last)
        following = held[place + 1].first if place + 1 < len(held) else date.max
        over = next((each for each in endings if until < each.first and each.last < following), None)
        if over or place + 1 == len(held):
            yield Period(since, until, over.last if over else None, over.attestation if over else None)
            since = None


def _asserts(account: Account) -> bool:
    return account.attestation.factuality is Factuality.ASSERTED


def _negates_in_own_voice(account: Account) -> bool:
    attestation = account.attestation
    return attestation.factuality is Factuality.NEGATED and not attestation.attributed_to


def _ending(account: Account, before: int) -> _Ending:
    """When something ended a state; without a day of its own at most so many days before publication."""
    first, last = account.days or (date.max, date.max)
    if account.told_days is None:
        first -= min(timedelta(before), first - date.min)
    return _Ending(first, last, account.attestation.id)
