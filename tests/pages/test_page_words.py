"""Qualifiers in words, and the looks of every kind."""

from datetime import date

import pytest

from kg.model import Count, EntityType, Factuality, Relation, Status, Time, TimePrecision
from kg.pages.legend import FACTUALITIES, FORCES, RELATIONS, SHAPES, STATUSES, TYPES
from kg.pages.words import count_in_words, time_in_words


@pytest.mark.parametrize(
    ("table", "kinds"),
    [
        (RELATIONS, Relation),
        (TYPES, EntityType),
        (STATUSES, Status),
        (FACTUALITIES, Factuality),
        (FORCES, Factuality),
    ],
)
def test_the_legend_knows_every_kind(table, kinds):
    assert set(table) == set(kinds)


def test_every_type_has_a_shape():
    assert {look.shape for look in TYPES.values()} == set(SHAPES)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (None, ""),
        (Count(None, None), ""),
        (Count(7, 7), "7"),
        (Count(26, None), "at least 26"),
        (Count(None, 40), "up to 40"),
        (Count(20, 30), "20 to 30"),
    ],
)
def test_a_count_in_words(count, words):
    assert count_in_words(count) == words


DAY, LATER = date(2019, 8, 1), date(2019, 9, 30)


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (None, ""),
        (Time("recently"), ""),
        (Time("t", DAY, DAY, TimePrecision.DAY), "1 August 2019"),
        (Time("t", DAY, DAY, TimePrecision.MONTH), "August 2019"),
        (Time("t", DAY, DAY, TimePrecision.YEAR), "2019"),
        (Time("t", DAY, LATER, TimePrecision.INTERVAL), "1 August 2019 to 30 September 2019"),
    ],
)
def test_a_time_in_words(time, words):
    assert time_in_words(time) == words
