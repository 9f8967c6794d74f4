"""The word lists that the extraction reads, from `kg/data/types.yaml` and `kg/data/cues.yaml`."""

from functools import cache
from typing import Any

from kg.errors import LexiconError
from kg.model import EntityType
from kg.resources import load_yaml


@cache
def cues(*path: str) -> frozenset[str]:
    """The words under a key of cues.yaml, such as `cues("reporting", "verbs")`.

    Raises:
        LexiconError: There is no such list.
    """
    found: Any = load_yaml("cues.yaml")
    for key in path:
        found = found.get(key) if isinstance(found, dict) else None
    if not isinstance(found, list):
        raise LexiconError(f"no list of words named {'.'.join(path)}", path="cues.yaml")
    return frozenset(str(word) for word in found)


@cache
def head_nouns(kind: EntityType) -> frozenset[str]:
    """The lemmas that make a noun phrase an entity of this type."""
    found: Any = load_yaml("types.yaml").get(kind.value, [])
    lists = found.values() if isinstance(found, dict) else [found]
    return frozenset(str(word) for words in lists for word in words)


@cache
def place_nouns(kind: str) -> frozenset[str]:
    """The nouns for settlements, regions or sites."""
    return frozenset(load_yaml("types.yaml")["Place"][kind])


@cache
def never_nouns() -> frozenset[str]:
    """Nouns for events, times and abstractions, which never stand as an entity."""
    return frozenset(load_yaml("types.yaml")["never"])
