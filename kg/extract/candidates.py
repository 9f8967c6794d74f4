"""Applies the frames to a parse: each trigger with the tokens that fill its two ends."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from spacy.tokens import Doc, Token

from kg.extract.frames import Frame, frames_of, is_event_noun, noun_frames
from kg.extract.lexicon import head_nouns
from kg.extract.phrases import NOMINAL, conjuncts, possessors, prepositional
from kg.extract.roles import agents, fillers, is_verbal, light_verb, modifiers, patients
from kg.model import EntityType, Relation

EVENT_LINKS = frozenset({"in", "during", "by", "after", "from", "amid", "following", "with"})
VIOLENT = frozenset({Relation.ATTACKS, Relation.CLASHES_WITH, Relation.KILLS})
EACH_OTHER = frozenset({"other", "another"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A frame that fired: head tokens of its ends, None for a subject that the text does not name.

    `instrument` is the equipment through which the subject acts; `indirect` counts the steps that led to the ends.
    """

    frame: Frame
    trigger: Token
    subject: Token | None
    object: Token
    instrument: Token | None = None
    indirect: int = 0


@dataclass(frozen=True, slots=True)
class Filler:
    """A token that fills an end, the equipment it acts through and the steps that led to it."""

    token: Token
    instrument: Token | None = None
    steps: int = 0


def find_candidates(doc: Doc) -> Iterator[Candidate]:
    """Every way in which a frame fires in the text, in the order of the triggers."""
    for token in doc:
        for frame in frames_of(token):
            if not frame.needs or needed_verb(token, frame.needs):
                yield from (two_sided if frame.two_sided else one_sided)(token, frame)


def needed_verb(trigger: Token, lemmas: frozenset[str]) -> bool:
    """Whether a clause or noun under the trigger has one of the lemmas: "urged them to stop"."""
    return any(t.lemma_.lower() in lemmas for t in trigger.subtree if t.i > trigger.i)


def slot_fillers(trigger: Token, slot: str) -> tuple[Token, ...]:
    """`fillers`, and the slots of adjectives and small clauses."""
    if slot == "described":
        return described(trigger)
    if slot == "causer":
        return agents(trigger.head) if is_verbal(trigger.head) and trigger.head.lemma_ == "leave" else ()
    if slot == "targeting":
        return tuple(t for c in trigger.children if c.dep_ == "acl" and c.lemma_ in {"target", "hit", "strike"} for t in patients(c))
    return fillers(trigger, slot)


def described(adjective: Token) -> tuple[Token, ...]:
    """The nouns that an adjective is said of: "left three people dead", "fighters loyal to X", "they are dead"."""
    governor = adjective.head
    if adjective.dep_ in {"amod", "acl"} and governor.pos_ in NOMINAL:
        return (governor,)
    if adjective.dep_ == "relcl":
        return (governor,)
    if adjective.dep_ in {"acomp", "attr", "oprd", "ccomp", "xcomp", "advmod", "dobj", "dep"}:
        own = [t for c in adjective.children if c.dep_ == "nsubj" for t in conjuncts(c)]
        if own:
            return tuple(own)
        return patients(governor) if governor.lemma_ in {"leave", "find", "shoot", "pronounce", "confirm", "declare"} else agents(governor) if is_verbal(governor) else ()
    return ()


def one_sided(trigger: Token, frame: Frame) -> Iterator[Candidate]:
    """Candidates of a frame whose subject acts and whose object undergoes."""
    objects = first_filled(trigger, frame, frame.object)
    if frame.through == "object" or frame.relation is Relation.REPELS:
        objects = [inner for f in objects for inner in behind_event(f)]
    elif frame.relation is Relation.BACKED_BY:
        objects = [inner for f in objects for inner in behind_equipment(f)]
    if not objects and frame.relation is Relation.ATTACKS and not is_verbal(trigger):
        objects = place_as_object(trigger)
    subjects = subjects_of(trigger, frame)
    for target in objects:
        for subject in subjects:
            if subject is None:
                yield Candidate(frame, trigger, None, target.token, target.instrument, target.steps)
            elif subject.token != target.token:
                instrument = subject.instrument or target.instrument
                yield Candidate(frame, trigger, subject.token, target.token, instrument, subject.steps + target.steps)


def first_filled(trigger: Token, frame: Frame, slots: tuple[str, ...]) -> list[Filler]:
    """The fillers of the first slot that has any."""
    for slot in slots:
        found = [t for t in slot_fillers(trigger, slot) if t != trigger]
        if found:
            return [Filler(t) for t in found]
    return []


