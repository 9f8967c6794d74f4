"""How far a statement can be trusted to say what the text says: features of its sentence, weighed as texts teach."""

from kg.extract.confidence.features import (
    STRENGTHENING,
    TOLD_AGAIN,
    WEAKENING,
    features_of,
    features_of_places,
    features_of_qualifiers,
    inferred_subject,
    weaknesses,
)
from kg.extract.confidence.weights import Weights, confidence

__all__ = [
    "STRENGTHENING",
    "TOLD_AGAIN",
    "WEAKENING",
    "Weights",
    "confidence",
    "features_of",
    "features_of_places",
    "features_of_qualifiers",
    "inferred_subject",
    "weaknesses",
]
