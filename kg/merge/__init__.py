"""Many articles as one graph: who is who, how each statement stands, and what happened."""

from kg.merge.resolver import resolve
from kg.merge.statements import to_statements
from kg.merge.union import merge
from kg.merge.voices import voices_of

__all__ = ["merge", "resolve", "to_statements", "voices_of"]
