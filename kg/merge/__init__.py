"""Many articles as one graph: their union, and how each statement stands."""

from kg.merge.statements import to_statements
from kg.merge.union import merge

__all__ = ["merge", "to_statements"]
