"""Modifiers: the names and demonyms before a noun."""

from spacy.tokens import Token

from kg.link.gazetteer import is_demonym

MODIFYING = frozenset({"amod", "compound", "nmod", "npadvmod"})
INSIDE_MODIFIERS = MODIFYING | {"conj"}


def modifiers(noun: Token) -> tuple[Token, ...]:
    """Names and demonyms that modify a noun: "US–Emirati strikes" has two, "Libyan drone and tank attacks" one."""
    found: list[Token] = []
    waiting = [child for child in noun.lefts if child.dep_ in MODIFYING]
    while waiting:
        token = waiting.pop(0)
        if is_demonym(token.text) or (token.pos_ == "PROPN" and not starts_longer_name(token)):
            found.append(token)
        waiting += [child for child in token.children if child.dep_ in INSIDE_MODIFIERS and child.i < noun.i]
    return tuple(sorted(found))


def starts_longer_name(token: Token) -> bool:
    """Whether the next word goes on with the same name."""
    following = token.nbor()
    return following.pos_ == "PROPN" and following == token.head
