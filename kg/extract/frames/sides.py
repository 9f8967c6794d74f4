"""The sides of a talk or quarrel that its trigger does not name itself: "as part of a deal with X"."""

from collections.abc import Iterator

from kg.extract import roles
from kg.extract.lexicon import cues, never_nouns
from kg.extract.roles.attachment import governor_of
from kg.extract.syntax.coordination import conjuncts
from kg.extract.syntax.dependencies import SUBJECTS, dependents
from kg.extract.syntax.modifiers import modifiers, name_start
from kg.extract.syntax.prepositions import prepositional
from kg.extract.syntax.word_classes import HYPHENS, is_verbal
from kg.language.words import Token
from kg.link.gazetteer import country_of, is_demonym, known_actor
from kg.model import EntityType

REACH = 8  # words above the noun
REACH_OF_DASH = 5  # tokens before the noun
PARTIES = frozenset({EntityType.STATE, EntityType.ARMED_GROUP})
PASSIVE_SUBJECTS = SUBJECTS | {"nsubjpass"}
JOINT_PREPOSITIONS = frozenset({"in", "under"})  # "under a truce, X and Y freed prisoners"
OF_OR_FROM = frozenset({"of", "from"})


def sides_around(noun: Token) -> tuple[Token, ...]:
    """Who acts in the clause that a noun stands in: with "a deal with X" one side, with "as part of a deal" both."""
    if roles.at_preposition(noun, "with"):
        return next(filter(None, actors_above(noun)), ())
    verb = clause_of_terms(noun)
    if verb is None:
        return ()
    joined = [conjunct for conjunct in (verb, *verb.conjuncts) if is_verbal(conjunct)]
    found = dict.fromkeys(actor for each in joined for actor in roles.agents(each) if can_act(actor))
    return tuple(found) if len(found) > 1 else ()


def actors_above(noun: Token) -> Iterator[tuple[Token, ...]]:
    """Who acts in each clause above a noun, the nearest first; a speaker stands for the side that he speaks for."""
    token = noun
    for _ in range(REACH):
        above = governor_of(token)
        if above == token:
            return
        if is_verbal(above) and not dependents(above, "expl"):
            actors = [actor for actor in roles.agents(above) if can_act(actor) and actor not in noun.subtree]
            if token.dep_ == "ccomp" and above.lemma_ in cues("reporting_verbs"):
                yield tuple(side for actor in actors for side in spoken_for(actor))
            elif token.dep_ not in PASSIVE_SUBJECTS:
                yield tuple(actors)
        token = above


def can_act(token: Token) -> bool:
    """Whether a word may stand for somebody."""
    return token.lemma_.lower() not in never_nouns()


def spoken_for(speaker: Token) -> tuple[Token, ...]:
    """The state or armed body that speaks, or for which an official does: "Chadian" in "Chadian minister X says"."""
    if is_party(speaker):
        return (speaker,)
    return tuple(token for token in modifiers(speaker) if is_party(token))


def is_party(name: Token) -> bool:
    """Whether the name that ends in this word is a country, its adjective or a well-known armed body."""
    text = name.doc.text_of(name_start(name), name.i + 1)
    actor = known_actor(text)
    return is_demonym(text) or country_of(text) is not None or (actor is not None and actor.type in PARTIES)


def clause_of_terms(noun: Token) -> Token | None:
    """The verb of what is done on the terms of an agreement: "freed" in "X and Y freed prisoners under a truce"."""
    preposition = noun.head
    if noun.dep_ != "pobj":
        return None
    above = preposition.head
    if preposition.lower_ == "of" and above.lemma_ == "part" and above.dep_ == "pobj":
        above = above.head.head
    elif preposition.lower_ not in JOINT_PREPOSITIONS:
        return None
    return above if is_verbal(above) else None


def joined_by_dash(noun: Token) -> tuple[Token, ...]:
    """The two names that a dash joins before a noun: "the Iran–Iraq talks"."""
    doc = noun.doc
    for dash in range(noun.i - 1, max(noun.i - 1 - REACH_OF_DASH, 0), -1):
        if doc[dash].text in HYPHENS:
            second = [token for token in doc[dash + 1 : noun.i] if token.pos_ == "PROPN"]
            first = doc[dash - 1]
            return (first, second[-1]) if second and first.pos_ == "PROPN" else ()
        if doc[dash].is_punct or is_verbal(doc[dash]):
            break
    return ()


def represented(token: Token) -> tuple[Token, ...]:
    """For whom several representatives act: "the governments of X and Y", "Chadian and Libyan officials"."""
    if token.lemma_.lower() not in cues("representatives"):
        return (token,)
    owners = prepositional(token, OF_OR_FROM) or tuple(t for t in modifiers(token) if is_demonym(t.text))
    named = tuple(dict.fromkeys(side for owner in owners for side in conjuncts(owner)))
    return named if len(named) > 1 else (token,)
