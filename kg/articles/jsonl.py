"""JSON Lines: one article a line, its text never changed, for annotations count offsets in it."""

import io
import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from kg.articles.text import UTF_16_MARKS, decode, read_date, require_short_line, require_text
from kg.errors import ArticleError
from kg.model import Article

_REMEDY = 'write one JSON object a line: {"id": "…", "text": "…", "published": "YYYY-MM-DD"}'

_UNWRITABLE = re.compile("[\0\ud800-\udfff]")  # no form of RDF can hold these


def read_json_lines(lines: Iterable[bytes], path: Path, name: str) -> Iterator[Article | ArticleError]:
    """Each line's article, or the error that says why the line gives none; blank lines count but say nothing.

    Keys: `text`; optionally `id`, `title`, `published`, `source`, `url`; others are ignored.

    Args:
        lines: The lines of the file.
        path: The file, for errors.
        name: What an article without an id is named after: `name:line`.
    """
    offset, is_empty = 0, True
    for number, line in enumerate(_in_utf_8(lines, path), 1):
        if line.strip():
            is_empty = False
            try:
                yield _read_line(line, path, f"{name}:{number}", number, offset)
            except ArticleError as error:
                yield error
        offset += len(line)
    if is_empty:
        yield ArticleError("there is no article in it", path=path, remedy=_REMEDY)


def _in_utf_8(lines: Iterable[bytes], path: Path) -> Iterator[bytes]:
    """The lines; those of a UTF-16 file cannot be told apart before it is decoded as a whole."""
    rest = iter(lines)
    first = next(rest, b"")
    if not first.startswith(UTF_16_MARKS):
        return chain([first], rest)
    return iter(io.BytesIO(decode(b"".join([first, *rest]), path).encode("utf-8")))


def _read_line(line: bytes, path: Path, name: str, number: int, offset: int) -> Article:
    require_short_line(line, path, number)
    record = _parse(decode(line, path, first_line=number, first_byte=offset), path, number)
    if "text" not in record:
        raise ArticleError('no key "text"', path=path, line=number, remedy=_REMEDY)
    text = _string(record, "text", path, number)
    require_text(text, path, number)
    published = _string(record, "published", path, number)
    return Article(
        id=_id(record, path, number) or name,
        text=text,
        title=_string(record, "title", path, number),
        published=read_date(published, path, number) if published else None,
        source=_string(record, "source", path, number),
        url=_string(record, "url", path, number),
    )


def _parse(line: str, path: Path, number: int) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        cause = f"not JSON: {error.msg} at column {error.colno}"
        raise ArticleError(cause, path=path, line=number, remedy=_REMEDY) from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits; thousands of brackets
        raise ArticleError("JSON that no article needs", path=path, line=number, remedy=_REMEDY) from error
    if not isinstance(record, dict):
        raise ArticleError("not a JSON object", path=path, line=number, remedy=_REMEDY)
    return record


def _id(record: dict[str, Any], path: Path, number: int) -> str:
    """The id, which may be a whole number; "" when there is none."""
    value = record.get("id")
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return str(value) if is_number else _string(record, "id", path, number)


def _string(record: dict[str, Any], key: str, path: Path, number: int) -> str:
    """The string under a key; "" for a missing or null one."""
    value = record.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        cause = f'"{key}" is no string but {json.dumps(value)[:40]}'
        raise ArticleError(cause, path=path, line=number, remedy="put it in double quotes")
    if _UNWRITABLE.search(value):
        cause = f'"{key}" holds a NUL character or half of a surrogate pair'
        raise ArticleError(cause, path=path, line=number, remedy="write the file as UTF-8")
    return value
