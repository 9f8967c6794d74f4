"""With what force a statement is made: asserted, negated, planned or possible.

The words that govern a trigger are read from the inside out; negation wins over plans, and plans over possibility,
as in "denied that they might attack".
"""

from collections.abc import Iterator

from kg.extract.lexicon import cues
from kg.extract.syntax.dependencies import dependents, has_infinitive_marker, is_perfect
from kg.extract.syntax.voice import is_passive
from kg.extract.syntax.word_classes import is_verbal
from kg.language.memory import remembered
from kg.language.words import Token
from kg.model import Factuality

REACH = 8  # words above the trigger
# Through these labels the word above bears on the word below.
SCOPE = frozenset(
    {
        "ccomp",
        "xcomp",
        "acl",
        "pcomp",
        "dobj",
        "pobj",
        "conj",
        "prep",
        "advcl",
        "nsubjpass",
        "nsubj",
        "oprd",
        "attr",
        "dep",
    }
)
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OWN_SUBJECT_OR_AUXILIARY = SUBJECTS | {"aux", "auxpass"}
COMPLEMENTS = frozenset({"xcomp", "pcomp", "prep", "dobj"})
CLAUSAL = SUBJECTS | {"mark"}  # "the claim that it had attacked" is a clause, "forces backed by X" is none
PARTICIPLES = frozenset({"VBN", "VBG"})
UNFINISHED = frozenset({"VB", "VBP", "VBZ"})
"""The tags of verb forms that tell of no past."""
NEGATIVE_WORDS = frozenset({"no", "nobody", "none", "neither"})
MODIFIERS = {
    "aux": (("planned_modals", Factuality.PLANNED), ("possible_modals", Factuality.POSSIBLE)),
    "advmod": (("possible_adverbs", Factuality.POSSIBLE),),
    "mark": (("conditional_marks", Factuality.POSSIBLE),),
    "det": (("open_determiners", Factuality.POSSIBLE),),
    "amod": (("planned_modifiers", Factuality.PLANNED), ("possible_modifiers", Factuality.POSSIBLE)),
}
"""The lists of cues and the force of the words that modify a trigger, by their dependency labels."""


@remembered
def factuality(trigger: Token) -> Factuality:
    """The force with which the text says what the trigger says."""
    if is_conditional(trigger):
        return Factuality.POSSIBLE  # "if they do not leave" denies nothing
    found = set(force_cues(trigger))
    order = (Factuality.NEGATED, Factuality.PLANNED, Factuality.POSSIBLE)
    return next((force for force in order if force in found), Factuality.ASSERTED)


def force_cues(trigger: Token) -> Iterator[Factuality]:
    """The cues on the trigger, and on the words above it as far as they bear on it."""
    yield from own_cues(trigger)
    token = trigger
    for _ in range(REACH):
        above = token.head
        if above == token or token.dep_ not in SCOPE or is_subject_of_other_event(token, above):
            return
        if is_presupposed(token, above) or (token.dep_ == "prep" and token.lower_ in cues("circumstances")):
            return
        yield from cues_above(token, above)
        if token.dep_ == "advcl" or is_reporting_boundary(token, above):
            return
        token = above


def is_conditional(trigger: Token) -> bool:
    """Whether the trigger's own clause is a condition."""
    return any(mark.lower_ in cues("conditional_marks") for mark in dependents(trigger, "mark"))


def is_presupposed(token: Token, above: Token) -> bool:
    """Whether the text takes a word's event for given: "forces backed by X", "stop the shelling"."""
    if above.lemma_ in cues("ending_verbs") and token.dep_ in {"dobj", "xcomp"}:
        return True
    if token.dep_ != "acl" or token.tag_ not in PARTICIPLES:
        return False
    return not any(child.dep_ in CLAUSAL for child in token.children)


def is_subject_of_other_event(token: Token, above: Token) -> bool:
    """Whether the verb above tells something else of the event: "the attack failed to stop them"."""
    return token.dep_ in SUBJECTS and above.lemma_ not in cues("light_verbs")


def cues_above(token: Token, above: Token) -> Iterator[Factuality]:
    """The cues of the word above a word."""
    match token.dep_:
        case "conj":
            if is_verbal(above) and not has_own_auxiliary(token):
                yield from (force for force in own_cues(above) if force is not Factuality.NEGATED)
        case "advcl":
            yield from adverbial_cues(token)
        case "ccomp" if is_conditional(token):
            yield Factuality.POSSIBLE  # "asked whether they had fled"
        case "ccomp" if stands_beside(token, above):
            return
        case _:
            yield from governing_cues(token, above)


def stands_beside(token: Token, above: Token) -> bool:
    """Whether a semicolon parts a clause from the one that the parser hung it on."""
    return any(t.text == ";" for t in token.doc[min(token.i, above.i) : max(token.i, above.i)])


def has_own_auxiliary(verb: Token) -> bool:
    """Whether a joined verb has its own auxiliary or subject, and so does not share those of the first."""
    return any(child.dep_ in OWN_SUBJECT_OR_AUXILIARY for child in verb.children)


