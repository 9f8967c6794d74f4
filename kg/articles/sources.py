"""From files, folders and standard input to readings: for each article, the article or why there is none."""

import os
import stat
import sys
import unicodedata
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from kg.articles.jsonl import read_json_lines
from kg.articles.markdown import read_markdown
from kg.articles.plain_text import read_plain_text
from kg.articles.text import UTF_16_MARKS
from kg.errors import ArticleError
from kg.model import Article

STANDARD_INPUT = "-"
"""The source that stands for standard input."""

_LARGEST_FILE = 20_000_000  # bytes of a file that holds one article, markup included
_JSON_LINES = frozenset({".jsonl", ".ndjson"})


def read_source(source: str | Path, stdin: BinaryIO | None) -> Iterator[Article | ArticleError]:
    """Each article of a source, or the error that says why it cannot be read.

    Args:
        source: A file, a folder (read with its subfolders, sorted by path) or "-".
        stdin: What "-" reads; the standard input of the program when it is None.
    """
    if str(source) == STANDARD_INPUT:
        yield from _read_standard_input(stdin or sys.stdin.buffer)
        return
    path = Path(source)
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except OSError as error:
        yield _refusal(error, path)
        return
    if is_folder:
        yield from _read_folder(path)
    elif _suffix(path) in _KNOWN:
        yield from _read_file(path, Path(path.name))
    else:
        cause = f"unknown kind of file {path.suffix!r}" if path.suffix else "a file name without an ending"
        remedy = f"known endings are {', '.join(sorted(_KNOWN))}; for other names pipe the text in and give -"
        yield ArticleError(cause, path=path, remedy=remedy)


def _read_folder(folder: Path) -> Iterator[Article | ArticleError]:
    """The articles of all files in a folder that are not hidden and have a known ending."""
    refused: list[OSError] = []
    files = []
    for parent, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        relative = Path(parent).relative_to(folder)
        files += [relative / name for name in names if not name.startswith(".") and _suffix(Path(name)) in _KNOWN]
    for error in sorted(refused, key=lambda error: str(error.filename)):
        yield _refusal(error, Path(error.filename))
    for name in sorted(files, key=Path.as_posix):
        yield from _read_file(folder / name, name)
    if not files and not refused:
        remedy = f"put in it files that end in {', '.join(sorted(_KNOWN))}"
        yield ArticleError("no article in this folder", path=folder, remedy=remedy)


def _read_file(path: Path, name: Path) -> Iterator[Article | ArticleError]:
    """The articles of a file; `name` is its path in the folder that was given, and names them."""
    try:
        with path.open("rb") as file:
            if _suffix(path) in _JSON_LINES:
                yield from read_json_lines(file, path, _identifier(name))
            else:
                yield _READERS[_suffix(path)](_read_all(file, path), path, _identifier(name.with_suffix("")))
    except OSError as error:
        yield _refusal(error, path)
    except ArticleError as error:
        yield error


def _read_standard_input(stdin: BinaryIO) -> Iterator[Article | ArticleError]:
    """The articles of standard input, whose form shows in its first line that is not blank."""
    path, name = Path("standard input"), "standard-input"
    opening: list[bytes] = []
    try:
        for line in stdin:
            opening.append(line)
            if line.strip():
                break
        suffix = _detect(b"".join(opening))
        if suffix in _JSON_LINES:
            yield from read_json_lines(chain(opening, stdin), path, name)
        else:
            yield _READERS[suffix](b"".join([*opening, _read_all(stdin, path)]), path, name)
    except OSError as error:
        yield _refusal(error, path)
    except ArticleError as error:
        yield error


def _detect(opening: bytes) -> str:
    """The ending that a file with this opening should have."""
    text = opening.decode("utf-16" if opening.startswith(UTF_16_MARKS) else "utf-8", "ignore").lstrip("\ufeff \t\r\n")
    return ".jsonl" if text.startswith("{") else ".html" if text.startswith("<") else ".txt"


def _read_all(file: BinaryIO, path: Path) -> bytes:
    data = file.read(_LARGEST_FILE + 1)
    if len(data) > _LARGEST_FILE:
        cause = f"more than {_LARGEST_FILE:,} bytes for one article"
        raise ArticleError(cause, path=path, remedy="split it into single articles, or write JSON Lines")
    return data


def _suffix(path: Path) -> str:
    return path.suffix.lower()


def _identifier(name: Path) -> str:
    """A file's name as an id: with slashes, and the same where a system decomposes accents or knows no UTF-8."""
    return unicodedata.normalize("NFC", os.fsencode(name.as_posix()).decode("utf-8", "replace"))


def _refusal(error: OSError, path: Path) -> ArticleError:
    """The error of the operating system, said for a reader."""
    match error:
        case FileNotFoundError():
            refusal = ArticleError("no such file or folder", path=path, remedy="check the name")
        case PermissionError():
            refusal = ArticleError("no permission to read it", path=path, remedy="ask its owner for the right to read")
        case _:
            refusal = ArticleError(f"cannot be read: {error.strerror or error}", path=path)
    refusal.__cause__ = error
    return refusal


def _read_html(data: bytes, path: Path, article_id: str) -> Article:
    from kg.articles.html_pages import read_html  # noqa: PLC0415 - loading trafilatura takes half a second

    return read_html(data, path, article_id)


_READERS: dict[str, Callable[[bytes, Path, str], Article]] = {
    ".txt": read_plain_text,
    ".md": read_markdown,
    ".html": _read_html,
    ".htm": _read_html,
}
_KNOWN = _JSON_LINES | _READERS.keys()
