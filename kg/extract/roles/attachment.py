"""Attachment: to which word a phrase belongs, where the parser hangs it on another."""

from spacy.tokens import Token

from kg.extract.lexicon import cues


def governor_of(word: Token) -> Token:
    """The word above a word; for "of" in "accused X of shelling" the verb, where the parse says the noun too."""
    above = word.head
    if word.dep_ != "prep" or above.dep_ != "dobj" or above.head.lemma_ not in cues("accusing_verbs"):
        return above
    has_clause = any(child.dep_ == "pcomp" for child in word.children)
    return above.head if has_clause and above.i < word.i else above
