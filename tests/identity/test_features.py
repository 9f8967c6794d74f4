"""What findings amount to."""

from decimal import Decimal

import pytest

from kg.identity.features import FEATURES, LEAST_FOR_SAME, Finding, score
from kg.model import Outcome

SURE = ["country", "actor", "place", "person", "body", "locality", "force", "equipment"]


@pytest.mark.parametrize(
    ("features", "outcome", "value"),
    [
        (["country"], Outcome.SAME, "1.00"),
        (["short name"], Outcome.SAME, "0.90"),
        (["short name", "others of that name"], Outcome.UNSURE, "0.60"),
        (["abbreviation", "other type"], Outcome.UNSURE, "0.67"),
        (["spelling"], Outcome.SAME, "0.85"),
        (["spelling", "told apart"], Outcome.UNSURE, "0.55"),
        (["spelling", "told apart", "other type"], Outcome.DIFFERENT, "0.30"),
        (["spelling of a short name"], Outcome.UNSURE, "0.70"),
        (["other type"], Outcome.DIFFERENT, "0.00"),
        ([], Outcome.DIFFERENT, "0.00"),
    ],
)
def test_weights_amount_to_outcomes(features, outcome, value):
    found = score(*(Finding(feature) for feature in features))
    assert (found.outcome, found.value) == (outcome, Decimal(value))


@pytest.mark.parametrize("feature", SURE)
def test_one_identity_is_enough(feature):
    assert FEATURES[feature].weight >= LEAST_FOR_SAME


def test_reasons_are_read_in_one_line():
    found = score(
        Finding("short name", '"Haftar" is short for "Khalifa Haftar"'), Finding("others of that name", '"B"')
    )
    assert found.reason == '"Haftar" is short for "Khalifa Haftar"; others bear it too: "B"'


@pytest.mark.parametrize("feature", FEATURES)
def test_reasons_have_a_place_for_words_at_most_once(feature):
    assert FEATURES[feature].reason.count("{}") <= 1
    assert -1 <= FEATURES[feature].weight <= 1
