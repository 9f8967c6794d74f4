"""Links of a store's entities to what others know: a named graph for each table, which can be replaced or undone."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from kg.model import Link
from kg.rdf import changes, folder, store
from kg.rdf.files import clear_errors


def stored_links(path: Path) -> tuple[Link, ...]:
    """The links of a store.

    Raises:
        StoreError: There is no store, or it cannot be read.
    """
    with clear_errors(path):
        return folder.read(path, changes.links) if path.is_dir() else store.load(path).links


def replace_links(path: Path, source: str, found: Iterable[Link]) -> int:
    """Puts links in the place of those that the table of this name brought before; of other tables they stay.

    Returns:
        How many there were.

    Raises:
        StoreError: There is no store, or it cannot be read or written.
    """
    with clear_errors(path):
        held = stored_links(path)
        wanted = tuple(sorted({*(each for each in held if each.source != source), *found}))
        if path.is_dir():
            changes.change_links(folder.open_to_write(path), wanted)
        else:
            store.save(replace(store.load(path), links=wanted), path)
        return sum(each.source == source for each in held)
