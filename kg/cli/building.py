"""The verbs that make and change graphs: build, merge, retract."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.asking import Store
from kg.cli.sources import LEFT_OUT, Published, Sources, Strict, Warnings, read_from
from kg.cli.terminal import say, track

INTERRUPTED = 130
"""Exit code of a run that Ctrl-C ended: 128 and the number of the signal, as shells count."""


Out = Annotated[
    Path,
    typer.Option("--out", "-o", help="Folder of the store, or a file .nq, .trig or .ttl; one that exists is added to."),
]


def build(sources: Sources, out: Out, strict: Strict = False, published: Published = None) -> None:
    """Read articles into a graph.

    An article that the store knows already is passed over; one with the id of another takes its place. So a run that
    was interrupted is finished by repeating it.

    \b
    kg build articles/ --out store
    kg build news.jsonl page.html --published 2019-08-28 --out libya.trig
    cat report.txt | kg build - --out store
    """
    warnings = Warnings()
    try:
        from kg.pipeline import build_into

        articles = read_from(sources, warnings, strict, published)
        built = build_into(out, track(articles, "reading articles"))
    except KeyboardInterrupt:
        from kg.rdf import store

        number = len(store.article_ids(out)) if out.exists() else 0
        say(f"interrupted: {number} articles are in {out}; repeat the command to finish")
        raise typer.Exit(INTERRUPTED) from None
    say(f"{out}: articles added: {built.added}, known already: {built.known}, replaced: {built.replaced}")
    if warnings.any:
        raise typer.Exit(LEFT_OUT)


def merge(
    stores: Annotated[list[Path], typer.Argument(metavar="STORE...", help="Stores to merge.", show_default=False)],
    out: Out,
) -> None:
    """Unite stores.

    Nothing is lost, nothing is doubled, and the order does not matter.

    \b
    kg merge march april --out spring
    kg merge spring summer.trig --out everything.nq
    """
    from kg.rdf.merging import merge_stores

    say(f"{out}: articles: {merge_stores(stores, out)}")


def retract(
    store: Store,
    articles: Annotated[
        list[str],
        typer.Argument(metavar="ARTICLE...", help="Ids of articles, or their digests.", show_default=False),
    ],
) -> None:
    """Take articles back.

    What they state goes, and all that followed from it: the graph is the one that was built without them. What persons
    judged stays.

    \b
    kg retract store tripoli-04
    kg retract libya.trig briefs/3 briefs/4
    """
    from kg.rdf.retraction import retract as take_back

    for digest, article_id in take_back(store, articles).items():
        say(f"{store}: retracted: {article_id} ({digest})")
