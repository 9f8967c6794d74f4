"""The facts under a statement: who says it, when, where, how many, and why it was read."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from kg.explanation.outline import Fact
from kg.model import Attestation, Reading, Span, Time
from kg.pages.words import count_in_words, time_in_words

ARTICLE = "the article itself"
NO_WORD = "the way it is worded"


def facts_of(attestation: Attestation, reading: Reading, labels: Mapping[str, str]) -> Iterator[Fact]:
    """The facts of a statement in the order of reading; `labels` are those of the entities, by id."""
    yield Fact("Said by", speakers(attestation, labels))
    circumstances = (
        ("When", when(attestation.time)),
        ("Where", labels.get(attestation.place or "", "")),
        ("With", labels.get(attestation.instrument or "", "")),
        ("People", count_in_words(attestation.count)),
    )
    yield from (Fact(heading, words) for heading, words in circumstances if words)
    yield Fact("Words", quoted(attestation.evidence.text))
    if again := repeated(reading.repetitions.get(attestation.id, ())):
        yield Fact("Told again", again)
    yield Fact("Because of", reason(attestation, reading))
    yield Fact("Confidence", str(attestation.confidence))


def speakers(attestation: Attestation, labels: Mapping[str, str]) -> str:
    """From whom the article has it, the innermost speaker first."""
    first, *others = [labels[speaker] for speaker in attestation.attributed_to] or [ARTICLE]
    return ", ".join([first, *(f"quoted by {other}" for other in others)])


def when(time: Time | None) -> str:
    """The time words and what they mean."""
    meaning = time_in_words(time)
    return " = ".join(filter(None, (quoted(time.text), meaning))) if time else ""


def repeated(spans: Iterable[Span]) -> str:
    """The other words that tell the same, each once with how often they stand there."""
    counts = Counter(quoted(span.text) for span in spans)
    return ", ".join(words if count == 1 else f"{words} ({count} times)" for words, count in counts.items())


def reason(attestation: Attestation, reading: Reading) -> str:
    """What made the statement: a word of the text or its grammar, and the frame of the lexicon that takes it so."""
    trigger = reading.triggers.get(attestation.id)
    words = f"the word {quoted(trigger.text)}" if trigger else NO_WORD
    return f"{words}, frame {attestation.frame}" if attestation.frame else words


def quoted(text: str) -> str:
    """Words of the article in one line, in quotation marks."""
    return f"“{' '.join(text.split())}”"
