"""Light verbs: verbs that only carry a noun's event, as in "launched an attack"."""

from spacy.tokens import Token

from kg.extract.lexicon import cues
from kg.extract.syntax.word_classes import NOMINAL, is_verbal

CARRYING_PREPOSITIONS = frozenset({"in", "for", "with", "on", "out"})


def light_verb(noun: Token) -> Token | None:
    """The light verb that governs an event noun as object, as subject of its passive, or by a preposition."""
    top = noun
    while top.dep_ == "conj" and top.head.pos_ in NOMINAL:
        top = top.head
    verb = top.head
    if top.dep_ == "dobj":
        return verb if verb.lemma_ in cues("light_verbs") and is_verbal(verb) else None
    if top.dep_ == "nsubjpass":
        return verb if verb.lemma_ in cues("light_verbs") else None
    if top.dep_ == "pobj" and verb.dep_ == "prep" and verb.lower_ in CARRYING_PREPOSITIONS:
        above = verb.head
        return above if above.lemma_ in cues("light_verbs", "prepositional_light_verbs") and is_verbal(above) else None
    return None


def carrying_participle(noun: Token) -> Token | None:
    """The participle of a light verb after an event noun: "an attack carried out by X"."""
    participles = (child for child in noun.rights if child.dep_ == "acl" and child.tag_ == "VBN")
    return next((child for child in participles if child.lemma_ in cues("light_verbs")), None)
