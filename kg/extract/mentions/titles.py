"""Titles before names."""

from functools import cache

from spacy.tokens import Token

from kg.extract.lexicon import cues, head_nouns
from kg.model import EntityType


def is_title(token: Token) -> bool:
    """Whether the word is a title that stands before names."""
    if token.pos_ == "NOUN":
        return token.lemma_ in title_nouns()
    return token.lower_.rstrip(".") in cues("titles")


@cache
def title_nouns() -> frozenset[str]:
    """All single words that may end a title."""
    return cues("titles", "command_titles", "member_titles") | head_nouns(EntityType.PERSON)
