"""Prepositional phrases: what a preposition governs."""

from kg.extract.syntax.coordination import conjuncts
from kg.extract.syntax.possession import owned_by_split_name
from kg.extract.syntax.word_classes import NOMINAL
from kg.language.memory import remembered
from kg.language.words import Token

GOVERNED = NOMINAL | {"ADJ", "DET"}
PARTICLES = frozenset({"back", "out", "away", "off", "closer", "deeper"})
PHRASES = frozenset({"prep", "agent", "dative", "prt", "advmod"})


@remembered
def objects_of(preposition: Token) -> tuple[Token, ...]:
    """What a preposition governs, conjuncts included; "near to the border" reaches through the second one."""
    found: list[Token] = []
    for child in preposition.children:
        if child.dep_ in {"pobj", "pcomp"} and child.pos_ in GOVERNED:
            found += conjuncts(owned_by_split_name(child) or child)
        elif child.dep_ == "prep":
            found += objects_of(child)
    return tuple(found)


def prepositional(token: Token, words: frozenset[str]) -> tuple[Token, ...]:
    """The objects of the token's prepositional phrases with one of these prepositions, in the order of the text."""
    phrases: list[Token] = []
    after_particles: list[Token] = []
    for child in token.children:
        if child.lower_ in words and child.dep_ in PHRASES:
            phrases.append(child)
        if child.lower_ in PARTICLES:
            after_particles += after_particle(child, words)
    if not phrases and not after_particles:
        return ()
    return tuple([found for phrase in (*phrases, *after_particles) for found in objects_of(phrase)])


def after_particle(particle: Token, words: frozenset[str]) -> list[Token]:
    """The prepositions that the parser hangs on a particle: "from" in "fell back from the hill"."""
    return [child for child in particle.children if child.lower_ in words and child.dep_ == "prep"]


def own_phrases(noun: Token) -> list[Token]:
    """The prepositions that say something of a noun itself: not the last in "troops and members of X"."""
    labels = [child.dep_ for child in noun.rights]
    own = noun.rights[: labels.index("conj")] if "conj" in labels else noun.rights
    return [child for child in own if child.dep_ == "prep"] if "prep" in labels else []
