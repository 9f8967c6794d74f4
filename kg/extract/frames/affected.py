"""Whom an attack hit when no slot of its noun says so: the force of those it killed, or the place where it was."""

from spacy.tokens import Token

from kg.extract.frames.candidate import Filler
from kg.extract.frames.triggers import evokes
from kg.extract.lexicon import cues
from kg.extract.roles import carrying_participle, light_verb, patients
from kg.extract.syntax.modifiers import modifiers
from kg.extract.syntax.prepositions import prepositional
from kg.link.gazetteer import known_actor
from kg.model import EntityType, Relation

MEMBERSHIP = frozenset({"of", "from"})


def victims_force(event: Token) -> list[Filler]:
    """The armed body whose members an event killed: "the strike killed ten Dawn fighters" is an attack on Dawn."""
    verb = event.head if event.dep_ == "nsubj" else event.head.head if event.dep_ == "pobj" else None
    if verb is None or not evokes(verb, Relation.KILLS, Relation.INJURES):
        return []
    named = [body for victim in patients(verb) for body in (*modifiers(victim), *prepositional(victim, MEMBERSHIP))]
    return [Filler(body, None, 1) for body in named if is_known_force(body)]


def is_known_force(name: Token) -> bool:
    """Whether the name that ends in this word is that of a well-known armed body."""
    actor = known_actor(name.doc[name_start(name) : name.i + 1].text)
    return actor is not None and actor.type is EntityType.ARMED_GROUP


def name_start(token: Token) -> int:
    """Index of the first of the capitalised words that end in this one."""
    start = token.i
    while start > 0 and token.doc[start - 1].pos_ == "PROPN" and token.doc[start - 1].dep_ == "compound":
        start -= 1
    return start


def place_as_object(event: Token) -> list[Filler]:
    """Where an attack fell, for one whose target is named by its place alone."""
    verb = light_verb(event) or carrying_participle(event)
    if event.dep_ == "nsubj" and evokes(event.head, Relation.KILLS, Relation.INJURES):
        verb = event.head
    elif event.dep_ in {"nsubj", "agent"} or (event.dep_ == "pobj" and event.head.lower_ == "by"):
        return []
    near = cues("target_place_prepositions")
    places = prepositional(event, near) or (prepositional(verb, near) if verb is not None else ())
    return [Filler(place, None, 1) for place in places]
