"""What is learned from annotated statements: the weights, by hand where they can be, and their laws."""

import pytest
import yaml

from kg.errors import GoldError, KgError
from kg.evaluate.training import OPTIMISM, Example, fit, fold_of, foretell, train, write_weights
from kg.extract.confidence import TOLD_AGAIN

PRONOUN = "subject: pronoun"


def examples(features, right, wrong, first=0):
    """So many right and wrong statements with these features, each of a document of its own."""
    verdicts = [True] * right + [False] * wrong
    return [Example(str(first + i), frozenset(features), verdict) for i, verdict in enumerate(verdicts)]


def test_without_features_the_share_that_is_right_is_learned():
    assert fit(examples((), 30, 10), 1.0).probability(()) == pytest.approx(0.75, abs=0.003)


def test_a_feature_that_is_right_more_often_speaks_for_a_statement():
    learned = fit(examples(("good",), 38, 2) + examples(("bad",), 20, 20), 1.0).weights
    assert learned["good"] > 0 > learned["bad"]


def test_a_greater_penalty_draws_weights_towards_nothing():
    told = examples(("good",), 38, 2) + examples(("bad",), 20, 20)
    assert 0 < fit(told, 100.0).weights["good"] < fit(told, 1.0).weights["good"]


def test_weights_against_reason_are_left_out():
    told = examples((PRONOUN,), 39, 1) + examples((TOLD_AGAIN,), 10, 30)
    assert fit(told, 1.0).weights == {}
    told = examples((PRONOUN,), 10, 30) + examples((TOLD_AGAIN,), 39, 1)
    learned = fit(told, 1.0).weights
    assert learned[PRONOUN] < 0 < learned[TOLD_AGAIN]


def test_rare_features_get_no_weight():
    assert "rare" not in fit(examples((), 30, 10) + examples(("rare",), 0, 4), 1.0).weights


def test_a_document_is_foretold_by_the_others():
    alike = [Example("same", frozenset({"word"}), False)] * 6 + examples((), 20, 5)
    assert foretell(alike, 1.0)[0] > 0.7  # its own six errors are not known


def test_folds_follow_the_id_alone():
    folds = [fold_of(str(number)) for number in range(100)]
    assert folds == [fold_of(str(number)) for number in range(100)]
    assert set(folds) == {0, 1, 2, 3, 4}


def test_training_is_repeatable_and_reports_what_it_foretold(tmp_path):
    told = examples(("good",), 38, 2) + examples(("bad",), 20, 20, first=40)
    first, second = train(told), train(list(told))
    assert first == second
    assert sum(band.total for band in first.reliability.bands) == first.examples == 80
    assert first.reliability.brier < 0.25
    learned = fit(told, first.penalty)
    assert first.weights.weights == learned.weights
    assert first.weights.intercept == pytest.approx(learned.intercept - OPTIMISM)
    write_weights(first, tmp_path / "weights.yaml")
    written = yaml.safe_load((tmp_path / "weights.yaml").read_text("utf-8"))
    assert written["weights"] == first.weights.weights
    assert written["intercept"] == first.weights.intercept
    assert written["learned_from"] == {"documents": 80, "statements": 80}


def test_nothing_is_learned_from_one_side_or_one_document():
    with pytest.raises(GoldError, match="too few statements"):
        train(examples((), 5, 0))
    with pytest.raises(GoldError, match="too few statements"):
        train([Example("same", frozenset(), verdict) for verdict in (True, False)])


def test_weights_that_cannot_be_written_leave_nothing(tmp_path):
    learned = train(examples(("good",), 8, 2))
    with pytest.raises(KgError, match="cannot be written"):
        write_weights(learned, tmp_path / "absent" / "weights.yaml")
    assert list(tmp_path.iterdir()) == []
