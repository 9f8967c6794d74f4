"""Who is who over several articles, by small corpora."""

from dataclasses import replace
from datetime import date

import pytest
from merge_corpus import corpus, judged_pairs, sets

from kg.identity import resolve
from kg.model import EntityType, Judgement, KnowledgeGraph, Outcome


def pair(left, right):
    """A corpus of two articles with an entity each, and whether the two are one."""
    resolution = resolve(corpus(a=[left], b=[right]))
    return len(resolution.entities) == 1


ONE = [
    (("State", "Israel"), ("State", "Israeli")),
    (("State", "US"), ("State", "American")),
    (("State", "Moscow"), ("State", "Russia")),
    (("State", "Libya"), ("Place", "Libya")),
    (("State", "the Libyan government"), ("State", "Libya")),
    (("State", "GNA"), ("State", "Government of National Accord")),
    (("State", "the GNA"), ("Organization", "Government of National Accord")),
    (("Organization", "QRB"), ("Organization", "Qaryat Relief Board")),
    (("Person", "Haftar"), ("Person", "Khalifa Haftar")),
    (("Person", "General Haftar"), ("Person", "Field Marshal Khalifa Haftar")),
    (("Person", "Khalifa Haftar"), ("Person", "Khalifa Hifter")),
    (("Person", "Khalifa Haftar"), ("Person", "Khalifa Belqasim Haftar")),
    (("Person", "Tayyip Erdogan"), ("Person", "Recep Tayyip Erdoğan")),
    (("Person", "Putin"), ("Person", "President Putin")),
    (("ArmedGroup", "Haftar's forces"), ("ArmedGroup", "forces loyal to Haftar")),
    (("ArmedGroup", "forces under the command of Khalifa Haftar"), ("ArmedGroup", "Haftar's forces")),
    (("ArmedGroup", "Israeli forces"), ("ArmedGroup", "Israel's troops")),
    (("ArmedGroup", "Israeli forces"), ("ArmedGroup", "IDF")),
    (("ArmedGroup", "Thai army"), ("ArmedGroup", "Thai soldiers")),
    (("ArmedGroup", "the Armed Forces of Ukraine"), ("ArmedGroup", "Ukrainian troops")),
    (("ArmedGroup", "M23"), ("ArmedGroup", "Rwanda-backed M23 rebels")),
    (("ArmedGroup", "RSF"), ("ArmedGroup", "Rapid Support Forces")),
    (("ArmedGroup", "HTS"), ("ArmedGroup", "Hay'at Tahrir al-Sham")),
    (("ArmedGroup", "Pakistani Taliban"), ("ArmedGroup", "Tehreek-e-Taliban Pakistan fighters")),
    (("Group", "at least 26 Palestinians"), ("Group", "Palestinians")),
    (("Group", "Thirty-six Palestinians"), ("Group", "Palestinians")),
    (("Group", "two Druze"), ("State", "Druze")),
    (("Person", "Alawite"), ("Group", "Alawites")),
    (("ArmedGroup", "Chadian army"), ("ArmedGroup", "Chadian military personnel")),
    (("Place", "Congo capital city Kinshasa"), ("Place", "Kinshasa")),
    (("Person", "elect Idris Saleh"), ("Person", "Idris Saleh")),
    (("State", "Palestinian"), ("Group", "dozens of Palestinians")),
    (("Organization", "Russian Defence Ministry"), ("Organization", "Russian Ministry of Defense")),
    (("State", "three Israelis"), ("Group", "Israelis")),
    (("Group", "at least five Israeli settlers"), ("Group", "Israeli settlers")),
    (("ArmedGroup", "al-Qaeda-aligned JNIM insurgents"), ("ArmedGroup", "JNIM")),
    (("ArmedGroup", "Cartel de la Dawn gunmen"), ("ArmedGroup", "Cartel de la Dawn")),
    (("Organization", "Frente y Unidad del Norte"), ("ArmedGroup", "Frente y Unidad del Norte")),
    (("Place", "Gaza"), ("Place", "Gaza Strip")),
    (("Place", "Kharkiv Oblast"), ("Place", "Kharkiv region")),
    (("Place", "Krasnodar Krai"), ("Organization", "Krasnodar Krai")),
    (("ArmedGroup", "Israeli army"), ("ArmedGroup", "IDF")),
    (("ArmedGroup", "Hamas"), ("Organization", "Hamas")),
    (("ArmedGroup", "ISIS"), ("ArmedGroup", "ISIL")),
    (("ArmedGroup", "Daesh"), ("ArmedGroup", "IS")),
    (("Operation", "Volcano of Rage"), ("ArmedGroup", "Volcano of Rage")),
    (("ArmedGroup", "al-Nasr Brigade"), ("ArmedGroup", "Nasr Brigade")),
    (("ArmedGroup", "Janjaweed Brigade"), ("ArmedGroup", "Janjawid Brigade")),
    (("Organization", "Nile Observatory for Civil Rights"), ("Organization", "Nile Observatory of Civil Rights")),
    (("Organization", "Dawn Air Force of Chad"), ("Organization", "Chadian Dawn Air Force")),
    (("Place", "Kiev"), ("Place", "Kyiv")),
    (("Place", "Gharyan"), ("Place", "the city of Gheryan")),
    (("Place", "Wadi Rabea"), ("Place", "Wadi Rabia")),
    (("Equipment", "Iron Dome"), ("Equipment", "the Iron Dome")),
]

