"""What an article says: mentions, coreference, roles, statements and their qualifiers."""

from kg.extract.reading import explain, read

__all__ = ["explain", "read"]
