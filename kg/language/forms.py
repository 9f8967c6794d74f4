"""The lemmas that a form of a word may have, before a parse tells its part of speech."""

from functools import cache
from typing import Any

from kg.language.nlp import load_model

PARTS = ("noun", "verb", "adj")


@cache
def possible_lemmas(word: str) -> frozenset[str]:
    """All lemmas that the model may give a word in lower case, by its tables; the word itself is one of them."""
    lemmatizer: Any = load_model().get_pipe("lemmatizer")  # spaCy declares no types for its components
    rules, exceptions = (lemmatizer.lookups.get_table(name) for name in ("lemma_rules", "lemma_exc"))
    found = {word}
    for part in PARTS:
        found.update(exceptions[part].get(word, ()))
        found.update(word.removesuffix(old) + new for old, new in rules[part] if word.endswith(old) and word != old)
    return frozenset(found)
