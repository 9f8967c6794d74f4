"""The verb that brings in what others know: link."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.asking import Store
from kg.cli.terminal import say


def link(
    store: Store,
    table: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE", help="A .csv, .tsv or .jsonl table, or .json results of SPARQL.", show_default=False
        ),
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", help="What the table is called in the store; the file's name when left out.")
    ] = None,
    undo: Annotated[
        str | None, typer.Option("--undo", metavar="NAME", help="Take the links of the table of this name out again.")
    ] = None,
) -> None:
    """Link entities to those that others know.

    A table has a row for each known entity: label, aliases (parted by | or ;), type, wikidata (an id such as Q1016,
    or any IRI), latitude and longitude. What is sure becomes a skos:exactMatch, what is likely a skos:closeMatch, each
    with score and reasons. They stand in a graph of their own: linking the same table again replaces them. Link again
    when articles have come. Nothing is asked of any network.

    \b
    kg link store wikidata.csv
    kg link store query-results.json --name wikidata
    kg link store --undo wikidata
    """
    from kg import reference

    if (table is None) is (undo is None):
        raise typer.BadParameter("give a FILE, or --undo with the name of a table")
    if undo is not None:
        say(f"{store}: links taken out: {reference.unlink(store, undo)}")
    elif table is not None:
        done = reference.link(store, table, name)
        said = f"known: {done.known}, exact matches: {done.exact}, close matches: {done.close}"
        say(f"{store}: {said}, replaced: {done.replaced}")
