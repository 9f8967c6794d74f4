"""Stores: a folder of Oxigraph, or a Turtle, TriG, N-Quads or JSON-LD file.

Reading a folder while another program writes it gives what it held when it was opened.
"""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph
import rdflib
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import StoreError
from kg.model import ArticleGraph, KnowledgeGraph
from kg.rdf import files, folder, iris
from kg.rdf import vocabulary as v
from kg.rdf.dataset import all_quads, store_quads, to_dataset, view
from kg.rdf.decode import from_quads
from kg.rdf.derived import is_out_of_date, version_quads
from kg.rdf.encode import article_quads, to_quads
from kg.rdf.files import clear_errors
from kg.rdf.iris import Kind

REBUILD = "build the store again from the articles"


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
        quads = read_quads(path)
        _check_version(quads)
        return from_quads(quads)


def read_quads(path: Path) -> list[Quad]:
    """All quads of a store as they stand, derived ones too.

    Raises:
        StoreError: There is no store, or it cannot be read.
    """
    with clear_errors(path):
        return list(folder.open_to_read(path)) if _is_folder(path) else files.read_file(path)


def article_ids(path: Path) -> dict[str, str]:
    """The ids of the articles that a store holds, by their digests.

    Raises:
        StoreError: There is no store, or it cannot be read.
    """
    with clear_errors(path):
        name = NamedNode(v.DCTERMS_IDENTIFIER)
        pattern = (None, name, None, None)
        quads = folder.open_to_read(path).quads_for_pattern(*pattern) if _is_folder(path) else files.read_file(path)
        return {
            iris.identifier_of(Kind.ARTICLE, quad.subject.value): quad.object.value
            for quad in quads
            if quad.predicate == name and isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)
        }


def save(graph: KnowledgeGraph, path: Path) -> None:
    """Makes the store hold this graph and what follows from it, and nothing else; whole or not at all.

    The same graph gives the same bytes of a file. A folder that exists is changed in one transaction, which is held in
    memory: to add articles to a large one, `append` them.

    Raises:
        StoreError: The path is no store and cannot become one, or it cannot be written.
    """
    check_target(path)
    with clear_errors(path):
        if not is_folder_path(path):
            files.write_file(all_quads(graph), path)
        elif folder.is_folder_store(path):
            store = folder.open_to_write(path)
            folder.commit(store, drop=folder.graph_names(store), insert=all_quads(graph))
        else:
            folder.create(path, all_quads(graph))


def append(path: Path, article_graphs: Iterable[ArticleGraph], drop: Iterable[str] = ()) -> None:
    """Adds articles to a store, which is made where there is none; all of them or none.

    A reading of the same article that is there already is replaced. A folder is changed in one transaction and its
    derived graphs are left as they were, and so out of date: `refresh` brings them up to date. A file is written anew.

    Args:
        path: The store.
        article_graphs: What is added.
        drop: Digests of the articles that are taken away in the same step.

    Raises:
        StoreError: The path is no store and cannot become one, cannot be written, or another program is writing it.
    """
    check_target(path)
    latest = {each.article.digest: each for each in article_graphs}
    outdated = {*drop, *latest}
    with clear_errors(path):
        if is_folder_path(path):
            _append_to_folder(path, latest.values(), outdated)
            return
        held = load(path) if path.exists() else KnowledgeGraph()
        kept = [each for each in held.articles if each.article.digest not in outdated]
        articles = sorted([*kept, *latest.values()], key=lambda each: each.article.digest)
        save(KnowledgeGraph(tuple(articles), held.judgements), path)


def is_stale(path: Path) -> bool:
    """Whether the store holds articles or judgements that its derived graphs do not follow from.

    Raises:
        StoreError: There is no store, or it cannot be read.
    """
    with clear_errors(path):
        if _is_folder(path):
            return folder.is_stale(folder.open_to_read(path))
        quads = files.read_file(path)
        # Encoded again, for a Turtle file has lost its graph names.
        return is_out_of_date(quads, to_quads(from_quads(quads)))


def refresh(path: Path) -> None:
    """Derives again what follows from the articles and judgements, in one transaction, if it is out of date.

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
        folder.commit(store, drop=iris.DERIVED_GRAPHS, insert=_derived_again(store))


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
        store = folder.open_to_read(path)
        _check_version(_about_store(store))
        return view(store)


def _is_folder(path: Path) -> bool:
    """Whether the store that is at this path is a folder.

    Raises:
        StoreError: There is nothing at this path.
    """
    if not path.exists():
        remedy = f"check the path, or build one with `kg build`; {files.FORMS}"
        raise StoreError("no such store", path=path, remedy=remedy)
    return path.is_dir()


def _append_to_folder(path: Path, article_graphs: Iterable[ArticleGraph], outdated: Iterable[str]) -> None:
    if not folder.is_folder_store(path):
        folder.create(path, version_quads())
    store = folder.open_to_write(path)
    _check_version(_about_store(store))
    insert = (quad for each in article_graphs for quad in article_quads(each))
    folder.commit(store, drop=sorted(map(iris.article_graph, outdated)), insert=insert)


def _refreshed(path: Path) -> bool:
    try:
        refresh(path)
    except StoreError:  # in use by another program, or on a disk that must not be written
        return False
    return True


def _derived_again(store: pyoxigraph.Store) -> list[Quad]:
    quads = list(store)
    _check_version(quads)
    graph = from_quads(quads)
    return list(store_quads(graph, to_quads(graph)))


def _about_store(store: pyoxigraph.Store) -> Iterable[Quad]:
    return store.quads_for_pattern(NamedNode(iris.STORE), None, None, None)


def _check_version(quads: Iterable[Quad]) -> None:
    """Refuses what was written in another major version of the ontology.

    Raises:
        StoreError: The version is another, or none is given.
    """
    found = sorted({str(quad.object) for quad in quads if quad.predicate.value == v.DCTERMS_CONFORMS_TO})
    if not found:
        remedy = f"it is cut off, or `kg` did not write it: {REBUILD}"
        raise StoreError("does not say which version of the ontology it is written in", remedy=remedy)
    major = f"<{v.ONTOLOGY}/{v.VERSION.partition('.')[0]}."
    for version in found:
        if not version.startswith(major):
            raise StoreError(f"written in {version}, while this program reads <{v.VERSION_IRI}>", remedy=REBUILD)
