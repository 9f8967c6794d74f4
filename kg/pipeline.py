"""The data flow on one page: articles in, a knowledge graph out."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from itertools import islice, tee
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kg.extract import explain, read, worth_parsing
from kg.language import generator_name, parse_all
from kg.merge import merge
from kg.model import Article, ArticleGraph, KnowledgeGraph, Reading
from kg.rdf import store

if TYPE_CHECKING:
    from spacy.tokens import Doc

Read = TypeVar("Read")

BATCH_SIZE = 32
"""Articles that are written to a folder at once; each batch is written whole or not at all."""


@dataclass(frozen=True, slots=True)
class Built:
    """How many articles were `added` to a store, were `known` to it before, and were `replaced` in it by new ones."""

    added: int
    known: int
    replaced: int


def extract(articles: Iterable[Article]) -> Iterator[ArticleGraph]:
    """What each article states, in the order of the articles; they are read as they are asked for, a batch ahead.

    Raises:
        ModelError: The language model is missing or of another version.
    """
    return _read_each(articles, read)


def explain_each(articles: Iterable[Article]) -> Iterator[Reading]:
    """What each article states, as `extract` has it, with what led to it.

    Raises:
        ModelError: The language model is missing or of another version.
    """
    return _read_each(articles, explain)


def build(articles: Iterable[Article]) -> KnowledgeGraph:
    """The graph of what all articles state.

    Raises:
        ModelError: The language model is missing or of another version.
    """
    return merge(*(KnowledgeGraph((graph,)) for graph in extract(articles)))


def build_into(path: Path, articles: Iterable[Article]) -> Built:
    """Add what articles state to a store, which is made where there is none.

    An article whose content the store knows is passed over. One that has the id of a stored article and other content
    takes its place. However the run ends, the store holds whole articles: a folder those of the batches written so
    far, a file those of before, since it is written at the end. Repeating the run finishes it.

    Raises:
        ModelError: The language model is missing or of another version.
        StoreError: The store cannot be read or written.
    """
    store.check_target(path)
    intake = _Intake(path)
    added = replaced = 0
    for batch in _batches(extract(intake.admit(articles)), store.is_folder_path(path)):
        outdated = intake.outdated_by(batch)
        store.change(path, batch, outdated)
        added, replaced = added + len(batch), replaced + len(outdated)
    return Built(added, intake.known, replaced)


class _Intake:
    """Passes on the articles that a store does not hold, and knows which ones they make outdated."""

    def __init__(self, path: Path) -> None:
        self.known = 0
        self._path = path
        self._held: set[str] = set()
        self._seen: set[str] = set()
        self._by_id: defaultdict[str, set[str]] = defaultdict(set)
        self._outdated: dict[str, set[str]] = {}

    def admit(self, articles: Iterable[Article]) -> Iterator[Article]:
        """The articles that are new, in their order."""
        coming = iter(articles)
        while batch := tuple(islice(coming, BATCH_SIZE)):
            self._look_up(batch)
            yield from filter(self._is_new, batch)

    def outdated_by(self, graphs: Iterable[ArticleGraph]) -> frozenset[str]:
        """The digests of the stored articles that have the ids of these new ones."""
        return frozenset(old for graph in graphs for old in self._outdated.pop(graph.article.digest))

    def _look_up(self, articles: Sequence[Article]) -> None:
        """Learn what the store holds of these; what this run has decided already stands."""
        found = store.known_ids(self._path, articles) if self._path.exists() else {}
        for digest in found.keys() - self._seen:
            self._held.add(digest)
            self._by_id[found[digest]].add(digest)
        self._seen |= found.keys()

    def _is_new(self, article: Article) -> bool:
        if article.digest in self._held:
            self.known += 1
            return False
        outdated, self._by_id[article.id] = self._by_id[article.id], {article.digest}
        self._held -= outdated
        self._held.add(article.digest)
        self._seen.add(article.digest)
        self._outdated[article.digest] = outdated
        return True


def _batches(graphs: Iterator[ArticleGraph], folder: bool) -> Iterator[tuple[ArticleGraph, ...]]:
    """Batches for a folder; all at once for a file, which can only be written whole."""
    while batch := tuple(islice(graphs, BATCH_SIZE if folder else None)):
        yield batch


def _read_each(articles: Iterable[Article], reader: Callable[[Article, "Doc", str], Read]) -> Iterator[Read]:
    kept, parsed = tee(articles)
    docs = parse_all((article.text for article in parsed), worth_parsing)
    generator = generator_name(version("conflict-kg"))
    for article, doc in zip(kept, docs, strict=True):
        yield reader(article, doc, generator)
