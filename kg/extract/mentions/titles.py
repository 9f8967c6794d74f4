"""Titles before names."""

from functools import cache

from kg.extract.lexicon import cues, head_nouns
from kg.language.words import Token
from kg.link.gazetteer import is_demonym
from kg.model import EntityType


def is_title(token: Token) -> bool:
    """Whether the word is a title that stands before names."""
    if token.pos_ == "NOUN":
        return token.lemma_ in title_nouns()
    return token.lower_.rstrip(".") in cues("titles")


def is_force_before_title(token: Token) -> bool:
    """Whether the word is the nation's armed body that the title after it is of: "army" in "Libyan army chief"."""
    if token.lemma_.lower() not in cues("forces_before_titles") or token.i in {0, len(token.doc) - 1}:
        return False
    title = token.nbor()
    has_name = title.i + 1 < len(token.doc) and title.nbor().pos_ == "PROPN"  # else the title says for whom it speaks
    titles = cues("command_titles", "member_titles") if has_name else cues("command_titles")
    return is_demonym(token.nbor(-1).text) and title.lemma_ in titles


def is_side_before_title(token: Token) -> bool:
    """Whether the word is the party to a conflict that the title after it leads: "rebel" in "rebel leader Jane Doe"."""
    if token.lemma_.lower() not in cues("nouns_for_a_side") or token.i + 1 == len(token.doc):
        return False
    title = token.nbor()  # "Islamist militants" are one party
    return is_title(title) and title.lemma_.lower() not in head_nouns(EntityType.ARMED_GROUP)


@cache
def title_nouns() -> frozenset[str]:
    """All single words that may end a title."""
    return cues("titles", "command_titles", "member_titles") | head_nouns(EntityType.PERSON)
