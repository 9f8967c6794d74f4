"""The verbs of who is who: mentions, resolve."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.asking import Store
from kg.cli.judging import By, Moment, Why, author
from kg.cli.lines import LineFormat
from kg.cli.pairs import PairFormat, Pairs, doubt_text, print_doubts, print_judgements, waiting_text
from kg.cli.sources import LEFT_OUT
from kg.cli.terminal import ask, is_dialogue, say, warn, write, write_json, write_table


def mentions(
    store: Store,
    output: Annotated[LineFormat, typer.Option("--format", help="How to print them.")] = LineFormat.TABLE,
) -> None:
    """Print where each entity is mentioned.

    A line for each mention in each article, with the entity over all articles that it is of.

    \b
    kg mentions store
    kg mentions store --format jsonl > mentions.jsonl
    """
    from kg.rdf import iris
    from kg.rdf.mentions import stored_mentions

    found = stored_mentions(store)
    if output is LineFormat.TABLE:
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


def resolve(
    store: Store,
    entity: Annotated[
        str | None, typer.Argument(metavar="ENTITY", help="Only pairs with this one.", show_default=False)
    ] = None,
    answers: Annotated[
        Path | None,
        typer.Option("--answers", metavar="FILE", help="Take answers from a file of JSON lines."),
    ] = None,
    show: Annotated[
        Pairs,
        typer.Option("--show", help="What the machine is unsure of, what it joined and why, or what persons judged."),
    ] = Pairs.UNSURE,
    output: Annotated[PairFormat, typer.Option("--format", help="How to print them.")] = PairFormat.TEXT,
    by: By = None,
    why: Why = "",
    date: Moment = None,
) -> None:
    """Decide who is who where the machine is unsure.

    Shows the pairs that could be one, with what articles tell of both, and asks in a terminal: y(es), n(o), s(kip) or
    q(uit). Elsewhere it lists them. An answer is kept in the ledger of the store, with who gave it, when and why. Exits
    with 1 when judgements in the ledger wait for an entity that no article tells of any longer.

    \b
    kg resolve store
    kg resolve store Saleh --by "A. Analyst"
    kg resolve store --format jsonl > pairs.jsonl
    kg resolve store --answers pairs.jsonl
    kg resolve store --show judged
    """
    from kg import judging

    if answers:
        made = judging.obey(store, judging.read_answers(answers, author(by, why, date)), answers)
        say(f"{store}: judgements made: {len(made)}")
    catalogue, ledger = judging.opened(store)
    if not answers:
        about = judging.meant_by(catalogue, entity).entity if entity else None
        if show is not Pairs.UNSURE:
            print_judgements(catalogue, ledger, show, about, output)
        elif output is PairFormat.TEXT and is_dialogue():
            _converse(store, entity, by, why, date)
        else:
            print_doubts(catalogue, judging.doubts(catalogue, about), output)
    waiting = list(judging.waiting(catalogue, ledger))
    for line, judgement in waiting:
        warn(f"{ledger.path}:{line}: {waiting_text(judgement)}")
    if waiting:
        raise typer.Exit(LEFT_OUT)


def _converse(store: Path, entity: str | None, by: str | None, why: str, date: datetime | None) -> None:
    """Ask of one pair after the other; each answer is recorded before the next question, which may follow from it."""
    from kg import judging

    skipped: set[frozenset[str]] = set()
    while True:
        catalogue, _ = judging.opened(store)
        about = judging.meant_by(catalogue, entity).entity if entity else None
        left = [each for each in judging.doubts(catalogue, about) if frozenset(each.entities) not in skipped]
        if not left:
            say(f"{store}: nothing is left to decide; skipped: {len(skipped)}")
            return
        write(doubt_text(left[0], catalogue))
        answer = _answer(len(left))
        if answer is None:
            return
        outcome = judging.ANSWERS[answer]
        if outcome is None:
            skipped.add(frozenset(left[0].entities))
        else:
            judging.judge(store, left[0].left, left[0].right, outcome, author(by, why, date))


def _answer(number: int) -> str | None:
    """A person's answer; None to quit."""
    from kg.judging import ANSWERS

    while True:
        answer = ask(f"Are they the same? {number} left. y(es), n(o), s(kip), q(uit): ")
        if answer is None or answer in ("q", "quit"):
            return None
        if answer in ANSWERS:
            return answer
