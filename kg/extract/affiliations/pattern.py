"""Patterns of grammar rather than words, as frames."""

from spacy.tokens import Token

from kg.extract.frames import Candidate, Frame
from kg.model import Relation


def bind(name: str, relation: Relation, trigger: Token, subject: Token, target: Token) -> Candidate:
    """The candidate of a pattern: a relation between two words, shown by a third."""
    return Candidate(Frame(name, relation), trigger, subject, target)
