"""The figures of one event side by side: two articles that count the dead of one attack differently."""

from datetime import date

import pytest
from conftest import Said, judgements, read
from rdflib import Dataset

from kg.model import Article, Count, KnowledgeGraph, Relation
from kg.query import select
from kg.rdf.dataset import to_dataset

pytestmark = pytest.mark.filterwarnings(r"ignore:Dataset\.\w+ is deprecated:DeprecationWarning")  # by rdflib itself

COUNTED = {
    "harbour-02": ("The Libyan National Army killed 12 civilians in Tripoli.", "12 civilians", (), Count(12, 12)),
    "ledger-01": (
        "The Libyan National Army killed 20 civilians in Tripoli, Witnesses said.", "20 civilians", ("Witnesses",),
        Count(17, 20),
    ),
}  # fmt: skip


@pytest.fixture(scope="module", params=["memory", "oxigraph"])
def counted(request: pytest.FixtureRequest) -> Dataset:
    articles = [
        read(
            Article(name, "", source=name.partition("-")[0], published=date(2019, 4, 20)),
            (Said(words, "Libyan National Army", Relation.KILLS, victims, by, day="2019-04-19", place="Tripoli",
                  count=count),),
        )
        for name, (words, victims, by, count) in COUNTED.items()
    ]  # fmt: skip
    articles.sort(key=lambda each: each.article.digest)
    graph = KnowledgeGraph(tuple(articles), tuple(sorted(judgements(tuple(articles)))))
    return to_dataset(graph, request.param)


def test_contested_figures_stand_side_by_side(counted):
    table = select(counted, "tolls")
    shown = ("harm", "least", "greatest", "low", "high", "speaker", "article")
    places = [table.columns.index(name) for name in shown]
    assert [tuple(row[place] for place in places) for row in table.rows] == [
        ("kills", 12, 20, 12, 12, None, "harbour-02"),
        ("kills", 12, 20, 17, 20, "Witnesses", "ledger-01"),
    ]


@pytest.mark.parametrize(
    ("params", "rows"),
    [
        ({}, 2),
        ({"actor": "Libyan National Army"}, 2),
        ({"actor": "Witnesses"}, 0),
        ({"place": "Tripoli", "since": "2019-04-19", "until": "2019-04-19"}, 2),
        ({"since": "2019-04-20"}, 0),
        ({"until": "2019-04-18"}, 0),
    ],
)
def test_events_are_narrowed_by_who_where_and_when(counted, params, rows):
    assert len(select(counted, "events", params).rows) == rows
