"""What a time expression is seen from, and the numbers and directions that its words give."""

import re
from dataclasses import dataclass
from datetime import date

from kg.extract.numbers import read_number
from kg.extract.times.expressions import Groups
from kg.extract.times.tense import Tense

AHEAD = frozenset({"next", "coming", "this coming", "following"})

BEHIND = frozenset({"last", "past", "this past", "previous", "preceding"})


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


def spoken_of(reference: Reference) -> date:
    """The day that the text last spoke of.

    Raises:
        UnresolvableError: It spoke of none.
    """
    if reference.spoken_of is None:
        raise UnresolvableError
    return reference.spoken_of


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
