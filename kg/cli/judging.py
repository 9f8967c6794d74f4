"""The verbs by which persons judge who is who: same, different, split."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.asking import Store
from kg.cli.terminal import say
from kg.errors import JudgementError

if TYPE_CHECKING:
    from kg.judging import Author, Verdict

By = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", help="Who judges; the name you are logged in by when left out."),
]
Why = Annotated[str, typer.Option("--why", metavar="REASON", help="Why; it is kept with the judgement.")]
Moment = Annotated[
    datetime | None,
    typer.Option(
        "--date",
        formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"],
        metavar="DATE",
        help="When, in UTC (year-month-day); now when left out.",
    ),
]
One = Annotated[str, typer.Argument(metavar="A", help="Any name of one entity, its id or its IRI.", show_default=False)]
Other = Annotated[str, typer.Argument(metavar="B", help="The same of the other.", show_default=False)]


def same(store: Store, one: One, other: Other, by: By = None, why: Why = "", date: Moment = None) -> None:
    """Judge two entities the same.

    From then on they are one, whatever the machine thinks. `kg split` undoes it.

    \b
    kg same store "Dawn Brigade" "Fajr Brigade" --why "one in translation"
    kg same store entity:saleh-77b0c1d2e3 "Idris Saleh" --by "A. Analyst"
    """
    from kg import judging
    from kg.model import Outcome

    verdict = judging.judge(store, one, other, Outcome.SAME, author(by, why, date))
    _tell(store, verdict, f'"{verdict.left}" and "{verdict.right}" are the same')


def different(
    store: Store,
    one: One,
    other: Other,
    undo: Annotated[bool, typer.Option("--undo", help="Take such a judgement back.")] = False,
    by: By = None,
    why: Why = "",
    date: Moment = None,
) -> None:
    """Judge two entities different.

    From then on they are kept apart, whatever the machine thinks, also when more articles come. Where it has made the
    two one, they are parted.

    \b
    kg different store "Omar Saleh" "Saleh" --why "the father is meant"
    kg different store "Omar Saleh" "Saleh" --undo
    """
    from kg import judging
    from kg.model import Outcome

    who = author(by, why, date)
    if undo:
        verdict = judging.withdraw_different(store, one, other, who)
    else:
        verdict = judging.judge(store, one, other, Outcome.DIFFERENT, who)
    _tell(store, verdict, f'"{verdict.left}" and "{verdict.right}" are different')


def split(
    store: Store,
    entity: Annotated[
        str, typer.Argument(metavar="ENTITY", help="Any name of the entity, its id or its IRI.", show_default=False)
    ],
    part: Annotated[
        str | None, typer.Argument(metavar="PART", help="The part to split off, where there are several.")
    ] = None,
    by: By = None,
    why: Why = "",
    date: Moment = None,
) -> None:
    """Undo a merge.

    Where persons judged what is now one entity the same, their judgements are taken back: the graph is what it was
    before. Else a part is kept apart from the rest of what the machine made one, also when more articles come.

    \b
    kg split store "Dawn Brigade"
    kg split store "Islamic State" "Islamic State West Africa Province"
    """
    from kg import judging

    verdict = judging.split(store, entity, part, author(by, why, date))
    _tell(store, verdict, f'"{verdict.left}" and the rest of "{verdict.right}" are different')


def author(by: str | None, why: str, when: datetime | None) -> "Author":
    """Who judges, why and when, as the options say."""
    from kg.judging import Author
    from kg.rdf.ledger import moment

    return Author(_login_name() if by is None else by, why, moment(when or datetime.now(UTC)))


def _login_name() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        raise JudgementError("nothing tells who judges", remedy="say it: --by NAME") from error


def _tell(store: object, verdict: "Verdict", decided: str) -> None:
    from kg.merge.agreement import told

    for judgement in verdict.taken_back:
        say(f"{store}: taken back: {told(judgement)}")
    if verdict.made:
        say(f"{store}: judged: {decided}")
    elif not verdict.taken_back:
        say(f"{store}: {decided} already: nothing to judge")
