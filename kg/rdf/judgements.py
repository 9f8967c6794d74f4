"""Changes of what persons judged: in a store, with all that follows, and in its ledger."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pyoxigraph

from kg.model import MACHINE, Judgement
from kg.rdf import changes, folder, store
from kg.rdf.files import clear_errors
from kg.rdf.ledger import Entry, Ledger, append, check_agreement, ledger_path, read_ledger


def record(path: Path, entries: Sequence[Entry] = (), names: Mapping[str, str] | None = None) -> Ledger:
    """Makes a store obey its ledger and further entries, which are added to it; all of them or none.

    What a store holds that its ledger does not know, because the ledger was left behind or another program judged,
    stays in force and is added to the ledger with the entries.

    Args:
        path: The store.
        entries: What persons judge, and what they take back.
        names: What readers call the entities that are judged.

    Returns:
        The ledger as it is then.

    Raises:
        StoreError: Judgements would contradict each other, or the store or its ledger cannot be read or written.
    """
    with clear_errors(path):
        held = store.judgements(path)
        ledger = read_ledger(path)
        known = ledger.lines
        unknown = [each for each in held if each.by != MACHINE and each not in known]
        after = ledger.extended((*unknown, *entries), names or {})
        after.check()
        said = {*after.standing, *(each for each in held if each.by == MACHINE)}
        # The store first: one that is in use by another program refuses, and then nothing has happened.
        if said != {*held}:
            store.change(path, said=said)
        if entries:
            append(ledger, (*unknown, *entries), after.names)
    return after


def united(stores: Sequence[Path], out: Path) -> Ledger:
    """The union of what several stores and their ledgers hold, as the ledger of another store.

    Raises:
        StoreError: Judgements contradict each other, or a store or its ledger cannot be read.
    """
    places: dict[Judgement, str] = {}
    whole = Ledger(ledger_path(out))
    for path in stores:
        ledger, held = read_ledger(path), store.judgements(path)
        known = {entry for _, entry in whole.entries}
        entries = dict.fromkeys((*(entry for _, entry in ledger.entries), *held))
        whole = whole.extended((each for each in entries if each not in known), ledger.names)
        places = {**dict.fromkeys(held, str(path)), **_places(ledger), **places}
    check_agreement({each: places[each] for each in whole.standing}, whole.path, whole.names)
    return whole


def write_down(path: Path, ledger: Ledger) -> None:
    """Adds the lines of a ledger to that of a store, as far as it does not hold them.

    Raises:
        StoreError: The ledger cannot be read or written.
    """
    with clear_errors(path):
        held = read_ledger(path)
        known = {entry for _, entry in held.entries}
        entries = [entry for _, entry in ledger.entries if entry not in known and not _is_of_machine(entry)]
        append(held, entries, ledger.names)


def _places(ledger: Ledger) -> dict[Judgement, str]:
    return {judgement: f"{ledger.path}:{line}" for judgement, line in ledger.lines.items()}


def _is_of_machine(entry: Entry) -> bool:
    return isinstance(entry, Judgement) and entry.by == MACHINE


def open_indexed(path: Path) -> pyoxigraph.Store:
    """A store with its index, up to date: a folder as it stands, a file derived in memory.

    Raises:
        StoreError: There is no store, or it cannot be read.
    """
    with clear_errors(path):
        if path.is_dir():
            store.refresh(path)
            return folder.open_to_read(path)
        graph = store.load(path)
        made = pyoxigraph.Store()
        changes.fill(made, map(changes.stored, graph.articles), graph.judgements)
        return made
