"""Whether a word stands in the past or the future: the tense of the verb that governs it."""

from enum import StrEnum

from kg.extract.lexicon import cues
from kg.extract.syntax.word_classes import VERBS
from kg.extract.times.expressions import times_words
from kg.language.words import Token

PERFECT_WORDS = frozenset({"has", "have", "'ve"})
CONDITIONS = frozenset({"if", "unless"})
SHARING = frozenset({"xcomp", "conj", "advcl", "pcomp"})


class Tense(StrEnum):
    """When a sentence places what it says; a present that reports is one of its own."""

    PAST = "past"
    PERFECT = "perfect"
    PRESENT = "present"
    FUTURE = "future"
    UNKNOWN = "unknown"


def governing_verb(token: Token) -> Token | None:
    """The nearest verb above a word in the parse, the word itself included."""
    while token.pos_ not in VERBS:
        if token.head == token:
            return None
        token = token.head
    return token


def is_planned(verb: Token) -> bool:
    """Whether a verb is only intended, appointed or supposed: "plans to attack", "is due to meet", "if they attack"."""
    if verb.dep_ == "advcl" and any(child.lower_ in CONDITIONS for child in verb.lefts if child.dep_ == "mark"):
        return True
    above = verb.head
    if above == verb:
        return False
    if any(child.tag_ == "TO" for child in verb.lefts):
        return above.lemma_.lower() in cues("planned_verbs") or bool(
            {above.lower_, above.lemma_} & set(times_words("future_heads"))
        )
    return verb.tag_ == "VBG" and verb.dep_ == "xcomp" and above.lemma_.lower() in cues("planned_verbs")


def tense_of(token: Token) -> Tense:
    """The tense in which the sentence speaks at a word."""
    verb = governing_verb(token)
    if verb is None:
        return Tense.UNKNOWN
    helpers = [child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}]
    if any(helper.lower_ in times_words("future_modals") for helper in helpers) or is_planned(verb):
        return Tense.FUTURE
    finite = helpers[0] if helpers else verb
    if finite.lower_ in PERFECT_WORDS and verb.tag_ == "VBN":
        return Tense.PERFECT
    if finite.tag_ in {"VBD", "VBN"}:
        return Tense.PAST
    if finite.tag_ in {"VBZ", "VBP"}:
        return Tense.PRESENT
    # Verbs that hang on another without a tense of their own share its tense: "began shelling on Monday".
    return tense_of(verb.head) if verb.dep_ in SHARING and verb.head != verb else Tense.UNKNOWN
