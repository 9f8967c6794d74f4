"""Words that describe somebody or something without naming it."""

import re
from functools import cache, lru_cache

from kg.link.gazetteer import country_of, is_demonym
from kg.link.names import normal_form, word_list
from kg.model import EntityType

ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
ARABIC_ARTICLE = re.compile(r"^(?:al|el|ul|ad|an|ar|as|ash|at|az)-(?=[A-Z])")
NUMBER = re.compile(r"\d[\d,.]*")

_CACHED_NAMES = 1 << 16


@lru_cache(_CACHED_NAMES)
def is_description(name: str, entity_type: EntityType) -> bool:
    """Whether words describe without naming: "seven fighters", "the army", "Local residents"."""
    words = ARTICLE.sub("", name).split()
    if not words or not any(map(is_telling, words)):
        return True
    lowered = [word for word in words if word[0].islower() and not ARABIC_ARTICLE.match(word)]
    if entity_type is EntityType.PERSON:
        return set(normal_form(name, entity_type).split()) <= word_list("titles") | word_list("generic") or any(
            word not in word_list("particles") and word not in word_list("titles") for word in lowered
        )
    first = words[0]
    if lowered and (first.casefold() in word_list("indefinites") or NUMBER.fullmatch(first)):
        return True
    if entity_type is EntityType.PLACE:
        return first in lowered and (first not in word_list("directions") or words[1:2] == lowered[1:2])
    plain = [word for word in lowered if word.islower()]
    if plain and plain[-1] in word_list("individuals") and words[-1] == plain[-1]:
        # "Palestinian gunman": somebody of a people, not a body.
        return all(country_of(word) or is_demonym(word) or word in lowered for word in words)
    return first in lowered or any(word not in _within_names() for word in plain)


@cache
def _within_names() -> frozenset[str]:
    """The words in lower case that the name of a body may hold: "of", "de" in "Comando de Libertação"."""
    return word_list("generic") | word_list("particles") | word_list("joining_words")


def is_telling(word: str) -> bool:
    """Whether a word can be part of a name: it has a capital, and is no generic noun at the beginning of a sentence."""
    form = normal_form(word)
    return any(map(str.isupper, word)) and form not in word_list("generic") and form not in word_list("indefinites")
