"""A stretch of a text as parts: its words, and the mentions in them, one inside the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.explanation.outline import Mark, Mentioned, Part, Words
from kg.model import Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where something stands in the text, end exclusive; `mentioned` is what the part around it will say."""

    start: int
    end: int
    mentioned: Mentioned


def parts_of(text: str, span: Span, mentions: Sequence[Mentioned], marks: Sequence[Mark]) -> tuple[Part, ...]:
    """The parts of a span of a text; a mention that only overlaps it, or another mention, is cut to fit."""
    stretches = [Stretch(each.span.start, each.span.end, each) for each in mentions]
    inside = [cut for each in stretches if (cut := within(each, span.start, span.end)) is not None]
    inside.sort(key=lambda each: (each.start, -each.end))
    near = [mark for mark in marks if mark.span.start < span.end and mark.span.end > span.start]
    return tuple(nest(text, span.start, span.end, inside, near))


def within(stretch: Stretch, start: int, end: int) -> Stretch | None:
    """The part of a stretch that lies between two places, None where there is none."""
    first, last = max(stretch.start, start), min(stretch.end, end)
    return replace(stretch, start=first, end=last) if first < last else None


def nest(text: str, start: int, end: int, inside: Sequence[Stretch], marks: Sequence[Mark]) -> Iterator[Part]:
    """The parts between two places, given the stretches that lie there, sorted by their starts, longer ones first."""
    while inside:
        first, rest = inside[0], inside[1:]
        yield from words(text, start, first.start, marks)
        held = [cut for each in rest if (cut := within(each, first.start, first.end)) is not None]
        parts = tuple(nest(text, first.start, first.end, held, marks))
        yield replace(first.mentioned, parts=parts, is_first=first.start == first.mentioned.span.start)
        start = first.end
        inside = [cut for each in rest if each.start >= start and (cut := within(each, start, end)) is not None]
    yield from words(text, start, end, marks)


def words(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Words]:
    """The words between two places, cut where a mark begins or ends."""
    cuts = {place for mark in marks for place in (mark.span.start, mark.span.end) if start < place < end}
    edges = [start, *sorted(cuts), end]
    for first, last in pairwise(edges):
        if first < last:
            over = [mark for mark in marks if mark.span.start <= first and last <= mark.span.end]
            yield Words(text[first:last], tuple(over))
