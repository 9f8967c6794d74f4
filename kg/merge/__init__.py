"""Many articles as one graph: who is who, and how each statement stands."""

from kg.merge.resolver import resolve
from kg.merge.statements import to_statements
from kg.merge.union import merge

__all__ = ["merge", "resolve", "to_statements"]
