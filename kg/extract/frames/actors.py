"""Who acts through an event or a piece of equipment: "the attack killed ten", "Libyan jets struck"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.frames.anaphora import antecedent_event, recent
from kg.extract.frames.candidate import Filler
from kg.extract.frames.slots import slot_fillers
from kg.extract.frames.triggers import evokes, is_event_noun, noun_frames
from kg.extract.lexicon import cues, head_nouns
from kg.extract.roles import agents
from kg.extract.syntax.coordination import conjuncts
from kg.extract.syntax.dependencies import dependents
from kg.extract.syntax.modifiers import modifiers
from kg.extract.syntax.possession import possessors
from kg.extract.syntax.prepositions import prepositional
from kg.extract.syntax.voice import is_passive
from kg.extract.syntax.word_classes import is_verbal
from kg.link.gazetteer import is_demonym
from kg.model import EntityType, Relation

ORIGIN = frozenset({"from", "by"})
AGAINST = frozenset({"with", "against"})
VIOLENT = frozenset({Relation.ATTACKS, Relation.CLASHES_WITH, Relation.KILLS})


def behind(filler: Filler) -> list[Filler]:
    """Who acts through an event or a piece of equipment; anybody else acts alone."""
    return [actor for inner in behind_event(filler) for actor in behind_equipment(inner)]


def behind_event(filler: Filler) -> list[Filler]:
    """Who acts in the event that a noun names; another noun stands for itself."""
    if not is_event_noun(filler.token) or is_equipment(filler.token):
        return [filler]
    return [Filler(f.token, f.instrument, filler.steps + 1) for f in event_actors(filler.token)]


def behind_equipment(filler: Filler) -> list[Filler]:
    """The owners of equipment, which becomes the instrument: "Libyan jets", "the army's drones", "missiles from X"."""
    token = filler.token
    if not is_equipment(token):
        return [filler]
    named = modifiers(token)
    owners = possessors(token) or tuple(t for t in named if is_demonym(t.text)) or named
    owners = owners or prepositional(token, ORIGIN) or origin_of_joined(token)
    owners = owners or owners_before(token)
    return [Filler(owner, token, filler.steps) for owner in owners] or [filler]


def owners_before(token: Token) -> tuple[Token, ...]:
    """Whose equipment of this kind the text spoke of last: "a missile hit X" after "the Libyan missiles"."""
    for earlier in recent(token):
        if earlier.lemma_ == token.lemma_ and (owners := modifiers(earlier)):
            return tuple(owner for owner in owners if is_demonym(owner.text))
    return ()


def is_equipment(token: Token) -> bool:
    """Whether the noun names a weapon, vehicle or the like."""
    return token.lemma_.lower() in head_nouns(EntityType.EQUIPMENT)


def origin_of_joined(token: Token) -> tuple[Token, ...]:
    """The origin that the last of several joined nouns carries for all: "missiles and drones from X"."""
    last = token.conjuncts[-1:]
    return prepositional(last[0], ORIGIN) if last and last[0].i > token.i else ()


def event_actors(event: Token) -> list[Filler]:
    """Who acts in an event noun, by the slots of its own frame, else in the event that it points back to."""
    for frame in noun_frames(event):
        for slot in () if frame.two_sided else frame.subject:
            tokens = (t for t in slot_fillers(event, slot) if t != event and not is_event_noun(t))
            if found := [actor for token in tokens for actor in behind_equipment(Filler(token))]:
                return found
    earlier = antecedent_event(event)
    return [Filler(f.token, f.instrument, f.steps + 1) for f in event_actors(earlier)] if earlier is not None else []


def linked_actors(trigger: Token) -> list[Filler]:
    """Who acts in the violent events that a death is told of: "killed in an attack by X", "when X's drone strikes"."""
    above = [trigger.head] if trigger.dep_ in {"conj", "acl", "xcomp"} else []
    verbs = [trigger, *above, *(c for c in dependents(trigger, "conj") if is_verbal(c))]
    in_events = [
        actor
        for verb in verbs
        for event in violent_events(verb)
        for actor in event_actors(event) or opponents_of_fallen(event, verb)
    ]
    in_clauses = [actor for verb in verbs for actor in attackers_in_clauses(verb)]
    return [Filler(f.token, f.instrument, f.steps + 1) for f in in_events + in_clauses]


def opponents_of_fallen(fight: Token, verb: Token) -> list[Filler]:
    """Whom those fought against that fell in a fight: "X" in "killed in clashes with X"."""
    fell = is_passive(verb) or not dependents(verb, "dobj")
    has_two_sides = any(frame.two_sided for frame in noun_frames(fight))
    return [Filler(opponent) for opponent in prepositional(fight, AGAINST)] if fell and has_two_sides else []


def violent_events(verb: Token) -> Iterator[Token]:
    """The events in a verb's phrases: "killed in an attack", "following an attack"."""
    for noun in (*prepositional(verb, cues("event_links")), *objects_of_following(verb)):
        if noun.pos_ in {"NOUN", "PROPN"} and any(frame.relation in VIOLENT for frame in noun_frames(noun)):
            yield noun


def objects_of_following(verb: Token) -> tuple[Token, ...]:
    """The event after "following", which the parser takes for a verb."""
    links = (child for child in verb.children if child.lower_ == "following")
    return tuple(t for link in links for noun in dependents(link, "dobj", "pobj") for t in conjuncts(noun))


def attackers_in_clauses(verb: Token) -> Iterator[Filler]:
    """Who attacks in a verb's adverbial clauses: "died when X shelled the camp"."""
    for clause in dependents(verb, "advcl"):
        if is_verbal(clause) and evokes(clause, Relation.ATTACKS):
            for agent in agents(clause):
                yield from behind(Filler(agent))
