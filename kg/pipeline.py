"""The data flow on one page: articles in, a knowledge graph out."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
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
    intake = _Intake(store.article_ids(path) if path.exists() else {})
    added = replaced = 0
    for batch in _batches(extract(intake.admit(articles)), store.is_folder_path(path)):
        outdated = intake.outdated_by(batch)
        store.append(path, batch, drop=outdated)
        added, replaced = added + len(batch), replaced + len(outdated)
    if path.exists():
        store.refresh(path)
    return Built(added, intake.known, replaced)


class _Intake:
    """Passes on the articles that a store does not hold, and knows which ones they make outdated.

    Args:
        held: The ids of the articles that the store holds, by digest.
    """

    def __init__(self, held: Mapping[str, str]) -> None:
        self.known = 0
        self._held = set(held)
        self._by_id: defaultdict[str, set[str]] = defaultdict(set)
        self._outdated: dict[str, set[str]] = {}
        for digest, article_id in held.items():
            self._by_id[article_id].add(digest)

    def admit(self, articles: Iterable[Article]) -> Iterator[Article]:
        """The articles that are new, in their order."""
        for article in articles:
            if article.digest in self._held:
                self.known += 1
                continue
            outdated, self._by_id[article.id] = self._by_id[article.id], {article.digest}
            self._held -= outdated
            self._held.add(article.digest)
            self._outdated[article.digest] = outdated
            yield article

    def outdated_by(self, graphs: Iterable[ArticleGraph]) -> frozenset[str]:
        """The digests of the stored articles that have the ids of these new ones."""
        return frozenset(old for graph in graphs for old in self._outdated.pop(graph.article.digest))


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
