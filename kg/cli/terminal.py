"""Writes data to standard output, and everything else to standard error."""

import json
import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

Value = TypeVar("Value")

PIPE_WIDTH = 160
"""Columns of a table that no terminal shows, unless COLUMNS says otherwise."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    """The text without the characters that could command a terminal or turn its direction around."""
    return _CONTROL.sub("", text)


def to_one_line(text: object) -> str:
    """A message with its white space joined up and its control characters gone."""
    return clean(" ".join(str(text).split()))


def use_utf8() -> None:
    """Write UTF-8 whatever the locale says; a lone surrogate comes out as the escape that JSON reads back."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]


def write(text: str) -> None:
    """Write data as it is, or without control characters where a terminal shows it; ends with a line break."""
    shown = clean(text) if sys.stdout.isatty() else text
    sys.stdout.write(shown if shown.endswith("\n") or not shown else shown + "\n")


def write_json(value: object, *, indent: int | None = 2) -> None:
    """Write a value as JSON."""
    write(json.dumps(value, ensure_ascii=False, indent=indent))


def say(message: object) -> None:
    """Tell the reader something in one line that is not data."""
    sys.stderr.write(f"kg: {to_one_line(message)}\n")


def warn(message: object) -> None:
    """Tell the reader in one line of something that went wrong and was left out."""
    say(f"warning: {to_one_line(message)}")


def is_dialogue() -> bool:
    """Whether a person sits at a terminal who can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(question: str) -> str | None:
    """What a person answers, in lower case; None where the input has ended."""
    sys.stdout.write(question)
    sys.stdout.flush()
    line = sys.stdin.readline()
    return line.strip().lower() if line else None


def line_width() -> int | None:
    """The width of the terminal, or what COLUMNS says; None where neither tells, as in a pipe."""
    known = sys.stdout.isatty() or "COLUMNS" in os.environ
    return shutil.get_terminal_size().columns if known else None


def write_table(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """Write a table for a reader, as wide as the terminal; no cell is cut off."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table()
    for column in columns:
        table.add_column(Text(column), overflow="fold")
    for row in rows:
        # Text, not str: a string would be read for rich's own markup.
        table.add_row(*(Text(to_one_line("" if cell is None else cell)) for cell in row))
    Console(file=sys.stdout, width=line_width() or PIPE_WIDTH, highlight=False).print(table)


def track(items: Iterable[Value], description: str) -> Iterator[Value]:
    """Pass items on, and count them in a progress bar if a terminal reads standard error."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn(description), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        yield from progress.track(items)
