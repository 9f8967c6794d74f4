"""The verbs of who is who: mentions."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.terminal import write_json, write_table


class MentionFormat(StrEnum):
    """How mentions are printed."""

    TABLE = "table"
    JSONL = "jsonl"


def mentions(
    store: Annotated[
        Path, typer.Argument(metavar="STORE", help="Folder or file that `kg build` wrote.", show_default=False)
    ],
    output: Annotated[MentionFormat, typer.Option("--format", help="How to print them.")] = MentionFormat.TABLE,
) -> None:
    """Print where each entity is mentioned.

    A line for each mention in each article, with the entity over all articles that it is of.

    \b
    kg mentions store
    kg mentions store --format jsonl > mentions.jsonl
    """
    from kg.identity import mentions_of, resolve
    from kg.rdf import iris
    from kg.rdf import store as stores

    graph = stores.load(store)
    found = mentions_of(graph, resolve(graph))
    if output is MentionFormat.TABLE:
        heads = ("article", "start", "words", "stands for", "type")
        rows = ((one.article.id, one.span.start, one.span.text, one.entity.label, one.entity.type) for one in found)
        write_table(heads, rows)
        return
    for one in found:
        line = {
            "article": one.article.id,
            "start": one.span.start,
            "end": one.span.end,
            "text": one.span.text,
            "entity": iris.canonical_entity(one.entity.id),
            "label": one.entity.label,
            "type": one.entity.type.value,
        }
        write_json(line, indent=None)
