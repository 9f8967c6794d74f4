"""Applies the frames to a parse: each trigger with the words that fill its two ends."""

from collections.abc import Iterator
from itertools import combinations, permutations

from kg.extract.frames.actors import behind
from kg.extract.frames.affected import sides_around
from kg.extract.frames.candidate import Candidate, Filler
from kg.extract.frames.ends import objects_at, subjects_of
from kg.extract.frames.frame import Frame, Slot
from kg.extract.frames.sides import represented
from kg.extract.frames.slots import slot_fillers
from kg.extract.frames.triggers import fits, frames_of, is_event_noun, object_nouns, possible_triggers
from kg.extract.lexicon import cues
from kg.extract.roles.reciprocity import RECIPROCALS, is_pair
from kg.extract.syntax.modifiers import modifiers
from kg.extract.syntax.possession import possessors
from kg.extract.syntax.word_classes import is_verbal
from kg.language.words import Doc, Token
from kg.model import Relation

ATTACKS = Relation.ATTACKS
REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves", "themself", "oneself"})
JOINING_SLOTS = frozenset({"between", "joined", "of"})


def find_candidates(doc: Doc) -> Iterator[Candidate]:
    """Every way in which a frame fires in the text, in the order of the triggers."""
    for token in possible_triggers(doc):
        if frames := frames_of(token):
            yield from candidates_at(token, frames)


def candidates_at(trigger: Token, frames: tuple[Frame, ...]) -> Iterator[Candidate]:
    """The candidates of a trigger; of an attack that one frame reads, another reads no second: "hit a convoy at X".

    Nor does one read that somebody came whose weapon fell: "their shells landed in X".
    """
    is_attack_read = has_fallen = False
    for frame in frames:
        is_attack = frame.relation is ATTACKS
        is_read = (is_attack and is_attack_read) or (has_fallen and frame.relation is Relation.DEPLOYS_TO)
        if not fits(trigger, frame) or is_read:
            continue
        found = list((two_sided if frame.two_sided else one_sided)(trigger, frame))
        is_attack_read |= is_attack and any(candidate.object.pos_ != "PRON" for candidate in found)
        has_fallen |= is_attack_read and bool(frame.done_by)
        yield from found


def one_sided(trigger: Token, frame: Frame) -> Iterator[Candidate]:
    """Candidates of a frame whose subject acts and whose object undergoes."""
    objects = objects_at(trigger, frame)
    subjects = subjects_of(trigger, frame) if objects else []
    if len(subjects) > 1 and len(objects) == 1 and objects[0].token.lower_ in RECIPROCALS:
        named = [subject.token for subject in subjects if subject is not None]
        yield from (Candidate(frame, trigger, *pair) for pair in permutations(named, 2))
        return
    acting = {subject.token for subject in subjects if subject is not None}
    for target in objects:
        if target.token not in acting and target.token.lower_ not in REFLEXIVES:
            for subject in subjects:
                yield joined(trigger, frame, subject, target)


def joined(trigger: Token, frame: Frame, subject: Filler | None, target: Filler) -> Candidate:
    """The candidate of two fillers."""
    if subject is None:
        return Candidate(frame, trigger, None, target.token, target.instrument, target.steps)
    instrument = subject.instrument or target.instrument
    return Candidate(frame, trigger, subject.token, target.token, instrument, subject.steps + target.steps)


def two_sided(trigger: Token, frame: Frame) -> Iterator[Candidate]:
    """Candidates of a frame whose ends are equals: each pair that the text joins."""
    sides = [t for slot in frame.subject if slot in JOINING_SLOTS for t in slot_fillers(trigger, slot)]
    joint = [t for side in sides for t in represented(side)] if len(sides) == 1 else sides
    if len(joint) >= 2:
        yield from (Candidate(frame, trigger, *pair) for pair in combinations(dict.fromkeys(joint), 2))
        return
    if joint and is_pair(joint[0]):
        yield Candidate(frame, trigger, joint[0], joint[0])
        return
    fillers = next((found for slot in frame.subject if (found := slot_fillers(trigger, slot))), ())
    fillers = (*listed_before(trigger, fillers), *fillers)
    subjects = [t for token in fillers for actor in behind(Filler(token)) for t in represented(actor.token)]
    others = opposite_side(trigger, frame)
    if not fillers and frame.relation is Relation.CLASHES_WITH:
        yield from (Candidate(frame, trigger, *pair) for pair in sides_around(trigger, others))
    elif others:
        yield from (Candidate(frame, trigger, a, b) for a in subjects for b in others if a != b)
    elif len(subjects) == 1 and is_pair(subjects[0]):
        yield Candidate(frame, trigger, subjects[0], subjects[0])
    else:
        yield from (Candidate(frame, trigger, *pair) for pair in combinations(subjects, 2))


def listed_before(verb: Token, subjects: tuple[Token, ...]) -> tuple[Token, ...]:
    """The first of two subjects that a headline parts by a comma: "Army, rebels clash near Darna"."""
    if len(subjects) != 1 or subjects[0].left_edge.i < 2 or not is_verbal(verb):
        return ()
    comma = subjects[0].left_edge.nbor(-1)
    first = comma.nbor(-1)
    return (first,) if comma.text == "," and first.dep_ in {"dep", "npadvmod"} and first.head == verb else ()


def completes_idiom(verb: Token, frame: Frame) -> bool:
    """Whether the verb's object is part of the trigger: "swapped prisoners", so that it is no party."""
    return any(f"{verb.lemma_.lower()} {noun}" in frame.idioms for noun in object_nouns(verb))


def opposite_side(trigger: Token, frame: Frame) -> list[Token]:
    """The other party of a two-sided frame; "each other" and events are none."""
    if any(child.dep_ == "dobj" and child.lower_ in RECIPROCALS for child in trigger.children):
        return []
    slots = [slot for slot in frame.object if slot != Slot.PATIENT or not completes_idiom(trigger, frame)]
    found = next((found for slot in slots if (found := slot_fillers(trigger, slot))), ())
    ruling = [ruler for t in found for ruler in rulers(t)]
    return [t for t in ruling if t != trigger and t.lower_ not in RECIPROCALS and not is_event_noun(t)]


def rulers(noun: Token) -> tuple[Token, ...]:
    """Whose rule is fought: "X" in "fighting X's rule", "against X occupation"; anybody else stands for himself."""
    if noun.lemma_.lower() not in cues("dominions"):
        return (noun,)
    return possessors(noun) or modifiers(noun)
