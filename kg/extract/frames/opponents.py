"""Against whom those fought that fell in a fight: "killed in clashes with X", "when troops clashed with X"."""

from kg.extract.frames.affected import is_known_force
from kg.extract.frames.candidate import Filler
from kg.extract.frames.triggers import noun_frames
from kg.extract.lexicon import cues
from kg.extract.roles import agents, between, patients
from kg.extract.syntax.dependencies import dependents
from kg.extract.syntax.prepositions import prepositional
from kg.extract.syntax.semantic_heads import counted
from kg.extract.syntax.voice import is_passive
from kg.language.words import Token

AGAINST = frozenset({"with", "against"})


def opponents_of_fallen(fight: Token, verb: Token) -> list[Filler]:
    """Whom those fought against that fell in a fight: "X" in "killed in clashes with X"."""
    fell = is_passive(verb) or not dependents(verb, "dobj")
    if not fell or not any(frame.two_sided for frame in noun_frames(fight)):
        return []
    opponents = prepositional(fight, AGAINST) or enemies_among(between(fight), verb)
    return [Filler(opponent) for opponent in opponents]


def opponents_in_clause(clause: Token, verb: Token) -> list[Filler]:
    """Whom those fought against that fell when two sides fought: "X" in "ten soldiers died when the army fought X"."""
    other = prepositional(clause, AGAINST) or (() if is_passive(clause) else dependents(clause, "dobj"))
    return [Filler(enemy) for enemy in enemies_among((*agents(clause), *other), verb)]


def enemies_among(sides: tuple[Token, ...], verb: Token) -> tuple[Token, ...]:
    """The one of two sides against whom the fallen of a verb must have fought.

    Soldiers fall to the side that is no state's, fighters to the other one.
    """
    fallen = {counted(one).lemma_.lower() for one in (patients(verb) if is_passive(verb) else agents(verb))}
    are_regular = bool(fallen) and fallen <= cues("state_fighters")
    if len(sides) != 2 or not (are_regular or (fallen and fallen <= cues("nouns_for_a_side"))):
        return ()
    enemies = tuple(side for side in sides if is_irregular(side) == are_regular)
    return enemies if len(enemies) == 1 else ()


def is_irregular(side: Token) -> bool:
    """Whether a side of a fight is no state's: "Dawn fighters", "the rebels"."""
    return is_known_force(side) or counted(side).lemma_.lower() in cues("irregular_fighters", "nouns_for_a_side")
