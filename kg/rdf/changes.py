"""Changes of a folder: articles and judgements that come or go, with all that follows from them, in one transaction."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Quad

from kg.model import Article, ArticleGraph, Judgement, Link
from kg.rdf import folder, iris
from kg.rdf import vocabulary as v
from kg.rdf.decode import article_graph_of, judgements_of, links_of
from kg.rdf.derivation import Index, revise, to_change
from kg.rdf.encode import article_quads, judgement_quads, link_quads
from kg.rdf.freshness import fingerprint, freshness_quads, recorded
from kg.rdf.iris import Kind
from kg.rdf.version import version_quads

Stored = tuple[ArticleGraph, Iterable[Quad]]
"""What an article states, and the quads that it is stored as."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to change.

    Args:
        add: The articles that come, no two of one digest; each replaces an older reading of the same article.
        drop: The digests of the articles that go.
        judgements: All judgements of persons as they shall be; None where they stay.
    """

    add: Sequence[Stored] = ()
    drop: Collection[str] = ()
    judgements: Collection[Judgement] | None = None


def stored(graph: ArticleGraph) -> Stored:
    """What an article states, with the quads that it will be stored as."""
    return graph, article_quads(graph)


def stored_articles(store: pyoxigraph.Store, digests: Iterable[str]) -> Iterator[Stored]:
    """What articles of a store state, with the quads that it is stored as; one is read at a time."""
    for digest in digests:
        quads = list(store.quads_for_pattern(None, None, None, NamedNode(iris.article_graph(digest))))
        if quads:
            yield article_graph_of(quads), quads


def contents(store: pyoxigraph.Store) -> dict[str, str]:
    """The digests of all that the articles of a store state, by the digests of the articles, sorted."""
    found = store.quads_for_pattern(None, NamedNode(v.CONTENT_DIGEST), None, None)
    told = {
        iris.identifier_of(Kind.ARTICLE, quad.subject.value): quad.object.value
        for quad in found
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)
    }
    return dict(sorted(told.items()))


def ids(quads: Iterable[Quad]) -> dict[str, str]:
    """The ids of the articles that quads tell of, by their digests."""
    name = NamedNode(v.DCTERMS_IDENTIFIER)
    return {
        iris.identifier_of(Kind.ARTICLE, quad.subject.value): quad.object.value
        for quad in quads
        if quad.predicate == name and isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)
    }


def known_ids(store: pyoxigraph.Store, articles: Iterable[Article]) -> dict[str, str]:
    """The ids, by their digests, of the articles that a store holds among these and of those that bear their ids."""
    found: dict[str, str] = {}
    name = NamedNode(v.DCTERMS_IDENTIFIER)
    for article in articles:
        found |= ids(store.quads_for_pattern(NamedNode(iris.article(article.digest)), name, None, None))
        found |= ids(store.quads_for_pattern(None, name, Literal(article.id), None))
    return found


def judgements(store: pyoxigraph.Store) -> tuple[Judgement, ...]:
    """What persons judged, as a store holds it."""
    return judgements_of(_in_graph(store, iris.JUDGEMENTS_GRAPH))


def links(store: pyoxigraph.Store) -> tuple[Link, ...]:
    """Which entities others know, as a store holds it."""
    names = {quad.graph_name for quad in store.quads_for_pattern(None, NamedNode(v.TABLE), None, None)}
    return links_of(quad for name in names for quad in store.quads_for_pattern(None, None, None, name))


def change_links(store: pyoxigraph.Store, wanted: Iterable[Link]) -> None:
    """Makes a store hold these links and no others."""
    before, now = set(link_quads(links(store))), set(link_quads(wanted))
    if before != now:
        folder.commit(store, lose=before - now, gain=now - before)


def about(store: pyoxigraph.Store) -> list[Quad]:
    """What a store tells of itself."""
    return list(store.quads_for_pattern(NamedNode(iris.STORE), None, None, None))


def fill(
    store: pyoxigraph.Store, articles: Iterable[Stored], said: Collection[Judgement], known: Iterable[Link] = ()
) -> None:
    """Puts articles, judgements and all that follows from them into a store that holds nothing yet.

    Articles are read one by one, and are not held in memory.
    """
    numbers: list[int] = []
    graphs = _written(store, articles, numbers)
    units = revise(Index(None), graphs, (), said)
    judged = list(judgement_quads(said))
    folder.extend(store, chain(version_quads(), judged, link_quads(known)))
    folder.load(store, (line for _, now in units for line in now))
    # Last, so that what is cut short is not taken for whole.
    folder.commit(store, gain=freshness_quads(sum(numbers) + fingerprint(judged)))


def change(store: pyoxigraph.Store, order: Order) -> None:
    """Changes a store: all of it, with all that follows, or nothing."""
    if recorded(about(store)) is None or next(_in_graph(store, iris.INDEX_GRAPH), None) is None:
        derive_again(store)  # an older program wrote it, or another one that keeps no index
    index = Index(store)
    add = {graph.article.digest: (graph, list(quads)) for graph, quads in order.add}
    derived = to_change(revise(index, (graph for graph, _ in add.values()), order.drop, order.judgements))
    outdated = sorted({*order.drop, *add})
    lose, gain = set(derived.lost), set(derived.gained)
    if order.judgements is not None:
        before, now = set(_in_graph(store, iris.JUDGEMENTS_GRAPH)), set(judgement_quads(order.judgements))
        lose, gain = lose | before - now, gain | now - before
    gain.update(quad for _, quads in add.values() for quad in quads)
    old = recorded(about(store)) or 0
    gone = fingerprint(chain(lose, *(_contents(store, digest) for digest in outdated)))
    lose.update(freshness_quads(old))
    gain.update(freshness_quads(old - gone + fingerprint(gain)))
    drop = [iris.article_graph(digest) for digest in outdated]
    folder.commit(store, drop=drop, lose=lose - gain, gain=gain - lose)


def derive_again(store: pyoxigraph.Store) -> None:
    """Derives all again from the articles and judgements; until it is done, the store tells that it is out of date."""
    tellings = [quad for quad in about(store) if quad.predicate.value != v.RDF_TYPE]
    folder.commit(store, drop=(*iris.DERIVED_GRAPHS, iris.INDEX_GRAPH), lose=tellings)
    said = judgements(store)
    numbers: list[int] = []
    articles = stored_articles(store, contents(store))
    units = revise(Index(None), _counted(articles, numbers), (), said)
    folder.load(store, (line for _, now in units for line in now))
    number = sum(numbers) + fingerprint(judgement_quads(said))
    folder.commit(store, gain=chain(version_quads(), freshness_quads(number)))


def is_stale(store: pyoxigraph.Store) -> bool:
    """Whether the derived graphs do not follow from the articles and judgements that the store holds now."""
    contents = store.quads_for_pattern(None, NamedNode(v.CONTENT_DIGEST), None, None)
    told = _in_graph(store, iris.JUDGEMENTS_GRAPH)
    return recorded(about(store)) != fingerprint(chain(contents, told))


def _written(store: pyoxigraph.Store, articles: Iterable[Stored], numbers: list[int]) -> Iterator[ArticleGraph]:
    """Passes articles on once their quads are written, many at a time; notes their fingerprints."""
    batch: list[Quad] = []
    for graph, quads in articles:
        own = list(quads)
        numbers.append(fingerprint(own))
        batch += own
        if len(batch) >= folder.BATCH_OF_QUADS:
            store.bulk_extend(batch)
            batch = []
        yield graph
    store.bulk_extend(batch)


def _counted(articles: Iterable[Stored], numbers: list[int]) -> Iterator[ArticleGraph]:
    for graph, quads in articles:
        numbers.append(fingerprint(quads))
        yield graph


def _contents(store: pyoxigraph.Store, digest: str) -> Iterator[Quad]:
    subject, name = NamedNode(iris.article(digest)), NamedNode(iris.article_graph(digest))
    return store.quads_for_pattern(subject, NamedNode(v.CONTENT_DIGEST), None, name)


def _in_graph(store: pyoxigraph.Store, name: str) -> Iterator[Quad]:
    return store.quads_for_pattern(None, None, None, NamedNode(name))
