"""The time expressions of a text with the periods that they mean."""

from dataclasses import dataclass
from datetime import date

from kg.extract.times.resolution import resolve_times
from kg.language.words import Doc
from kg.model import Time


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression of a text; `start` and `end` are token indices, end exclusive."""

    start: int
    end: int
    time: Time


def find_times(doc: Doc, published: date | None) -> tuple[TimeMention, ...]:
    """The time expressions of a text, resolved against its day of publication and never against today.

    Args:
        doc: The parsed text.
        published: Its day of publication; without it only dates that name their year get a value.

    Returns:
        The mentions in the order of the text. Two overlap only where "since" dates something by an event: "since the
        truce on 19 January" holds "19 January". Durations and vague times keep their words and have no dates.
    """
    found = []
    for start, end, period in resolve_times(doc, published):
        words = " ".join(doc.text_of(start, end).split())
        time = Time(words, period.earliest, period.latest, period.precision) if period is not None else Time(words)
        found.append(TimeMention(start, end, time))
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.end)))
