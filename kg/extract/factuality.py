"""With what force a statement is made: asserted, negated, planned or possible.

The words that govern a trigger are read from the inside out; negation wins over plans, and plans over possibility,
as in "denied that they might attack".
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.lexicon import cues
from kg.extract.roles import is_verbal
from kg.model import Factuality

CLAUSE_DEPS = frozenset({"ccomp", "xcomp", "acl", "pcomp", "dobj", "pobj", "conj", "prep", "advcl", "nsubjpass", "nsubj", "oprd", "attr", "dep"})


def factuality(trigger: Token) -> Factuality:
    """The force with which the text says what the trigger says."""
    found = set(force_cues(trigger))
    for force in (Factuality.NEGATED, Factuality.PLANNED, Factuality.POSSIBLE):
        if force in found:
            return force
    return Factuality.ASSERTED


def force_cues(trigger: Token) -> Iterator[Factuality]:
    """The cues on the trigger, and on the words above it as far as they bear on it."""
    yield from own_cues(trigger)
    token = trigger
    for _ in range(8):
        above = token.head
        if above == token or token.dep_ not in CLAUSE_DEPS:
            return
        if token.dep_ == "conj":
            yield from (f for f in own_cues(above) if f is not Factuality.NEGATED and is_verbal(above) and not has_own_auxiliary(token))
        elif token.dep_ == "advcl":
            yield from adverbial_cues(token)
            return
        elif token.dep_ in {"nsubj", "nsubjpass", "relcl"} and above.lemma_ not in cues("light_verbs"):
            return
        else:
            yield from governing_cues(token, above)
        if is_reporting_boundary(token, above):
            return
        token = above


def has_own_auxiliary(verb: Token) -> bool:
    """Whether a joined verb has its own auxiliary or subject, and so does not share those of the first."""
    return any(c.dep_ in {"aux", "auxpass", "nsubj", "nsubjpass"} for c in verb.children)


def own_cues(token: Token) -> Iterator[Factuality]:
    """Cues among the word's own modifiers and auxiliaries."""
    for child in token.children:
        word = child.lower_
        if child.dep_ == "neg" or (child.dep_ in {"det", "nsubj", "nsubjpass"} and word in {"no", "nobody", "none", "neither"}):
            yield Factuality.NEGATED
        elif child.dep_ in {"nsubj", "nsubjpass"} and any(c.lower_ == "no" and c.dep_ == "det" for c in child.children):
            yield Factuality.NEGATED
        elif child.dep_ == "aux" and word in cues("planned_modals"):
            yield Factuality.PLANNED
        elif (child.dep_ == "aux" and word in cues("possible_modals")) or (child.dep_ == "advmod" and word in cues("possible_adverbs")):
            yield Factuality.POSSIBLE
        elif child.dep_ == "mark" and word in cues("conditional_marks"):
            yield Factuality.POSSIBLE
        elif child.dep_ == "amod" and word in cues("planned_modifiers"):
            yield Factuality.PLANNED
        elif child.dep_ == "amod" and word in cues("possible_modifiers"):
            yield Factuality.POSSIBLE


def adverbial_cues(clause: Token) -> Iterator[Factuality]:
    """Cues of an adverbial clause: conditions, purposes, and what has not come yet."""
    marks = {c.lower_ for c in clause.children if c.dep_ in {"mark", "aux", "advmod"}}
    if marks & cues("conditional_marks"):
        yield Factuality.POSSIBLE
    elif "to" in marks or "before" in marks:
        yield Factuality.PLANNED


def governing_cues(token: Token, above: Token) -> Iterator[Factuality]:
    """Cues in the word that governs a clause or event noun."""
    lemma = above.lemma_.lower()
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)
    if is_verbal(above):
        if lemma in cues("deny") or (lemma in cues("negative_verbs") and token.dep_ in {"xcomp", "pcomp", "prep", "dobj"}):
            yield Factuality.NEGATED
        elif lemma in cues("doubt"):
            yield Factuality.POSSIBLE
        elif lemma in cues("planned_verbs") and (infinitive or token.dep_ in {"prep", "dobj", "pcomp"} or lemma in {"order", "demand"}):
            yield Factuality.PLANNED
        elif infinitive and lemma not in cues("implied_verbs"):
            yield Factuality.PLANNED
        if token.dep_ in {"xcomp", "dobj", "pcomp", "nsubjpass"}:
            yield from own_cues(above)
    elif above.pos_ in {"NOUN", "PROPN"}:
        if lemma in cues("planned_nouns") and (infinitive or token.dep_ in {"prep", "acl"}):
            yield Factuality.PLANNED
    elif above.lower_ == "without":
        yield Factuality.NEGATED
    elif above.lower_ == "before" and token.dep_ == "pcomp":
        yield Factuality.PLANNED


def is_reporting_boundary(token: Token, above: Token) -> bool:
    """Whether what stands above only reports the clause: the force of telling is not the force of what is told."""
    return token.dep_ == "ccomp" and above.lemma_ in cues("reporting", "verbs") and above.lemma_ not in cues("doubt") | cues("deny")
