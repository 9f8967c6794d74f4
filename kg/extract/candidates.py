"""Applies the frames to a parse: each trigger with the tokens that fill its two ends."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, permutations

from spacy.tokens import Doc, Token

from kg.extract.frames import Frame, frames_of, is_event_noun, noun_frames
from kg.extract.lexicon import head_nouns
from kg.extract.phrases import NOMINAL, conjuncts, objects_of, possessors, prepositional
from kg.extract.roles import agents, fillers, is_passive, is_verbal, light_verb, modifiers, patients
from kg.link.gazetteer import is_demonym, known_actor
from kg.model import EntityType, Relation

FROM = frozenset({"from", "by"})
EVENT_LINKS = frozenset({"in", "during", "by", "after", "from", "amid", "following", "with"})
VIOLENT = frozenset({Relation.ATTACKS, Relation.CLASHES_WITH, Relation.KILLS})
PLANS = frozenset({"proposal", "offer", "demand", "plan", "ultimatum", "request", "call", "bid", "decision", "deal", "condition"})
PAIR_NOUNS = frozenset({"side", "country", "party", "nation", "army", "group", "government"})
EACH_OTHER = frozenset({"other", "another"})
BACKWARD_REACH = 60  # tokens, about two sentences


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
    if slot == "claimer":
        return claimers(trigger)
    if slot == "threatened":
        return threatened(trigger)
    if slot == "answerer":
        return agents(trigger.head) if trigger.dep_ == "dobj" and trigger.head.lemma_ in {"claim", "take", "accept", "admit"} else ()
    if slot == "earlier":
        return () if any(c.lower_ == "for" for c in trigger.children) else earlier_targets(trigger)
    if slot == "causer":
        return agents(trigger.head) if is_verbal(trigger.head) and trigger.head.lemma_ == "leave" else ()
    if slot == "targeting":
        return tuple(t for c in trigger.children if c.dep_ == "acl" and c.lemma_ in {"target", "hit", "strike"} for t in patients(c))
    return fillers(trigger, slot)


def threatened(verb: Token) -> tuple[Token, ...]:
    """Whom the act falls on that a verb threatens: "threatened to attack X", "vowed to march on X"."""
    found: list[Token] = []
    for clause in (c for c in verb.children if c.dep_ == "xcomp" and is_verbal(c)):
        for act in (clause, *(c for c in clause.children if c.dep_ == "conj" and is_verbal(c))):
            for frame in frames_of(act):
                if frame.relation in {Relation.ATTACKS, Relation.SEIZES, Relation.KILLS}:
                    found += [f.token for f in first_filled(act, frame, frame.object)]
    return tuple(dict.fromkeys(found))


def owners_of_plan(filler: Filler) -> list[Filler]:
    """Whose proposal, offer or demand is opposed; anything else stands for itself."""
    token = filler.token
    if token.lemma_.lower() not in PLANS:
        return [filler]
    owners = possessors(token) or modifiers(token) or prepositional(token, frozenset({"from", "by", "of"}))
    return [Filler(t, None, filler.steps + 1) for t in owners]


def claimers(event: Token) -> tuple[Token, ...]:
    """Who answers for an event: "X claimed responsibility for the attack", "X was behind it", "Y blamed it on X"."""
    above = event.head
    if event.dep_ != "pobj":
        return ()
    if above.lower_ == "for" and above.head.lemma_ == "responsibility" and is_verbal(above.head.head):
        return agents(above.head.head)
    if above.lower_ == "for" and above.head.lemma_ in {"blame", "accuse", "condemn"}:
        return patients(above.head)
    if above.lower_ == "behind":
        return agents(above.head) or patients(above.head)
    return ()


def described(adjective: Token) -> tuple[Token, ...]:
    """The nouns that an adjective is said of: "left three people dead", "fighters loyal to X", "they are dead"."""
    governor = adjective.head
    if adjective.dep_ in {"amod", "acl"} and governor.pos_ in NOMINAL and adjective.lower_ != "dead":
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
    objects = with_listed(first_filled(trigger, frame, frame.object))
    if frame.through == "object" or frame.relation is Relation.REPELS:
        objects = [inner for f in objects for inner in behind_event(f)]
    elif frame.relation is Relation.BACKED_BY:
        objects = [inner for f in objects for inner in behind(f)]
    elif frame.through == "owner":
        objects = [inner for f in objects for inner in owners_of_plan(f)]
    if not objects and frame.relation is Relation.ATTACKS and not is_verbal(trigger):
        objects = event_objects(trigger, frame) if slot_fillers(trigger, "claimer") else victims_force(trigger) or place_as_object(trigger)
    subjects = subjects_of(trigger, frame)
    if len(subjects) > 1 and [f.token.lower_ for f in objects] in (["other"], ["another"]):
        yield from (Candidate(frame, trigger, a.token, b.token) for a, b in permutations([s for s in subjects if s], 2))
        return
    for target in objects:
        for subject in subjects:
            if subject is None:
                yield Candidate(frame, trigger, None, target.token, target.instrument, target.steps)
            elif subject.token != target.token:
                instrument = subject.instrument or target.instrument
                yield Candidate(frame, trigger, subject.token, target.token, instrument, subject.steps + target.steps)


def with_listed(fillers_found: list[Filler]) -> list[Filler]:
    """The fillers, and the names that an "including" lists under them."""
    listed = [
        Filler(t, None, 1)
        for f in fillers_found
        for child in f.token.children
        if child.lower_ in {"including", "namely"}
        for t in objects_of(child)
        if t.pos_ == "PROPN"
    ]
    return fillers_found + listed


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
        found = linked_actors(trigger)
        if found:
            return [Filler(f.token, f.instrument, f.steps + 1) for f in found]
    if frame.relation is Relation.ATTACKS and is_verbal(trigger):
        return [None] if met_event or (frame.subject_may_be_unnamed and is_passive(trigger)) else []
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
    """Who acts in an event noun, by the slots of its own frame, else in the event that it points back to."""
    for frame in noun_frames(event):
        if frame.two_sided:
            continue
        for slot in frame.subject:
            found = [f for t in slot_fillers(event, slot) if t != event and not is_event_noun(t) for f in behind_equipment(Filler(t))]
            if found:
                return found
    earlier = antecedent_event(event)
    return [Filler(f.token, f.instrument, f.steps + 1) for f in event_actors(earlier)] if earlier is not None else []


def antecedent_event(event: Token) -> Token | None:
    """The event that a definite noun points back to: "the attack" after "an ambush by X on Y" in the same text."""
    if not any(c.dep_ == "det" and c.lower_ in {"the", "this", "these", "both"} for c in event.children):
        return None
    if any(c.dep_ in {"prep", "compound", "amod"} and c.lower_ not in {"deadly"} for c in event.children):
        return None
    for token in reversed(event.doc[max(0, event.i - BACKWARD_REACH) : event.i]):
        if token.pos_ == "NOUN" and any(f.relation is Relation.ATTACKS for f in noun_frames(token)) and not any(
            c.dep_ == "det" and c.lower_ == "the" and c.i == token.i - 1 for c in token.children
        ):
            return token
    return None


def earlier_targets(token: Token) -> tuple[Token, ...]:
    """Whom the latest attack before a word hit."""
    for earlier in reversed(token.doc[max(0, token.i - BACKWARD_REACH) : token.i]):
        for frame in frames_of(earlier):
            if frame.relation is Relation.ATTACKS:
                found = first_filled(earlier, frame, frame.object) or ([] if is_verbal(earlier) else place_as_object(earlier))
                if found:
                    return tuple(f.token for f in found)
    return ()


def event_objects(event: Token, frame: Frame) -> list[Filler]:
    """Whom an attack hit, read from the event itself or from the one it points back to."""
    found = first_filled(event, frame, frame.object)
    if found or (earlier := antecedent_event(event)) is None:
        return found
    found = first_filled(earlier, frame, frame.object) or place_as_object(earlier)
    return [Filler(f.token, f.instrument, f.steps + 1) for f in found]


def behind_equipment(filler: Filler) -> list[Filler]:
    """The owners of a piece of equipment, which becomes the instrument: "Libyan jets", "the army's drones", "missiles from X"."""
    token = filler.token
    if token.lemma_.lower() not in head_nouns(EntityType.EQUIPMENT):
        return [filler]
    named = modifiers(token)
    joined = token.conjuncts[-1:] if token.conjuncts and token.conjuncts[-1].i > token.i else ()
    owners = possessors(token) or tuple(t for t in named if is_demonym(t.text)) or named or prepositional(token, FROM)
    owners = owners or tuple(t for last in joined for t in prepositional(last, FROM))  # "missiles and drones from X"
    if not owners:
        return [filler]
    return [Filler(owner, token, filler.steps) for owner in owners]


def linked_actors(trigger: Token) -> list[Filler]:
    """Who acts in the violent events that a death is told of: "killed in an attack by X", "when X's drone strikes"."""
    places = [trigger, *(t for t in (trigger.head,) if trigger.dep_ in {"conj", "acl", "xcomp"})]
    places += [c for c in trigger.children if c.dep_ == "conj" and is_verbal(c)]
    found: list[Filler] = []
    for place in places:
        for token in (*prepositional(place, EVENT_LINKS), *patients_of_following(place)):
            if token.pos_ in {"NOUN", "PROPN"} and any(f.relation in VIOLENT for f in noun_frames(token)):
                found += event_actors(token)
    for place in places:
        for child in place.children:
            if child.dep_ == "advcl" and is_verbal(child) and any(f.relation is Relation.ATTACKS for f in frames_of(child)):
                found += [actor for agent in agents(child) for actor in behind(Filler(agent))]
    return found


def patients_of_following(verb: Token) -> tuple[Token, ...]:
    """The event after "following", which the parser takes for a verb."""
    return tuple(t for c in verb.children if c.lower_ == "following" for g in c.children if g.dep_ in {"dobj", "pobj"} for t in conjuncts(g))


def victims_force(event: Token) -> list[Filler]:
    """The armed body whose members an event killed: "the strike killed ten Dawn fighters" is an attack on Dawn."""
    verb = event.head if event.dep_ == "nsubj" else event.head.head if event.dep_ == "pobj" else None
    if verb is None or not any(f.relation in {Relation.KILLS, Relation.INJURES} for f in frames_of(verb)):
        return []
    named = [t for victim in patients(verb) for t in (*modifiers(victim), *prepositional(victim, frozenset({"of", "from"})))]
    return [Filler(t, None, 1) for t in named if (actor := known_actor(t.doc[name_start(t) : t.i + 1].text)) and actor.type is EntityType.ARMED_GROUP]


def name_start(token: Token) -> int:
    """Index of the first of the capitalised words that end in this one."""
    start = token.i
    while start > 0 and token.doc[start - 1].pos_ == "PROPN" and token.doc[start - 1].dep_ == "compound":
        start -= 1
    return start


def place_as_object(event: Token) -> list[Filler]:
    """Where an attack fell, for one whose target is named by its place alone."""
    near = frozenset({"in", "at", "near", "inside", "outside", "across", "around"})
    own = prepositional(event, near)
    verb, _ = light_verb(event)
    if event.dep_ == "nsubj" and any(f.relation in {Relation.KILLS, Relation.INJURES} for f in frames_of(event.head)):
        verb = event.head
    elif event.dep_ in {"nsubj", "agent"} or (event.dep_ == "pobj" and event.head.lower_ == "by"):
        return []
    if not own and verb is not None:
        own = prepositional(verb, near)
    return [Filler(t, None, 1) for t in own]


def is_pair(noun: Token) -> bool:
    """Whether a noun stands for both of two parties: "both countries", "the two sides"."""
    return noun.lemma_.lower() in PAIR_NOUNS and any(c.lower_ in {"both", "two", "warring", "opposing"} for c in noun.children)


def two_sided(trigger: Token, frame: Frame) -> Iterator[Candidate]:
    """Candidates of a frame whose ends are equals: each pair that the text joins."""
    joint = [t for slot in frame.subject if slot in {"between", "of"} for t in slot_fillers(trigger, slot)]
    if len(joint) >= 2:
        yield from (Candidate(frame, trigger, a, b) for a, b in combinations(joint, 2))
        return
    subjects = next((found for slot in frame.subject if slot != "nobody" and (found := slot_fillers(trigger, slot))), ())
    subjects = tuple(a.token for t in subjects for a in behind(Filler(t)))
    objects = next((found for slot in frame.object if (found := slot_fillers(trigger, slot))), ())
    objects = tuple(t for t in objects if t != trigger and t.lower_ not in EACH_OTHER and not is_event_noun(t))
    if not objects and len(subjects) == 1 and is_pair(subjects[0]):
        yield Candidate(frame, trigger, subjects[0], subjects[0])
    elif objects:
        yield from (Candidate(frame, trigger, a, b) for a in subjects for b in objects if a != b)
    else:
        yield from (Candidate(frame, trigger, a, b) for a, b in combinations(subjects, 2))
