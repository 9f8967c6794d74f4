"""Stores: a folder of Oxigraph, or a Turtle, TriG, N-Quads or JSON-LD file.

Reading a folder while another program writes it gives what it held before or after one of that program's changes.
"""

from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import pyoxigraph
import rdflib
from pyoxigraph import NamedNode, Quad

from kg.errors import StoreError
from kg.model import Article, ArticleGraph, Judgement, KnowledgeGraph
from kg.rdf import changes, files, folder, iris
from kg.rdf import vocabulary as v
from kg.rdf.changes import Order, stored
from kg.rdf.dataset import all_quads, to_dataset, view
from kg.rdf.decode import from_quads
from kg.rdf.encode import to_quads
from kg.rdf.files import clear_errors
from kg.rdf.folder import Value
from kg.rdf.freshness import fingerprint, recorded
from kg.rdf.version import check_version


def is_folder_path(path: Path) -> bool:
    """Whether the store at this path is a folder, or would become one; else it is a file."""
    return path.is_dir() or (not path.exists() and not path.suffix)


def check_target(path: Path) -> None:
    """Makes sure that a store is at this path or can be made there, before the work of filling it begins.

    Raises:
        StoreError: The path names no form of store, holds something else, or its folder is missing.
    """
    with clear_errors(path):
        if is_folder_path(path):
            folder.check_target(path)
        else:
            files.format_of(path)
        parent = path.absolute().parent
        if not parent.is_dir():
            raise StoreError("the folder to make the store in is missing", remedy=f"make the folder {parent}")


def load(path: Path) -> KnowledgeGraph:
    """The articles and judgements of a store.

    Raises:
        StoreError: There is no store, it cannot be read, or it was written in another major version of the ontology.
    """
    with clear_errors(path):
        if not _is_folder(path):
            quads = files.read_file(path)
            check_version(quads)
            return from_quads(quads)
        return folder.read(path, _graph)


def judgements(path: Path) -> tuple[Judgement, ...]:
    """What persons judged, as a store holds it.

    Raises:
        StoreError: There is no store, it cannot be read, or it was written in another major version of the ontology.
    """
    with clear_errors(path):
        if not _is_folder(path):
            return load(path).judgements
        return folder.read(path, lambda store: changes.judgements(_checked(store)))


def read_quads(path: Path) -> list[Quad]:
    """All quads of a store as they stand, derived ones too; the index of a folder is left out.

    Raises:
        StoreError: There is no store, or it cannot be read.
    """
    index = NamedNode(iris.INDEX_GRAPH)
    with clear_errors(path):
        if _is_folder(path):
            return folder.read(path, lambda store: [quad for quad in store if quad.graph_name != index])
        return files.read_file(path)


def article_ids(path: Path) -> dict[str, str]:
    """The ids of the articles that a store holds, by their digests.

    Raises:
        StoreError: There is no store, or it cannot be read.
    """
    with clear_errors(path):
        name = NamedNode(v.DCTERMS_IDENTIFIER)
        if _is_folder(path):
            return folder.read(path, lambda store: changes.ids(store.quads_for_pattern(None, name, None, None)))
        return changes.ids(files.read_file(path))


def known_ids(path: Path, articles: Iterable[Article]) -> dict[str, str]:
    """The ids, by their digests, of the articles that a store holds among these and of those that bear their ids.

    Of a folder nothing else is read.

    Raises:
        StoreError: There is no store, or it cannot be read.
    """
    with clear_errors(path):
        if not _is_folder(path):
            return article_ids(path)
        wanted = tuple(articles)
        return folder.read(path, lambda store: changes.known_ids(store, wanted))


def save(graph: KnowledgeGraph, path: Path) -> None:
    """Makes the store hold this graph and what follows from it, and nothing else; whole or not at all.

    The same graph gives the same bytes of a file.

    Raises:
        StoreError: The path is no store and cannot become one, or it cannot be written.
    """
    check_target(path)
    with clear_errors(path):
        if not is_folder_path(path):
            files.write_file(all_quads(graph), path)
        elif folder.is_folder_store(path):
            store = folder.open_to_write(path)
            check_version(changes.about(store))
            changes.change(store, _order_for(store, graph))
            changes.change_links(store, graph.links)
        else:
            articles = map(stored, graph.articles)
            folder.create(path, lambda store: changes.fill(store, articles, graph.judgements, graph.links))


