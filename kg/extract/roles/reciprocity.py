"""Reciprocity: words by which two parties act on one another."""

from spacy.tokens import Token

from kg.extract.lexicon import cues

RECIPROCALS = frozenset({"other", "another"})
"""The last words of "each other" and "one another", which head the phrase."""


def is_pair(noun: Token) -> bool:
    """Whether a noun stands for both of two parties: "both countries", "the two sides"."""
    return noun.lemma_.lower() in cues("pair_nouns") and any(c.lower_ in cues("pair_words") for c in noun.children)
