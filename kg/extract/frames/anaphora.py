"""Event anaphora: the earlier event that a noun such as "the attack" points back to."""

from collections.abc import Iterator

from kg.extract.frames.triggers import noun_frames
from kg.extract.lexicon import cues
from kg.language.words import Token
from kg.model import Relation

BACKWARD_REACH = 60  # tokens, about two sentences
DETERMINERS = frozenset({"the", "this", "these", "both"})
CONTENT = frozenset({"prep", "compound", "amod"})


def recent(token: Token) -> Iterator[Token]:
    """The words before a word as far as it may point back, the nearest first."""
    return reversed(token.doc[max(0, token.i - BACKWARD_REACH) : token.i])


def antecedent_event(event: Token) -> Token | None:
    """The event that a definite noun points back to: "the attack" after "an ambush by X on Y" in the same text."""
    if not points_back(event):
        return None
    return next((token for token in recent(event) if introduces_attack(token)), None)


def antecedent_plan(plan: Token) -> Token | None:
    """The plan that a definite noun points back to: "the proposal" after "Chad's plan"."""
    if not points_back(plan):
        return None
    return next((token for token in recent(plan) if token.lemma_ in cues("plan_nouns") and token.pos_ == "NOUN"), None)


def points_back(event: Token) -> bool:
    """Whether the noun is definite and says nothing of its own about the event."""
    return is_definite(event) and not any(
        c.dep_ in CONTENT and c.lower_ not in cues("neutral_modifiers") for c in event.children
    )


def is_definite(noun: Token) -> bool:
    """Whether a noun stands for what was spoken of before: "the attack", "these missiles"."""
    return any(c.dep_ == "det" and c.lower_ in DETERMINERS for c in noun.children)


def introduces_attack(token: Token) -> bool:
    """Whether a noun brings up an attack that was not spoken of before."""
    if token.pos_ != "NOUN" or not any(f.relation is Relation.ATTACKS for f in noun_frames(token)):
        return False
    return not any(c.dep_ == "det" and c.lower_ == "the" and c.i == token.i - 1 for c in token.children)
