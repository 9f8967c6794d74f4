"""Whether two reports tell of one event: what speaks for it, how much that weighs, and the words that say so."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from kg.identity.features import Finding, in_words
from kg.merge.reports import SELDOM, Figure, Report, act_apart, are_apart, lie_apart, meet

LEAST_WEIGHT = 6
"""From here on two reports are taken to tell of one event: no place, actor or day in common is enough alone."""

MOST_DAYS = 31
"""What is only known to have been within a longer time tells of no event in particular."""

_SHORT = 3
_LEAST_FIGURE = 3
_LARGEST_SHARE = 1.5
_LARGEST_DIFFERENCE = 2
_MOST_WEIGHT = 12


class Feature(NamedTuple):
    """Something that may be found of two reports.

    Args:
        weight: How much it speaks for their telling of one event; less than zero where it speaks against it.
        reason: What a person reads; `{}` stands for what was found.
        tells: Whether it can tell an event from others at all: one actor attacks many on one day.
    """

    weight: int
    reason: str
    tells: bool = False


FEATURES = {
    "same words": Feature(8, "both are copies of one text and say so in the same words", tells=True),
    "copies": Feature(3, "both are copies of one text"),
    "death": Feature(6, "both tell of the death of {}", tells=True),
    "person": Feature(4, "in both it befalls {}", tells=True),
    "place": Feature(3, "both name the place {}", tells=True),
    "large city": Feature(2, "both name the city {}", tells=True),
    "place within": Feature(2, "both name {}, or a place in it", tells=True),
    "wide place": Feature(1, "both name {}"),
    "parties": Feature(4, "in both {} fight each other"),
    "actor": Feature(2, "in both {} acts"),
    "side": Feature(1, "who acts is of {} in both"),
    "target": Feature(2, "both name the target {}"),
    "figure": Feature(2, "both give the number {}"),
    "near figures": Feature(1, "their numbers are close"),
    "day": Feature(2, "both tell the day {}"),
    "days": Feature(1, "the days agree"),
    "seldom": Feature(1, "it seldom happens twice"),
    "other figures": Feature(-3, "their numbers are far apart"),
    "other places": Feature(-3, "each names a place of its own, too"),
    "other targets": Feature(-2, "they name other targets"),
    "other persons": Feature(-3, "it befalls others"),
}
"""What is looked for, by name; weights set by hand so that the events are those of tests/merge/event_cases.yaml."""


def contradict(one: Report, other: Report) -> bool:
    """Whether two reports, each of one or more articles, cannot tell of one event.

    They contradict each other if they are of two kinds, of one article, of days or places that do not meet, if others
    act, or if the one is only planned and not for a day that both tell. What nobody dates is of one event in copies of
    one text only.
    """
    if one.family != other.family or one.articles & other.articles or act_apart(one, other) or lie_apart(one, other):
        return True
    if one.days is None or other.days is None:
        return not one.voices & other.voices
    planned_apart = one.is_planned != other.is_planned and not (one.is_dated and other.is_dated)
    return planned_apart or not meet(one.days, other.days)


def findings_of(one: Report, other: Report) -> tuple[Finding, ...]:
    """All that speaks for and against two reports' telling of one event, in the order of `FEATURES`."""
    found = {
        finding for look in (_of_text, _of_actors, _of_victims, _of_places, _of_days) for finding in look(one, other)
    }
    order = list(FEATURES)
    return tuple(sorted(found, key=lambda finding: (order.index(finding.feature), finding.words)))


def weight_of(findings: Iterable[Finding]) -> int:
    """How much the findings speak for one event; 0 where nothing among them can tell an event from others."""
    features = [FEATURES[finding.feature] for finding in findings]
    names = {finding.feature for finding in findings}
    tells = any(feature.tells for feature in features) or ("figure" in names and names & {"actor", "parties"})
    return max(0, sum(feature.weight for feature in features)) if tells else 0


def score_of(findings: Iterable[Finding]) -> Decimal:
    """The weight as a share of what hardly any two reports reach."""
    return min(Decimal(1), Decimal(weight_of(findings)) / _MOST_WEIGHT).quantize(Decimal("0.01"))


