"""The word lists that the extraction reads, from `kg/data/types.yaml` and `kg/data/cues.yaml`."""

from functools import cache
from typing import Any

from kg.errors import LexiconError
from kg.model import EntityType
from kg.resources import load_yaml

CUES = "cues.yaml"
TYPES = "types.yaml"
TIMES = "times.yaml"


@cache
def cues(*names: str) -> frozenset[str]:
    """The words of one or several lists of cues.yaml, such as `cues("reporting_verbs")`.

    Raises:
        LexiconError: There is no list of one of these names.
    """
    return frozenset(word for name in names for word in word_list(CUES, name))


@cache
def head_nouns(*kinds: EntityType) -> frozenset[str]:
    """The lemmas that make a noun phrase an entity of one of these types.

    Raises:
        LexiconError: types.yaml has no list for one of them.
    """
    return frozenset(word for kind in kinds for word in word_list(TYPES, kind.value))


@cache
def place_nouns(*kinds: str) -> frozenset[str]:
    """The nouns for `settlements`, `regions` or `sites`.

    Raises:
        LexiconError: types.yaml has no such list of places.
    """
    return frozenset(word for kind in kinds for word in word_list(TYPES, "Place", kind))


@cache
def never_nouns() -> frozenset[str]:
    """Nouns for events, times and abstractions, which never stand as an entity."""
    return frozenset(word_list(TYPES, "never"))


@cache
def weekdays() -> frozenset[str]:
    """The names of the days of the week in lower case."""
    return frozenset(word.lower() for word in word_list(TIMES, "weekdays"))


def word_list(file: str, *path: str) -> list[str]:
    """The words under a key of a file, those of the lists below it included.

    Raises:
        LexiconError: There is no list of words there.
    """
    found: Any = load_yaml(file)
    for key in path:
        found = found.get(key) if isinstance(found, dict) else None
    lists = list(found.values()) if isinstance(found, dict) else [found]
    if not all(isinstance(words, list) for words in lists):
        raise LexiconError(f"no list of words named {'.'.join(path)}", path=file, remedy="reinstall the package")
    return [str(word) for words in lists for word in words]
