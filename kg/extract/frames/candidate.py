"""The values that applying a frame yields."""

from typing import NamedTuple

from kg.extract.frames.frame import Frame
from kg.language.words import Token


class Candidate(NamedTuple):
    """A frame that fired: head tokens of its ends, None for a subject that the text does not name.

    `instrument` is the equipment through which the subject acts; `indirect` counts the steps that led to the ends.
    """

    frame: Frame
    trigger: Token
    subject: Token | None
    object: Token
    instrument: Token | None = None
    indirect: int = 0


class Filler(NamedTuple):
    """A token that fills an end, the equipment it acts through and the steps that led to it."""

    token: Token
    instrument: Token | None = None
    steps: int = 0
