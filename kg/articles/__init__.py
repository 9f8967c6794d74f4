"""Readers: one module for each form that articles come in."""

from kg.articles.reading import read_articles

__all__ = ["read_articles"]
