"""The union of stores; of folders it is made article by article, so that it needs no more memory for larger ones."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pyoxigraph

from kg.merge import merge
from kg.model import Judgement, KnowledgeGraph
from kg.rdf import changes, folder, links, store
from kg.rdf.changes import Order, Stored, stored
from kg.rdf.files import clear_errors
from kg.rdf.judgements import united, write_down

BATCH_SIZE = 128
"""How many articles a folder is changed by at once."""


def merge_stores(sources: Sequence[Path], out: Path) -> int:
    """Makes a store hold what it held and all that others hold; nothing is lost, and no order matters.

    What persons judged in one of them and took back in any is not in force; the ledger has all lines of theirs.

    A store that is made is made whole or not at all. A folder that is there is added to some articles at a time:
    a run that was interrupted is finished by repeating it.

    Returns:
        How many articles the store holds.

    Raises:
        StoreError: A store cannot be read or written, was written in another major version of the ontology, or persons
            contradict each other in two of them; nothing is changed then.
    """
    store.check_target(out)
    held = [out] if out.exists() and (folder.is_folder_store(out) or out.is_file()) else []
    inputs = [*held, *(path for path in sources if not (held and path.samefile(out)))]
    ledger = united(inputs, out)
    said = sorted(ledger.standing)
    if not store.is_folder_path(out):
        store.save(_whole(inputs, said), out)
    elif held:
        with clear_errors(out):
            _add(folder.open_to_write(out), inputs[1:], said)
    else:
        _create(out, inputs, said)
    write_down(out, ledger)
    return len(store.article_ids(out))


def _create(out: Path, sources: Sequence[Path], said: Sequence[Judgement]) -> None:
    """Makes a new folder: the greatest of the folders is copied as it is, and the rest is added."""
    folders = [path for path in sources if path.is_dir()]
    greatest = max(folders, key=lambda path: sum(each.stat().st_size for each in path.iterdir()), default=None)
    others = [path for path in sources if path != greatest]
    with clear_errors(out):
        if greatest is None:
            store.save(_whole(sources, said), out)
        else:
            folder.create(out, lambda made: _add(made, others, said), like=greatest)


def _whole(sources: Iterable[Path], said: Sequence[Judgement]) -> KnowledgeGraph:
    """The union of the articles and links of stores, with judgements."""
    graphs = (replace(store.load(path), judgements=()) for path in sources)
    return replace(merge(*graphs), judgements=tuple(said))


def _add(made: pyoxigraph.Store, sources: Iterable[Path], said: Sequence[Judgement]) -> None:
    for path in sources:
        with clear_errors(path):
            articles = _missing(made, path)
            while batch := tuple(islice(articles, BATCH_SIZE)):
                changes.change(made, Order(batch))
            changes.change_links(made, {*changes.links(made), *links.stored_links(path)})
    changes.change(made, Order(judgements=said))


def _missing(made: pyoxigraph.Store, path: Path) -> Iterator[Stored]:
    """The articles of a store that another does not hold, or of which this one holds a reading that goes before."""
    for graph, quads in _articles(made, path):
        for held, _ in changes.stored_articles(made, [graph.article.digest]):
            (joined,) = merge(KnowledgeGraph((held,)), KnowledgeGraph((graph,))).articles
            if joined != held:
                yield stored(joined)
            break
        else:
            yield graph, quads


def _articles(made: pyoxigraph.Store, path: Path) -> Iterator[Stored]:
    if not path.is_dir():
        yield from map(stored, store.load(path).articles)
        return
    source = folder.open_to_read(path)
    known = changes.contents(made)
    new = (digest for digest, content in changes.contents(source).items() if known.get(digest) != content)
    yield from changes.stored_articles(source, new)
