"""The verbs that make graphs: build, extract, merge."""

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.lines import Line, to_lines
from kg.cli.terminal import say, track, warn, write_json, write_table
from kg.errors import KgError
from kg.model import Article, ArticleGraph

LEFT_OUT = 1
"""Exit code of a run that left something out."""

INTERRUPTED = 130
"""Exit code of a run that Ctrl-C ended: 128 and the number of the signal, as shells count."""


class LineFormat(StrEnum):
    """How extracted statements are printed."""

    JSONL = "jsonl"
    TABLE = "table"


Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCES...",
        help="Files (.txt, .md, .html, .jsonl), folders, or - for standard input.",
        show_default=False,
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="Stop at the first article that cannot be read.")]
Published = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"], metavar="DATE", help="Day of publication of articles that state none (year-month-day)."
    ),
]
Out = Annotated[
    Path,
    typer.Option("--out", help="Folder of the store, or a file .nq, .trig or .ttl; one that exists is added to."),
]


class Warnings:
    """Tells of each article that is left out, and knows whether there was one."""

    def __init__(self) -> None:
        self.any = False

    def __call__(self, error: KgError) -> None:
        """Tell of one."""
        self.any = True
        warn(error)


def build(sources: Sources, out: Out, strict: Strict = False, published: Published = None) -> None:
    """Read articles into a graph.

    An article that the store knows already is passed over; one with the id of another takes its place. So a run that
    was interrupted is finished by repeating it.

    \b
    kg build articles/ --out store
    kg build news.jsonl page.html --published 2019-08-28 --out libya.trig
    cat report.txt | kg build - --out store
    """
    warnings = Warnings()
    try:
        from kg.pipeline import build_into

        articles = _read(sources, warnings, strict, published)
        built = build_into(out, track(articles, "reading articles"))
    except KeyboardInterrupt:
        from kg.rdf import store

        number = len(store.article_ids(out)) if out.exists() else 0
        say(f"interrupted: {number} articles are in {out}; repeat the command to finish")
        raise typer.Exit(INTERRUPTED) from None
    say(f"{out}: articles added: {built.added}, known already: {built.known}, replaced: {built.replaced}")
    if warnings.any:
        raise typer.Exit(LEFT_OUT)


def extract(
    sources: Sources,
    output: Annotated[LineFormat, typer.Option("--format", help="How to print them.")] = LineFormat.JSONL,
    strict: Strict = False,
    published: Published = None,
) -> None:
    """Print what articles state.

    Each statement is a line of JSON, or of a table; nothing is stored.

    \b
    kg extract articles/ > statements.jsonl
    kg extract report.txt --format table
    """
    from kg.pipeline import extract as extract_articles

    warnings = Warnings()
    graphs = extract_articles(_read(sources, warnings, strict, published))
    if output is LineFormat.JSONL:
        _print_lines(graphs)
    else:
        _print_table(track(graphs, "reading articles"))
    if warnings.any:
        raise typer.Exit(LEFT_OUT)


def merge(
    stores: Annotated[list[Path], typer.Argument(metavar="STORE...", help="Stores to merge.", show_default=False)],
    out: Out,
) -> None:
    """Unite stores.

    Nothing is lost, nothing is doubled, and the order does not matter.

    \b
    kg merge march april --out spring
    kg merge spring summer.trig --out everything.nq
    """
    from kg.merge import merge as unite
    from kg.rdf import store

    inputs = [*stores, out] if out.exists() else stores
    united = unite(*(store.load(path) for path in inputs))
    store.save(united, out)
    say(f"{out}: articles: {len(united.articles)}")


def _read(sources: list[str], warnings: Warnings, strict: bool, published: datetime | None) -> Iterable[Article]:
    from kg.articles import read_articles

    day: date | None = published.date() if published else None
    articles = read_articles(sources, strict=strict, on_warning=warnings, published=day)
    # A strict run reads everything before it writes anything.
    return list(articles) if strict else articles


def _print_lines(graphs: Iterable[ArticleGraph]) -> None:
    for line in chain.from_iterable(map(to_lines, graphs)):
        write_json(line, indent=None)


def _print_table(graphs: Iterable[ArticleGraph]) -> None:
    columns = ("who", "does", "to whom or what", "force", "says", "when", "words", "article")
    lines = list(chain.from_iterable(map(to_lines, graphs)))
    write_table(columns, map(_to_row, lines))


def _to_row(line: Line) -> tuple[str, ...]:
    time = line["time"] or {"text": "", "value": None}
    return (
        line["subject"]["label"] if line["subject"] else "—",
        line["relation"],
        line["object"]["label"],
        line["factuality"],
        ", ".join(speaker["label"] for speaker in line["attributed_to"]),
        time["value"] or time["text"],
        line["evidence"]["text"],
        line["article"],
    )
