"""Where an event happened."""

from collections.abc import Iterator
from itertools import chain

from kg.extract.frames.triggers import evokes
from kg.extract.lexicon import cues
from kg.extract.mentions import DESCRIPTION, PRONOUN, Mention
from kg.extract.places.ground import is_kind_of_place
from kg.extract.roles import light_verb
from kg.extract.syntax.coordination import conjuncts
from kg.extract.syntax.dependencies import SUBJECTS, dependents
from kg.extract.syntax.modifiers import sites
from kg.extract.syntax.prepositions import objects_of, prepositional
from kg.extract.syntax.word_classes import is_verbal
from kg.language.words import Span, Token
from kg.model import EntityType, Relation

PLACE = EntityType.PLACE
SUBORDINATE = frozenset({"conj", "advcl", "xcomp", "acl", "relcl"})
ORIGIN = frozenset({"from"})
SUBSET = frozenset({"including", "among"})


def place_of(trigger: Token, ends: tuple[Token, ...], mentions: dict[int, Mention]) -> Token | None:
    """Where an event happened: the place phrase nearest to the trigger in the parse, its ends' own phrases included.

    The trigger's phrases come first, then those of the light verb, of the ends, of the clauses above. What is joined
    to an end is no place of it: "strikes on Sirte and Sabha".
    """
    places = places_in(trigger.sent, mentions)
    joined = with_joined(ends) if places else set()
    if joined.issuperset(places):
        return None
    for token in search_order(trigger, ends):
        for phrase in chain(place_phrases(token), origins(token, mentions)):
            if phrase in places and phrase not in joined and not is_of_some(phrase, trigger):
                return phrase
    return None


def places_in(sentence: Span, mentions: dict[int, Mention]) -> list[Token]:
    """The words of a sentence that head a place's mention."""
    return [token for token in sentence if token.i in mentions and mentions[token.i].type is PLACE]


def is_of_some(place: Token, trigger: Token) -> bool:
    """Whether only some of those that an event befell were there: "killed 70, including eight in Sirte"."""
    before = place.doc[trigger.i : place.i]
    start = next((token.i for token in before if token.lower_ in SUBSET), None)
    return start is not None and all(token.text != "," for token in place.doc[start : place.i])


def origins(token: Token, mentions: dict[int, Mention]) -> Iterator[Token]:
    """The places from which an event takes or drives people: "abducted them from a school"."""
    if "from" in token.sent.words and evokes(token, Relation.DETAINS, Relation.WITHDREW_FROM):
        yield from prepositional(token, ORIGIN)
        taken = (found for person in dependents(token, "dobj", "nsubjpass") for found in prepositional(person, ORIGIN))
        yield from (place for place in taken if place.i in mentions and mentions[place.i].kind is DESCRIPTION)


def nearest_place(
    trigger: Token, ends: tuple[Token, ...], mentions: dict[int, Mention], outer: frozenset[int]
) -> Token | None:
    """The place of the sentence nearest to a trigger, for an event whose own phrases name none.

    `outer` are the heads of places that only say where another one lies; these are passed over.
    """
    places = [token for token in places_in(trigger.sent, mentions) if token.i not in outer]
    joined = with_joined(ends) if places else set()
    named = (token for token in places if mentions[token.i].kind is not PRONOUN)
    placed = [place for place in named if place not in joined and in_place_phrase(place)]
    own = (place for place in placed if not is_of_some(place, trigger))
    nearest = min(own, key=lambda place: (abs(place.i - trigger.i), place.i), default=None)
    return next((place for place in placed if nearest is not None and place in (nearest, *nearest.conjuncts)), None)


def with_joined(ends: tuple[Token, ...]) -> set[Token]:
    """The words at the ends of a statement, and those that stand in one list with them."""
    return {token for end in ends for token in (end, *end.conjuncts)}


def in_place_phrase(place: Token) -> bool:
    """Whether a place stands where an event happens: after "in" or the like, or before an attack, or hit by it."""
    while place.dep_ == "conj":
        place = place.head
    if place.dep_ in {"dobj", "nsubjpass"} and evokes(place.head, Relation.ATTACKS, Relation.SEIZES):
        return True
    if place in sites(place.head) and evokes(place.head, Relation.ATTACKS):
        return True
    if place.dep_ != "pobj":
        return False
    is_aside = place.head.lower_ == "of" and place.head.head.lower_ in cues("bearings")  # "in a car west of Gaza City"
    return is_aside or place.head.lower_ in cues("event_place_prepositions", "further_place_prepositions")


def place_phrases(token: Token) -> Iterator[Token]:
    """Objects of a word's place prepositions, each followed by its own: "an attack in X", "aimed at Y in X"."""
    for child in token.children:
        if child.dep_ in {"prep", "advmod", "agent"} and child.lower_ in cues("event_place_prepositions"):
            for inner in objects_of(child):
                yield from listed_before_kind(inner)
                yield inner
                yield from place_phrases(inner)
        elif child.dep_ == "acl" and token.pos_ == "NOUN" and child.lemma_ in cues("targeting_verbs", "aiming_verbs"):
            yield from place_phrases(child)
            yield from (place for target in dependents(child, "dobj") for place in place_phrases(target))


def listed_before_kind(noun: Token) -> Iterator[Token]:
    """The first of the names that share a plural for places: "Kano" in "the Kano and Jigawa states"."""
    if noun.tag_ == "NNS" and shares_noun(noun):
        yield from (name for name in noun.lefts if name.pos_ == "PROPN")


def shares_noun(noun: Token) -> bool:
    """Whether names joined by "and" stand before a noun for places: "the Kano and Jigawa states"."""
    return is_kind_of_place(noun) and any(name.pos_ == "PROPN" and dependents(name, "conj") for name in noun.lefts)


def search_order(trigger: Token, ends: tuple[Token, ...]) -> Iterator[Token]:
    """Where to look for an event's place, in order."""
    yield trigger
    verb = light_verb(trigger)
    if verb is not None:
        yield verb
    for end in ends:
        for token in conjuncts(end):
            if trigger in token.ancestors:
                yield token
    yield from (noun for noun in dependents(trigger, "nsubj") if noun.pos_ == "NOUN" and noun not in ends)
    if trigger.dep_ in SUBORDINATE:
        yield trigger.head
    verbal = is_verbal(trigger)
    joined = (other for other in dependents(trigger, "conj") if is_verbal(other) == verbal)
    yield from (other for other in joined if not dependents(other, *SUBJECTS))  # who else acts may act elsewhere
    if not verbal:
        yield from (token for token in trigger.ancestors if is_verbal(token))
