"""The store on disk: a folder of Oxigraph, changed in single transactions.

A store is closed when nothing refers to it any longer: Oxigraph has no other way, and locks the folder until then.
"""

import shutil
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from time import sleep
from typing import TypeVar

from pyoxigraph import Quad, RdfFormat, Store

from kg.errors import StoreError
from kg.rdf.lines import batches

Value = TypeVar("Value")

# The file that every database of RocksDB, and so of Oxigraph, names its state in.
MARKER = "CURRENT"

_TRIES, _PAUSE = 20, 0.05  # seconds: how often and after what time a folder that is just being tidied up is read again
_GONE = "No such file"  # what RocksDB says of a file of its own that has been tidied away

BATCH_OF_QUADS = 1 << 17
"""How many quads are handed to Oxigraph at a time, which holds them all in memory."""


def is_folder_store(path: Path) -> bool:
    """Whether the folder holds an Oxigraph store."""
    return (path / MARKER).is_file()


def check_target(path: Path) -> None:
    """Refuses a folder that holds something else than a store.

    Raises:
        StoreError: It does.
    """
    if path.is_dir() and not is_folder_store(path) and any(path.iterdir()):
        raise StoreError("the folder holds other files", path=path, remedy="name a new folder for the store")


def open_to_read(path: Path) -> Store:
    """The store as it is now; other programs may read it, or write it, at the same time.

    What is asked of it later may meet a file that a writer has taken away meanwhile: `read` does not.

    Raises:
        StoreError: The folder holds no store.
    """
    return read(path, lambda store: store)


def read(path: Path, use: Callable[[Store], Value]) -> Value:
    """What is found in the store as it is now; other programs may read it, or write it, at the same time.

    Args:
        path: The folder.
        use: Finds it; it may be called several times.

    Raises:
        StoreError: The folder holds no store.
    """
    _require_store(path)
    return retrying(lambda: use(Store.read_only(str(path))))


def retrying(attempt: Callable[[], Value]) -> Value:
    """What is read from a store, read again where a writer that tidies up has taken away a file meanwhile.

    Oxigraph opens some files of a store only when they are asked for, so that this may happen long after the opening.

    Args:
        attempt: Opens the store and reads all that is wanted; it may be called several times.
    """
    for _ in range(_TRIES):
        try:
            return attempt()
        except (OSError, RuntimeError) as error:
            if _GONE not in str(error):
                raise
        sleep(_PAUSE)
    return attempt()


def open_to_write(path: Path) -> Store:
    """The store, locked against other writers for as long as it is referred to.

    Raises:
        StoreError: The folder holds no store.
        OSError: Another program holds the lock, or the folder must not be written.
    """
    _require_store(path)
    return Store(str(path))


def create(path: Path, fill: Callable[[Store], None], like: Path | None = None) -> None:
    """Makes a new store and fills it: whole or not at all.

    Args:
        path: Where it will be.
        fill: Puts everything in.
        like: A store that it is a copy of to begin with; the copy shares its files until either is changed.
    """
    partial = path.with_name(f".{path.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    try:
        _make(partial, fill, like)
        if path.is_dir():
            path.rmdir()
        partial.replace(path)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _make(path: Path, fill: Callable[[Store], None], like: Path | None) -> None:
    if like is None:
        path.mkdir()
    else:
        open_to_read(like).backup(str(path))
    store = Store(str(path))
    fill(store)
    store.flush()


def extend(store: Store, quads: Iterable[Quad]) -> None:
    """Adds quads to a store that nobody reads yet, or that are of no use until all are there: not in one step."""
    remaining = iter(quads)
    while batch := tuple(islice(remaining, BATCH_OF_QUADS)):
        store.bulk_extend(batch)


def load(store: Store, lines: Iterable[str]) -> None:
    """Adds the quads of lines as `extend` adds quads."""
    for batch in batches(lines, BATCH_OF_QUADS):
        store.bulk_load(batch, format=RdfFormat.N_QUADS, lenient=True)


def commit(store: Store, *, drop: Iterable[str] = (), lose: Iterable[Quad] = (), gain: Iterable[Quad] = ()) -> None:
    """Drops graphs, removes quads and inserts quads in one transaction: a kill leaves all of it or nothing."""
    drops = "".join(f"DROP SILENT GRAPH <{name}> ;\n" for name in drop)
    # One update is one transaction in Oxigraph; extend is too, but cannot drop.
    store.update(f"{drops}DELETE DATA {{\n{_blocks(lose)}\n}} ;\nINSERT DATA {{\n{_blocks(gain)}\n}}")
    # Else the next to open the store has to read the whole log of changes.
    store.flush()


def _blocks(quads: Iterable[Quad]) -> str:
    return "\n".join(f"GRAPH {quad.graph_name} {{ {quad.triple} }}" for quad in quads)


def _require_store(path: Path) -> None:
    if not is_folder_store(path):
        remedy = "build one with `kg build`, or name the folder that holds it"
        raise StoreError("the folder holds no store", path=path, remedy=remedy)
