"""What the verbs that read articles have in common: their sources, their options and their warnings."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated

import typer

from kg.cli.terminal import warn
from kg.errors import KgError
from kg.model import Article

LEFT_OUT = 1
"""Exit code of a run that left something out."""

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


class Warnings:
    """Tells of each article that is left out, and knows whether there was one."""

    def __init__(self) -> None:
        self.any = False

    def __call__(self, error: KgError) -> None:
        """Tell of one."""
        self.any = True
        warn(error)


def read_from(sources: list[str], warnings: Warnings, strict: bool, published: datetime | None) -> Iterable[Article]:
    """The articles of the sources, as the options say; a strict run reads everything before it writes anything."""
    from kg.articles import read_articles

    day: date | None = published.date() if published else None
    articles = read_articles(sources, strict=strict, on_warning=warnings, published=day)
    return list(articles) if strict else articles
