"""What each kind of time expression means, seen from the day of publication."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from kg.extract import calendar
from kg.extract.calendar import Period
from kg.extract.numbers import read_number
from kg.extract.tense import Tense
from kg.extract.time_expressions import Groups, numbered, times_words

SOON = timedelta(days=14)
AHEAD = frozenset({"next", "coming", "this coming", "following"})
BEHIND = frozenset({"last", "past", "this past", "previous", "preceding"})
SHORT_UNITS = frozenset({"minute", "hour", "day", "night"})


class UnresolvableError(ValueError):
    """The text does not tell the date."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What a time expression is seen from.

    Args:
        published: The day of publication, where it is known.
        spoken_of: The day that the text last spoke of, nearby.
        tense: The tense that the expression stands in.
    """

    published: date | None
    spoken_of: date | None = None
    tense: Tense = Tense.UNKNOWN

    @property
    def today(self) -> date:
        """The day of publication.

        Raises:
            UnresolvableError: It is not known.
        """
        if self.published is None:
            raise UnresolvableError
        return self.published

    @property
    def ahead(self) -> bool:
        """Whether the expression lies in the future."""
        return self.tense is Tense.FUTURE


def direction_of(which: str) -> int:
    """One step ahead for "next", one back for "last", none for "this"."""
    return -1 if which in BEHIND else 1 if which in AHEAD else 0


def ordinal(words: str) -> int:
    """The number in "5", "5th"."""
    return int(re.sub(r"\D", "", words))


def amount(groups: Groups, name: str = "number") -> int:
    """The exact number of units.

    Raises:
        UnresolvableError: It is a bound ("more than a year") or no whole number.
    """
    number = read_number(groups[name].split())
    if number is None or "bound" in groups:
        raise UnresolvableError
    return number


def month_number(groups: Groups) -> int:
    """The number of the month in the groups."""
    return int(groups["month"]) if groups["month"].isdigit() else int(numbered("months")[groups["month"]])


def yearly(reference: Reference, month: int, day: int) -> date:
    """The day of that name that is meant: in the past, unless the future is spoken of or it is only days away."""
    if reference.tense not in {Tense.PAST, Tense.PERFECT}:
        coming = calendar.yearly_near(reference.today, month, day, ahead=True)
        if reference.ahead or coming - reference.today <= SOON:
            return coming
    return calendar.yearly_near(reference.today, month, day, ahead=False)


def read_date(groups: Groups, reference: Reference) -> Period:
    """Read "5 May 2019", "May 5", "5/6 May"."""
    month, day = month_number(groups), ordinal(groups["day"])
    first = date(int(groups["year"]), month, day) if "year" in groups else yearly(reference, month, day)
    return (
        calendar.interval(first, first.replace(day=ordinal(groups["last"])))
        if "last" in groups
        else calendar.day(first)
    )


def read_holiday(groups: Groups, reference: Reference) -> Period:
    """Read "Christmas Day"."""
    month, day = numbered("holidays")[groups["holiday"]]
    return calendar.day(date(int(groups["year"]), month, day) if "year" in groups else yearly(reference, month, day))


def read_month(groups: Groups, reference: Reference) -> Period:
    """Read "March 2019", "last March", "in March", "March of last year"."""
    number = month_number(groups)
    if "year" in groups:
        return calendar.month(int(groups["year"]), number)
    if "year_word" in groups:
        return calendar.month(reference.today.year + {"last": -1, "this": 0, "next": 1}[groups["year_word"]], number)
    if (which := groups.get("which")) == "this":
        return calendar.month(reference.today.year, number)
    found = calendar.month_near(
        reference.today, number, ahead=which in AHEAD or (reference.ahead and which not in BEHIND)
    )
    if found == calendar.around(reference.today, "month") and which in {"last", "next"}:
        return calendar.month(reference.today.year + (1 if which == "next" else -1), number)
    return found


def read_weekday(groups: Groups, reference: Reference) -> Period:
    """Read "Tuesday", "last Tuesday", "Thursday last week"."""
    weekday = [name.lower() for name in times_words("weekdays")].index(groups["weekday"])
    if "week" in groups:
        monday = calendar.step(reference.today, "day", -reference.today.weekday())
        return calendar.day(calendar.step(monday, "day", weekday + {"last": -7, "this": 0, "next": 7}[groups["week"]]))
    which = groups.get("which", "").removeprefix("the ")
    base = reference.today
    if which in {"following", "previous", "same"}:
        base = spoken_of(reference)
    upcoming = which in AHEAD or (which == "this" and reference.tense is not Tense.PAST)
    ahead = upcoming or (reference.ahead and which not in BEHIND)
    strict = which not in {"", "this", "same"}
    return calendar.day(calendar.weekday_near(base, weekday, ahead=ahead, strict=strict))


def spoken_of(reference: Reference) -> date:
    """The day that the text last spoke of.

    Raises:
        UnresolvableError: It spoke of none.
    """
    if reference.spoken_of is None:
        raise UnresolvableError
    return reference.spoken_of


def read_year(groups: Groups, reference: Reference) -> Period:
    """Read "2011", "the 1990s"."""
    if "decade" in groups:
        first = int(groups["decade"])
        return calendar.interval(date(first, 1, 1), date(first + 9, 12, 31))
    return calendar.year(int(groups["year"]))


def read_day_word(groups: Groups, reference: Reference) -> Period:
    """Read "yesterday", "this morning"."""
    return calendar.day(calendar.step(reference.today, "day", numbered("day_words")[groups["word"]]))


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


def read_day_of_month(groups: Groups, reference: Reference) -> Period:
    """Read "on the 5th"."""
    return calendar.day(calendar.day_of_month_near(reference.today, ordinal(groups["day"]), ahead=reference.ahead))


def read_overnight(groups: Groups, reference: Reference) -> Period:
    """Read "overnight": the night before the publication."""
    return calendar.interval(calendar.step(reference.today, "day", -1), reference.today)


def read_part_of_day(groups: Groups, reference: Reference) -> Period:
    """Read "at dawn", "3:40 a.m.": of the day that the text last spoke of, or of the publication."""
    return calendar.day(reference.spoken_of or reference.today)


RULES: dict[str, Callable[[Groups, Reference], Period]] = {
    "date": read_date,
    "month": read_month,
    "weekday": read_weekday,
    "year": read_year,
    "decade": read_year,
    "day_word": read_day_word,
    "ago": read_ago,
    "unit": read_unit,
    "window": read_window,
    "adjacent": read_adjacent,
    "within": read_within,
    "ahead": read_ahead,
    "lasting": read_lasting,
    "holiday": read_holiday,
    "day_of_month": read_day_of_month,
    "overnight": read_overnight,
    "part_of_day": read_part_of_day,
}
"""What reads the expressions of each rule name of times.yaml; those of other rules keep their words and get no date."""


def resolve(rule: str, groups: Groups, reference: Reference) -> Period | None:
    """The period that an expression means, or None where the text does not tell it."""
    read = RULES.get(rule)
    if read is None:
        return None
    try:
        return read(groups, reference)
    except (ValueError, OverflowError):  # no such day, or before the first year: the words tell no date
        return None