def subjects_of(trigger: Token, frame: Frame) -> list[Filler | None]:
    """Who acts: the first slot that leads to an actor, an event or equipment seen through to who stands behind it."""
    acts = frame.relation not in {Relation.BACKED_BY, Relation.ALLIED_WITH}
    met_event = False
    for slot in frame.subject:
        for token in slot_fillers(trigger, slot):
            met_event = met_event or is_event_noun(token)
        found = [f for t in slot_fillers(trigger, slot) for f in (behind(Filler(t)) if acts else [Filler(t)])]
        if found:
            return list(found)
    if frame.through:
        found = [f for event in linked_events(trigger) for f in event_actors(event)]
        if found:
            return [Filler(f.token, f.instrument, f.steps + 1) for f in found]
    return [None] if frame.subject_may_be_unnamed or met_event else []


def behind(filler: Filler) -> list[Filler]:
    """Who acts through an event or a piece of equipment; anybody else acts alone."""
    return [actor for inner in behind_event(filler) for actor in behind_equipment(inner)]


def behind_event(filler: Filler) -> list[Filler]:
    """Who acts in the event that a noun names; another noun stands for itself."""
    if not is_event_noun(filler.token) or filler.token.lemma_.lower() in head_nouns(EntityType.EQUIPMENT):
        return [filler]
    return [Filler(f.token, f.instrument, filler.steps + 1) for f in event_actors(filler.token)]


def event_actors(event: Token) -> list[Filler]:
    """Who acts in an event noun, by the slots of its own frame."""
    for frame in noun_frames(event):
        if frame.two_sided:
            continue
        for slot in frame.subject:
            found = [f for t in slot_fillers(event, slot) if t != event and not is_event_noun(t) for f in behind_equipment(Filler(t))]
            if found:
                return found
    return []


def behind_equipment(filler: Filler) -> list[Filler]:
    """The owners of a piece of equipment, which becomes the instrument: "Libyan jets", "the army's drones", "missiles from X"."""
    token = filler.token
    if token.lemma_.lower() not in head_nouns(EntityType.EQUIPMENT):
        return [filler]
    owners = possessors(token) or modifiers(token) or prepositional(token, frozenset({"from", "by"}))
    if not owners:
        return [filler]
    return [Filler(owner, token, filler.steps) for owner in owners]


def linked_events(trigger: Token) -> Iterator[Token]:
    """The violent events that a death is told of: "killed in an attack", "when a drone strikes", "after clashes"."""
    places = [trigger, *(t for t in (trigger.head,) if trigger.dep_ in {"conj", "acl", "xcomp"})]
    places += [c for c in trigger.children if c.dep_ == "conj" and is_verbal(c)]
    for place in places:
        for token in prepositional(place, EVENT_LINKS):
            if any(f.relation in VIOLENT for f in noun_frames(token)) and token.pos_ in {"NOUN", "PROPN"}:
                yield token
    for place in places:
        for child in place.children:
            if child.dep_ == "advcl" and is_verbal(child) and any(f.relation in VIOLENT for f in frames_of(child)):
                yield from (a for a in agents(child))


def place_as_object(event: Token) -> list[Filler]:
    """Where an attack fell, for one whose target is named by its place alone."""
    if event.dep_ in {"nsubj", "agent"} or (event.dep_ == "pobj" and event.head.lower_ == "by"):
        return []
    near = frozenset({"in", "at", "near", "inside", "outside", "across", "around"})
    own = prepositional(event, near)
    verb, _ = light_verb(event)
    if not own and verb is not None:
        own = prepositional(verb, near)
    return [Filler(t, None, 1) for t in own]


def two_sided(trigger: Token, frame: Frame) -> Iterator[Candidate]:
    """Candidates of a frame whose ends are equals: each pair that the text joins."""
    joint = [t for slot in frame.subject if slot == "between" for t in slot_fillers(trigger, slot)]
    if len(joint) >= 2:
        yield from (Candidate(frame, trigger, a, b) for a, b in combinations(joint, 2))
        return
    subjects = next((found for slot in frame.subject if slot != "nobody" and (found := slot_fillers(trigger, slot))), ())
    subjects = tuple(a.token for t in subjects for a in behind(Filler(t)))
    objects = next((found for slot in frame.object if (found := slot_fillers(trigger, slot))), ())
    objects = tuple(t for t in objects if t != trigger and t.lower_ not in EACH_OTHER and not is_event_noun(t))
    if objects:
        yield from (Candidate(frame, trigger, a, b) for a in subjects for b in objects if a != b)
    else:
        yield from (Candidate(frame, trigger, a, b) for a, b in combinations(subjects, 2))
