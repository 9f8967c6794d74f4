"""The verbs that check: validate, keys, evaluate, train."""

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
    from kg.evaluate.training import Example


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


def keys(
    store: Store,
    sample: Annotated[int, typer.Option(min=2, metavar="N", help="Compare all pairs of so many names.")] = 2000,
    as_json: AsJson = False,
) -> None:
    """Report which names are never compared, though much alike.

    Names are compared only where they share a key: a sound, a first and last word, an abbreviation and so on. For a
    sample of the names of a store, all pairs are compared letter by letter, to tell how many that are much alike share
    no key, and which. The keys that most names share are the slowest.

    \b
    kg keys store
    kg keys store --sample 500 --json
    """
    from kg.identity import judged_alone, signatures_of
    from kg.identity.blocking import what_keys_miss
    from kg.rdf import store as stores

    graph = stores.load(store)
    judged = judged_alone(graph.judgements)
    found = what_keys_miss((one for each in graph.articles for one in signatures_of(each, judged).values()), sample)
    if as_json:
        write_json(asdict(found))
    else:
        write(str(found))


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


def train(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="Annotated texts, one JSON document a line.", show_default=False)
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="The file of weights to write.", show_default=False)],
) -> None:
    """Learn from annotated texts how far statements can be trusted.

    Writes the weights of the features that confidence is computed from; those that are used stand in
    kg/data/confidence.yaml. Prints how well they foretell statements of texts that they were not learned from.

    \b
    kg train gold.jsonl -o kg/data/confidence.yaml
    """
    from kg.evaluate import training
    from kg.evaluate.report import reliability_lines

    learned = training.train(list(_examples(gold)))
    training.write_weights(learned, output)
    for line in reliability_lines(learned.reliability):
        write(line)


def _examples(gold: Path) -> Iterator[Example]:
    from kg.articles import read_articles
    from kg.evaluate import judge, read_gold, to_predicted
    from kg.evaluate.training import Example
    from kg.pipeline import explain_each

    readings = track(explain_each(read_articles([gold], strict=True)), "reading texts")
    for document, reading in zip(read_gold(gold), readings, strict=True):
        lines = list(to_lines(reading.graph))
        for line, is_right in zip(lines, judge(document, list(map(to_predicted, lines))), strict=True):
            yield Example(document.id, reading.features[line["id"]], is_right)


def _extract(gold: Path) -> Iterator[Predicted]:
    from kg.articles import read_articles
    from kg.evaluate import to_predicted
    from kg.pipeline import extract

    for graph in track(extract(read_articles([gold], strict=True)), "reading texts"):
        yield from map(to_predicted, to_lines(graph))
