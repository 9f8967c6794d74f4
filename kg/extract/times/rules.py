"""Which rule reads which kind of time expression."""

from collections.abc import Callable

from kg.extract.times import date_rules, distance_rules
from kg.extract.times.calendar import Period
from kg.extract.times.expressions import Groups
from kg.extract.times.reference import Reference

RULES: dict[str, Callable[[Groups, Reference], Period]] = {
    "date": date_rules.read_date,
    "month": date_rules.read_month,
    "weekday": date_rules.read_weekday,
    "year": date_rules.read_year,
    "decade": date_rules.read_year,
    "day_word": date_rules.read_day_word,
    "ago": distance_rules.read_ago,
    "after": distance_rules.read_after,
    "unit": distance_rules.read_unit,
    "window": distance_rules.read_window,
    "adjacent": distance_rules.read_adjacent,
    "same_day": distance_rules.read_same_day,
    "within": distance_rules.read_within,
    "ahead": distance_rules.read_ahead,
    "lasting": distance_rules.read_lasting,
    "holiday": date_rules.read_holiday,
    "day_of_month": date_rules.read_day_of_month,
    "overnight": date_rules.read_overnight,
    "part_of_day": date_rules.read_part_of_day,
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
