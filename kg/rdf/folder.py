"""The store on disk: a folder of Oxigraph, changed in single transactions.

A store is closed when nothing refers to it any longer: Oxigraph has no other way, and locks the folder until then.
"""

import shutil
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from pyoxigraph import NamedNode, Quad, Store

from kg.errors import StoreError
from kg.rdf import iris
from kg.rdf import vocabulary as v
from kg.rdf.derived import is_out_of_date

# The file that every database of RocksDB, and so of Oxigraph, names its state in.
MARKER = "CURRENT"


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

    Raises:
        StoreError: The folder holds no store.
    """
    _require_store(path)
    return Store.read_only(str(path))


def open_to_write(path: Path) -> Store:
    """The store, locked against other writers for as long as it is referred to.

    Raises:
        StoreError: The folder holds no store.
        OSError: Another program holds the lock, or the folder must not be written.
    """
    _require_store(path)
    return Store(str(path))


def create(path: Path, quads: Iterable[Quad]) -> None:
    """Makes a new store with this content: whole or not at all."""
    partial = path.with_name(f".{path.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    try:
        _fill(partial, quads)
        partial.replace(path)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _fill(path: Path, quads: Iterable[Quad]) -> None:
    path.mkdir()
    store = Store(str(path))
    store.bulk_extend(quads)
    store.flush()


def commit(store: Store, drop: Iterable[str], insert: Iterable[Quad]) -> None:
    """Drops graphs and inserts quads in one transaction: a kill leaves all of it or nothing."""
    drops = "".join(f"DROP SILENT GRAPH <{name}> ;\n" for name in drop)
    blocks = "\n".join(f"GRAPH {quad.graph_name} {{ {quad.triple} }}" for quad in insert)
    # One update is one transaction in Oxigraph; extend is too, but cannot drop.
    store.update(f"{drops}INSERT DATA {{\n{blocks}\n}}")
    # Else the next to open the store has to read the whole log of changes.
    store.flush()


def graph_names(store: Store) -> list[str]:
    """The IRIs of the named graphs, sorted."""
    return sorted(name.value for name in store.named_graphs() if isinstance(name, NamedNode))


def is_stale(store: Store) -> bool:
    """Whether the derived graphs do not follow from the articles and judgements that the store holds now."""
    recorded = store.quads_for_pattern(NamedNode(iris.STORE), None, None, None)
    articles = store.quads_for_pattern(None, NamedNode(v.CONTENT_DIGEST), None, None)
    judgements = store.quads_for_pattern(None, None, None, NamedNode(iris.JUDGEMENTS_GRAPH))
    return is_out_of_date(recorded, chain(articles, judgements))


def _require_store(path: Path) -> None:
    if not is_folder_store(path):
        remedy = "build one with `kg build`, or name the folder that holds it"
        raise StoreError("the folder holds no store", path=path, remedy=remedy)
