"""The lexicon: data, not code."""
