"""Events that a definite noun takes up again: "the attack", "the ceasefire", "it" in "it happened on Sunday"."""

from collections.abc import Sequence

from kg.extract.frames.triggers import noun_frames
from kg.extract.lexicon import cues
from kg.extract.syntax.dependencies import SUBJECTS, dependents
from kg.extract.times.event_times import governor
from kg.extract.times.mentions import TimeMention
from kg.language.words import Span, Token
from kg.model import Relation, Time

DEFINITE = frozenset({"the", "this", "that", "these"})
NEUTER = frozenset({"it", "this", "that"})
PASSING_ON = frozenset({"xcomp", "ccomp", "conj"})


def is_retold(noun: Token) -> bool:
    """Whether a noun stands for an event as one that is known already."""
    if noun.pos_ != "NOUN" or not any(child.lower_ in DEFINITE for child in dependents(noun, "det")):
        return False
    return bool(noun_frames(noun))


def retold_time(times: Sequence[TimeMention], sentence: Span, relations: frozenset[Relation]) -> Time | None:
    """The time that a sentence gives an event of the sentence before which it takes up again.

    Args:
        times: What `find_times` found in the text.
        sentence: The sentence.
        relations: What the noun for the event may state.
    """
    here = (time for time in times if sentence.start <= time.start < sentence.end and time.time.value)
    dated = (time for time in here if is_of(governor(time, times, sentence.doc), relations))
    return next((time.time for time in dated), None)


def is_of(word: Token, relations: frozenset[Relation]) -> bool:
    """Whether what a time phrase hangs on is such an event, or says of one when or how long it was."""
    if word.pos_ == "NOUN":
        return is_retold(word) and any(frame.relation in relations for frame in noun_frames(word))
    if word.lemma_ not in cues("occurring_verbs", "lasting_verbs"):
        return False
    subject = subject_of(word)
    return subject is not None and (subject.lower_ in NEUTER or is_of(subject, relations))


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, or of the verb above that it completes: "is expected to last"."""
    found = dependents(verb, *SUBJECTS, "nsubjpass")
    if found or verb.dep_ not in PASSING_ON or verb.head == verb:
        return found[0] if found else None
    return subject_of(verb.head)
