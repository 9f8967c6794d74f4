"""Light verbs: verbs that only carry a noun's event, as in "launched an attack"."""

from kg.extract.lexicon import cues
from kg.extract.syntax.dependencies import dependents
from kg.extract.syntax.word_classes import NOMINAL, is_time, is_verbal
from kg.language.words import Token

ENDING = frozenset({"end", "stop"})
CARRYING_PREPOSITIONS = frozenset({"in", "for", "with", "on", "out"})


def light_verb(noun: Token) -> Token | None:
    """The light verb that governs an event noun as object, as subject of its passive, or by a preposition."""
    top = outermost(noun)
    verb = top.head
    if top.dep_ == "dobj":
        is_told = noun.lemma_ in cues("losses") and verb.lemma_ in cues("reporting_verbs")
        is_others = is_told or ends_of_others(top)
        return verb if verb.lemma_ in cues("light_verbs") and is_verbal(verb) and not is_others else None
    if top.dep_ == "nsubjpass":
        return verb if verb.lemma_ in cues("light_verbs") else None
    if top.dep_ == "pobj" and verb.dep_ == "prep" and verb.lower_ in CARRYING_PREPOSITIONS:
        above = verb.head
        return above if above.lemma_ in cues("light_verbs", "prepositional_light_verbs") and is_verbal(above) else None
    return None


def ends_of_others(noun: Token) -> bool:
    """Whether somebody ends what others do: "police ended the siege"; not "ended its siege", "agreed to end it"."""
    verb = noun.head
    is_own = verb.dep_ in {"xcomp", "ccomp"} or not any(word.dep_ == "det" for word in noun.lefts)
    return verb.lemma_ in ENDING and not is_own


def outermost(noun: Token) -> Token:
    """The noun that stands for another in its clause: the first of joined ones, "series" in "a series of attacks"."""
    while True:
        above = noun.head
        if noun.dep_ == "conj" and above.pos_ in NOMINAL:
            noun = above
        elif noun.dep_ == "pobj" and above.lower_ in {"of", "to"} and counts_events(above.head):
            noun = above.head
        else:
            return noun


def counts_events(noun: Token) -> bool:
    """Whether a noun only says how many events, or for how long: "a series of attacks", "two days of clashes"."""
    return noun.lemma_ in cues("runs_of_events") or is_time(noun)


def carrying_participle(noun: Token) -> Token | None:
    """The participle of a light verb after an event noun: "an attack (thought to have been) carried out by X"."""
    clauses = [child for child in noun.rights if child.dep_ == "acl" and child.tag_ == "VBN"]
    held = [
        verb for clause in clauses if clause.lemma_ in cues("doubting_verbs") for verb in dependents(clause, "xcomp")
    ]
    return next((verb for verb in (*clauses, *held) if verb.tag_ == "VBN" and verb.lemma_ in cues("light_verbs")), None)
