"""Parses only those sentences of a text that are worth it, and leaves every word of the text where it is."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

ENDINGS = frozenset({".", "!", "?"})
CLOSING = frozenset({'"', "'", ")", "]"})
"""What may stand between a full stop and the next sentence."""
PARSED: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE"]
UNPARSED = "dep"
"""The label that the parser's scheme has for whatever it cannot tell."""
Choice = Callable[[Sequence[Span]], Sequence[bool]]
"""Tells for each of the sentences of a text, as its marks divide it, whether it is worth parsing."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A text before its parse.

    Args:
        doc: Its words.
        sentences: Its sentences as its marks divide it.
        stretches: Where runs of sentences that are worth parsing start and end, in words, the end exclusive.
    """

    doc: Doc
    sentences: tuple[Span, ...]
    stretches: tuple[tuple[int, int], ...]

    @property
    def is_whole(self) -> bool:
        """Whether all of the text is to be parsed."""
        return self.stretches == ((0, len(self.doc)),)

    def parts(self) -> Iterator[Doc]:
        """Each stretch as a text of its own."""
        for start, end in () if self.is_whole else self.stretches:
            words = self.doc[start:end]
            spaces = [bool(token.whitespace_) for token in words]
            yield Doc(self.doc.vocab, [token.text for token in words], spaces)
        if self.is_whole:
            yield self.doc

    def stitched(self, parts: Sequence[Doc]) -> Doc:
        """The text with the parses of its parts; in a sentence that was not parsed all hangs on the first word."""
        if self.is_whole or not len(self.doc):
            return self.doc
        table: Any = self.doc.to_array(PARSED)
        steps = table[:, PARSED.index("HEAD")].view("int64")  # to the head, back or forth
        labels = table[:, PARSED.index("DEP")]
        labels[:] = self.doc.vocab.strings[UNPARSED]
        for sentence in self.sentences:
            steps[sentence.start : sentence.end] = range(0, -len(sentence), -1)
        for (start, end), part in zip(self.stretches, parts, strict=True):
            table[start:end] = part.to_array(PARSED)
        return self.doc.from_array(PARSED, table)


def outline(nlp: Language, text: str, choose: Choice | None) -> Outline:
    """Choose among the sentences of a text; neighbours that are chosen make one stretch, as all do without a choice."""
    doc = nlp.make_doc(text)
    if choose is None:
        return Outline(doc, (), ((0, len(doc)),))
    sentences = tuple(rough_sentences(doc))
    stretches: list[tuple[int, int]] = []
    for sentence, is_chosen in zip(sentences, choose(sentences), strict=True):
        if is_chosen:
            is_next = bool(stretches) and stretches[-1][1] == sentence.start
            start = stretches.pop()[0] if is_next else sentence.start
            stretches.append((start, sentence.end))
    return Outline(doc, sentences, tuple(stretches))


def rough_sentences(doc: Doc) -> Iterator[Span]:
    """The sentences as line breaks and full stops tell them; the parser may find others."""
    words = [token.text for token in doc]
    start = 0
    for index, word in enumerate(words[:-1]):
        if (word in ENDINGS or "\n" in word) and (end := sentence_end(doc, words, index)) is not None and end > start:
            yield doc[start:end]
            start = end
    if words:
        yield doc[start:]


def sentence_end(doc: Doc, words: Sequence[str], mark: int) -> int | None:
    """Index after the sentence that a full stop or line break ends; None where the sentence goes on."""
    after = mark + 1
    if words[mark] in ENDINGS:
        while after < len(words) and words[after] in CLOSING and not doc[after - 1].whitespace_:
            after += 1
        while after < len(words) and words[after].isspace():
            after += 1
    goes_on = after == len(words) or words[after][0].islower() or words[after] in ENDINGS
    return None if goes_on and "\n" not in words[after - 1] else after
