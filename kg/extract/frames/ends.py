"""The two ends of a frame: who is its subject, and who or what its object."""

from collections.abc import Iterator

from kg.extract.frames.actors import behind, behind_event, is_equipment, linked_actors
from kg.extract.frames.affected import place_as_object, place_meant, taking_verb, victims_force
from kg.extract.frames.anaphora import antecedent_event, antecedent_plan
from kg.extract.frames.candidate import Filler
from kg.extract.frames.frame import Frame, Slot, StandIn
from kg.extract.frames.sides import represented
from kg.extract.frames.slots import earlier_targets, first_filled, slot_fillers
from kg.extract.frames.triggers import is_event_noun, verb_frames
from kg.extract.lexicon import cues, head_nouns
from kg.extract.roles import carriers, claimers
from kg.extract.syntax.coordination import conjuncts
from kg.extract.syntax.dependencies import dependents, has_number
from kg.extract.syntax.modifiers import modifiers
from kg.extract.syntax.possession import possessors
from kg.extract.syntax.prepositions import objects_of, prepositional
from kg.extract.syntax.voice import is_passive
from kg.extract.syntax.word_classes import is_verbal
from kg.language.words import Token
from kg.model import EntityType, Relation

NO_PLACES = (EntityType.EQUIPMENT, EntityType.PERSON, EntityType.GROUP)
AUTHORSHIP = frozenset({"from", "by", "of", "with"})
SPEECH = frozenset({Relation.NEGOTIATES_WITH, Relation.ACCUSES, Relation.OPPOSES, Relation.THREATENS})
HOLDING = frozenset({Relation.CONTROLS, Relation.DEPLOYS_TO, Relation.WITHDREW_FROM})
LISTING_MARKS = frozenset({":", "-", "–", "—", "--"})
IN = frozenset({"in"})


def subjects_of(trigger: Token, frame: Frame) -> list[Filler | None]:
    """Who acts; [None] for somebody whom the text does not name, [] where the frame does not hold without a name."""
    named = named_subjects(trigger, frame) or (linked_actors(trigger) if frame.linked else [])
    return [*named] or ([None] if holds_unnamed(trigger, frame) else [])


def named_subjects(trigger: Token, frame: Frame) -> list[Filler]:
    """The fillers of the first slot that leads to an actor, events and equipment seen through."""
    for slot in frame.subject:
        if (tokens := slot_fillers(trigger, slot)) and (found := actors_at(tokens, frame)):
            return found
    return []


def actors_at(tokens: tuple[Token, ...], frame: Frame) -> list[Filler]:
    """Who acts by the words that fill a slot."""
    found = [actor for token in tokens for actor in acting_through(Filler(token), frame.relation)]
    if frame.done_by:
        found = [filler for filler in found if not is_equipment(filler.token)]
    if frame.relation in SPEECH:
        found = [Filler(t, f.instrument, f.steps) for f in found for t in represented(f.token)]
    return found


def acting_through(filler: Filler, relation: Relation) -> list[Filler]:
    """Who is meant at the first end of a relation: an ally or what is backed does not act, so equipment stays."""
    if relation is Relation.ALLIED_WITH:
        return [filler]
    return behind_event(filler) if relation is Relation.BACKED_BY else behind(filler)  # "backed the army's offensive"


def holds_unnamed(trigger: Token, frame: Frame) -> bool:
    """Whether the frame holds of nobody named: it says so, or an event acts in which nobody is named.

    An attack told by a verb needs the passive for it, and not as a label ("the besieged town"), unless the verb's
    subject is what it is done by.
    """
    needs_passive = frame.relation is Relation.ATTACKS and is_verbal(trigger) and not frame.done_by
    if frame.subject_may_be_unnamed and (not needs_passive or (is_passive(trigger) and trigger.dep_ != "amod")):
        return True
    return any(is_event_noun(token) for slot in frame.subject for token in slot_fillers(trigger, slot))


