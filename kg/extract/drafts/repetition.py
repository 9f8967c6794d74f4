"""Repetition: the same fact told several times in an article becomes one statement."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from kg.extract.confidence import TOLD_AGAIN, weaknesses
from kg.extract.drafts.agreement import is_around, places_around
from kg.extract.drafts.context import Context
from kg.extract.drafts.draft import Draft
from kg.model import SYMMETRIC, Factuality, Relation, Time

Told = TypeVar("Told")
FORCE = (Factuality.ASSERTED, Factuality.NEGATED, Factuality.PLANNED, Factuality.POSSIBLE)


def join_repeated(drafts: list[Draft], context: Context) -> list[Draft]:
    """One draft for each fact: repetitions give way to the best, which takes the qualifiers that only they tell.

    Denials stay beside assertions, symmetric relations are one in both directions, and what somebody is named for
    elsewhere in the article is not told again of nobody.
    """
    groups: dict[tuple[object, ...], list[Draft]] = {}
    for draft in drafts:
        groups.setdefault(fact_of(draft), []).append(draft)
    named = groups_with_subject(groups.values())
    unnamed = [group for group in groups.values() if group[0].subject is None]
    for group in unnamed:
        same = named.get((group[0].relation, group[0].object), [])
        if len(same) == 1:
            same[0].extend(group)  # it may tell when, where and how many
    best = [best_of(group, context) for group in groups.values()]
    return [draft for draft in best if draft.subject is not None or (draft.relation, draft.object) not in named]


def groups_with_subject(groups: Iterable[list[Draft]]) -> dict[tuple[Relation, int], list[list[Draft]]]:
    """The groups that tell of somebody who did it, by what was done to whom; denials tell of nobody."""
    named: dict[tuple[Relation, int], list[list[Draft]]] = {}
    for group in groups:
        if group[0].subject is not None and group[0].factuality is not Factuality.NEGATED:
            named.setdefault((group[0].relation, group[0].object), []).append(group)
    return named


def fact_of(draft: Draft) -> tuple[object, ...]:
    """What a draft says, apart from its words and qualifiers."""
    ends = [draft.subject if draft.subject is not None else -1, draft.object]
    if draft.relation in SYMMETRIC:
        ends.sort()
    return (draft.relation, *ends, draft.factuality is Factuality.NEGATED)


def best_of(group: list[Draft], context: Context) -> Draft:
    """The draft with the most force, told most plainly, then the first, completed from those of the same force.

    A headline leaves out who says it, which the text below tells.
    """
    if len(group) == 1:
        return group[0]
    named = [draft for draft in group if draft.subject is not None] or group
    best = min(named, key=lambda draft: (FORCE.index(draft.factuality), weaknesses(draft.features), draft.start))
    alike = [draft for draft in group if draft.factuality is best.factuality]
    repeated = tuple(sorted({(draft.start, draft.end) for draft in group} - {(best.start, best.end)}))
    return replace(
        best,
        speakers=best.speakers or first_speakers(alike, best, context),
        features=best.features | ({TOLD_AGAIN} if repeated else set()),
        time=time_of_all(best, alike, context),
        place=place_of_all(best, alike, context),
        instrument=first_told(best.instrument, [draft.instrument for draft in alike]),
        count=first_told(best.count, [draft.count for draft in alike]),
        repeated=repeated,
    )


def first_speakers(alike: Sequence[Draft], best: Draft, context: Context) -> tuple[int, ...]:
    """Who says below a headline what it tells; nobody for a draft that stands below itself."""
    told = (draft.speakers for draft in alike if draft.speakers)
    return next(told, ()) if context.is_headline(best.start) else ()


def place_of_all(best: Draft, alike: Sequence[Draft], context: Context) -> int | None:
    """A draft's own place, else the first that a repetition tells; a headline's gives way to a more exact one."""
    places = [draft.place for draft in alike]
    own = first_told(best.place, places)
    is_finer = partial(is_more_exact, context=context)
    return first_finer(own, places, is_finer) if context.is_headline(best.start) else own


def time_of_all(best: Draft, alike: Sequence[Draft], context: Context) -> Time | None:
    """A draft's own time, else the first that a repetition tells; a headline's gives way to a part of it."""
    times = [draft.time for draft in alike]
    own = first_told(best.time, times)
    return first_finer(own, times, is_part) if context.is_headline(best.start) else own


def first_finer(own: Told | None, others: Sequence[Told | None], is_finer: Callable[[Told, Told], bool]) -> Told | None:
    """The first of others that tells a qualifier more exactly, else the qualifier."""
    if own is None:
        return None
    return next((other for other in others if other is not None and is_finer(other, own)), own)


def is_part(time: Time, whole: Time) -> bool:
    """Whether a time lies within another and is shorter: a day of the week that a headline tells."""
    if not (time.earliest and time.latest and whole.earliest and whole.latest):
        return False
    return whole.earliest <= time.earliest <= time.latest <= whole.latest and time.value != whole.value


def is_more_exact(place: int, own: int, context: Context) -> bool:
    """Whether a place is a name for one that is only described, or lies in it by name."""
    if not context.chains[place].is_named or place == own:
        return False
    return not context.chains[own].is_named or is_around(own, place, context) or own in places_around(place, context)


def first_told(own: Told | None, others: Sequence[Told | None]) -> Told | None:
    """A draft's own qualifier, else the first that a repetition tells."""
    return own if own is not None else next((other for other in others if other is not None), None)
