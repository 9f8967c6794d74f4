"""What one article tells of one happening: its attestations of an attack, the dead and the injured as one report."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations

from kg.identity.clusters import Clusters
from kg.merge.accounts import NEWS_DAYS, Account, accounts_of
from kg.merge.cast import ACTORS, NOBODY, PERSONS, PLACES, Cast, described, named
from kg.model import SYMMETRIC, ArticleGraph, Attestation, Entity, EntityType, Factuality, Relation

FAMILIES = {
    Relation.ATTACKS: "violence",
    Relation.CLASHES_WITH: "violence",
    Relation.REPELS: "violence",
    Relation.KILLS: "violence",
    Relation.INJURES: "violence",
    Relation.SEIZES: "seizure",
    Relation.WITHDREW_FROM: "withdrawal",
    Relation.DEPLOYS_TO: "deployment",
    Relation.DETAINS: "detention",
}
"""The relations that happen at a time, by what is told of together."""

SELDOM = frozenset({"seizure", "withdrawal", "deployment"})
"""What hardly happens twice within a week between the same two ends."""

DAYS_OF_VIOLENCE = 1
"""Attacks and arrests of which no day is told were at most so many days before publication."""

_HARM = frozenset({Relation.KILLS, Relation.INJURES, Relation.DETAINS})
_LARGE_TOLL = 1000
_PARTS_OF_TOTAL = 10
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s|\n")

Days = tuple[date, date]
Figure = tuple[Relation, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Report:
    """What one article, or several that are taken to tell of the same, tell of a happening.

    All that is named is named by canonical ids; descriptions tell nothing beyond their article.

    Args:
        id: Of its first attestation.
        family: What kind of happening, roughly: reports of two families are never of one event.
        attestations: The ids of its attestations, sorted.
        articles: The digests of the articles that it comes from.
        voices: The voices that it comes from.
        words: The exact words of its attestations.
        actors: Who acts; in a clash both parties.
        unnamed: Those who act and are only described, such as gunmen.
        sides: Countries and leaders for which the actors act.
        targets: Named bodies and persons that are attacked.
        dead: Named persons who are killed.
        persons: Named persons who are injured or detained.
        places: Named places, none so wide that much happens in it at once.
        around: Places in which its article says those lie.
        large: Those of the places that are large cities.
        spots: Described places, such as a hospital.
        wide: Countries and regions.
        figures: How many were killed, injured or detained.
        days: The days on which it can have been; those of publication where none is told, None where there are none.
        is_dated: Whether the days are told.
        is_planned: Whether it is only planned.
        is_mutual: Whether each party acts on the other.
        published: The first day of publication.
        labels: What its article calls those that it names.
    """

    id: str
    family: str
    attestations: tuple[str, ...]
    articles: frozenset[str]
    voices: frozenset[str]
    words: frozenset[str]
    actors: frozenset[str] = NOBODY
    unnamed: frozenset[str] = NOBODY
    sides: frozenset[str] = NOBODY
    targets: frozenset[str] = NOBODY
    dead: frozenset[str] = NOBODY
    persons: frozenset[str] = NOBODY
    places: frozenset[str] = NOBODY
    around: frozenset[str] = NOBODY
    large: frozenset[str] = NOBODY
    spots: frozenset[str] = NOBODY
    wide: frozenset[str] = NOBODY
    figures: frozenset[Figure] = frozenset()
    days: Days | None = None
    is_dated: bool = False
    is_planned: bool = False
    is_mutual: bool = False
    published: date | None = None
    labels: Mapping[str, str] = field(default_factory=dict, compare=False)


def reports_of(graph: ArticleGraph, canonical: Mapping[str, str], voice: str) -> tuple[Report, ...]:
    """The reports of one article, sorted by id; they follow from the article and from who is who in it alone.

    Args:
        graph: What the article states.
        canonical: The canonical entity of each of its entities.
        voice: The voice of the article.
    """
    cast = Cast(graph, canonical)
    told = [account for account in accounts_of(graph, voice) if account.attestation.relation in FAMILIES]
    alone = {account.attestation.id: (_report(account, cast), account.attestation) for account in told}
    one = Clusters(sorted(alone))
    held = {identifier: report for identifier, (report, _) in alone.items()}
    for left, right in combinations(sorted(alone), 2):
        if one.of(left) != one.of(right) and _is_linked(alone[left], alone[right], graph.article.text):
            first, second = held[one.of(left)], held[one.of(right)]
            if not _parts(first, second):
                one.join(left, right)
                held[one.of(left)] = united(first, second)
    return tuple(held[identifier] for identifier in sorted({one.of(each) for each in alone}))


def happenings_of(graph: ArticleGraph) -> ArticleGraph:
    """The part of what an article states that its reports follow from: they are those of the whole."""
    told = tuple(
        each for each in graph.attestations if each.relation in FAMILIES or each.relation is Relation.LOCATED_IN
    )
    parts = {each.object.entity for each in told} | {each.subject.entity for each in told if each.subject}
    parts |= {each.place for each in told if each.place}
    entities = (Entity(each.id, each.label, each.type, each.names, ()) for each in graph.entities if each.id in parts)
    return ArticleGraph(graph.article, tuple(entities), told)


def united(one: Report, other: Report) -> Report:
    """Two reports of the same happening as one; its days are those that both allow."""
    first, second = sorted((one, other), key=lambda report: report.id)
    published = sorted(each.published for each in (first, second) if each.published)
    return Report(
        id=first.id,
        family=first.family,
        attestations=tuple(sorted(first.attestations + second.attestations)),
        articles=first.articles | second.articles,
        voices=first.voices | second.voices,
        words=first.words | second.words,
        actors=first.actors | second.actors,
        unnamed=first.unnamed | second.unnamed,
        sides=first.sides | second.sides,
        targets=first.targets | second.targets,
        dead=first.dead | second.dead,
        persons=first.persons | second.persons,
        places=first.places | second.places,
        around=first.around | second.around,
        large=first.large | second.large,
        spots=first.spots | second.spots,
        wide=first.wide | second.wide,
        figures=first.figures | second.figures,
        days=_shared_days(first, second),
        is_dated=first.is_dated or second.is_dated,
        is_planned=first.is_planned and second.is_planned,
        is_mutual=first.is_mutual or second.is_mutual,
        published=published[0] if published else None,
        labels={**second.labels, **first.labels},
    )


def are_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both name somebody, and nobody in common."""
    return bool(one and other and not one & other)


