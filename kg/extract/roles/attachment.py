"""Attachment: to which word a phrase belongs, where the parser hangs it on another."""

from kg.extract.lexicon import cues, never_nouns
from kg.extract.syntax.dependencies import SUBJECTS, dependents
from kg.language.words import Token

AUTHORSHIP = frozenset({"from", "by"})


def governor_of(word: Token) -> Token:
    """The word above a word; for "of" in "accused X of shelling" or "of an attack" the verb where the parse has X."""
    above = word.head
    if word.dep_ != "prep" or above.dep_ != "dobj" or above.head.lemma_ not in cues("accusing_verbs"):
        return above
    is_charge = any(child.dep_ == "pcomp" or child.lemma_ in never_nouns() for child in word.children)
    return above.head if is_charge and above.i < word.i else above


def event_on(target: Token) -> Token | None:
    """The event that a relative clause after its target tells the harm of: "an attack on a convoy that killed ten"."""
    event = governor_of(target.head)
    is_target = target.dep_ == "pobj" and target.head.lower_ not in AUTHORSHIP
    return event if is_target and event.pos_ == "NOUN" and event.lemma_ in never_nouns() else None


def small_clause(verb: Token) -> Token | None:
    """The adjective that is a clause without a verb: "responsible" in "holds X responsible for it"."""
    clauses = (clause for clause in dependents(verb, "ccomp", "xcomp") if clause.pos_ == "ADJ" and clause.i > verb.i)
    return next((clause for clause in clauses if not dependents(clause, "cop", "aux", "mark")), None)


def subject_of_small_clause(verb: Token) -> tuple[Token, ...]:
    """Of whom such an adjective is said, which is the object of the verb: "X" in "holds X responsible"."""
    clause = small_clause(verb)
    return dependents(clause, *SUBJECTS) if clause is not None else ()
