"""What an article says: mentions, coreference, roles, statements and their qualifiers."""
