"""A mention as a value."""

from enum import IntEnum, StrEnum

from kg.extract.value import value
from kg.model import EntityType


class Kind(StrEnum):
    """How a mention refers."""

    NAME = "name"
    DEMONYM = "demonym"  # "Israeli" in "Israeli airstrikes"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


NAME, DEMONYM, DESCRIPTION, PRONOUN = Kind
"""The kinds by names of their own, for rules that ask of every mention: `kg.model.kinds` tells why."""


class Certainty(IntEnum):
    """How far the type of a mention is to be believed: its weight in the vote over the mentions of an entity."""

    NONE = 0
    MODEL = 1  # the language model's label, or a place of that name exists
    DESCRIPTION = 3  # a common noun
    WORD = 5  # a telling word in a name, or a full name
    SLOT = 6  # a place's place in the sentence
    KNOWN = 8  # general knowledge


@value
class Mention:
    """A noun phrase; `head`, `start` and `end` are token indices, end exclusive.

    `type` is None where neither the words nor the place in the sentence tell it.
    """

    head: int
    start: int
    end: int
    kind: Kind
    type: EntityType | None
    text: str
    certainty: Certainty = Certainty.NONE
