import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.numbers import NUMBER, read_number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("26", 26),
        ("1,767", 1767),
        ("twenty-six", 26),
        ("Twenty - six", 26),
        ("two dozen", 24),
        ("a dozen", 12),
        ("a hundred", 100),
        ("2.5 million", 2_500_000),
        ("one hundred and fifty", 150),
        ("two hundred thousand five hundred", 200_500),
        ("half a million", 500_000),
        ("hundred", 100),
        ("zero", 0),
        ("", None),
        ("people", None),
        ("1.5", None),
        ("5 six", None),
        ("twenty thirty", None),
        ("ten five", None),
        ("dozens", None),
    ],
)
def test_reads_numbers(words: str, number: int | None) -> None:
    assert read_number(words.split()) == number


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_with_and_without_commas_are_one_number(number: int) -> None:
    assert read_number([str(number)]) == read_number([f"{number:,}"]) == number


@given(
    st.lists(st.sampled_from(["a", "two", "7", "1,000", "hundred", "thousand", "half", "and", "-", "x"]), max_size=6)
)
def test_any_words_give_a_number_or_none(words: list[str]) -> None:
    number = read_number(words)
    assert number is None or number >= 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("killed 12 and hurt a dozen more", ["12", "a dozen"]),
        ("twenty-six people and 2.5 million refugees", ["twenty-six", "2.5 million"]),
        ("one hundred and fifty of two hundred", ["one hundred and fifty", "two hundred"]),
        ("someone shot at a stone tent", []),
    ],
)
def test_the_pattern_finds_numbers_as_whole_words(text: str, found: list[str]) -> None:
    assert re.findall(rf"\b{NUMBER}", text) == found