def objects_at(trigger: Token, frame: Frame) -> list[Filler]:
    """Whom or what it falls on."""
    found = with_listed(first_filled(trigger, frame.object))
    if frame.relation in HOLDING:
        found = [Filler(place_meant(f.token), f.instrument, f.steps) for f in found]
    match frame.object_stands_for:
        case StandIn.EVENT:
            found = [actor for filler in found for deed in doers_of(filler) for actor in behind_event(deed)]
        case StandIn.ACTOR:
            found = [inner for filler in found for inner in behind(filler)]
        case StandIn.PLAN:
            found = [actor for filler in found for plan in owners_of_plan(filler) for actor in behind_event(plan)]
    if found or frame.relation is not Relation.ATTACKS or is_verbal(trigger) or frame.object == (Slot.UNDERGOER,):
        return found
    if claimers(trigger):
        return targets_of(trigger, frame) or place_as_object(trigger)
    return victims_force(trigger) or place_as_object(trigger) or taken_place(trigger)


def taken_place(event: Token) -> list[Filler]:
    """What was taken in an attack, and so was attacked: "took the town in a dawn assault"."""
    verb = taking_verb(event)
    if verb is None:
        return []
    frames = (frame for frame in verb_frames(verb) if frame.relation is Relation.SEIZES)
    found = (filler for frame in frames for filler in first_filled(verb, frame.object))
    return [Filler(f.token, None, 1) for f in found if f.token.lemma_.lower() not in head_nouns(*NO_PLACES)]


def with_listed(found: list[Filler]) -> list[Filler]:
    """The fillers, and the names that an "including" lists under them."""
    listing = [f.token for f in found if f.token.lemma_ not in cues("plan_nouns") and f.token.children]
    if not listing:
        return found
    lists = (child for token in listing for child in token.children if child.lower_ in {"including", "namely"})
    named = [name for words in lists for name in objects_of(words)]
    named += [name for token in listing for name in names_after(token)]
    return found + [Filler(name, None, 1) for name in named if name.pos_ == "PROPN"]


def names_after(noun: Token) -> Iterator[Token]:
    """The names that a colon or dash lists after how many they are: "two villages: X and Y", "X in A and Y in B"."""
    if not has_number(noun) or noun.tag_ != "NNS":
        return
    marks = [child.i for child in noun.rights if child.text in LISTING_MARKS]
    for name in dependents(noun, "appos"):
        if marks and name.i > marks[0]:
            yield from conjuncts(name)
            yield from (
                other for region in prepositional(name, IN) for other in region.conjuncts if is_in_another(other)
            )


def is_in_another(name: Token) -> bool:
    """Whether a name joined to a region has a region of its own, so that it goes on with the list: "Y in B"."""
    return bool(prepositional(name, IN))


def doers_of(filler: Filler) -> list[Filler]:
    """Who did the wrong that a noun names: "abuses by X"; anything else stands for itself."""
    if filler.token.lemma_.lower() not in cues("misdeeds"):
        return [filler]
    return [Filler(doer, None, filler.steps + 1) for doer in authors_of_plan(filler.token)]


def owners_of_plan(filler: Filler) -> list[Filler]:
    """Whose proposal, offer or demand is meant; anything else stands for itself."""
    token = filler.token
    if token.lemma_.lower() not in cues("plan_nouns"):
        return [filler]
    owners = authors_of_plan(token)
    if not owners and (earlier := antecedent_plan(token)) is not None:
        owners = authors_of_plan(earlier)
    return [Filler(owner, None, filler.steps + 1) for owner in owners]


def authors_of_plan(plan: Token) -> tuple[Token, ...]:
    """Who makes a plan: "Chad's plan", "a Chadian-led plan", "a plan from Chad", "a plan proposed by Chad"."""
    before = dependents(plan, "compound")
    body = tuple(noun for noun in before if noun.pos_ == "PROPN" or noun.lemma_ in cues("bodies_before_nouns"))
    return possessors(plan) or modifiers(plan) or body or prepositional(plan, AUTHORSHIP) or carriers(plan)


def targets_of(event: Token, frame: Frame) -> list[Filler]:
    """Whom an attack hit for which somebody answers, read from its noun or from the event that it points back to."""
    found = first_filled(event, frame.object)
    if found:
        return found
    earlier = antecedent_event(event)
    found = first_filled(earlier, frame.object) or place_as_object(earlier) if earlier is not None else []
    found = found or [Filler(token) for token in earlier_targets(event)]
    return [Filler(f.token, f.instrument, f.steps + 1) for f in found]
