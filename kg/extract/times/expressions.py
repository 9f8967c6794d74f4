"""Finds time expressions in a text by the patterns of `kg/data/times.yaml`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.extract.numbers import NUMBER
from kg.resources import load_yaml

Groups = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression in a text; offsets are characters, `groups` the lower-case words that its rule reads."""

    start: int
    end: int
    rule: str
    groups: Groups


def times_words(key: str) -> Any:  # noqa: ANN401 - lists and mappings
    """The words under a key of times.yaml."""
    return load_yaml("times.yaml")[key]


@cache
def numbered(key: str) -> dict[str, Any]:
    """The words under a key of times.yaml in lower case, each with what it stands for."""
    return {str(word).lower(): value for word, value in times_words(key).items()}


@cache
def parts() -> dict[str, str]:
    """The regular expressions that the braces of the patterns stand for."""
    lists = {name: times_words(name + "s") for name in ("month", "weekday", "unit", "day_word", "holiday")}
    joined = {name: "|".join(sorted(map(str, found), key=len, reverse=True)) for name, found in lists.items()}
    return {name: f"(?:{words})" for name, words in (joined | times_words("words")).items()} | {"number": NUMBER}


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of times.yaml as a regular expression for whole words."""
    filled = pattern
    while (deeper := re.sub(r"\{([a-z_]+)\}", lambda match: parts()[match[1]], filled)) != filled:
        filled = deeper
    return re.compile(rf"(?<![\w-])(?:{filled})(?!\w)", re.IGNORECASE)


@cache
def patterns() -> tuple[tuple[re.Pattern[str], tuple[tuple[str, re.Pattern[str]], ...]], ...]:
    """The groups of patterns in their order: the hint, and each pattern with the name of its rule."""
    return tuple(
        (
            compiled(group["hint"]),
            tuple((rule, compiled(text)) for entry in group["find"] for rule, text in entry.items()),
        )
        for group in times_words("patterns")
    )


def find_expressions(text: str) -> Iterator[Expression]:
    """All matches of all patterns in a sentence, overlapping ones too, in the order of the patterns."""
    for hint, group in patterns():
        if hint.search(text) is None:
            continue
        for rule, pattern in group:
            for match in pattern.finditer(text):
                groups = {name: found.lower() for name, found in match.groupdict().items() if found}
                yield Expression(match.start(), match.end(), rule, groups)
