"""Many articles as one graph: their union, who repeats whom, how each statement stands, and what happened."""

from kg.merge.events import to_events
from kg.merge.statements import to_statements
from kg.merge.union import merge
from kg.merge.voices import voices_of

__all__ = ["merge", "to_events", "to_statements", "voices_of"]
