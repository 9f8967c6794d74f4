"""Roles: who does what to whom in a parse. This folder alone knows the grammar of English predicates.

It follows a role through passives, conjunctions, relative clauses, control ("urged them to leave"), light verbs
("launched an attack") and nominalisations ("her attack on X").
"""

from kg.extract.roles.adjectives import described
from kg.extract.roles.light_verbs import carrying_participle, light_verb, outermost
from kg.extract.roles.nouns import (
    between,
    causers,
    circumstantial_verb,
    context_agents,
    counted_among,
    receivers,
    surrounding_verb,
    tallied,
    targeted,
    undergoers,
)
from kg.extract.roles.prepositions import at_object, at_preposition, fired_on
from kg.extract.roles.responsibility import answerers, claimers
from kg.extract.roles.verbs import agents, carriers, patients

__all__ = [
    "agents",
    "answerers",
    "at_object",
    "at_preposition",
    "between",
    "carriers",
    "carrying_participle",
    "causers",
    "circumstantial_verb",
    "claimers",
    "context_agents",
    "counted_among",
    "described",
    "fired_on",
    "light_verb",
    "outermost",
    "patients",
    "receivers",
    "surrounding_verb",
    "tallied",
    "targeted",
    "undergoers",
]
