"""How far a statement can be trusted to say what the sentence says."""

from kg.extract.frames import Candidate
from kg.extract.mentions import Kind, Mention
from kg.extract.syntax.word_classes import is_verbal

VERB, NOUN, GRAMMAR = 0.85, 0.75, 0.9
# What each weakness leaves of it.
PRONOUN, STEP, FAR, UNNAMED = 0.75, 0.85, 0.9, 0.9
FAR_TOKENS = 12


def confidence(candidate: Candidate, mentions: dict[int, Mention]) -> float:
    """Between 0 and 1: by kind of trigger, each pronoun and indirect step, and the distance to the object."""
    verbal = VERB if is_verbal(candidate.trigger) else NOUN
    score = GRAMMAR if candidate.frame.is_grammatical else verbal
    for end in (candidate.subject, candidate.object):
        if end is None:
            score *= UNNAMED
        elif end.i not in mentions or mentions[end.i].kind is Kind.PRONOUN:
            score *= PRONOUN
    if abs(candidate.object.i - candidate.trigger.i) > FAR_TOKENS:
        score *= FAR
    return score * STEP**candidate.indirect