def reason_of(findings: Iterable[Finding]) -> str:
    """The findings in words."""
    return in_words(findings, FEATURES)


def _of_text(one: Report, other: Report) -> Iterator[Finding]:
    if one.voices & other.voices:
        yield Finding("same words" if one.words & other.words else "copies")


def _of_actors(one: Report, other: Report) -> Iterator[Finding]:
    parties = (one.actors | one.targets) & (other.actors | other.targets)
    actors = one.actors & other.actors
    if (one.is_mutual or other.is_mutual) and len(parties) > 1:
        yield Finding("parties", _words(parties, one))
    elif actors:
        yield Finding("actor", _words(actors, one))
    elif one.actors and other.actors and one.sides & other.sides:
        yield Finding("side", " and ".join(sorted(one.sides & other.sides)))
    if one.targets & other.targets:
        yield Finding("target", _words(one.targets & other.targets, one))
    elif one.targets and other.targets and not parties:
        yield Finding("other targets")


def _of_victims(one: Report, other: Report) -> Iterator[Finding]:
    if dead := one.dead & other.dead:
        yield Finding("death", _words(dead, one))
    if persons := one.persons & other.persons:
        yield Finding("person", _words(persons, one))
    if are_apart(one.dead, other.dead) or are_apart(one.persons, other.persons):
        yield Finding("other persons")
    yield from _of_figures(one.figures, other.figures)


def _of_figures(one: frozenset[Figure], other: frozenset[Figure]) -> Iterator[Finding]:
    same = {low for _, low, high in one & other if low == high and low and low >= _LEAST_FIGURE}
    if same:
        yield Finding("figure", " and ".join(map(str, sorted(same))))
        return
    relations = {relation for relation, *_ in one} & {relation for relation, *_ in other}
    greatest = [(_greatest(one, relation), _greatest(other, relation)) for relation in sorted(relations)]
    if any(_far_apart(*pair) for pair in greatest):
        yield Finding("other figures")
    elif any(min(left[0], right[0]) >= _LEAST_FIGURE for left, right in greatest):
        yield Finding("near figures")


def _greatest(figures: frozenset[Figure], relation: str) -> tuple[int, float]:
    """The greatest figure of a relation as its two bounds: the others are parts of it."""
    of_relation = [
        (low or 0, float("inf") if high is None else high) for each, low, high in figures if each == relation
    ]
    return max(of_relation)


def _far_apart(one: tuple[int, float], other: tuple[int, float]) -> bool:
    lower, upper = sorted((one, other))
    gap = upper[0] - lower[1]
    return gap > _LARGEST_DIFFERENCE and upper[0] > _LARGEST_SHARE * lower[1]


def _of_places(one: Report, other: Report) -> Iterator[Finding]:
    if places := one.places & other.places:
        spots = _spots(one) & _spots(other)
        further = [bool(each.places - places or _spots(each) - spots) for each in (one, other)]
        large = places <= one.large | other.large
        yield Finding("place within" if any(further) else "large city" if large else "place", _words(places, one))
        if all(further):
            yield Finding("other places")
    elif within := (one.places & other.around) | (one.around & other.places):
        yield Finding("place within", _words(within, one))
    elif wide := one.wide & other.wide:
        yield Finding("wide place", _words(wide, one))


def _spots(report: Report) -> frozenset[str]:
    """What kinds of spots are described: "hospital" for "the only hospital"."""
    return frozenset(report.labels[spot].casefold().rpartition(" ")[2] for spot in report.spots)


def _of_days(one: Report, other: Report) -> Iterator[Finding]:
    if one.days is None or other.days is None:
        return
    short = [(each.days[1] - each.days[0]).days < _SHORT for each in (one, other) if each.days]
    if one.is_dated and other.is_dated and all(short):
        yield Finding("day", max(one.days[0], other.days[0]).isoformat())
    elif one.is_dated != other.is_dated or one.published == other.published:
        yield Finding("days")
    if one.family in SELDOM:
        yield Finding("seldom")


def _words(ids: Iterable[str], report: Report) -> str:
    return " and ".join(sorted({report.labels.get(each, each) for each in ids}))
