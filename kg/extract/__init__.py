"""What an article says: mentions, coreference, roles, statements and their qualifiers."""

from kg.extract.reading import read

__all__ = ["read"]
