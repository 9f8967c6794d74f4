"""Which words are printed as mentions of which entity."""

from merge_corpus import article_graph

from kg.identity import mentions_of, resolve
from kg.model import Entity, EntityType, KnowledgeGraph, Span


def printed(*entities):
    """The words of each mention and the label of its entity, of an article with entities of (type, label, mentions)."""
    made = [
        Entity(f"e{number}", label, EntityType(kind), (label,), tuple(Span(*each) for each in mentions))
        for number, (kind, label, *mentions) in enumerate(entities)
    ]
    graph = KnowledgeGraph((article_graph("a", *made),))
    return [(each.span.text, each.entity.label) for each in mentions_of(graph, resolve(graph))]


def test_a_name_within_the_name_of_a_body_is_no_mention():
    for kind, name in [
        ("ArmedGroup", "Russian army"),
        ("ArmedGroup", "Polish Navy"),
        ("ArmedGroup", "Pakistani Taliban"),
        ("ArmedGroup", "IS–Somalia"),
    ]:
        part = "Somalia" if "Somalia" in name else name.split()[0]
        start = name.index(part)
        found = printed((kind, name, (0, len(name), name)), ("State", part, (start, start + len(part), part)))
        assert [words for words, _ in found] == [name]


def test_whose_a_body_is_stands_beside_what_it_is():
    found = printed(("ArmedGroup", "Polish police", (0, 13, "Polish police")), ("State", "Polish", (0, 6, "Polish")))
    assert [words for words, _ in found] == ["Polish", "Polish police"]


def test_words_for_a_state_that_name_its_forces_are_a_mention_of_these():
    found = printed(
        ("State", "Russia", (0, 7, "Russian"), (20, 26, "Russia")),
        ("ArmedGroup", "Russian Armed Forces", (0, 7, "Russian")),
    )
    assert found == [("Russian", "Russian Armed Forces"), ("Russia", "Russia")]


def test_words_for_a_holder_that_name_the_office_are_a_mention_of_this():
    office = ("Organization", "President of Kenya", (0, 16, "Kenyan president"))
    assert printed(("Person", "Jane Doe", (0, 16, "Kenyan president"), (17, 25, "Jane Doe")), office) == [
        ("Kenyan president", "President of Kenya"),
        ("Jane Doe", "Jane Doe"),
    ]


def test_words_for_fighters_that_name_their_people_are_a_mention_of_these():
    assert printed(("ArmedGroup", "Druze", (0, 5, "Druze")), ("Group", "Druze", (0, 5, "Druze"))) == [
        ("Druze", "Druze")
    ]


def test_whose_a_well_known_body_is_and_where_stands_beside_its_name():
    found = printed(
        ("ArmedGroup", "Iranian Quds Force", (0, 18, "Iranian Quds Force")),
        ("State", "Iran", (0, 7, "Iranian")),
        ("ArmedGroup", "Islamic State in Somalia", (20, 44, "Islamic State in Somalia")),
        ("Place", "Somalia", (37, 44, "Somalia")),
    )
    assert [words for words, _ in found] == ["Iranian", "Iranian Quds Force", "Islamic State in Somalia", "Somalia"]


def test_the_end_of_a_well_known_name_is_no_body_of_its_own():
    name = "West Papua National Liberation Army"
    found = printed(("ArmedGroup", name, (0, 35, name)), ("ArmedGroup", name[11:], (11, 35, name[11:])))
    assert [words for words, _ in found] == [name]
