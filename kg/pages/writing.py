"""Pages that ask no other host for anything: their parts, their content security policy, and the file in one step."""

from base64 import b64encode
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from kg.errors import KgError
from kg.resources import resource


def page_part(name: str) -> str:
    """The text of a part of a page: a template, a style or a script of `kg/data`."""
    return resource("data", name).read_text("utf-8")


def content_policy(scripts: Iterable[str]) -> str:
    """A content security policy that allows these scripts and nothing from anywhere else."""
    hashes = " ".join(f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def write_page(page: str, path: Path | str) -> None:
    """Write a page; one that stands there already is replaced in one step.

    Raises:
        KgError: The file cannot be written.
    """
    target = Path(path)
    partial = target.with_name(f"{target.name}.partial")
    try:
        partial.write_text(page, "utf-8", newline="\n")
        partial.replace(target)
    except OSError as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise KgError(
            f"the page cannot be written: {error.strerror}", path=target, remedy="choose a folder you can write to"
        ) from error