TWO = [
    (("State", "Israel"), ("ArmedGroup", "Israeli army")),
    (("State", "Israel"), ("ArmedGroup", "Israeli forces")),
    (("State", "Libya"), ("State", "GNA")),
    (("Organization", "Jamaat"), ("Organization", "Jamiat")),
    (("Place", "Gaza"), ("Place", "Gaza City")),
    (("Place", "Kharkiv"), ("Place", "Kharkiv Oblast")),
    (("Place", "North Waziristan"), ("Place", "South Waziristan")),
    (("Place", "southern Lebanon"), ("Place", "Lebanon")),
    (("State", "Palestine"), ("Group", "Palestinians")),
    (("ArmedGroup", "Taliban"), ("ArmedGroup", "Pakistani Taliban")),
    (("ArmedGroup", "Palestinian gunman"), ("ArmedGroup", "Palestinian gunman")),
    (("Group", "two Palestinian children"), ("Group", "two Palestinian children")),
    (("Person", "Haftar"), ("ArmedGroup", "Haftar's forces")),
    (("Person", "Ali Hassan"), ("Person", "Ali Hussein")),
    (("Person", "a commander"), ("Person", "a commander")),
    (("Person", "Jordan"), ("State", "Jordan")),
    (("Group", "seven fighters"), ("Group", "seven fighters")),
    (("Group", "Local residents"), ("Group", "Local residents")),
    (("Source", "media sources"), ("Source", "media sources")),
    (("Source", "a source"), ("Source", "a source")),
    (("ArmedGroup", "rebels"), ("ArmedGroup", "Rebels")),
    (("ArmedGroup", "pro-Russian forces"), ("ArmedGroup", "Russian forces")),
    (("ArmedGroup", "Turkish-backed forces"), ("ArmedGroup", "Turkish forces")),
    (("Organization", "Health Ministry"), ("Organization", "Health Ministry")),
    (("Equipment", "F-16"), ("Equipment", "F-16")),
    (("ArmedGroup", "Iranian security forces"), ("ArmedGroup", "Thai security forces")),
    (("Equipment", "Turkish drones"), ("Equipment", "Turkish drones")),
    (("Place", "a village"), ("Place", "a village")),
    (("Place", "Homs"), ("Place", "Hama")),
    (("ArmedGroup", "Free Papua Movement"), ("ArmedGroup", "West Papua National Liberation Army")),
    (("ArmedGroup", "Chin National Front"), ("ArmedGroup", "Chin National Army")),
    (("ArmedGroup", "RPF"), ("ArmedGroup", "Rwandan Patriotic Army")),
    (("ArmedGroup", "SPLM-N"), ("ArmedGroup", "SPLA-N")),
    (("ArmedGroup", "MILF"), ("ArmedGroup", "Bangsamoro Islamic Armed Forces")),
]


