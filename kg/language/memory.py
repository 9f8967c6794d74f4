"""Answers that are kept while a text is read: many passes ask the same of its words, whose answers never change."""

from collections.abc import Callable
from functools import cache
from typing import TypeVar

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")

_FORGET: list[Callable[[], None]] = []


def remembered(answer: Callable[[Asked], Answer]) -> Callable[[Asked], Answer]:
    """A function of a word that is worked out once for each word of a text."""
    kept = cache(answer)
    _FORGET.append(kept.cache_clear)
    return kept


def forget() -> None:
    """Forget all answers, which would keep the words of a text in memory, and with them the text."""
    for each in _FORGET:
        each()
