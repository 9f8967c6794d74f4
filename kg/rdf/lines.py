"""Quads as lines of N-Quads, in which all that is derived is made: they take a third of the time that objects take."""

from collections.abc import Iterable, Iterator
from itertools import islice

import pyoxigraph
from pyoxigraph import Quad, RdfFormat

from kg.rdf.encode import Fact

BATCH = 1 << 16
"""How many lines are parsed at a time."""


def lines_in(name: str, facts: Iterable[Fact]) -> Iterator[str]:
    """The facts as lines of the graph with this IRI."""
    end = ending(name)
    for subject, predicate, value in facts:
        yield f"<{subject}> <{predicate}> {value}{end}"


def ending(name: str) -> str:
    """What the lines of the graph with this IRI end in."""
    return f" <{name}> .\n"


def parsed(lines: Iterable[str]) -> Iterator[Quad]:
    """The lines as quads."""
    for batch in batches(lines, BATCH):
        yield from pyoxigraph.parse(batch, format=RdfFormat.N_QUADS, lenient=True)


def batches(lines: Iterable[str], size: int) -> Iterator[str]:
    """So many lines at a time as one text."""
    remaining = iter(lines)
    while batch := "".join(islice(remaining, size)):
        yield batch