def change(
    path: Path,
    add: Iterable[ArticleGraph] = (),
    drop: Iterable[str] = (),
    said: Iterable[Judgement] | None = None,
) -> None:
    """Adds articles to a store, which is made where there is none, and takes others away; all of it or nothing.

    What is derived follows at once. A folder is changed in one transaction, and only what the change touches is derived
    again; a file is written anew.

    Args:
        path: The store.
        add: What is added; a reading of the same article that is there already is replaced.
        drop: Digests of the articles that are taken away.
        said: All judgements of persons as they shall be; None where they stay.

    Raises:
        StoreError: The path is no store and cannot become one, cannot be written, or another program is writing it.
    """
    check_target(path)
    latest = {each.article.digest: each for each in add}
    with clear_errors(path):
        if is_folder_path(path):
            order = Order(tuple(map(stored, latest.values())), {*drop}, None if said is None else {*said})
            _change_folder(path, order)
            return
        held = load(path) if path.exists() else KnowledgeGraph()
        kept = {each.article.digest: each for each in held.articles if each.article.digest not in {*drop}} | latest
        judged = held.judgements if said is None else tuple(sorted(said))
        save(KnowledgeGraph(tuple(kept[digest] for digest in sorted(kept)), judged, held.links), path)


def is_stale(path: Path) -> bool:
    """Whether the store holds articles or judgements that its derived graphs do not follow from.

    Raises:
        StoreError: There is no store, or it cannot be read.
    """
    with clear_errors(path):
        if _is_folder(path):
            return folder.read(path, changes.is_stale)
        quads = files.read_file(path)
        # Encoded again, for a Turtle file has lost its graph names.
        return recorded(quads) != fingerprint(to_quads(from_quads(quads)))


def refresh(path: Path) -> None:
    """Derives again what follows from the articles and judgements if it is out of date.

    Only what other programs changed, or an older one wrote, is out of date.

    Raises:
        StoreError: There is no store, it cannot be read or written, or another program is writing it.
    """
    with clear_errors(path):
        if not is_stale(path):
            return
        if not _is_folder(path):
            save(load(path), path)
            return
        store = folder.open_to_write(path)
        check_version(changes.about(store))
        changes.derive_again(store)


def open_dataset(path: Path) -> rdflib.Dataset:
    """A store to query: what is derived is up to date, and the default graph is the union of all.

    A folder that is up to date is opened to read only; one that is not is refreshed first, or, where it cannot be
    written now, derived in memory. A file is read into memory, so that a Turtle file gets its graphs back.

    Raises:
        StoreError: There is no store, it cannot be read, or it was written in another major version of the ontology.
    """
    with clear_errors(path):
        if not _is_folder(path) or (is_stale(path) and not _refreshed(path)):
            return to_dataset(load(path))
        return view(folder.read(path, _checked))


def ask(path: Path, answer: Callable[[rdflib.Dataset], Value]) -> Value:
    """What is found in a store that is open to query for as long as it takes.

    Args:
        path: The store.
        answer: Finds it; it may be called several times, where another program changes the store meanwhile.

    Raises:
        StoreError: As `open_dataset` raises it.
    """

    def attempt() -> Value:
        with closing(open_dataset(path)) as dataset:
            return answer(dataset)

    with clear_errors(path):
        return folder.retrying(attempt)


def _is_folder(path: Path) -> bool:
    """Whether the store that is at this path is a folder.

    Raises:
        StoreError: There is nothing at this path.
    """
    if not path.exists():
        remedy = f"check the path, or build one with `kg build`; {files.FORMS}"
        raise StoreError("no such store", path=path, remedy=remedy)
    return path.is_dir()


def _checked(store: pyoxigraph.Store) -> pyoxigraph.Store:
    """The store, of a version that this program knows.

    Raises:
        StoreError: It is of another one.
    """
    check_version(changes.about(store))
    return store


def _graph(store: pyoxigraph.Store) -> KnowledgeGraph:
    articles = tuple(graph for graph, _ in changes.stored_articles(_checked(store), changes.contents(store)))
    return KnowledgeGraph(articles, changes.judgements(store), changes.links(store))


def _order_for(store: pyoxigraph.Store, graph: KnowledgeGraph) -> Order:
    """What makes a folder hold a graph and nothing else."""
    articles = {each.article.digest: each for each in graph.articles}
    gone = {*changes.contents(store)} - articles.keys()
    return Order(tuple(map(stored, articles.values())), gone, graph.judgements)


def _change_folder(path: Path, order: Order) -> None:
    if not folder.is_folder_store(path):
        folder.create(path, lambda store: changes.fill(store, order.add, order.judgements or ()))
        return
    store = folder.open_to_write(path)
    check_version(changes.about(store))
    changes.change(store, order)


def _refreshed(path: Path) -> bool:
    try:
        refresh(path)
    except StoreError:  # in use by another program, or on a disk that must not be written
        return False
    return True
