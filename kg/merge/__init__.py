"""Many articles as one graph: their union, how each statement stands, and what happened."""

from kg.merge.statements import to_statements
from kg.merge.union import merge
from kg.merge.voices import voices_of

__all__ = ["merge", "to_statements", "voices_of"]
