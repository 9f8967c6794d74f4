"""Modifiers: the names and demonyms before a noun."""

from spacy.tokens import Token

from kg.extract.lexicon import head_nouns
from kg.link.gazetteer import is_demonym
from kg.model import EntityType

MODIFYING = frozenset({"amod", "compound", "nmod", "npadvmod"})
INSIDE_MODIFIERS = MODIFYING | {"conj"}


def modifiers(noun: Token) -> tuple[Token, ...]:
    """Who modifies a noun: two in "US–Emirati strikes", one in "Libyan drone and tank attacks", "a rebel ambush"."""
    found: list[Token] = []
    waiting = [child for child in noun.lefts if child.dep_ in MODIFYING]
    while waiting:
        token = waiting.pop(0)
        is_last_of_name = token.pos_ == "PROPN" and not starts_longer_name(token)
        if is_last_of_name or is_demonym(token.text) or is_force(token):
            found.append(token)
        waiting += [child for child in token.children if child.dep_ in INSIDE_MODIFIERS and child.i < noun.i]
    return tuple(sorted(found))


def is_force(token: Token) -> bool:
    """Whether a common noun before another one names who acts: "rebel" in "a rebel ambush"."""
    return token.pos_ == "NOUN" and token.dep_ == "compound" and token.lemma_ in head_nouns(EntityType.ARMED_GROUP)


def starts_longer_name(token: Token) -> bool:
    """Whether the next word goes on with the same name."""
    following = token.nbor()
    return following.pos_ == "PROPN" and following == token.head
