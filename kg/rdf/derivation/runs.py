"""The programs and models that read the articles."""

from collections.abc import Collection, Iterator

from kg.rdf import iris
from kg.rdf.derivation.index import Index
from kg.rdf.derivation.unit import Unit
from kg.rdf.derived import run_facts
from kg.rdf.lines import lines_in


def run_units(
    index: Index, came_from: Collection[str], gone_from: Collection[str], gone: Collection[str]
) -> Iterator[Unit]:
    """The programs that read articles which came or went, one by one, as they were and as they are.

    Args:
        index: What was derived before.
        came_from: The programs that read the articles that came.
        gone_from: Those that read the articles that went.
        gone: The digests of the articles that went.
    """
    for generator in sorted({*came_from, *gone_from} - {""}):
        still = generator in came_from or any(one not in gone for one in index.articles_of_run(generator))
        old = index.about(iris.run(generator), iris.RUNS_GRAPH)
        yield old, lines_in(iris.RUNS_GRAPH, run_facts(generator)) if still else ()
