"""Mentions: the noun phrases that may stand for an entity, and what kind of thing each is."""

from kg.extract.mentions.finding import find_mentions
from kg.extract.mentions.mention import DEMONYM, DESCRIPTION, NAME, PRONOUN, Certainty, Kind, Mention

__all__ = ["DEMONYM", "DESCRIPTION", "NAME", "PRONOUN", "Certainty", "Kind", "Mention", "find_mentions"]
