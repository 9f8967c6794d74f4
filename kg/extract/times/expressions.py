"""Finds time expressions in a text by the patterns of `kg/data/times.yaml`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from kg.extract.numbers import NUMBER
from kg.language.text import lowered
from kg.resources import load_yaml

CACHED_WORDS = 1 << 16

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
    joined = {
        name: "|".join(sorted((str(word).lower() for word in found), key=len, reverse=True))
        for name, found in lists.items()
    }
    return {name: f"(?:{words})" for name, words in (joined | times_words("words")).items()} | {"number": NUMBER}


def filled(pattern: str) -> str:
    """A pattern of times.yaml with what its braces stand for."""
    while (deeper := re.sub(r"\{([a-z_]+)\}", lambda match: parts()[match[1]], pattern)) != pattern:
        pattern = deeper
    return pattern


@cache
def hints() -> dict[str, re.Pattern[str]]:
    """What finds in a word each of the hints at groups of patterns."""
    named = (hint for group in times_words("patterns") for hint in group["hints"])
    return {hint: re.compile(rf"\b(?:{filled(hint)})") for hint in named}


@cache
def patterns() -> tuple[tuple[frozenset[str], tuple[tuple[str, re.Pattern[str]], ...]], ...]:
    """The groups of patterns in their order: the hints of each, and its patterns for whole words, by their rules."""
    return tuple(
        (
            frozenset(group["hints"]),
            tuple(
                (rule, re.compile(rf"(?<![\w-])(?:{filled(text)})(?!\w)"))
                for entry in group["find"]
                for rule, text in entry.items()
            ),
        )
        for group in times_words("patterns")
    )


@lru_cache(CACHED_WORDS)
def hinted_by(word: str) -> frozenset[str]:
    """The hints at groups of patterns that a word in lower case holds; most words hold none."""
    return frozenset(hint for hint, pattern in hints().items() if pattern.search(word))


def find_expressions(text: str) -> Iterator[Expression]:
    """All matches of all patterns in a sentence, overlapping ones too, in the order of the patterns."""
    lower = lowered(text)
    hinted: set[str] = set().union(*map(hinted_by, lower.split()))
    for needed, group in patterns() if hinted else ():
        for rule, pattern in group if needed <= hinted else ():
            for match in pattern.finditer(lower):
                groups = {name: found for name, found in match.groupdict().items() if found}
                yield Expression(match.start(), match.end(), rule, groups)
