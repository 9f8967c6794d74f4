"""Which known entities those of a graph are, by small tables."""

from decimal import Decimal

import pytest

from kg.model import EntityType
from kg.reference import Known, match
from kg.reference.values import Own

WEST, EAST = (Decimal("32.9"), Decimal("13.2")), (Decimal("34.4"), Decimal("35.8"))
GROUP, STATE, PLACE, PERSON = EntityType.ARMED_GROUP, EntityType.STATE, EntityType.PLACE, EntityType.PERSON


def known(number, label, *aliases, kind=None, at=None):
    return Known(f"http://www.wikidata.org/entity/Q{number}", label, aliases, kind, at)


def own(one, *names, kind=GROUP, at=None):
    return Own(one, names, kind, at)


def links(table, graph):
    """Of each link the entity, the number of the known one, whether it is exact, and the score."""
    found = match(table, graph, "table")
    return [(each.entity, each.target.rpartition("Q")[2], each.exact, str(each.score)) for each in found]


@pytest.mark.parametrize(
    ("table", "graph", "expected"),
    [
        ([known(1, "Dawn Brigade")], [own("a", "The Dawn Brigade")], [("a", "1", True, "0.90")]),
        ([known(1, "Dawn Brigade", kind=GROUP)], [own("a", "Dawn Brigade")], [("a", "1", True, "0.95")]),
        ([known(1, "Liwa al-Fajr", "Dawn Brigade")], [own("a", "Dawn Brigade")], [("a", "1", False, "0.85")]),
        (
            [known(1, "Liwa al-Fajr", "Dawn Brigade", kind=GROUP)],
            [own("a", "Dawn Brigade")],
            [("a", "1", True, "0.90")],
        ),
        ([known(1, "Khalifa Hifter")], [own("a", "Khalifa Haftar", kind=PERSON)], [("a", "1", False, "0.70")]),
        ([known(1, "Dawn Brigade", kind=PERSON)], [own("a", "Dawn Brigade")], []),
        ([known(1, "Libya", kind=STATE)], [own("a", "Libya", kind=PLACE)], [("a", "1", True, "0.90")]),
        ([known(1, "Tripoli", at=WEST)], [own("a", "Tripoli", kind=PLACE, at=WEST)], [("a", "1", True, "1.00")]),
        ([known(1, "Tripoli", at=EAST)], [own("a", "Tripoli", kind=PLACE, at=WEST)], []),
        ([known(1, "Sunset Brigade")], [own("a", "Dawn Brigade")], []),
    ],
)
def test_a_pair(table, graph, expected):
    assert links(table, graph) == expected


def test_which_town_of_a_name_is_meant_its_place_decides():
    table = [known(1, "Tripoli", at=WEST), known(2, "Tripoli", at=EAST)]
    graph = [own("west", "Tripoli", kind=PLACE, at=WEST), own("east", "Tripoli", kind=PLACE, at=EAST)]
    assert links(table, graph) == [("east", "2", True, "1.00"), ("west", "1", True, "1.00")]


def test_of_several_of_a_name_none_is_sure_and_of_two_that_are_equally_sure_none_is_linked():
    graph = [own("a", "Dawn Brigade")]
    assert links([known(1, "Dawn Brigade", kind=GROUP), known(2, "Fajr", "Dawn Brigade", kind=GROUP)], graph) == [
        ("a", "1", False, "0.70")
    ]
    assert links([known(1, "Dawn Brigade"), known(2, "Dawn Brigade")], graph) == []


def test_a_known_one_that_two_of_the_graph_could_be_is_no_exact_match():
    graph = [own("a", "Dawn Brigade"), own("b", "Dawn Brigade")]
    (first, second) = match([known(1, "Dawn Brigade")], graph, "table")
    assert (first.exact, second.exact) == (False, False)
    assert first.reason == 'is called "Dawn Brigade", as the table has it; the graph has others of that name: b'


def test_the_order_has_no_influence():
    table = [known(1, "Tripoli", at=WEST), known(2, "Tripoli"), known(3, "Tarabulus", "Tripoli")]
    graph = [own("a", "Tripoli", kind=PLACE, at=WEST), own("b", "Tarabulus", "Tripoli", kind=PLACE)]
    assert match(table, graph, "table") == match(table[::-1], graph[::-1], "table")
