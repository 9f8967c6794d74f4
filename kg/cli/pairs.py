"""Pairs of entities as they are printed: what is to be decided, and what was judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from kg.cli.terminal import to_one_line, write, write_json, write_table
from kg.model import CANONICAL, Judgement, Outcome

if TYPE_CHECKING:
    from kg.judging import Doubt
    from kg.rdf.catalogue import Catalogue
    from kg.rdf.ledger import Ledger
    from kg.rdf.portraits import Portrait, Quote


class PairFormat(StrEnum):
    """How pairs are printed."""

    TEXT = "text"
    JSONL = "jsonl"


class Pairs(StrEnum):
    """Which pairs are printed."""

    UNSURE = "unsure"
    JOINED = "joined"
    JUDGED = "judged"


def print_doubts(catalogue: Catalogue, doubts: Iterable[Doubt], output: PairFormat) -> None:
    """Print what is to be decided, with what articles tell of both."""
    for number, doubt in enumerate(doubts):
        if output is PairFormat.JSONL:
            write_json(_doubt_line(doubt, catalogue), indent=None)
        else:
            write(("\n" if number else "") + doubt_text(doubt, catalogue))


def doubt_text(doubt: Doubt, catalogue: Catalogue) -> str:
    """A pair for a reader who decides."""
    portraits = doubt.portraits(catalogue)
    left, right = (each.label for each in portraits)
    lines = [f"{left} – {right} (score {doubt.score})", *(f"  {reason}" for reason in doubt.reasons)]
    lines += [line for each in portraits for line in _portrait_lines(each)]
    return "\n".join(map(_indented, lines))


def print_judgements(catalogue: Catalogue, ledger: Ledger, show: Pairs, about: str | None, output: PairFormat) -> None:
    """Print what the machine joined, or what persons judged and did not take back."""
    from kg.judging import called, entity_of

    lines = ledger.standing
    judgements = catalogue.machine_judgements(Outcome.SAME) if show is Pairs.JOINED else tuple(lines)
    rows: list[dict[str, Any]] = [
        {
            "line": lines.get(each),
            "when": each.when or None,
            "by": each.by,
            "outcome": each.outcome.value,
            "left": _prefixed(each.left),
            "right": _prefixed(each.right),
            "names": [called(catalogue, each.left), called(catalogue, each.right)],
            "score": float(each.score),
            "why": each.reason,
        }
        for each in judgements
        if about is None or about in (entity_of(catalogue, each.left), entity_of(catalogue, each.right))
    ]
    if output is PairFormat.JSONL:
        for row in rows:
            write_json(row, indent=None)
        return
    heads = ("one", "other", "judged", "score", "by", "when", "why")
    write_table(
        heads, ((*row["names"], row["outcome"], row["score"], row["by"], row["when"], row["why"]) for row in rows)
    )


def waiting_text(judgement: Judgement) -> str:
    """What is said of a judgement that waits for an entity."""
    sides = f"{_prefixed(judgement.left)} and {_prefixed(judgement.right)}"
    return f"no article tells of one of {sides} any longer: the judgement waits until one does"


def _prefixed(reference: str) -> str:
    return reference if reference.startswith(CANONICAL) else f"mention-{CANONICAL}{reference}"


def _indented(line: str) -> str:
    return line[: len(line) - len(line.lstrip())] + to_one_line(line)


def _portrait_lines(portrait: Portrait) -> Iterator[str]:
    named_in = ", ".join(_article(*each) for each in portrait.named_in)
    more = portrait.articles - len(portrait.named_in)
    yield f"  {portrait.label} ({portrait.type}), {CANONICAL}{portrait.entity}"
    yield f"    called {', '.join(portrait.names)}"
    yield f"    in {named_in}{f' and {more} more' if more else ''}"
    for quote in portrait.quotes:
        yield f"    {_article(quote.article, quote.published)}: “{quote.words}”"


def _article(identifier: str, published: date | None) -> str:
    return f"{identifier} ({published.isoformat() if published else 'no date'})"


def _doubt_line(doubt: Doubt, catalogue: Catalogue) -> dict[str, Any]:
    """A pair for a program; with another answer it can be given to `--answers`."""
    return {
        "left": _prefixed(doubt.left),
        "right": _prefixed(doubt.right),
        "answer": "skip",
        "score": float(doubt.score),
        "reasons": doubt.reasons,
        "evidence": [_portrait(each) for each in doubt.portraits(catalogue)],
    }


def _portrait(portrait: Portrait) -> dict[str, Any]:
    return {
        "entity": f"{CANONICAL}{portrait.entity}",
        "label": portrait.label,
        "type": portrait.type,
        "names": portrait.names,
        "articles": portrait.articles,
        "named_in": [{"article": one, "published": _day(day)} for one, day in portrait.named_in],
        "quotes": [_quote(each) for each in portrait.quotes],
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {"article": quote.article, "published": _day(quote.published), "words": quote.words}


def _day(published: date | None) -> str | None:
    return published.isoformat() if published else None
