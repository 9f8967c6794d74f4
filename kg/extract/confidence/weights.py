"""Turns features into a confidence, by the weights that annotated texts gave them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp, fsum

from kg.errors import LexiconError
from kg.resources import load_yaml

FILE = "confidence.yaml"
LEAST, MOST = 0.01, 0.99


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic model: each feature adds its weight, in log-odds, to the intercept; one without weight nothing."""

    intercept: float
    weights: Mapping[str, float]

    def probability(self, features: Iterable[str]) -> float:
        """How likely a statement with these features is right, the same in whatever order they come."""
        weights = self.weights
        odds = fsum([self.intercept, *[weights.get(feature, 0.0) for feature in features]])
        return 1 / (1 + exp(-odds))


@cache
def measured_weights() -> Weights:
    """The weights that travel with the package.

    Raises:
        LexiconError: Their file is missing or wrong.
    """
    try:
        content = load_yaml(FILE)
        weights = {str(name): float(weight) for name, weight in content["weights"].items()}
        return Weights(float(content["intercept"]), weights)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        remedy = "write it with `kg train`, or reinstall the package"
        raise LexiconError("holds no intercept or no weights", path=FILE, remedy=remedy) from error


def confidence(features: Iterable[str]) -> float:
    """How likely a statement with these features is right: two decimals, never none and never full certainty."""
    return min(MOST, max(LEAST, round(measured_weights().probability(features), 2)))
