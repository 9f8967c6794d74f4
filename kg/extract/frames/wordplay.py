"""Acts of words that are told of in the words for violence: "attacked the minister for lying", "blasted the bill"."""

from collections.abc import Iterator

from kg.extract.lexicon import cues, head_nouns
from kg.extract.roles import agents, patients
from kg.extract.syntax.dependencies import dependents
from kg.extract.syntax.word_classes import is_time, is_verbal
from kg.language.memory import remembered
from kg.language.words import Token
from kg.model import EntityType

ARMED = (EntityType.ARMED_GROUP, EntityType.PLACE, EntityType.EQUIPMENT)
MATTERS = frozenset({"for", "over"})
PREMODIFYING = frozenset({"compound", "amod", "nmod"})


@remembered
def is_of_words(verb: Token) -> bool:
    """Whether a verb of violence tells of criticism: by its matter, by who acts, or by what it falls on."""
    if not is_verbal(verb) or verb.lemma_ not in cues("criticizing_verbs"):
        return False
    actors, targets = agents(verb), patients(verb)
    if any(token.lemma_.lower() in head_nouns(*ARMED) for token in (*actors, *targets)):
        return False
    return has_matter(verb) or any(map(is_debater, actors)) or any(map(is_policy, targets))


def has_matter(verb: Token) -> bool:
    """Whether a verb says for what somebody is criticised: "for lying", "over the bill", "as a coward"."""
    phrases = (phrase for above in (verb, *dependents(verb, "dobj")) for phrase in dependents(above, "prep"))
    return any(is_matter(inner, phrase.lower_) for phrase in phrases for inner in phrase.children)


def is_matter(inner: Token, preposition: str) -> bool:
    """Whether what follows a preposition is a deed, an affair or an insult, and no place, time or number."""
    if inner.dep_ == "pcomp":
        return preposition == "for" and inner.tag_ == "VBG"
    if inner.dep_ != "pobj" or inner.pos_ != "NOUN" or is_time(inner) or inner.ent_type_:
        return False
    if preposition == "as":
        return inner.lemma_ in head_nouns(EntityType.PERSON)
    return preposition in MATTERS and is_policy(inner)


def is_debater(person: Token) -> bool:
    """Whether somebody fights with words: "politicians", "Republican congressman Jane Doe", "the opposition"."""
    return any(word.lemma_.lower() in cues("debaters") for word in words_of(person))


def words_of(head: Token) -> Iterator[Token]:
    """A noun and the words that modify it."""
    yield head
    yield from (child for child in head.lefts if child.dep_ in PREMODIFYING)


def is_policy(target: Token) -> bool:
    """Whether the act falls on a plan, a law or the like."""
    return target.lemma_.lower() in cues("policies")
