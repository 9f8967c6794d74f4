"""Reciprocity: words by which two parties act on one another."""

from kg.extract.lexicon import cues
from kg.language.words import Token

RECIPROCALS = frozenset({"other", "another"})
"""The last words of "each other" and "one another", which head the phrase."""


def is_pair(noun: Token) -> bool:
    """Whether a noun stands for both of two parties: "both countries", "the two sides", "between the parties"."""
    if noun.lemma_.lower() not in cues("pair_nouns"):
        return False
    words = {child.lower_ for child in noun.children}
    is_between = noun.head.lower_ == "between" and noun.tag_ == "NNS" and "the" in words
    return is_between or not words.isdisjoint(cues("pair_words"))
