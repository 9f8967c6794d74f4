"""From bytes to the text of an article: decoding, cleaning and the limits that every form shares."""

import codecs
import re
import unicodedata
from datetime import date, datetime
from pathlib import Path

from kg.errors import ArticleError

LONGEST_TEXT = 1_000_000
"""Characters of one article; the parser refuses more."""

LONGEST_LINE = 1_000_000
"""Bytes of one line in UTF-8; prose has no such line."""

UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_NEWLINE = re.compile("\r\n|[\r\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SAVE_AS_UTF_8 = "save it as UTF-8 text"


def decode(data: bytes, path: Path, *, encoding: str = "utf-8", first_line: int = 1, first_byte: int = 0) -> str:
    """The characters of a file or of a part of it, without its byte order mark.

    Args:
        data: The bytes; a UTF-16 byte order mark at their start overrides `encoding`.
        path: The file, for the error.
        encoding: The character set.
        first_line: Number of the line that the bytes start in.
        first_byte: Offset in the file of the first of the bytes.

    Raises:
        ArticleError: The bytes are not in that character set, or hold a NUL.
    """
    if data.startswith(UTF_16_MARKS):
        encoding = "utf-16"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = first_line + data[: error.start].decode(encoding, "ignore").count("\n")
        cause = f"not {encoding.upper()} text: byte 0x{data[error.start]:02x} at offset {first_byte + error.start}"
        raise ArticleError(cause, path=path, line=line, remedy=_SAVE_AS_UTF_8) from error
    except (LookupError, UnicodeError) as error:
        raise ArticleError(f"unknown character set {encoding!r}", path=path, remedy=_SAVE_AS_UTF_8) from error
    if "\0" in text:
        line = first_line + text[: text.index("\0")].count("\n")
        raise ArticleError("a NUL character: this is no text", path=path, line=line, remedy=_SAVE_AS_UTF_8)
    return text.lstrip("\ufeff")


def clean(text: str) -> str:
    r"""The text with `\n` for every line end, spaces for control characters, and in Unicode NFC."""
    return unicodedata.normalize("NFC", _CONTROL.sub(" ", _NEWLINE.sub("\n", text.lstrip("\ufeff"))))


def require_text(text: str, path: Path, line: int | None = None) -> None:
    """Refuses a text that is blank or longer than the parser takes.

    Raises:
        ArticleError: It is.
    """
    if not text.strip():
        raise ArticleError("there is no text in it", path=path, line=line, remedy="add the text or leave it out")
    if len(text) > LONGEST_TEXT:
        cause = f"the article has {len(text):,} characters, more than {LONGEST_TEXT:,}"
        raise ArticleError(cause, path=path, line=line, remedy="split it into single articles")


def require_short_lines(text: str, path: Path) -> None:
    """Refuses a text with a line that no prose has.

    Raises:
        ArticleError: A line is longer than `LONGEST_LINE`.
    """
    for number, line in enumerate(text.split("\n"), 1):
        require_short_line(line.encode("utf-8"), path, number)


def require_short_line(line: bytes, path: Path, number: int) -> None:
    """Refuses a line longer than `LONGEST_LINE`.

    Raises:
        ArticleError: It is.
    """
    if len(line) > LONGEST_LINE:
        cause = f"a line of {len(line):,} bytes, more than {LONGEST_LINE:,}"
        raise ArticleError(cause, path=path, line=number, remedy="break it into lines or single articles")


def with_title(title: str, body: str) -> str:
    """The title, a blank line and the body; the body alone when it begins with the title."""
    words = r"\s+".join(re.escape(word) for word in title.split())
    return body if re.match(rf"\s*{words}(?!\w)", body) else f"{title}\n\n{body}"


def read_date(value: str, path: Path, line: int | None = None) -> date:
    """The day of an ISO 8601 date or time, as its own time zone counts it.

    Raises:
        ArticleError: It is neither.
    """
    try:
        return datetime.fromisoformat(value.strip()).date()
    except ValueError as error:
        cause = f"{value!r} is not a date of publication"
        raise ArticleError(cause, path=path, line=line, remedy="write it as YYYY-MM-DD") from error
