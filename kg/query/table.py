"""The answer to a query as a table of plain values, and its forms as text."""

import csv
import io
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, localcontext

from rdflib import Literal
from rdflib.namespace import XSD
from rdflib.term import Node

Cell = str | int | Decimal | date | None
"""Words or an IRI, a whole number or a truth value, a decimal, a day, or nothing."""

_PLACES = 12  # beyond these rdflib's and Oxigraph's decimals differ
_DIGITS = 60  # more than either engine keeps


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a query; every row has one cell for each column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def to_csv(table: Table) -> str:
    r"""The table as CSV with a header: lines end in "\n", days are ISO 8601, an empty cell is nothing.

    Words stand verbatim, so that evidence can be compared with its article: a spreadsheet may take a cell that begins
    with `=` for a formula, and a terminal may obey control characters that an article holds.
    """
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([str(cell).lower() if isinstance(cell, bool) else cell for cell in row] for row in table.rows)
    return lines.getvalue()


def to_json_rows(table: Table) -> list[dict[str, str | int | float | None]]:
    """The rows as JSON objects by column: numbers stay numbers, days are ISO 8601, an empty cell is null."""
    return [dict(zip(table.columns, map(_to_json, row), strict=True)) for row in table.rows]


def to_cell(term: Node | None) -> Cell:
    """The plain value of an RDF term: the same whichever engine gave it."""
    if not isinstance(term, Literal):
        return None if term is None else str(term)
    value = term.value
    if isinstance(value, int) or (term.datatype == XSD.date and isinstance(value, date)):
        return value
    if isinstance(value, Decimal | float) and Decimal(value).is_finite():
        return _to_decimal(value)
    return str(term)


def order_key(row: tuple[Cell, ...]) -> tuple[tuple[int, str | Decimal], ...]:
    """Sorts rows of mixed cells: nothing first, then numbers, days, words."""
    return tuple(_cell_key(cell) for cell in row)


def _to_decimal(value: Decimal | float) -> Decimal:
    """The number with at most `_PLACES` places and no closing zeros."""
    number = Decimal(str(value))
    with localcontext(prec=_DIGITS):
        if len(format(number, "f").partition(".")[2]) > _PLACES:
            number = round(number, _PLACES)
    digits = format(number, "f")
    return Decimal(digits.rstrip("0").rstrip(".") if "." in digits else digits)


def _cell_key(cell: Cell) -> tuple[int, str | Decimal]:
    match cell:
        case None:
            return (0, "")
        case int() | Decimal():
            return (1, Decimal(cell))
        case date():
            return (2, cell.isoformat())
        case _:
            return (3, cell)


def _to_json(cell: Cell) -> str | int | float | None:
    match cell:
        case Decimal():
            return float(cell)
        case date():
            return cell.isoformat()
        case _:
            return cell
