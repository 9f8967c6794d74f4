"""Shows an article as it was read: under each sentence what was taken from it, and why."""

from kg.explanation.html import to_html
from kg.explanation.text import to_text

__all__ = ["to_html", "to_text"]
