"""Qualifiers of a statement in words."""

from kg.model import Count, Time

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def count_in_words(count: Count | None) -> str:
    """How many people, such as "26", "at least 26", "up to 40" or "20 to 30"; "" when not known."""
    if count is None or (count.low is None and count.high is None):
        return ""
    if count.high is None:
        return f"at least {count.low}"
    if count.low is None:
        return f"up to {count.high}"
    return str(count.low) if count.low == count.high else f"{count.low} to {count.high}"


def time_in_words(time: Time | None) -> str:
    """The period that time words mean, such as "26 August 2019" or "June 2019"; "" when not known."""
    value = time.value if time else None
    return " to ".join(date_in_words(part) for part in value.split("/")) if value else ""


def date_in_words(value: str) -> str:
    """A day, month or year of ISO 8601 in words."""
    year, *rest = value.split("-")
    month = [MONTHS[int(rest[0]) - 1]] if rest else []
    return " ".join([*(str(int(day)) for day in rest[1:]), *month, year])
