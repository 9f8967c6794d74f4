"""A knowledge graph of news about armed conflict: every edge carries its words, its speaker, its date and its force.

    from kg import build, read_articles, select, to_dataset

    graph = build(read_articles(["articles/"]))
    table = select(to_dataset(graph), "attacks")

`__all__` is the public interface. What needs a library that is slow to load is imported when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from kg.errors import KgError

# Imported here, not on use: the function takes the place of the folder's own name for good.
from kg.merge import merge
from kg.model import Article, KnowledgeGraph, Statement

if TYPE_CHECKING:
    from kg.articles import read_articles
    from kg.network import to_network, write_html
    from kg.pipeline import build
    from kg.query import select
    from kg.rdf.dataset import from_dataset, to_dataset

__all__ = [
    "Article",
    "KgError",
    "KnowledgeGraph",
    "Statement",
    "build",
    "from_dataset",
    "merge",
    "read_articles",
    "select",
    "to_dataset",
    "to_network",
    "write_html",
]

_ROOMS = {
    "build": "kg.pipeline",
    "from_dataset": "kg.rdf.dataset",
    "read_articles": "kg.articles",
    "select": "kg.query",
    "to_dataset": "kg.rdf.dataset",
    "to_network": "kg.network",
    "write_html": "kg.network",
}


def __getattr__(name: str) -> object:
    if name not in _ROOMS:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    return getattr(import_module(_ROOMS[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
