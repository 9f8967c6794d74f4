"""Reads articles from all sources in one stream: no article twice, no id twice, no failure unsaid."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, count
from pathlib import Path
from typing import BinaryIO

from kg.articles.sources import read_source
from kg.errors import ArticleError
from kg.model import Article


def read_articles(
    sources: Sequence[str | Path],
    *,
    strict: bool = False,
    on_warning: Callable[[ArticleError], None] | None = None,
    published: date | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Article]:
    """The articles of files, folders and standard input, one by one, in the order of the sources.

    An article that stands there twice comes once. Where two articles have the same id, the later ones
    are called `id-2`, `id-3` and so on.

    Args:
        sources: Files, folders (read with their subfolders, sorted by path) or "-" for standard input,
            whose form (JSON Lines, HTML or plain text) shows in its first line.
        strict: Whether the first article that cannot be read ends the reading.
        on_warning: Is told of each article that cannot be read while others can.
        published: The day of publication of articles that state none.
        stdin: What "-" reads; the standard input of the program when it is None.

    Raises:
        ArticleError: An article cannot be read and `strict` is set, or no article can be read.
    """
    if isinstance(sources, str | Path):
        sources = (sources,)  # a lone path; its characters are no sources
    if not sources:
        raise ArticleError("no source of articles", remedy="name a file, a folder or - for standard input")
    readings = chain.from_iterable(read_source(source, stdin) for source in sources)
    yield from _distinct(_successes(readings, strict, on_warning or _ignore), published)


def _successes(
    readings: Iterable[Article | ArticleError], strict: bool, warn: Callable[[ArticleError], None]
) -> Iterator[Article]:
    """The articles among the readings, while the failures go to `warn`."""
    read = failed = 0
    waiting: ArticleError | None = None  # a failure is a warning only when another reading stands beside it
    for reading in readings:
        if waiting:
            warn(waiting)
            waiting = None
        if isinstance(reading, Article):
            read += 1
            yield reading
        elif strict:
            raise reading
        else:
            failed += 1
            waiting = reading
    if waiting and failed == 1 and not read:
        raise waiting
    if waiting:
        warn(waiting)
    if not read:
        raise ArticleError(f"none of the {failed} articles can be read", remedy="see the warnings above")


def _distinct(articles: Iterable[Article], published: date | None) -> Iterator[Article]:
    """Each content once and each id once, with the day of publication where an article states none."""
    digests: set[str] = set()
    ids: set[str] = set()
    for stated in articles:
        article = replace(stated, published=stated.published or published)
        if article.digest not in digests:
            digests.add(article.digest)
            yield replace(article, id=_free(article.id, ids))


def _free(wanted: str, taken: set[str]) -> str:
    """The id, or the first of `id-2`, `id-3` … that is free; takes it."""
    candidates = chain([wanted], (f"{wanted}-{number}" for number in count(2)))
    free = next(candidate for candidate in candidates if candidate not in taken)
    taken.add(free)
    return free


def _ignore(_: ArticleError) -> None:
    pass
