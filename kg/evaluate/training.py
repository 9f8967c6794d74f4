"""Learns from annotated texts how far statements can be trusted: the weights of `kg.extract.confidence`.

A logistic regression with a ridge penalty, which draws the weights of rare features towards nothing. Features that can
only speak against a statement, or only for it, get no weight of the other sign. The penalty is the one whose weights
foretell best the statements of documents that they were not learned from.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from kg.errors import GoldError, KgError
from kg.evaluate.reliability import Reliability, measure_reliability
from kg.extract.confidence import STRENGTHENING, WEAKENING, Weights
from kg.model import digest

FOLDS = 5
PENALTIES = (1.0, 3.0, 10.0, 30.0)
RAREST = 5
"""A feature of fewer statements gets no weight."""
OPTIMISM = 0.2
"""Log-odds taken off every statement, since rules do better on texts that they were written on: 0.894 of the statements
read from those were right, 0.876 of those from a hundred news items that were annotated apart."""
DECIMALS = 2
STEPS = 3000
SMALLEST_STEP = 1e-5
HEAD = """\
# How far each feature of a statement speaks for it, in log-odds: learned by `kg train GOLD -o confidence.yaml`,
# never edited by hand. kg/extract/confidence/features.py says what the features mean.
"""
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A statement of an annotated text: its article's id, its features, and whether it is right."""

    article: str
    features: frozenset[str]
    is_right: bool


@dataclass(frozen=True, slots=True)
class Training:
    """What was learned.

    Args:
        weights: Of all examples, rounded, and lowered for texts that the rules were not written from.
        penalty: The penalty that foretold best.
        reliability: Of examples foretold by weights learned from the other documents, before they are lowered.
        examples: How many there were.
        documents: From how many documents.
    """

    weights: Weights
    penalty: float
    reliability: Reliability
    examples: int
    documents: int


def train(examples: Sequence[Example]) -> Training:
    """Weights for confidence; the same examples in the same order give the same weights.

    Raises:
        GoldError: There are no right examples, or no wrong ones, or all are of documents of one fold.
    """
    if len({example.is_right for example in examples}) < 2 or len({fold_of(each.article) for each in examples}) < 2:
        raise GoldError("too few statements, or all of them right or all wrong", remedy="annotate more texts")
    foretold = {penalty: foretell(examples, penalty) for penalty in PENALTIES}
    penalty = min(PENALTIES, key=lambda each: log_loss(foretold[each], examples))
    judged = zip(foretold[penalty], (example.is_right for example in examples), strict=True)
    documents = {example.article for example in examples}
    weights = fit(examples, penalty)
    lowered = replace(weights, intercept=round(weights.intercept - OPTIMISM, DECIMALS))
    return Training(lowered, penalty, measure_reliability(judged), len(examples), len(documents))


def to_yaml(training: Training) -> str:
    """What was learned, as `kg.extract.confidence` reads it."""
    figures = {
        "learned_from": {"documents": training.documents, "statements": training.examples},
        "penalty": training.penalty,
        "cross_validated": {
            "brier": round(training.reliability.brier, 4),
            "calibration_error": round(training.reliability.calibration_error, 4),
        },
    }
    content = {**figures, "intercept": training.weights.intercept, "weights": dict(training.weights.weights)}
    return HEAD + yaml.safe_dump(content, sort_keys=False, allow_unicode=True)


def write_weights(training: Training, path: Path) -> None:
    """Writes what was learned, whole or not at all.

    Raises:
        KgError: The file cannot be written.
    """
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.write_text(to_yaml(training), "utf-8", newline="\n")
        partial.replace(path)
    except OSError as error:
        cause, remedy = f"the weights cannot be written: {error.strerror}", "choose a folder you can write to"
        raise KgError(cause, path=path, remedy=remedy) from error
    finally:
        partial.unlink(missing_ok=True)


def foretell(examples: Sequence[Example], penalty: float) -> list[float]:
    """How likely each example is right, by weights learned from the documents of the other folds."""
    folds = [fold_of(example.article) for example in examples]
    learned = {
        fold: fit([example for example, own in zip(examples, folds, strict=True) if own != fold], penalty)
        for fold in sorted(set(folds))
    }
    return [learned[fold].probability(example.features) for example, fold in zip(examples, folds, strict=True)]


def fold_of(article: str) -> int:
    """The fold of a document, told by its id alone."""
    return int(digest(article), 16) % FOLDS


def log_loss(foretold: Iterable[float], examples: Iterable[Example]) -> float:
    """How badly probabilities foretell, likely and unlikely errors weighed apart."""
    likelihoods = (p if example.is_right else 1 - p for p, example in zip(foretold, examples, strict=True))
    return float(-np.log(np.clip(list(likelihoods), 1e-9, 1)).sum())


def fit(examples: Sequence[Example], penalty: float) -> Weights:
    """The weights under which examples are likeliest, large ones fined; rounded, those of no weight left out."""
    counts = Counter(feature for example in examples for feature in example.features)
    names = sorted(feature for feature, count in counts.items() if count >= RAREST)
    matrix = np.array([[1.0, *(float(name in example.features) for name in names)] for example in examples])
    right = np.array([float(example.is_right) for example in examples])
    fines = np.array([0.0, *(penalty for _ in names)])
    intercept, *found = descend(matrix, right, fines, names).round(DECIMALS).tolist()
    return Weights(intercept, {name: weight for name, weight in zip(names, found, strict=True) if weight})


def descend(matrix: Matrix, right: Matrix, fines: Matrix, names: Sequence[str]) -> Matrix:
    """The minimum of the fined log loss within the bounds, by accelerated projected gradient descent."""
    low = np.array([-np.inf, *(0.0 if name.endswith(STRENGTHENING) else -np.inf for name in names)])
    high = np.array([np.inf, *(0.0 if name.endswith(WEAKENING) else np.inf for name in names)])
    steepest = np.linalg.norm(matrix, 2) ** 2 / 4 + fines.max()
    weights = ahead = np.zeros(matrix.shape[1])
    for step in range(STEPS):
        surprise = 1 / (1 + np.exp(-matrix @ ahead)) - right
        before, weights = weights, np.clip(ahead - (matrix.T @ surprise + fines * ahead) / steepest, low, high)
        if np.abs(weights - before).max() < SMALLEST_STEP:
            break
        ahead = weights + step / (step + 3) * (weights - before)
    return weights