@pytest.mark.parametrize(("left", "right"), ONE, ids=str)
def test_one_entity_under_two_names(left, right):
    assert pair(left, right)


@pytest.mark.parametrize(("left", "right"), TWO, ids=str)
def test_two_entities(left, right):
    assert not pair(left, right)


def test_a_short_name_that_two_bear_is_unsure():
    resolution = resolve(
        corpus(
            a=[("Person", "Khalifa Haftar")],
            b=[("Person", "Saddam Haftar")],
            c=[("Person", "Haftar")],
            d=[("Person", "Haftar")],
        )
    )
    assert judged_pairs(resolution) == [("haftar", "khalifa-haftar", "unsure"), ("haftar", "saddam-haftar", "unsure")]
    assert resolution.canonical["c/Haftar"] == resolution.canonical["d/Haftar"]
    assert all('others bear it too: "' in each.reason for each in resolution.judgements)


def test_a_short_name_that_is_a_first_name_of_many_is_unsure():
    resolution = resolve(corpus(a=[("Person", "Evan David")], b=[("Person", "David")]))
    assert judged_pairs(resolution) == [("david", "evan-david", "unsure")]
    assert 'many bear "david" as a first name' in resolution.judgements[0].reason


def test_an_abbreviation_that_two_bear_is_unsure():
    resolution = resolve(
        corpus(
            a=[("ArmedGroup", "SNA")],
            b=[("ArmedGroup", "Syrian National Army")],
            c=[("ArmedGroup", "Somali National Army")],
        )
    )
    assert sets(resolution) == []
    assert [each.outcome for each in resolution.judgements] == [Outcome.UNSURE, Outcome.UNSURE]


def test_forces_of_a_leader_that_two_may_be_stay_apart():
    resolution = resolve(
        corpus(
            a=[("Person", "Khalifa Haftar"), ("ArmedGroup", "Haftar's forces")],
            b=[("Person", "Saddam Haftar"), ("ArmedGroup", "forces loyal to Haftar")],
            c=[("ArmedGroup", "Haftar's troops")],
        )
    )
    assert sets(resolution) == []
    assert judged_pairs(resolution) == [("haftar", "khalifa-haftar", "unsure"), ("haftar", "saddam-haftar", "unsure")]


def test_the_force_of_a_leader_who_is_only_named_with_it():
    resolution = resolve(
        corpus(a=[("ArmedGroup", "forces loyal to Khalifa Haftar")], b=[("ArmedGroup", "Haftar's men")])
    )
    assert len(resolution.entities) == 1


def test_two_names_of_one_article_bring_others_together():
    resolution = resolve(
        corpus(
            a=[("Person", "Khalifa Haftar", "Haftar", "the field marshal")],
            b=[("Person", "Haftar")],
            c=[("ArmedGroup", "Libyan Guard Union", "LGU")],
            d=[("ArmedGroup", "LGU")],
        )
    )
    assert sets(resolution) == [("a/Khalifa Haftar", "b/Haftar"), ("c/Libyan Guard Union", "d/LGU")]


def test_a_last_word_that_two_bodies_share_does_not_join_them():
    first = ("Organization", "Alliance of Patriots", "Patriots")
    second = ("Organization", "Coalition of Patriots", "Patriots")
    assert len(resolve(corpus(a=[first], b=[second])).entities) == 2


def test_a_slip_of_the_reader_does_not_join_two_countries():
    resolution = resolve(
        corpus(
            a=[("State", "Israel", "Lebanese")],
            b=[("State", "Lebanon")],
            c=[("State", "Israeli")],
            d=[("State", "Lebanon")],
        )
    )
    assert sets(resolution) == [("a/Israel", "c/Israeli"), ("b/Lebanon", "d/Lebanon")]


