"""Patterns of grammar rather than words, as frames."""

from functools import cache

from kg.extract.frames import Candidate, Frame
from kg.language.words import Token
from kg.model import EntityType, Relation

ANY: frozenset[EntityType] = frozenset()


def bind(
    name: str,
    relation: Relation,
    trigger: Token,
    subject: Token,
    target: Token,
    object_types: frozenset[EntityType] = ANY,
) -> Candidate:
    """The candidate of a pattern: a relation between two words, shown by a third, to objects of some types."""
    return Candidate(pattern(name, relation, object_types), trigger, subject, target)


@cache
def pattern(name: str, relation: Relation, object_types: frozenset[EntityType]) -> Frame:
    """A pattern as a frame."""
    return Frame(name, relation, object_types=object_types)