def own_cues(token: Token) -> Iterator[Factuality]:
    """Cues among the word's own modifiers and auxiliaries."""
    for child in token.children:
        label, word = child.dep_, child.lower_
        if is_negating(child, label, word):
            yield Factuality.NEGATED
        elif label in {"compound", "amod", "nmod"} and any(
            inner.lower_ in cues("possible_modifiers") for inner in child.subtree
        ):
            yield Factuality.POSSIBLE  # "a suspected Libyan drone strike", hung on the drone
        elif label == "aux" and word == "to" and is_announced(token):
            yield Factuality.PLANNED
        elif label == "aux" and word in cues("obliging_modals"):
            yield Factuality.POSSIBLE if is_perfect(token) else Factuality.PLANNED
        elif label in MODIFIERS:
            yield from (force for name, force in MODIFIERS[label] if word in cues(name))


def is_announced(infinitive: Token) -> bool:
    """Whether an infinitive stands in the place of a headline's verb: "Army to leave Darna"."""
    above = infinitive.head
    return infinitive.dep_ == "ROOT" or (infinitive.dep_ == "relcl" and above.dep_ in {"ROOT", "dep"})


def is_negating(child: Token, label: str, word: str) -> bool:
    """Whether a word negates the one it hangs on: "not", "no attack"; who does "not hesitate to strike" means to."""
    if label == "neg":
        return child.head.lemma_ not in cues("hesitating_verbs")
    if label not in SUBJECTS and label != "dobj":
        return label == "det" and word in NEGATIVE_WORDS
    return word in NEGATIVE_WORDS or any(c.lower_ == "no" and c.dep_ == "det" for c in child.children)


def adverbial_cues(clause: Token) -> Iterator[Factuality]:
    """Cues of an adverbial clause: conditions, purposes, and what has not come yet."""
    marks = {child.lower_ for child in clause.children if child.dep_ in {"mark", "aux", "advmod"}}
    if marks & cues("conditional_marks"):
        yield Factuality.POSSIBLE
    elif "to" in marks:
        yield Factuality.PLANNED


def governing_cues(token: Token, above: Token) -> Iterator[Factuality]:
    """Cues in the word that governs a clause or event noun."""
    if is_verbal(above):
        yield from verb_cues(token, above)
    elif above.pos_ in {"NOUN", "PROPN"}:
        is_plan = above.lemma_.lower() in cues("planned_nouns")
        is_purpose = above.lemma_.lower() in cues("planned_nouns", "purposeful_nouns") and has_infinitive_marker(token)
        if is_purpose or (is_plan and token.dep_ in {"prep", "acl"}):
            yield Factuality.PLANNED
    elif above.lower_ == "without":
        yield Factuality.NEGATED
    elif above.dep_ == "acomp" and has_infinitive_marker(token):
        yield from readiness(above)


def readiness(adjective: Token) -> Iterator[Factuality]:
    """The force of what somebody is "ready", "likely" or "unable" to do; what he is "able" to do he does."""
    word = adjective.lower_
    if word in cues("unready_adjectives"):
        yield Factuality.NEGATED
    elif word in cues("possible_modifiers"):
        yield Factuality.POSSIBLE
    elif word != "able":
        yield Factuality.PLANNED
    yield from own_cues(adjective.head)


def verb_cues(token: Token, verb: Token) -> Iterator[Factuality]:
    """Cues in the verb above a word: "failed to attack", "may have ordered an attack"."""
    lemma, label = verb.lemma_.lower(), token.dep_
    if lemma in cues("denying_verbs") or (lemma in cues("negative_verbs") and label in COMPLEMENTS):
        if not any(child.dep_ == "neg" for child in verb.children):  # who does not deny it may have done it
            yield Factuality.NEGATED
    elif lemma in cues("doubting_verbs") or (lemma in cues("suspecting_verbs") and is_by_nobody(verb)):
        yield Factuality.POSSIBLE
    elif is_plan(token, lemma) or is_duty(token, verb):
        yield Factuality.PLANNED
    if label in {"xcomp", "dobj", "pcomp", "nsubjpass", "nsubj"}:  # as subject of a light verb: "talks will not begin"
        yield from own_cues(verb)


def is_by_nobody(verb: Token) -> bool:
    """Whether a passive does not name who acts: "is accused of shelling"."""
    return is_passive(verb) and not any(child.lower_ == "by" for child in verb.children)


def is_plan(token: Token, lemma: str) -> bool:
    """Whether a word under a verb with this lemma is only intended: "plan an attack", "came to attack"."""
    infinitive = has_infinitive_marker(token)
    if lemma in cues("planned_verbs") and (token.dep_ in {"prep", "dobj", "pcomp"} or lemma in cues("ordering_verbs")):
        return True
    if not infinitive or is_perfect(token):
        return False  # "is said to have attacked"
    return lemma in cues("planned_verbs") or lemma not in cues("implied_verbs")


def is_duty(token: Token, verb: Token) -> bool:
    """Whether somebody still is to do it: "has to leave", "is to leave", "let us attack"; who had to leave has left."""
    if verb.lemma_ == "be":
        return token.dep_ == "xcomp" and has_infinitive_marker(token)
    if verb.lemma_ == "have":
        return has_infinitive_marker(token) and verb.tag_ in UNFINISHED
    is_appeal = verb.lemma_ == "let" and verb.tag_ == "VB"
    return is_appeal and any(child.lower_ in {"us", "'s", "’s"} for child in (*verb.children, *token.children))


def is_reporting_boundary(token: Token, above: Token) -> bool:
    """Whether what stands above only reports the clause: the force of telling is not the force of what is told."""
    lemma = above.lemma_
    is_neutral = lemma in cues("reporting_verbs") and lemma not in cues("doubting_verbs", "denying_verbs")
    return token.dep_ == "ccomp" and is_neutral