def test_a_slip_of_the_reader_does_not_join_two_persons():
    resolution = resolve(
        corpus(
            a=[("Person", "Khalifa Haftar", "Fayez al-Sarraj", "Sarraj")],
            b=[("Person", "Fayez al-Sarraj")],
            c=[("Person", "Sarraj")],
        )
    )
    assert sets(resolution) == [("b/Fayez al-Sarraj", "c/Sarraj")]


def test_a_slip_of_the_reader_does_not_lend_an_abbreviation_to_another_body():
    resolution = resolve(
        corpus(
            a=[("ArmedGroup", "Libyan National Army", "LNA", "GNA")],
            b=[("State", "Government of National Accord")],
            c=[("State", "GNA")],
        )
    )
    assert sets(resolution) == [("b/Government of National Accord", "c/GNA")]


def test_namesakes_are_told_by_the_countries_of_the_article():
    resolution = resolve(
        corpus(
            a=[("Place", "Tripoli"), ("Place", "Beirut"), ("State", "Lebanon")],
            b=[("Place", "Tripoli"), ("State", "Libya")],
            c=[("Place", "Tripoli"), ("Place", "Gharyan")],
        )
    )
    assert sets(resolution) == [("b/Tripoli", "c/Tripoli")]


def test_a_well_known_actor_tells_which_country_an_article_speaks_of():
    resolution = resolve(
        corpus(
            a=[("Place", "Rafah"), ("State", "Palestine")],
            b=[("Place", "Rafah"), ("State", "Israel"), ("ArmedGroup", "Hamas")],
        )
    )
    assert sets(resolution) == [("a/Rafah", "b/Rafah")]


def test_a_region_that_two_countries_have_is_told_by_the_article():
    resolution = resolve(
        corpus(
            a=[("Place", "Punjab"), ("State", "India")],
            b=[("Place", "Punjab"), ("State", "Pakistan")],
            c=[("Place", "Punjab Province"), ("Place", "Lahore")],
        )
    )
    assert sets(resolution) == [("b/Punjab", "c/Punjab Province")]


def test_a_name_beside_its_own_tells_no_country():
    resolution = resolve(
        corpus(
            a=[("Place", "White House"), ("Place", "Nowhereville"), ("State", "Libya")],
            b=[("Place", "Casablanca"), ("State", "Morocco")],
        )
    )
    assert sets(resolution) == []


def test_the_taliban_of_pakistan_are_meant_where_it_alone_is_spoken_of():
    resolution = resolve(
        corpus(
            a=[("ArmedGroup", "Taliban"), ("State", "Pakistan")],
            b=[("ArmedGroup", "Pakistani Taliban")],
            c=[("ArmedGroup", "Taliban"), ("State", "Afghanistan")],
        )
    )
    assert sets(resolution) == [("a/Taliban", "b/Pakistani Taliban")]


def test_spellings_that_one_article_tells_apart_are_unsure():
    rows = [("Person", "Omar Salim"), ("Person", "Omar Salem")]
    resolution = resolve(corpus(a=rows))
    assert sets(resolution) == []
    assert [each.outcome for each in resolution.judgements] == [Outcome.UNSURE]
    assert "one article names both" in resolution.judgements[0].reason


def test_spellings_of_places_of_two_countries_are_two():
    resolution = resolve(
        corpus(
            a=[("Place", "Upper Samar"), ("State", "Philippines")], b=[("Place", "Upper Samaria"), ("State", "Israel")]
        )
    )
    assert sets(resolution) == []
    assert resolution.judgements == ()


def test_a_place_that_lies_elsewhere_by_the_gazetteer_is_unsure():
    resolution = resolve(
        corpus(a=[("Place", "Rafah"), ("State", "Palestine")], b=[("Place", "Rafah"), ("State", "Israel")])
    )
    (judgement,) = resolution.judgements
    assert judgement.outcome is Outcome.UNSURE
    assert "the known Rafaḩ, Palestine lies in a country" in judgement.reason


