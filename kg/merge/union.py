"""Merging: the union of sets of articles and of persons' judgements."""

from collections.abc import Iterable
from dataclasses import replace

from kg.errors import StoreError
from kg.merge.agreement import contradiction, told
from kg.model import ArticleGraph, Judgement, KnowledgeGraph


def merge(*graphs: KnowledgeGraph) -> KnowledgeGraph:
    """All articles and all judgements of the graphs: idempotent, commutative, associative; nothing is lost.

    Articles are told apart by their digests. Of an article that was read differently, the reading of the greater
    generator (then of the greater entities and attestations, as text) stays; of one with several ids, the smallest id.

    Raises:
        StoreError: Persons judged two entities different that are the same by what they judged of these and others.
    """
    by_digest: dict[str, ArticleGraph] = {}
    for graph in (each for one in graphs for each in one.articles):
        known = by_digest.setdefault(graph.article.digest, graph)
        if known is not graph:
            by_digest[graph.article.digest] = _joined(known, graph)
    judgements = tuple(sorted({judgement for graph in graphs for judgement in graph.judgements}))
    _check_agreement(judgements)
    links = tuple(sorted({link for graph in graphs for link in graph.links}))
    return KnowledgeGraph(tuple(by_digest[digest] for digest in sorted(by_digest)), judgements, links)


def _joined(left: ArticleGraph, right: ArticleGraph) -> ArticleGraph:
    """One of two readings of an article, under the smaller of its ids."""
    read = left if _order(left) >= _order(right) else right
    smaller = min(left.article.id, right.article.id)
    return read if read.article.id == smaller else replace(read, article=replace(read.article, id=smaller))


def _order(graph: ArticleGraph) -> tuple[str, str, str]:
    """What orders all readings of one article; its id, which is none of its content, is left out."""
    return graph.generator, repr(graph.entities), repr(graph.attestations)


def _check_agreement(judgements: Iterable[Judgement]) -> None:
    found = contradiction(judgements)
    if found:
        different, *same = found
        cause = f"judgements contradict: {told(different)}, but {' and '.join(map(told, same))}"
        raise StoreError(cause, remedy="take one of them back")
