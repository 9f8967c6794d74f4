"""How strongly a finding speaks for two entities being one, and what follows from it."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple, Protocol

from kg.model import Outcome

LEAST_FOR_SAME = Decimal("0.80")
LEAST_FOR_UNSURE = Decimal("0.50")

_CACHED_SCORES = 1 << 10


class Feature(NamedTuple):
    """Something that can be found of two entities.

    Args:
        weight: Greater than zero where it speaks for their being one, less where it speaks against it.
        reason: What a person reads; `{}` stands for what was found.
    """

    weight: Decimal
    reason: str


FEATURES = {
    # Both have one identity, whose kind is the feature.
    "country": Feature(Decimal("1.00"), "both name the state {}"),
    "actor": Feature(Decimal("0.99"), "both are names of {}"),
    "place": Feature(Decimal("0.98"), "both name the place {}"),
    "person": Feature(Decimal("0.97"), 'both bear the full name "{}"'),
    "body": Feature(Decimal("0.95"), 'both bear the name "{}"'),
    "people": Feature(Decimal("0.95"), "both are people of {}"),
    "locality": Feature(Decimal("0.93"), 'both bear the name "{}"'),
    "force": Feature(Decimal("0.90"), "both are the force of {}"),
    "fighters": Feature(Decimal("0.85"), "one is the fighters of {}"),
    "equipment": Feature(Decimal("0.88"), 'both bear the name "{}"'),
    # One is named in short, or they are spelt differently.
    "known abbreviation": Feature(Decimal("0.95"), "{}, as is generally known"),
    "abbreviation": Feature(Decimal("0.92"), "{}"),
    "short name": Feature(Decimal("0.90"), "{}"),
    "only short names": Feature(Decimal("0.85"), "both are only called {}, and no longer name says who that is"),
    "middle name": Feature(Decimal("0.85"), "{}: first and last names agree"),
    "spelling": Feature(Decimal("0.85"), "{} are spellings of one name"),
    "same words": Feature(Decimal("0.88"), "{} are the same words in another order"),
    "other kind": Feature(Decimal("0.82"), "both bear the full name {}, which was taken for things of two kinds"),
    "spelling of a short name": Feature(Decimal("0.70"), "{} may be spellings of one name"),
    # What speaks against it.
    "others of that name": Feature(Decimal("-0.30"), "others bear it too: {}"),
    "given name": Feature(Decimal("-0.20"), "many bear {} as a first name"),
    "other type": Feature(Decimal("-0.25"), "one is {}"),
    "person and place": Feature(Decimal("-0.20"), "many places bear the names of persons"),
    "elsewhere": Feature(Decimal("-0.40"), "the known {} lies in a country that the other's article does not speak of"),
    "other home": Feature(Decimal("-0.40"), "their articles speak of {}"),
    "other country": Feature(Decimal("-0.20"), "one is of {}"),
    "other time": Feature(Decimal("-0.30"), "the articles are {} years apart"),
    "told apart": Feature(Decimal("-0.30"), "one article names both"),
}
"""What is looked for, by name. The weights are set by hand so that the outcomes are those of tests/merge."""


class Reasoned(Protocol):
    """A feature of any kind."""

    @property
    def reason(self) -> str:
        """What a person reads; `{}` stands for what was found."""
        ...


class Finding(NamedTuple):
    """A feature that holds of two things, and the words for the place of `{}` in its reason."""

    feature: str
    words: str = ""


class Score(NamedTuple):
    """What findings amount to: an outcome, a number from 0 to 1 and a sentence for a person."""

    outcome: Outcome
    value: Decimal
    reason: str


def in_words(findings: Iterable[Finding], features: Mapping[str, Reasoned]) -> str:
    """The findings in words for a person, with what the features are."""
    return "; ".join(features[finding.feature].reason.format(finding.words) for finding in findings)


@lru_cache(_CACHED_SCORES)
def score(*findings: Finding) -> Score:
    """Weigh the findings about two entities.

    The score is the greatest weight for their being one, less all weights against it.
    """
    weights = [FEATURES[finding.feature].weight for finding in findings]
    against = sum((weight for weight in weights if weight < 0), Decimal(0))
    value = max(max(weights, default=Decimal(0)) + against, Decimal("0.00"))
    return Score(_outcome(value), value, in_words(findings, FEATURES))


def _outcome(value: Decimal) -> Outcome:
    if value >= LEAST_FOR_SAME:
        return Outcome.SAME
    return Outcome.UNSURE if value >= LEAST_FOR_UNSURE else Outcome.DIFFERENT
