"""What distances and stretches of time mean, seen from the day of publication or one that the text spoke of."""

from datetime import timedelta

from kg.extract.times import calendar
from kg.extract.times.calendar import Period
from kg.extract.times.expressions import Groups
from kg.extract.times.reference import AHEAD, BEHIND, Reference, UnresolvableError, amount, direction_of, spoken_of
from kg.extract.times.tense import Tense

SHORT_UNITS = frozenset({"minute", "hour", "day", "night"})


def read_ago(groups: Groups, reference: Reference) -> Period:
    """Read "two days ago", "about two months ago", "a week earlier", "two days later"; known as finely as its unit."""
    unit, number = groups["unit"], amount(groups)
    if "about" in groups and unit in SHORT_UNITS:
        raise UnresolvableError
    match groups["direction"]:
        case "ago":
            return calendar.around(calendar.step(reference.today, unit, -number), unit)
        case "earlier":
            return calendar.around(calendar.step(reference.spoken_of or reference.today, unit, -number), unit)
        case _:
            return calendar.around(calendar.step(spoken_of(reference), unit, number), unit)


def read_after(groups: Groups, reference: Reference) -> Period:
    """Read "two days after" an event: how long before now, or before the day spoken of, the event was."""
    unit, number = groups["unit"], amount(groups)
    if "about" in groups:
        raise UnresolvableError
    return calendar.around(calendar.step(reference.spoken_of or reference.today, unit, -number), unit)


def read_unit(groups: Groups, reference: Reference) -> Period:
    """Read "last week", "this year", "the weekend", "the end of the month"."""
    unit, which = groups["unit"], groups.get("which", "")
    if unit == "weekend":
        return read_weekend(which, reference)
    return calendar.around(calendar.step(reference.today, unit, direction_of(which)), unit)


def read_weekend(which: str, reference: Reference) -> Period:
    """The weekend that is meant: the one that last began, or with "next" or in the future the one to come."""
    ahead = which in AHEAD or (reference.ahead and which not in BEHIND)
    saturday = calendar.weekday_near(reference.today, calendar.SATURDAY, ahead=ahead)
    if which == "last" and reference.today.weekday() >= calendar.SATURDAY:
        saturday -= timedelta(days=7)
    return calendar.weekend(saturday)


def read_window(groups: Groups, reference: Reference) -> Period:
    """Read "over the past three weeks", "in the last 24 hours", "the next two days": up to, or from the publication."""
    beside_another_day = groups["which"] in {"previous", "following", "preceding"}
    base = reference.spoken_of if beside_another_day and reference.spoken_of else reference.today
    number = amount(groups, "high" if "high" in groups else "number") if "number" in groups else 1
    other = calendar.step(base, groups["unit"], number * direction_of(groups["which"]))
    return calendar.interval(min(base, other), max(base, other))


def read_adjacent(groups: Groups, reference: Reference) -> Period:
    """Read "the previous day", "the following week", "the same day": beside the day that the text last spoke of."""
    which, unit = groups["which"], groups["unit"]
    unit = unit if unit in {"week", "month", "year"} else "day"
    if which in {"previous", "preceding", "before"}:
        return calendar.around(calendar.step(reference.spoken_of or reference.today, unit, -1), unit)
    base = reference.today if reference.ahead and reference.spoken_of is None else spoken_of(reference)
    return calendar.around(calendar.step(base, unit, direction_of(which)), unit)


def read_same_day(_: Groups, reference: Reference) -> Period:
    """Read "earlier in the day", "hours later": the day that the text last spoke of."""
    return calendar.day(spoken_of(reference))


def read_within(groups: Groups, reference: Reference) -> Period:
    """Read "within 72 hours": until the publication, or in the future from it; "within two to three weeks"."""
    number, unit = amount(groups), groups["unit"]
    if reference.ahead and "high" in groups:
        ends = (calendar.step(reference.today, unit, units) for units in (number, amount(groups, "high")))
        return calendar.interval(*ends)
    if reference.ahead:
        return calendar.interval(reference.today, calendar.step(reference.today, unit, number))
    if reference.tense is Tense.UNKNOWN or "high" in groups:
        raise UnresolvableError
    return calendar.interval(calendar.step(reference.today, unit, -number), reference.today)


def read_ahead(groups: Groups, reference: Reference) -> Period:
    """Read "in two weeks", when the future is spoken of; else how long something took."""
    if not reference.ahead or "about" in groups:
        raise UnresolvableError
    if "high" in groups:
        return read_within(groups, reference)
    return calendar.around(calendar.step(reference.today, groups["unit"], amount(groups)), groups["unit"])


def read_lasting(groups: Groups, reference: Reference) -> Period:
    """Read "for two years", when it lasts until now ("has held") or starts now ("will hold"); else only how long."""
    if "high" in groups or reference.tense not in {Tense.FUTURE, Tense.PERFECT}:
        raise UnresolvableError
    other = calendar.step(reference.today, groups["unit"], amount(groups) * (1 if reference.ahead else -1))
    return calendar.interval(min(reference.today, other), max(reference.today, other))
