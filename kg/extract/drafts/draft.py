"""A draft as a value."""

from kg.extract.confidence import confidence
from kg.extract.mentions import Mention
from kg.extract.value import value
from kg.model import Count, Factuality, Relation, Time


@value
class Draft:
    """One statement of a sentence, its ends as numbers of chains.

    `start` and `end` are the token indices of its evidence, end exclusive; `frame` is the name of the frame or pattern,
    `trigger` the index of the word that evoked it; `features` are what speaks for and against it. `repeated` holds the
    evidence of the drafts that tell the same.
    """

    relation: Relation
    subject: int | None
    object: int
    subject_mention: Mention | None
    object_mention: Mention
    start: int
    end: int
    frame: str
    features: frozenset[str]
    factuality: Factuality = Factuality.ASSERTED
    speakers: tuple[int, ...] = ()
    time: Time | None = None
    place: int | None = None
    instrument: int | None = None
    count: Count | None = None
    trigger: int | None = None
    repeated: tuple[tuple[int, int], ...] = ()

    @property
    def confidence(self) -> float:
        """How likely it is right, two decimals."""
        return confidence(self.features)
