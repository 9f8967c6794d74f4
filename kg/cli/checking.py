"""The verbs that check: validate, evaluate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, astuple, fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.asking import AsJson, Store, for_reader
from kg.cli.lines import to_lines
from kg.cli.terminal import say, to_one_line, track, write, write_json, write_table

if TYPE_CHECKING:
    from kg.evaluate import Predicted


def validate(store: Store, as_json: AsJson = False) -> None:
    """Check a graph against its shapes.

    Exits with 1 when it does not conform to the shapes of the ontology. A warning tells of what is unusual, and breaks
    nothing. A thousand articles take about a minute.

    \b
    kg validate store
    kg validate libya.trig --json
    """
    from kg.rdf.validate import Violation
    from kg.rdf.validate import validate as find_violations

    found = find_violations(store)
    if as_json:
        write_json([asdict(violation) for violation in found])
    elif found:
        rows = (map(for_reader, astuple(violation)) for violation in found)
        write_table([field.name for field in fields(Violation)], rows)
    wrong = sum(violation.severity == "Violation" for violation in found)
    if wrong:
        say(f"{store}: does not conform to the shapes; violations: {wrong}, warnings: {len(found) - wrong}")
        raise typer.Exit(1)
    say(f"{store}: conforms to the shapes; warnings: {len(found)}")


def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="Annotated texts, one JSON document a line.", show_default=False)
    ],
    predicted: Annotated[
        Path | None,
        typer.Option(help="Score these statements, printed by `kg extract`, and do not read the texts."),
    ] = None,
    errors: Annotated[
        int, typer.Option(min=0, metavar="N", help="Show N statements that were missed and N that are wrong.")
    ] = 0,
    as_json: AsJson = False,
) -> None:
    """Measure extraction on annotated texts.

    The texts are what careful readers annotated: one JSON document a line.

    \b
    kg evaluate gold.jsonl
    kg evaluate gold.jsonl --predicted statements.jsonl --errors 20
    """
    from kg import evaluate as scores

    documents = scores.read_gold(gold)
    statements = scores.read_predicted(predicted) if predicted else _extract(gold)
    report = scores.evaluate(documents, statements)
    mistakes = list(scores.sample_mistakes(report, errors))
    if as_json:
        shown = {"mistakes": list(map(asdict, mistakes))} if errors else {}
        write_json(scores.to_json(report) | shown)
        return
    write(scores.to_text(report))
    for mistake in mistakes:
        write(to_one_line(" | ".join(astuple(mistake))))


def _extract(gold: Path) -> Iterator[Predicted]:
    from kg.articles import read_articles
    from kg.evaluate import to_predicted
    from kg.pipeline import extract

    for graph in track(extract(read_articles([gold], strict=True)), "reading texts"):
        yield from map(to_predicted, to_lines(graph))
