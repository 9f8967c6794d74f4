"""The verbs under one roof: how a run ends, and what it says when it fails."""

import gc
import os
import sys
from importlib.metadata import version
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from kg.cli import asking, building, checking, judging, linking, reading, resolving
from kg.cli.terminal import say, use_utf8
from kg.errors import KgError

FAILED = 2
"""Exit code of a run that could not do what it was asked; 1 is one that left something out."""


class Verbs(TyperGroup):
    """A group of verbs that fail in one line."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - as in the base class
        """Run a verb; a reader that stops reading (`| head`) ends it quietly."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # Python flushes standard output once more when it ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        return result

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401 - as in the base class
        """Run and exit; every expected failure is one line that names the place and the cause."""
        try:
            code = super().main(*args, **extra | {"standalone_mode": False})
        except KgError as error:
            say(error)
            code = FAILED
        except typer.TyperException as error:
            context = getattr(error, "ctx", None)
            say(f"{error.format_message()} ({context.command_path if context else 'kg'} --help shows how)")
            code = FAILED
        except OSError as error:
            say(f"{error.filename}: {error.strerror}" if error.filename else error)
            code = FAILED
        sys.exit(code or 0)


app = typer.Typer(cls=Verbs, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kg {version('conflict-kg')}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def kg(
    context: typer.Context,
    _show: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Build a knowledge graph from news about armed conflict, ask it, look at it.

    \b
    kg read article.txt -o article.html
    kg build articles/ --out store
    kg query store attacks
    kg explain store "Dawn Brigade" Darna
    kg view store -o network.html

    Exit codes: 0 done; 1 done, but something was left out, not found or not valid; 2 failed; 130 interrupted.
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(FAILED)


for verb in (
    building.build,
    building.merge,
    building.retract,
    reading.extract,
    reading.read,
    asking.query,
    asking.explain,
    asking.view,
    resolving.mentions,
    resolving.resolve,
    judging.same,
    judging.different,
    judging.split,
    linking.link,
    checking.validate,
    checking.keys,
    checking.evaluate,
    checking.train,
):
    app.command()(verb)


def main() -> None:
    """Run the command line and exit."""
    use_utf8()
    # The model and the gazetteer stay: a third of the start would go into looking for garbage among them.
    gc.set_threshold(100_000, 50, 100)
    app(prog_name="kg")
