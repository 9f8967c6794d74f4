"""Numbers written in digits and in words."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

CACHED_WORDS = 1 << 14
TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SMALL = {word: value for value, word in enumerate(ONES + TEENS)} | {w: 10 * v for v, w in enumerate(TENS, start=2)}
SCALES = {"hundred": 100, "dozen": 12, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
GREAT = 1_000  # a scale from here on closes what stands before it: "two hundred thousand five hundred"
ARTICLES = frozenset({"a", "an"})
NUMBER_WORDS = ARTICLES | {*SMALL, *SCALES, "half", "and"}
"""All words that stand in a number."""

DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
SCALE = "|".join(SCALES)
WORD = "|".join([*sorted(SMALL, key=len, reverse=True), *SCALES])
JOIN = r"(?:-|\s|(?<=hundred)\sand\s|(?<=thousand)\sand\s)"
NUMBER = (
    rf"(?:(?:{DIGITS})(?:[\s-](?:{SCALE})\b)*"
    rf"|(?:half\s)?an?\s(?:{SCALE})\b(?:{JOIN}(?:{WORD})\b){{0,9}}"
    rf"|(?:{WORD})\b(?:{JOIN}(?:{WORD})\b){{0,9}})"
)
"""A regular expression, for lower or any case, of what `read_number` reads; it has no groups."""


def add_word(current: Decimal | None, word: str) -> Decimal | None:
    """The number that a further digit string or word below a hundred makes; None where the two do not go together."""
    if current is None:
        if re.fullmatch(DIGITS, word):
            return Decimal(word.replace(",", ""))
        value = 1 if word in ARTICLES else SMALL.get(word)
        return None if value is None else Decimal(value)
    value, below_hundred = SMALL.get(word, 0), current % 100
    fits = below_hundred == 0 if value >= 10 else below_hundred % 10 == 0 and below_hundred != 10
    return current + value if value and fits else None


@lru_cache(CACHED_WORDS)
def is_number_word(word: str) -> bool:
    """Whether a single word is a whole number in digits or letters: "12", "thirty", "twenty-one", "dozen"."""
    return read_number([word]) is not None


def read_number(words: Sequence[str]) -> int | None:
    """The whole number that the words make together, such as ("two", "dozen") or ("2.5", "million").

    Args:
        words: Without punctuation; "and" and hyphens are passed over, "a" counts as one.

    Returns:
        The number; None where the words are no number, or no whole one.
    """
    parts = [part for word in words for part in word.lower().split("-") if part not in {"", "and"}]
    if parts[:1] == ["half"] and parts[-1] in SCALES:  # "half a million"
        return SCALES[parts[-1]] // 2 if set(parts[1:-1]) <= ARTICLES else None
    total, current = Decimal(0), None
    for part in parts:
        scale = SCALES.get(part)
        if scale is None:
            current = add_word(current, part)
            if current is None:
                return None
        elif scale < GREAT:
            current = (current or 1) * Decimal(scale)
        else:
            total, current = total + (current or 1) * Decimal(scale), Decimal(0)
    if current is None or (total + current) % 1:
        return None
    return int(total + current)
