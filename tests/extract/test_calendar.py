from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.times import calendar

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))


@pytest.mark.parametrize(
    ("start", "unit", "number", "end"),
    [
        ("2019-08-28", "day", -2, "2019-08-26"),
        ("2019-08-28", "hour", -72, "2019-08-25"),
        ("2019-08-28", "hour", 12, "2019-08-28"),
        ("2019-08-28", "hour", -12, "2019-08-28"),
        ("2019-08-28", "minute", 90, "2019-08-28"),
        ("2019-08-28", "week", 1, "2019-09-04"),
        ("2019-08-28", "fortnight", -1, "2019-08-14"),
        ("2019-03-31", "month", -1, "2019-02-28"),
        ("2019-08-28", "month", 6, "2020-02-28"),
        ("2020-02-29", "year", -1, "2019-02-28"),
        ("2019-08-28", "decade", -1, "2009-08-28"),
        ("2019-08-28", "century", -1, "1919-08-28"),
    ],
)
def test_steps(start: str, unit: str, number: int, end: str) -> None:
    assert calendar.step(date.fromisoformat(start), unit, number) == date.fromisoformat(end)


def test_leap_days_are_looked_up_over_the_years_that_lack_them() -> None:
    assert calendar.yearly_near(date(1903, 6, 1), 2, 29, ahead=False) == date(1896, 2, 29)
    assert calendar.yearly_near(date(2019, 8, 28), 2, 29, ahead=True) == date(2020, 2, 29)


@pytest.mark.parametrize("day", [0, 32])
def test_a_day_that_no_month_has_is_refused(day: int) -> None:
    with pytest.raises(ValueError, match="day"):
        calendar.day_of_month_near(date(2019, 8, 28), day, ahead=False)


def test_a_day_that_no_year_has_is_refused() -> None:
    with pytest.raises(ValueError, match="no day 31 in month 2"):
        calendar.yearly_near(date(2019, 8, 28), 2, 31, ahead=False)


@given(DAYS, st.integers(0, 6), st.booleans(), st.booleans())
def test_weekdays_lie_within_a_week_on_the_side_asked_for(base: date, weekday: int, ahead: bool, strict: bool) -> None:
    found = calendar.weekday_near(base, weekday, ahead=ahead, strict=strict)
    distance = (found - base if ahead else base - found).days
    assert found.weekday() == weekday
    assert (1 if strict else 0) <= distance <= (7 if strict else 6)


@given(DAYS, st.integers(1, 12), st.booleans())
def test_months_touch_the_side_asked_for(base: date, month: int, ahead: bool) -> None:
    found = calendar.month_near(base, month, ahead=ahead)
    assert found.earliest is not None
    assert found.latest is not None
    assert found.earliest.month == found.latest.month == month
    assert (found.latest >= base) if ahead else (found.earliest <= base)
    assert abs(found.earliest - base) <= timedelta(days=366)


@given(DAYS, st.sampled_from(["week", "month", "year", "day"]))
def test_a_unit_around_a_day_holds_it(inside: date, unit: str) -> None:
    found = calendar.around(inside, unit)
    assert found.earliest is not None
    assert found.latest is not None
    assert found.earliest <= inside <= found.latest


@given(DAYS, st.integers(1, 28), st.booleans())
def test_a_day_of_the_month_is_at_most_a_month_away(base: date, number: int, ahead: bool) -> None:
    found = calendar.day_of_month_near(base, number, ahead=ahead)
    assert found.day == number
    assert (found >= base) if ahead else (found <= base)
    assert abs(found - base) <= timedelta(days=31)
