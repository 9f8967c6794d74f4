"""Errors that a person can act on: each names the place, the cause and the remedy in one line."""

from pathlib import Path


class KgError(Exception):
    """Base of every expected failure; the command line prints it in one line and exits with code 2.

    Args:
        cause: What is wrong, without a final full stop.
        path: The file, folder or store it is about.
        line: Line number in that file, counted from 1.
        remedy: What the reader can do about it.
    """

    def __init__(
        self, cause: str, *, path: Path | str | None = None, line: int | None = None, remedy: str = ""
    ) -> None:
        self.cause, self.path, self.line, self.remedy = cause, path, line, remedy
        place = "" if path is None else f"{path}: " if line is None else f"{path}:{line}: "
        super().__init__(f"{place}{cause}" + (f"; {remedy}" if remedy else ""))


class ArticleError(KgError):
    """An article cannot be read."""


class ModelError(KgError):
    """The language model is missing or of another version."""


class LexiconError(KgError):
    """A file of the lexicon is wrong."""


class StoreError(KgError):
    """A store cannot be read or written."""


class JudgementError(KgError):
    """A judgement is about nobody, about several, or about what cannot be judged."""


class ReferenceTableError(KgError):
    """A table of known entities cannot be read, or was never linked."""


class QueryError(KgError):
    """A query is unknown, wrong or not allowed."""


class GoldError(KgError):
    """A file of annotated texts cannot be read."""