def test_two_middle_names_are_unsure():
    resolution = resolve(
        corpus(a=[("Person", "Omar Haftar")], b=[("Person", "Omar Ali Haftar")], c=[("Person", "Omar Musa Haftar")])
    )
    assert sets(resolution) == []
    assert [each.outcome for each in resolution.judgements] == [Outcome.UNSURE] * 2


def test_another_spelling_of_a_short_name_is_unsure():
    resolution = resolve(corpus(a=[("Person", "Khalifa Haftar")], b=[("Person", "Hifter")]))
    assert judged_pairs(resolution) == [("hifter", "khalifa-haftar", "unsure")]


def dated(article, year, *rows):
    graph = corpus(**{article: rows}).articles[0]
    return replace(graph, article=replace(graph.article, published=date(year, 5, 1)))


def test_namesakes_of_another_time_are_unsure():
    graphs = [dated(f"a{year}", year, ("Person", "Omar Salim")) for year in (1912, 1938, 2020, 2025)]
    resolution = resolve(KnowledgeGraph(tuple(graphs)))
    assert sets(resolution) == [("a1912/Omar Salim", "a1938/Omar Salim"), ("a2020/Omar Salim", "a2025/Omar Salim")]
    assert {each.outcome for each in resolution.judgements} == {Outcome.SAME, Outcome.UNSURE}


def test_namesakes_of_another_country_are_unsure():
    resolution = resolve(
        corpus(
            a=[("Person", "Libyan commander Omar Salim", "Omar Salim")],
            b=[("Person", "Omar Salim", "Iraqi minister Omar Salim")],
            c=[("Person", "Libyan General Omar Salim")],
        )
    )
    assert sets(resolution) == [("a/Libyan commander Omar Salim", "c/Libyan General Omar Salim")]
    assert "one is of Iraq and the other of Libya" in resolution.judgements[0].reason


def test_a_small_town_of_a_country_that_the_article_leaves_out_is_another():
    resolution = resolve(corpus(a=[("Place", "Bari"), ("State", "Somalia")], b=[("Place", "Bari"), ("State", "Italy")]))
    assert sets(resolution) == []
    assert [each.outcome for each in resolution.judgements] == [Outcome.UNSURE]


def test_a_branch_is_meant_in_the_country_where_it_is():
    resolution = resolve(
        corpus(
            a=[("ArmedGroup", "Islamic State"), ("State", "Somalia")],
            b=[("ArmedGroup", "IS-Somalia")],
            c=[("ArmedGroup", "Islamic State"), ("State", "Syria")],
        )
    )
    assert sets(resolution) == [("a/Islamic State", "b/IS-Somalia")]
    assert {each.label for each in resolution.entities} >= {"Islamic State", "IS-Somalia"}


def test_the_best_name_is_the_label():
    resolution = resolve(
        corpus(
            a=[("Person", "Haftar")],
            b=[("Person", "Khalifa Haftar", "Haftar", "the commander")],
            c=[("Person", "Khalifa Haftar")],
            d=[("Person", "Field Marshal Khalifa Haftar")],
        )
    )
    (haftar,) = resolution.entities
    assert haftar.label == "Khalifa Haftar"
    assert haftar.names == ("Field Marshal Khalifa Haftar", "Haftar", "Khalifa Haftar")
    assert haftar.id.startswith("khalifa-haftar-")
    assert haftar.members == ("a/Haftar", "b/Khalifa Haftar", "c/Khalifa Haftar", "d/Field Marshal Khalifa Haftar")


