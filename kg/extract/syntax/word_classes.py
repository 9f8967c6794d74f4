"""Word classes: what counts as a name, a noun or a verb, whatever the tagger calls it."""

import re

from spacy.tokens import Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
VERBS = frozenset({"VERB", "AUX"})
HYPHENS = frozenset({"-", "–"})
"""The marks that join the words of a compound: "Chad-backed"."""
TIMES = frozenset({"DATE", "TIME"})
NOT_NAMES = TIMES | {"", "CARDINAL"}
ARABIC_NAME = re.compile(r"(?:al|el|as|ash|an|ad|ul|ben|bin)-[A-Z]")
"""A name with its article, which the tagger does not always know for a name."""


def is_name(token: Token) -> bool:
    """Whether the word is (part of) a proper name."""
    if token.pos_ == "PROPN" or (token.ent_type_ not in NOT_NAMES and token.text[:1].isupper()):
        return True
    return bool(ARABIC_NAME.match(token.text))


def is_time(token: Token) -> bool:
    """Whether the word heads a time, which takes no part in anything: "Monday", "27 August"."""
    return token.ent_type_ in TIMES


def is_verbal(token: Token) -> bool:
    """Whether the word is used as a verb, participles before nouns and "open fire" taken for an adjective included."""
    part = token.pos_
    return part in VERBS or (part == "ADJ" and any(c.dep_ == "dobj" for c in token.children))