def act_apart(one: Report, other: Report) -> bool:
    """Whether both name who acts, and not the same nor two of one side."""
    return are_apart(one.actors, other.actors) and not one.sides & other.sides


def lie_apart(one: Report, other: Report) -> bool:
    """Whether both name places, and neither those of the other nor one in which those lie."""
    return are_apart(one.places, other.places | other.around) and are_apart(one.places | one.around, other.places)


def meet(one: Days, other: Days) -> bool:
    """Whether two stretches of days have a day in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def _shared_days(one: Report, other: Report) -> Days | None:
    if one.days and other.days and meet(one.days, other.days):
        return max(one.days[0], other.days[0]), min(one.days[1], other.days[1])
    told = one if one.is_dated or not other.days else other
    return told.days


def _report(account: Account, cast: Cast) -> Report:
    """A single attestation as a report."""
    attestation = account.attestation
    relation = attestation.relation
    acting, targeted = map(cast.of, _ends_of_act(attestation))
    told_places = (attestation.object.entity, attestation.place)
    harmed, where, around = cast.of(told_places[:1]), cast.of(told_places), cast.around(told_places)
    wide = frozenset(each.id for each in (*where, *around) if each.is_wide) or NOBODY
    planned = attestation.factuality is Factuality.PLANNED
    return Report(
        id=attestation.id,
        family=FAMILIES[relation],
        attestations=(attestation.id,),
        articles=frozenset({account.article}),
        voices=frozenset({account.voice}),
        words=frozenset({attestation.evidence.text}),
        actors=named(acting, ACTORS),
        unnamed=described(acting, ACTORS | {EntityType.GROUP}),
        sides=frozenset(side for each in acting for side in each.sides) or NOBODY,
        targets=named(targeted, ACTORS),
        dead=named(harmed, PERSONS) if relation is Relation.KILLS else NOBODY,
        persons=named(harmed, PERSONS) if relation in _HARM - {Relation.KILLS} else NOBODY,
        places=named(where, PLACES) - wide or NOBODY,
        around=named(around, PLACES) - wide or NOBODY,
        large=frozenset(each.id for each in where if each.is_large) or NOBODY,
        spots=described(where, PLACES) - wide or NOBODY,
        wide=wide,
        figures=_figures(attestation),
        days=_days(account, planned),
        is_dated=account.told_days is not None,
        is_planned=planned,
        is_mutual=relation in SYMMETRIC,
        published=account.published,
        labels={each.id: each.label for each in (*acting, *targeted, *where, *around)},
    )


def _ends_of_act(attestation: Attestation) -> tuple[tuple[str | None, ...], tuple[str | None, ...]]:
    """Who acts and on whom: in a clash each party acts, and what is repelled is an attack by the other one."""
    subject = attestation.subject.entity if attestation.subject else None
    target = attestation.object.entity
    if attestation.relation is Relation.REPELS:
        return (target,), (subject,)
    if attestation.relation in SYMMETRIC:
        return (subject, target), ()
    return (subject,), () if attestation.relation in _HARM else (target,)


def _figures(attestation: Attestation) -> frozenset[Figure]:
    count = attestation.count
    if count is None or attestation.relation not in _HARM or attestation.factuality is Factuality.NEGATED:
        return frozenset()
    return frozenset({(attestation.relation, count.low, count.high)})


def _days(account: Account, planned: bool) -> Days | None:
    """The days that are told; else those before publication, unless it is yet to come."""
    if account.told_days or planned or not account.published:
        return account.told_days
    seldom = FAMILIES[account.attestation.relation] in SELDOM
    before = min(NEWS_DAYS if seldom else DAYS_OF_VIOLENCE, (account.published - date.min).days)
    return account.published - timedelta(before), account.published


def _is_linked(left: tuple[Report, Attestation], right: tuple[Report, Attestation], text: str) -> bool:
    """Whether something in the article says that two attestations tell of the same: their sentence, ends or place."""
    (one, first), (other, second) = left, right
    if _ends(first) == _ends(second) or first.object.entity == second.object.entity:
        return True
    if one.places & other.places and not are_apart(one.spots, other.spots):
        return True
    # A day that the sentence tells of the one alone is not that of the other.
    of_one_day = one.is_dated == other.is_dated or bool(one.actors & other.actors or one.places & other.places)
    return of_one_day and _is_one_sentence(first, second, text)


def _ends(attestation: Attestation) -> tuple[Relation, str | None, str]:
    subject = attestation.subject.entity if attestation.subject else None
    return attestation.relation, subject, attestation.object.entity


def _is_one_sentence(one: Attestation, other: Attestation, text: str) -> bool:
    # The words may end with their sentence, full stop included.
    between = text[min(one.evidence.end, other.evidence.end) - 1 : max(one.evidence.start, other.evidence.start)]
    return not _SENTENCE_END.search(between)


def _parts(one: Report, other: Report) -> bool:
    """Whether what two groups of attestations of one article tell cannot be the same happening."""
    if one.family != other.family or one.is_planned != other.is_planned:
        return True
    if one.is_dated and other.is_dated and one.days and other.days and not meet(one.days, other.days):
        return True
    if act_apart(one, other) or lie_apart(one, other) or _is_total(one.figures, other.figures):
        return True
    if one.family in SELDOM and are_apart(one.actors | one.unnamed, other.actors | other.unnamed):
        return not one.sides & other.sides
    # What one article would not call by two names.
    return are_apart(one.unnamed, other.unnamed) or are_apart(one.targets, other.targets)


def _is_total(one: frozenset[Figure], other: frozenset[Figure]) -> bool:
    """Whether the one tells of all the dead of a war, and the other of those of a day."""
    greatest = sorted(max(low or high or 0 for _, low, high in figures) for figures in (one, other) if figures)
    return len(greatest) > 1 and greatest[1] >= _LARGE_TOLL and greatest[1] > _PARTS_OF_TOTAL * greatest[0]
