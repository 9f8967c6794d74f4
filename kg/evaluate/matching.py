"""Decides whether an extracted statement is the annotated one."""

import re
from collections.abc import Iterable

from kg.evaluate.gold import GoldEntity, GoldStatement, Label, Predicted
from kg.model import SYMMETRIC

LEAST_OVERLAP = 0.5
"""The least F1 of the words that two names share."""

DETERMINERS = frozenset(
    ["the", "a", "an", "its", "their", "his", "her", "this", "that", "these", "those", "some", "several"]
)

_POSSESSIVE = re.compile(r"'s\b|(?<=s)'(?=\s|$)")
_PUNCTUATION = re.compile(r"[^\w\s,-]")
_BETWEEN_WORDS = re.compile(r"[\s-]+")
_KIND_OF_PLACE = re.compile(
    r"^(city|town|village|area|province|state|region|district|port|governorate|republic|city and|capital) of "
)
_AFTER_HEAD = re.compile(
    r"\b(of|from|in|on|at|under|near|with|for|who|that|which|by|to|between|and|loyal|backed|linked)\b|,"
)


def is_same_statement(gold: GoldStatement, predicted: Predicted) -> bool:
    """Whether relation, subject and object agree; for symmetric relations in either direction."""
    if gold.relation != predicted.relation:
        return False
    orders = [(predicted.subject, predicted.object)]
    if gold.relation in SYMMETRIC and predicted.subject is not None:
        orders.append((predicted.object, predicted.subject))
    return any(_agrees(gold.subject, first) and is_same_entity(second, gold.object) for first, second in orders)


def is_same_entity(label: Label, entity: GoldEntity) -> bool:
    """Whether a label is a name of an entity, or has the head word and half of the words of one."""
    mine = _normalise(label.text)
    return any(_is_same_name(mine, _normalise(name)) for name in entity.names)


def agrees_on_speaker(gold: Iterable[GoldEntity], predicted: Iterable[Label]) -> bool:
    """Whether one of the extracted speakers is one of the annotated ones."""
    expected = tuple(gold)
    return any(is_same_entity(speaker, entity) for speaker in predicted for entity in expected)


def _agrees(gold: GoldEntity | None, predicted: Label | None) -> bool:
    if gold is None or predicted is None:
        return gold is None and predicted is None
    return is_same_entity(predicted, gold)


def _is_same_name(mine: str, other: str) -> bool:
    if mine == other:
        return True
    first, second = set(mine.replace(",", "").split()), set(other.replace(",", "").split())
    shared = len(first & second)
    if not shared or _head(mine) != _head(other):
        return False
    return 2 * shared / (len(first) + len(second)) >= LEAST_OVERLAP


def _normalise(label: str) -> str:
    text = label.casefold().replace("’", "'")
    for quote in '“”"':
        text = text.replace(quote, "")
    text = _PUNCTUATION.sub(" ", _POSSESSIVE.sub("", text))
    words = [word for word in _BETWEEN_WORDS.split(text) if word]
    while words and words[0] in DETERMINERS:
        del words[0]
    return _KIND_OF_PLACE.sub("", " ".join(words))


def _head(label: str) -> str:
    words = _AFTER_HEAD.split(label)[0].split() or label.split() or [""]
    return words[-1].strip(",")
