"""Merging: the union of sets of articles and of persons' judgements."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from kg.errors import StoreError
from kg.model import MACHINE, ArticleGraph, Judgement, KnowledgeGraph, Outcome

_DECIDED = frozenset({Outcome.SAME, Outcome.DIFFERENT})


def merge(*graphs: KnowledgeGraph) -> KnowledgeGraph:
    """All articles and all judgements of the graphs: idempotent, commutative, associative; nothing is lost.

    Articles are told apart by their digests. Of an article that was read differently, the reading of the greater
    generator (then of the greater entities and attestations, as text) stays; of one with several ids, the smallest id.

    Raises:
        StoreError: One person judged two entities the same and another (or the same one) judged them different.
    """
    by_digest: dict[str, ArticleGraph] = {}
    for graph in (each for one in graphs for each in one.articles):
        known = by_digest.setdefault(graph.article.digest, graph)
        if known is not graph:
            by_digest[graph.article.digest] = _joined(known, graph)
    judgements = tuple(sorted({judgement for graph in graphs for judgement in graph.judgements}))
    _check_agreement(judgements)
    return KnowledgeGraph(tuple(by_digest[digest] for digest in sorted(by_digest)), judgements)


def _joined(left: ArticleGraph, right: ArticleGraph) -> ArticleGraph:
    """One of two readings of an article, under the smaller of its ids."""
    read = left if _order(left) >= _order(right) else right
    smaller = min(left.article.id, right.article.id)
    return read if read.article.id == smaller else replace(read, article=replace(read.article, id=smaller))


def _order(graph: ArticleGraph) -> tuple[str, str, str]:
    """What orders all readings of one article; its id, which is none of its content, is left out."""
    return graph.generator, repr(graph.entities), repr(graph.attestations)


def _check_agreement(judgements: Iterable[Judgement]) -> None:
    """Raise for the first pair, in the order of the judgements, that persons judged in both ways."""
    decided = [each for each in judgements if each.by != MACHINE and each.outcome in _DECIDED]
    for (left, right), same_pair in groupby(decided, key=lambda each: (each.left, each.right)):
        by_outcome = {each.outcome: each for each in same_pair}
        if len(by_outcome) > 1:
            said = " and ".join(f"{by_outcome[outcome].by!r} judged them {outcome}" for outcome in sorted(by_outcome))
            raise StoreError(f"judgements of {left} and {right} contradict: {said}", remedy="revoke one of the two")
