"""The figures of one event side by side: two articles that count the dead of one attack differently."""

import pytest

from kg.query import select

pytestmark = pytest.mark.filterwarnings(r"ignore:Dataset\.\w+ is deprecated:DeprecationWarning")  # by rdflib itself


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
