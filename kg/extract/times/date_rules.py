"""What the names of days, months and years mean, seen from the day of publication."""

from datetime import date, timedelta

from kg.extract.times import calendar
from kg.extract.times.calendar import Period
from kg.extract.times.expressions import Groups, numbered, times_words
from kg.extract.times.reference import AHEAD, BEHIND, Reference, ordinal, spoken_of
from kg.extract.times.tense import Tense

SOON = timedelta(days=14)


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


def read_year(groups: Groups, reference: Reference) -> Period:
    """Read "2011", "the 1990s"."""
    if "decade" in groups:
        first = int(groups["decade"])
        return calendar.interval(date(first, 1, 1), date(first + 9, 12, 31))
    return calendar.year(int(groups["year"]))


def read_day_word(groups: Groups, reference: Reference) -> Period:
    """Read "yesterday", "this morning"."""
    return calendar.day(calendar.step(reference.today, "day", numbered("day_words")[groups["word"]]))


def read_day_of_month(groups: Groups, reference: Reference) -> Period:
    """Read "on the 5th"."""
    return calendar.day(calendar.day_of_month_near(reference.today, ordinal(groups["day"]), ahead=reference.ahead))


def read_overnight(groups: Groups, reference: Reference) -> Period:
    """Read "overnight": the night before the publication."""
    return calendar.interval(calendar.step(reference.today, "day", -1), reference.today)


def read_part_of_day(groups: Groups, reference: Reference) -> Period:
    """Read "at dawn", "3:40 a.m.": of the day that the text last spoke of, or of the publication."""
    return calendar.day(reference.spoken_of or reference.today)
