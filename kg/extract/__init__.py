"""What an article says: mentions, coreference, roles, statements and their qualifiers."""

from kg.extract.reading import explain, read
from kg.extract.screening import worth_parsing

__all__ = ["explain", "read", "worth_parsing"]
