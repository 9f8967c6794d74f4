"""Makes the words of an attestation ready to be shown: within their sentence, with speaker, time and article."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import Article, Attestation, Count, Factuality, KnowledgeGraph, Resolution, Span, Time

_TITLES = ("Mr", "Mrs", "Ms", "Dr", "St", "Lt", "Col", "Gen", "Maj", "Brig", "Capt", "Sgt")
_NOT_AFTER = "".join(rf"(?<!\b{title})" for title in _TITLES)
_SENTENCE_END = re.compile(rf"\n+|(?:[!?…؟]|(?<!\b[A-Z]){_NOT_AFTER}\.)[\"'”’»)\]]*\s+")
_REACH = 400
"""How many characters are shown on either side of the words at most, where a text has no sentence ends."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """What one sentence of one article says, in its own words.

    Args:
        id: Of the attestation.
        before: The sentence up to the words.
        words: The exact words that state it.
        after: The rest of the sentence.
        factuality: With what force it is said.
        speakers: Labels of whom the article says it from, innermost first; () for the article's own voice.
        time: When it happened, or None.
        place: Label of the place where it happened, or "".
        instrument: Label of what it was done with, or "".
        count: How many people, or None.
        article: The article that says it.
    """

    id: str
    before: str
    words: str
    after: str
    factuality: Factuality
    speakers: tuple[str, ...]
    time: Time | None
    place: str
    instrument: str
    count: Count | None
    article: Article


def quotations(graph: KnowledgeGraph, resolution: Resolution) -> dict[str, Quotation]:
    """Every attestation of a graph by its id, with the names that entities have over all articles."""
    labels = {entity.id: entity.label for entity in resolution.entities}
    names = {member: labels[entity] for member, entity in resolution.canonical.items()}
    return {
        attestation.id: _quotation(attestation, each.article, names)
        for each in graph.articles
        for attestation in each.attestations
    }


def _quotation(attestation: Attestation, article: Article, names: Mapping[str, str]) -> Quotation:
    before, words, after = sentence_around(article.text, attestation.evidence)
    return Quotation(
        attestation.id,
        before,
        words,
        after,
        attestation.factuality,
        tuple(names[speaker] for speaker in attestation.attributed_to),
        attestation.time,
        names[attestation.place] if attestation.place else "",
        names[attestation.instrument] if attestation.instrument else "",
        attestation.count,
        article,
    )


def sentence_around(text: str, span: Span) -> tuple[str, str, str]:
    """The sentence that a span stands in, as what precedes it, the span's words and what follows.

    The sentence goes from the sentence or line end before the span to the next one after it. A stretch longer than
    400 characters on one side is cut at a blank and marked by "…".
    """
    first, last = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
    cuts = [first, *(match.end() for match in _SENTENCE_END.finditer(text, first, last)), last]
    start = max(cut for cut in cuts if cut <= span.start)
    end = min(cut for cut in cuts if cut >= span.end)
    before, after = text[start : span.start].lstrip(), text[span.end : end].rstrip()
    if start == first > 0:
        before = f"… {before.partition(' ')[2]}"
    if end == last < len(text):
        after = f"{after.rpartition(' ')[0]} …"
    return before, text[span.start : span.end], after
