"""The verbs that read articles and store nothing: extract, read."""

from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.lines import Line, LineFormat, to_lines
from kg.cli.sources import LEFT_OUT, Published, Sources, Strict, Warnings, read_from
from kg.cli.terminal import line_width, say, track, write, write_json, write_table
from kg.model import ArticleGraph, Reading


def extract(
    sources: Sources,
    output: Annotated[LineFormat, typer.Option("--format", help="How to print them.")] = LineFormat.JSONL,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Print the articles instead, and under each sentence what was read and why."),
    ] = False,
    strict: Strict = False,
    published: Published = None,
) -> None:
    """Print what articles state.

    Each statement is a line of JSON, or of a table; nothing is stored.

    \b
    kg extract articles/ > statements.jsonl
    kg extract report.txt --format table
    kg extract report.txt --explain
    """
    from kg import pipeline

    if explain and output is not LineFormat.JSONL:
        raise typer.BadParameter("give --explain or --format, not both")
    warnings = Warnings()
    articles = read_from(sources, warnings, strict, published)
    if explain:
        _print_readings(pipeline.explain_each(articles))
    elif output is LineFormat.JSONL:
        _print_lines(pipeline.extract(articles))
    else:
        _print_table(track(pipeline.extract(articles), "reading articles"))
    if warnings.any:
        raise typer.Exit(LEFT_OUT)


def read(
    sources: Sources,
    output: Annotated[Path, typer.Option("--output", "-o", help="The page to write; - is standard output.")] = Path(
        "reading.html"
    ),
    strict: Strict = False,
    published: Published = None,
) -> None:
    """Show articles as they were read, as a web page.

    Any browser opens it, without a network: the text with everybody and everything that is named in it, and under each
    sentence what was read from it, who says so, and the words that made it so. Nothing is stored.

    \b
    kg read report.txt -o report.html
    kg read articles/ -o articles.html
    """
    from kg import pipeline
    from kg.explanation import to_html
    from kg.pages.writing import write_page

    warnings = Warnings()
    articles = read_from(sources, warnings, strict, published)
    readings = list(track(pipeline.explain_each(articles), "reading articles"))
    if output == Path("-"):
        write(to_html(readings))
    else:
        write_page(to_html(readings), output)
        statements = sum(len(reading.graph.attestations) for reading in readings)
        say(f"{output}: articles: {len(readings)}, statements: {statements}")
    if warnings.any:
        raise typer.Exit(LEFT_OUT)


def _print_lines(graphs: Iterable[ArticleGraph]) -> None:
    for line in chain.from_iterable(map(to_lines, graphs)):
        write_json(line, indent=None)


def _print_readings(readings: Iterable[Reading]) -> None:
    from kg.explanation import to_text

    width = line_width()
    for place, reading in enumerate(readings):
        write(("\n\n" if place else "") + to_text(reading, width))


def _print_table(graphs: Iterable[ArticleGraph]) -> None:
    heads = ("who", "does", "to whom or what", "force", "says", "when", "words", "article")
    lines = list(chain.from_iterable(map(to_lines, graphs)))
    write_table(heads, map(_to_row, lines))


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