@pytest.mark.parametrize(
    ("entity_type", "name", "others", "kept"),
    [
        ("State", "Norway", ("both countries", "the state", "The two sides", "Norwegian"), ("Norway", "Norwegian")),
        ("Place", "Qaryat", ("an area", "town", "the town of Qaryat"), ("Qaryat", "the town of Qaryat")),
        ("ArmedGroup", "Dawn Brigade", ("themselves", "seven fighters", "the group"), ("Dawn Brigade",)),
        ("Place", "Qaryat", ("قرية",), ("Qaryat", "قرية")),
        ("ArmedGroup", "rebels", ("the fighters",), ("rebels", "the fighters")),
    ],
)
def test_words_for_anything_are_no_names_beside_a_name(entity_type, name, others, kept):
    graph = corpus(a=[(entity_type, name, *others)])
    (entity,) = resolve(graph).entities
    assert entity.names == kept


@pytest.mark.parametrize(
    ("labels", "best"),
    [
        (["Israeli", "Israeli", "Israel"], "Israel"),
        (["GNA", "GNA", "Government of National Accord"], "Government of National Accord"),
        (["Moscow", "Russia"], "Russia"),
        (["ISIS", "ISIS", "ISIL"], "ISIS"),
    ],
)
def test_full_names_go_before_short_ones(labels, best):
    resolution = resolve(corpus(**{f"a{place}": [("State", label)] for place, label in enumerate(labels)}))
    assert [each.label for each in resolution.entities] == [best]


@pytest.mark.parametrize(
    ("rows", "best"),
    [
        (
            [("State", "Palestinian"), ("State", "Palestinian"), ("Group", "26 Palestinians", "Palestinians")],
            "Palestinians",
        ),
        ([("Group", "two Druze"), ("Group", "the Druze")], "the Druze"),
        ([("ArmedGroup", "elite Radwan Force"), ("ArmedGroup", "Radwan Force")], "Radwan Force"),
    ],
)
def test_the_label_is_the_plainest_name(rows, best):
    resolution = resolve(corpus(**{f"a{place}": [row] for place, row in enumerate(rows)}))
    assert [each.label for each in resolution.entities] == [best]


def test_a_country_is_a_state_wherever_it_acts():
    resolution = resolve(corpus(a=[("Place", "Libya")], b=[("Place", "Libya")], c=[("State", "Libyan")]))
    assert [each.type for each in resolution.entities] == [EntityType.STATE]


def test_the_type_is_voted():
    resolution = resolve(
        corpus(a=[("Organization", "Hamas")], b=[("ArmedGroup", "Hamas")], c=[("ArmedGroup", "Hamas")])
    )
    assert [each.type for each in resolution.entities] == [EntityType.ARMED_GROUP]


def test_the_id_follows_from_the_members_alone():
    rows = {"a": [("Person", "Khalifa Haftar")], "b": [("Person", "Haftar")]}
    alone = resolve(corpus(**rows)).canonical["a/Khalifa Haftar"]
    among_others = resolve(corpus(**rows, c=[("State", "Libya"), ("Place", "Tripoli")]))
    assert among_others.canonical["a/Khalifa Haftar"] == among_others.canonical["b/Haftar"] == alone


def test_a_name_in_no_letters_has_an_id():
    assert resolve(corpus(a=[("Group", "…")])).entities[0].id.startswith("group-")


def judged(graph, *judgements):
    made = (Judgement(left, right, Outcome(outcome), "analyst", "known") for left, right, outcome in judgements)
    return KnowledgeGraph(graph.articles, tuple(sorted(made)))


A, B, C = "a/Khalifa Haftar", "b/Khalifa Haftar", "c/Haftar"
HAFTARS = corpus(a=[("Person", "Khalifa Haftar")], b=[("Person", "Khalifa Haftar")], c=[("Person", "Haftar")])


