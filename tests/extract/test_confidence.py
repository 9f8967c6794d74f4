"""Confidence: what speaks for and against a statement, and laws that hold whatever the weights are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import LexiconError
from kg.extract import explain
from kg.extract.confidence import STRENGTHENING, TOLD_AGAIN, WEAKENING, Weights, confidence, weights
from kg.language import parse
from kg.model import Article, Relation

LEARNED = weights.measured_weights().weights


def features(text, relation):
    reading = explain(Article("a", text), parse(text))
    (found,) = [each.id for each in reading.graph.attestations if each.relation is relation]
    return reading.features[found]


known = st.frozensets(st.sampled_from(sorted(LEARNED)))


@given(features=known)
@settings(deadline=None, derandomize=True)
def test_confidence_is_a_share_of_two_decimals_that_is_never_certain(features):
    found = confidence(features)
    assert 0.01 <= found <= 0.99
    assert found == round(found, 2)
    assert found == confidence(sorted(features))


@pytest.mark.parametrize("ending", WEAKENING)
@given(features=known)
@settings(deadline=None, derandomize=True)
def test_a_weakness_never_raises_confidence(ending, features):
    for name in (each for each in LEARNED if each.endswith(ending)):
        assert confidence(features | {name}) <= confidence(features - {name})


@pytest.mark.parametrize("ending", STRENGTHENING)
@given(features=known)
@settings(deadline=None, derandomize=True)
def test_a_strength_never_lowers_confidence(ending, features):
    for name in (each for each in LEARNED if each.endswith(ending)):
        assert confidence(features | {name}) >= confidence(features - {name})


def test_weights_add_up_in_log_odds():
    model = Weights(0.0, {"for": 1.0, "against": -1.0})
    assert model.probability(()) == 0.5
    assert model.probability(("for", "against", "unknown")) == 0.5
    assert model.probability(("for",)) == pytest.approx(0.7311, abs=1e-4)


@pytest.mark.parametrize("content", [None, {"intercept": 1.0}, {"intercept": "much", "weights": {}}, {"weights": {}}])
def test_a_wrong_file_of_weights_is_named(content, monkeypatch):
    monkeypatch.setattr(weights, "load_yaml", lambda _: content)
    with pytest.raises(LexiconError, match=r"confidence\.yaml"):
        weights.measured_weights.__wrapped__()


@pytest.mark.parametrize(
    ("text", "relation", "expected"),
    [
        (
            "The Dawn Brigade attacked Darna.",
            Relation.ATTACKS,
            {"relation: attacks", "frame: attack", "trigger: verb", "first sentence", "force: asserted"},
        ),
        ("An airstrike by Chad on the port of Darna failed.", Relation.ATTACKS, {"trigger: noun"}),
        ("Six farmers were killed.", Relation.KILLS, {"nobody kills", "object: description"}),
        ("The Dawn Brigade left Darna. They attacked the port.", Relation.ATTACKS, {"subject: pronoun"}),
        ("The army may attack Darna, residents said.", Relation.ATTACKS, {"force: possible", "speaker"}),
        ("Chad's missiles hit Darna.", Relation.ATTACKS, {"instrument"}),
        ("An attack by Chad killed six farmers.", Relation.KILLS, {"indirect steps: 1 or more"}),
        ("Clashes broke out in Darna, Libya.", Relation.LOCATED_IN, {"places: side by side", "outer place: country"}),
    ],
)
def test_features_tell_how_a_sentence_says_it(text, relation, expected):
    assert expected <= features(text, relation)


def test_what_is_told_again_in_other_words_counts_for_it():
    once = "Chad attacked Darna."
    assert TOLD_AGAIN not in features(once, Relation.ATTACKS)
    assert TOLD_AGAIN in features(f"{once} The port was quiet. Darna was shelled by Chad.", Relation.ATTACKS)


def test_distance_in_the_parse_and_in_the_text_is_told():
    near = features("Chad, which borders Libya, attacked Darna.", Relation.ATTACKS)
    far = features(
        "Chad, which borders Libya and has an army of many thousand soldiers in the north, attacked Darna.",
        Relation.ATTACKS,
    )
    assert "subject: tokens away: 10 or more" not in near
    assert {"subject: tokens away: 6 or more", "subject: tokens away: 10 or more"} <= far
    passed_on = features("Chad sent troops to attack Darna.", Relation.ATTACKS)
    assert any(each.endswith(": another clause") for each in passed_on)
