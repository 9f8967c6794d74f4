"""The verbs that answer: query, explain, view."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.terminal import say, to_one_line, write, write_json, write_table
from kg.errors import QueryError
from kg.model import Relation

if TYPE_CHECKING:
    from rdflib import Dataset

    from kg.query import Cell


Row = dict[str, Any]
"""One row of an answer by column."""


class TableFormat(StrEnum):
    """How a table is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


Store = Annotated[
    Path, typer.Argument(metavar="STORE", help="Folder or file that `kg build` wrote.", show_default=False)
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a program.")]


def query(
    store: Annotated[Path | None, typer.Argument(metavar="STORE", help="Folder or file that `kg build` wrote.")] = None,
    query: Annotated[
        str | None,
        typer.Argument(metavar="QUERY", help="Name of a query, SPARQL, a file of it, or - for standard input."),
    ] = None,
    param: Annotated[
        list[str] | None, typer.Option("--param", metavar="NAME=VALUE", help="What the query is told; repeatable.")
    ] = None,
    output: Annotated[TableFormat, typer.Option("--format", help="How to print the answer.")] = TableFormat.TABLE,
    show_list: Annotated[bool, typer.Option("--list", help="List the queries that come with the program.")] = False,
) -> None:
    """Ask the graph a question.

    It comes with the program, or is your own in SPARQL.

    \b
    kg query --list
    kg query store attacks
    kg query store claims --param "speaker=Idris Saleh" --format csv > claims.csv
    echo 'SELECT ?a WHERE { ?a a kg:Article }' | kg query store - --format json
    """
    from kg.query import select

    if show_list:
        _list_queries(output)
        return
    if store is None or query is None:
        raise typer.BadParameter("give a STORE and a QUERY, or --list")
    given = dict(_split(text) for text in param or ())
    table = select(store, _read_query(query), given)
    _write_answer(table.columns, table.rows, output)


def explain(
    store: Store,
    first: Annotated[str, typer.Argument(metavar="SUBJECT", help="Any name of one actor.", show_default=False)],
    second: Annotated[str, typer.Argument(metavar="OBJECT", help="Any name of the other.", show_default=False)],
    as_json: AsJson = False,
) -> None:
    """Show the words behind an edge.

    All sentences that link two actors, in both directions, with who says them, when, and in which article. Exits with 1
    when no article links the two.

    \b
    kg explain store "Dawn Brigade" Darna
    kg explain store "Northern Army" Chad --json
    """
    from kg.rdf.store import ask

    evidence = ask(store, lambda dataset: _evidence(dataset, first, second))
    if as_json:
        write_json(evidence)
    else:
        write("\n\n".join(map(_to_text, evidence)))
    if not evidence:
        say(f"{store}: no article links {first!r} and {second!r}")
        raise typer.Exit(1)


def _evidence(dataset: Dataset, first: str, second: str) -> list[Row]:
    """What links two actors, in both directions."""
    from kg.query import select, to_json_rows

    found: dict[str, Row] = {}
    for subject, target in ((first, second), (second, first)):
        answer = select(dataset, "evidence", {"subject": subject, "object": target})
        found |= _join_speakers(to_json_rows(answer))
    return list(found.values())


def view(
    store: Store,
    output: Annotated[Path, typer.Option("--output", "-o", help="The page to write.")] = Path("network.html"),
    relation: Annotated[
        list[Relation] | None, typer.Option(help="Draw only this relation; repeatable.", show_default=False)
    ] = None,
) -> None:
    """Draw the graph as a web page.

    Any browser opens it, without a network: actors, who does what to whom, and the words that say so.

    \b
    kg view store -o network.html
    kg view store -o attacks.html --relation attacks --relation clashesWith
    """
    from kg.network import to_network, write_html
    from kg.rdf import store as stores

    network = to_network(stores.load(store), relations=relation or None)
    write_html(network, output)
    say(f"{output}: entities: {network.number_of_nodes()}, edges: {network.number_of_edges()}")


def _split(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise QueryError(f"--param {text}: is not of the form NAME=VALUE")
    return name, value


def _read_query(query: str) -> str:
    """The text of a query from standard input or a file; names, `.rq` files and SPARQL as they are."""
    if query == "-":
        return _decode(sys.stdin.buffer.read(), "standard input")
    path = Path(query)
    is_path = not any(map(str.isspace, query)) and path.suffix not in ("", ".rq")
    return _decode(path.read_bytes(), path) if is_path and path.is_file() else query


def _decode(text: bytes, path: Path | str) -> str:
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError as error:
        raise QueryError("is not UTF-8 text", path=path) from error


def _list_queries(output: TableFormat) -> None:
    from kg.query import list_queries

    rows = [
        (query.name, query.question, ", ".join(f"{each.name}=…" for each in query.params)) for query in list_queries()
    ]
    _write_answer(("name", "question", "parameters"), rows, output)


def _write_answer(columns: Sequence[str], rows: Iterable[Sequence[Cell]], output: TableFormat) -> None:
    from kg.query import Table, to_csv, to_json_rows

    table = Table(tuple(columns), tuple(map(tuple, rows)))
    match output:
        case TableFormat.CSV:
            write(to_csv(table))
        case TableFormat.JSON:
            write_json(to_json_rows(table))
        case TableFormat.TABLE:
            write_table(table.columns, (map(for_reader, row) for row in table.rows))


def for_reader(cell: Cell) -> Cell:
    """IRIs of the graph with the prefixes that a query may use: a table has no room for them."""
    from kg.rdf.iris import BASE
    from kg.rdf.nodes import shortened
    from kg.rdf.vocabulary import KG

    return shortened(cell) if isinstance(cell, str) and cell.startswith((BASE, KG)) else cell


def _join_speakers(rows: Iterable[Row]) -> dict[str, Row]:
    """Each attestation from its rows: there is one for each speaker, from the innermost on."""
    found: dict[str, Row] = {}
    for row in rows:
        rest = {key: value for key, value in row.items() if key not in ("rank", "speaker")}
        speakers = found.setdefault(row["attestation"], rest | {"speakers": []})["speakers"]
        if row["speaker"] is not None:
            speakers.append(row["speaker"])
    return found


def _to_text(evidence: Row) -> str:
    speakers = ", says ".join(evidence["speakers"])
    voice = f"says {speakers}" if speakers else "in the article's own voice"
    origin = [evidence["article"], evidence["publisher"], f"characters {evidence['start']}–{evidence['end']}"]
    lines = (
        f"{evidence['subject']} – {evidence['relation']} – {evidence['object']} ({_support(evidence)})",
        f"{evidence['said']}, {voice}, {evidence['day'] or 'no date'}",
        f"“{evidence['words']}”",
        ", ".join(str(part) for part in origin if part),
    )
    return "\n    ".join(map(to_one_line, lines))


def _support(evidence: Row) -> str:
    """How many articles and independent voices attest the statement, whatever they say of it."""
    counts = ((evidence["articles"], "article"), (evidence["voices"], "independent voice"))
    return ", ".join(f"{count} {noun}" if count == 1 else f"{count} {noun}s" for count, noun in counts)
