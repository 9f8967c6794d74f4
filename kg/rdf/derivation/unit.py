"""A piece of what is derived, as it was and as it is."""

from collections.abc import Iterable

from pyoxigraph import Quad

Unit = tuple[Iterable[Quad], Iterable[str]]
"""The quads about one thing before, and the lines of those about it now."""
