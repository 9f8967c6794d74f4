"""A reading as plain text: each sentence with its mentions in brackets, and what was read from it below."""

import textwrap
from collections.abc import Iterator

from kg.explanation.composition import compose
from kg.explanation.outline import Named, Outline, Part, Sentence, Told, Words
from kg.model import Reading
from kg.pages.legend import TYPES

MARGIN = 5
"""Columns before a sentence, for its number."""
HEADING = 12
"""Columns of the headings of facts."""
NOTHING = "no statement"


def to_text(reading: Reading, width: int | None = None) -> str:
    """A reading as plain text.

    Args:
        reading: As `kg.pipeline.explain_each` yields it.
        width: Columns to fill; None for lines that are as long as they need.
    """
    shown = compose(reading)
    blocks = [
        "\n".join(head(shown, width)),
        *("\n".join(sentence_lines(sentence, width)) for sentence in shown.sentences),
        "\n".join(entity_lines(shown, width)),
    ]
    return "\n\n".join(filter(None, blocks)) + "\n"


def head(shown: Outline, width: int | None) -> Iterator[str]:
    """The article's title, where it is from, and how much was read."""
    article = shown.article
    published = article.published.isoformat() if article.published else "no date"
    counts = f"sentences: {len(shown.sentences)}, statements: {len(shown.statements)}"
    yield from fold(article.title or article.id, 0, width)
    origin = filter(None, (article.id if article.title else "", article.source, published))
    yield from fold(f"{', '.join(origin)}; {counts}", 0, width)


def sentence_lines(sentence: Sentence, width: int | None) -> Iterator[str]:
    """A sentence and what was read from it."""
    yield from fold(bracketed(sentence.parts), MARGIN, width, f"{sentence.number:>{MARGIN - 2}}")
    for statement in sentence.statements:
        yield from statement_lines(statement, width)
    for statement in sentence.repeated:
        yield from fold(f"again: {statement.words}", 2 * MARGIN, width)
    if not sentence.statements and not sentence.repeated:
        yield from fold(NOTHING, 2 * MARGIN, width)


def statement_lines(statement: Told, width: int | None) -> Iterator[str]:
    """A statement and its facts."""
    yield from fold(f"{arrow(statement)} ({statement.force})", 2 * MARGIN, width, " " * (2 * MARGIN - 3) + "•")
    for fact in statement.facts:
        indent = 2 * MARGIN + HEADING
        yield from fold(fact.words, indent, width, f"{'':{2 * MARGIN}}{fact.heading.lower()}")


def arrow(statement: Told) -> str:
    """Subject, relation and object with an arrow for the direction."""
    tip = "↔" if statement.is_mutual else "→"
    return f"{statement.subject_label} — {statement.verb} {tip} {statement.object.label}"


def entity_lines(shown: Outline, width: int | None) -> Iterator[str]:
    """Who and what is named, and what was seen and is nobody."""
    if shown.entities:
        yield "Named in this article"
    for entity in shown.entities:
        yield from fold(described(entity), 2 * MARGIN - 3, width, f"{f'#{entity.number}':>{MARGIN}}")
    if shown.unlinked:
        yield from fold(f"Seen, but part of no statement: {', '.join(shown.unlinked)}", 0, width)


def described(entity: Named) -> str:
    """An entity with its type, its other names and how often it is mentioned."""
    others = f"; also {', '.join(entity.others)}" if entity.others else ""
    silent = "" if entity.linked else "; in no statement"
    return f"{entity.label} ({TYPES[entity.type].name}, mentions: {len(entity.mentions)}){others}{silent}"


def bracketed(parts: tuple[Part, ...]) -> str:
    """Words with each mention of an entity in brackets, and the entity's number."""
    return "".join(
        part.text
        if isinstance(part, Words)
        else bracketed(part.parts)
        if part.entity is None
        else f"[{bracketed(part.parts)} #{part.entity.number}]"
        for part in parts
    )


def fold(text: str, indent: int, width: int | None, before: str = "") -> list[str]:
    """A text in one line, or in lines of this width, behind an indent that `before` begins."""
    line = " ".join(text.split())
    first = before.ljust(indent)
    if width is None:
        return [(first + line).rstrip()]
    room = max(width, indent + 20)
    return textwrap.wrap(
        line,
        room,
        initial_indent=first,
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [first.rstrip()]
