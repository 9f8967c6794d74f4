"""Events that a definite noun takes up again: "the attack", "the ceasefire", "it" in "it happened on Sunday"."""

from collections.abc import Sequence

from kg.extract.frames import Frame
from kg.extract.frames.triggers import index, noun_frames
from kg.extract.lexicon import cues
from kg.extract.syntax.dependencies import SUBJECTS, dependents
from kg.extract.times.attachment import governor
from kg.extract.times.mentions import TimeMention
from kg.language.words import Doc, Span, Token
from kg.model import Relation, Time

DEFINITE = frozenset({"the", "this", "that", "these"})
NEUTER = frozenset({"it", "this", "that"})
PASSING_ON = frozenset({"xcomp", "ccomp", "conj"})


def is_retold(noun: Token, relations: frozenset[Relation]) -> bool:
    """Whether a noun stands for an event of a kind as one that is known already: "the attack", "Tuesday's attack"."""
    if noun.pos_ != "NOUN" or not any(frame.relation in relations for frame in event_frames(noun)):
        return False
    if is_superlative(noun):
        return False  # "the worst attack since May" compares
    whole = noun
    while whole.dep_ == "compound":
        whole = whole.head
    is_definite = any(child.lower_ in DEFINITE for child in dependents(whole, "det"))
    is_dated = any(owner.ent_type_ == "DATE" for owner in dependents(noun, "poss"))
    return is_definite or is_dated


def is_superlative(noun: Token) -> bool:
    """Whether a noun is compared with all others of its kind: "the worst attack"."""
    return any(word.tag_ == "JJS" for word in noun.lefts)


def event_frames(noun: Token) -> tuple[Frame, ...]:
    """The frames of a noun for an event, also one hung on a verb taken for a noun: "damages"."""
    return index("nouns").get(noun.lemma_.lower(), ()) if noun.dep_ == "compound" else noun_frames(noun)


def retold_time(times: Sequence[TimeMention], sentence: Span, relations: frozenset[Relation]) -> Time | None:
    """The time that a sentence gives an event of the sentence before which it takes up again.

    Args:
        times: What `find_times` found in the text.
        sentence: The sentence.
        relations: What the noun for the event may state.
    """
    here = (time for time in times if sentence.start <= time.start < sentence.end and time.time.value)
    dated = (time for time in here if is_of(dated_word(time, times, sentence.doc), relations))
    return next((time.time for time in dated), None)


def dated_word(mention: TimeMention, times: Sequence[TimeMention], doc: Doc) -> Token:
    """The word that a time phrase dates; before a compound its noun for an event: "the overnight attack damages"."""
    word = governor(mention, times, doc)
    return next((noun for noun in doc[mention.end : word.i] if noun.dep_ == "compound" and event_frames(noun)), word)


def is_of(word: Token, relations: frozenset[Relation]) -> bool:
    """Whether what a time phrase hangs on is such an event, or says of one when or how long it was."""
    if word.pos_ == "NOUN":
        return is_retold(word, relations)
    if word.lemma_ not in cues("occurring_verbs", "performing_verbs", "lasting_verbs"):
        return False
    subject = subject_of(word)
    return subject is not None and (subject.lower_ in NEUTER or is_of(subject, relations))


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, or of the verb above that it completes: "is expected to last"."""
    found = dependents(verb, *SUBJECTS, "nsubjpass")
    if found or verb.dep_ not in PASSING_ON or verb.head == verb:
        return found[0] if found else None
    return subject_of(verb.head)