@pytest.mark.parametrize(
    ("judgements", "expected"),
    [
        ([], [(A, B, C)]),
        ([(A, B, "different"), (B, C, "same")], [(B, C)]),
        ([(A, C, "different")], [(A, B)]),
        ([(A, B, "unsure"), (A, C, "same")], [(A, C)]),
        ([(A, B, "unsure"), (A, B, "same")], [(A, B, C)]),
        ([(A, B, "different"), (A, B, "same"), (B, C, "same")], [(B, C)]),
        ([(A, "z/retracted", "same")], [(A, B, C)]),
    ],
)
def test_persons_win(judgements, expected):
    assert sets(resolve(judged(HAFTARS, *judgements))) == expected


def test_a_person_joins_what_no_name_would():
    graph = corpus(a=[("Person", "the strongman")], b=[("ArmedGroup", "Haftar's forces")])
    resolution = resolve(judged(graph, ("a/the strongman", "b/Haftar's forces", "same")))
    assert sets(resolution) == [("a/the strongman", "b/Haftar's forces")]
    assert resolution.judgements == ()


def test_a_person_decides_who_is_meant_by_a_short_name():
    graph = corpus(a=[("Person", "Khalifa Haftar")], b=[("Person", "Saddam Haftar")], c=[("Person", "Haftar")])
    told = resolve(judged(graph, ("b/Saddam Haftar", "c/Haftar", "different")))
    assert sets(told) == [("a/Khalifa Haftar", "c/Haftar")]
    joined = resolve(judged(graph, ("b/Saddam Haftar", "c/Haftar", "same")))
    assert sets(joined) == [("b/Saddam Haftar", "c/Haftar")]
    assert joined.judgements == ()


def test_persons_who_contradict_each_other_by_way_of_others_are_shown():
    graph = corpus(a=[("Group", "x")], b=[("Group", "y")], c=[("Group", "z")])
    resolution = resolve(judged(graph, ("a/x", "b/y", "same"), ("b/y", "c/z", "same"), ("a/x", "c/z", "different")))
    assert sets(resolution) == [("a/x", "b/y")]
    assert [(each.left, each.right, each.outcome) for each in resolution.judgements] == [("b/y", "c/z", Outcome.UNSURE)]


def test_entities_of_one_signature_need_no_judgement():
    rows = {f"a{number:03}": [("State", "Israel" if number % 2 else "Israeli")] for number in range(300)}
    resolution = resolve(corpus(**rows))
    assert [len(each.members) for each in resolution.entities] == [300]
    assert resolution.judgements == ()


def test_a_block_needs_no_pairs():
    rows = {f"a{number:03}": [("Person", "Khalifa Haftar", f"{number} Haftar")] for number in range(300)}
    judgements = [(f"a{number:03}/Khalifa Haftar", "retracted", "same") for number in range(300)]
    assert len(resolve(judged(corpus(**rows), *judgements)).judgements) == 299


# Where places are


def located(**articles):
    """The numbers of GeoNames of entities, and whether coordinates are known, by labels."""
    entities = resolve(corpus(**articles)).entities
    found = {(each.label, each.location.geonames): each.location.latitude for each in entities if each.location}
    return {key: latitude is not None for key, latitude in found.items()}


def test_which_place_of_a_name_is_meant_is_decided_by_the_places_of_its_article():
    libya = located(a=[("Place", "Tripoli"), ("Place", "Benghazi"), ("State", "Libya")])
    lebanon = located(b=[("Place", "Tripoli"), ("Place", "Beirut"), ("State", "Lebanon")])
    assert libya == {("Tripoli", 2210247): True, ("Benghazi", 88319): True, ("Libya", 2215636): False}
    assert lebanon == {("Tripoli", 266826): True, ("Beirut", 276781): True, ("Lebanon", 272103): False}
    both = located(
        a=[("Place", "Tripoli"), ("Place", "Benghazi"), ("State", "Libya")],
        b=[("Place", "Tripoli"), ("Place", "Beirut"), ("State", "Lebanon")],
    )
    assert both == libya | lebanon


def test_what_the_gazetteer_lacks_has_no_place_on_the_map():
    assert located(a=[("Place", "Bir Nasla"), ("Person", "Tripoli Khan"), ("ArmedGroup", "Libyan National Army")]) == {}
