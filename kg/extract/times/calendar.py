"""Days, weeks, months and years as periods of dates, and the steps between them; knows no words."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from kg.model import TimePrecision

MONTHS_IN_YEAR = 12
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included; an end that nobody tells is None."""

    earliest: date | None
    latest: date | None
    precision: TimePrecision


def day(value: date) -> Period:
    """One day."""
    return Period(value, value, TimePrecision.DAY)


def interval(earliest: date | None, latest: date | None) -> Period:
    """From one day to another."""
    return Period(earliest, latest, TimePrecision.INTERVAL)


def first_of_month(year_number: int, month_number: int) -> date:
    """The first day of a month; its number may run over or under the year: 0 is the December before."""
    years, index = divmod(month_number - 1, MONTHS_IN_YEAR)
    return date(year_number + years, index + 1, 1)


def end_of_month(inside: date) -> date:
    """The last day of the month around a day."""
    return inside.replace(day=monthrange(inside.year, inside.month)[1])


def month(year_number: int, month_number: int) -> Period:
    """A month, its number as in `first_of_month`."""
    first = first_of_month(year_number, month_number)
    return Period(first, end_of_month(first), TimePrecision.MONTH)


def year(number: int) -> Period:
    """A year."""
    return Period(date(number, 1, 1), date(number, 12, 31), TimePrecision.YEAR)


def week(inside: date) -> Period:
    """The week around a day, from Monday to Sunday."""
    monday = inside - timedelta(days=inside.weekday())
    return interval(monday, monday + timedelta(days=6))


def weekend(inside: date) -> Period:
    """The Saturday and Sunday of the week around a day."""
    saturday = inside + timedelta(days=SATURDAY - inside.weekday())
    return interval(saturday, saturday + timedelta(days=1))


def add_months(start: date, months: int) -> date:
    """The same day of a later or, with a negative number, earlier month; its last day where it is too short."""
    end = end_of_month(first_of_month(start.year, start.month + months))
    return end.replace(day=min(start.day, end.day))


def step(start: date, unit: str, number: int) -> date:
    """The day that many units after, or with a negative number before another."""
    match unit:
        case "minute":
            return start
        case "hour":
            return start + timedelta(days=int(number / 24))  # towards the start: 36 hours ago was yesterday
        case "day" | "night":
            return start + timedelta(days=number)
        case "week" | "weekend" | "fortnight":
            return start + timedelta(weeks=2 * number if unit == "fortnight" else number)
        case "month":
            return add_months(start, number)
        case _:
            return add_months(start, MONTHS_IN_YEAR * number * {"decade": 10, "century": 100}.get(unit, 1))


def around(inside: date, unit: str) -> Period:
    """The unit that a day lies in: its week, month, year; the day itself for shorter units."""
    match unit:
        case "week" | "fortnight":
            return week(inside)
        case "weekend":
            return weekend(inside)
        case "month":
            return month(inside.year, inside.month)
        case "year" | "decade" | "century":
            return year(inside.year)
        case _:
            return day(inside)


def weekday_near(base: date, weekday: int, *, ahead: bool, strict: bool = False) -> date:
    """The latest such weekday not after a day, or the first one not before it; `strict` leaves out the day itself."""
    if ahead:
        distance = (weekday - base.weekday()) % 7
        return base + timedelta(days=distance or 7 * strict)
    distance = (base.weekday() - weekday) % 7
    return base - timedelta(days=distance or 7 * strict)


def yearly_near(base: date, month_number: int, day_number: int, *, ahead: bool) -> date:
    """The latest such day of the year not after a day, or the first one not before it.

    Raises:
        ValueError: No year near has that day.
    """
    years = range(base.year, base.year + 9) if ahead else range(base.year, base.year - 9, -1)
    for number in years:  # 29 February may be eight years off
        if day_number <= monthrange(number, month_number)[1]:
            found = date(number, month_number, day_number)
            if (found >= base) if ahead else (found <= base):
                return found
    raise ValueError(f"no day {day_number} in month {month_number}")


def month_near(base: date, month_number: int, *, ahead: bool) -> Period:
    """The latest such month that has begun by a day, or the first one that has not ended before it."""
    past = month(base.year if month_number <= base.month else base.year - 1, month_number)
    future = month(base.year if month_number >= base.month else base.year + 1, month_number)
    return future if ahead else past


def day_of_month_near(base: date, day_number: int, *, ahead: bool) -> date:
    """The latest day with that number in its month not after a day, or the first one not before it.

    Raises:
        ValueError: No month has that day.
    """
    for months in range(MONTHS_IN_YEAR):
        end = end_of_month(first_of_month(base.year, base.month + (months if ahead else -months)))
        if day_number <= end.day:
            found = end.replace(day=day_number)
            if (found >= base) if ahead else (found <= base):
                return found
    raise ValueError(f"no month has a day {day_number}")
