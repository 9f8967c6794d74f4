import pytest

from kg.extract.mentions import find_mentions
from kg.extract.places import nearest_place, nested_places, place_of
from kg.language import parse
from kg.language.words import read_words

NESTED = [
    ("They met in Gharyan, Libya.", [("Gharyan", "Libya")]),
    ("They met in Tajoura, Tripoli, Libya.", [("Tajoura", "Tripoli"), ("Tripoli", "Libya")]),
    ("They met in Tripoli, Benghazi and Sirte.", []),
    ("They hold a base in Sirte.", [("base", "Sirte")]),
    ("They hold the airport near Sirte.", [("airport", "Sirte")]),
    ("They met in Sirte, a city in Libya.", [("Sirte", "Libya"), ("city", "Libya")]),
    ("They met in Tripoli, the capital of Libya.", [("Tripoli", "Libya"), ("capital", "Libya")]),
    ("They took Libya's Gharyan.", [("Gharyan", "Libya")]),
    ("They took the Syrian city of Homs.", [("Homs", "Syrian")]),
    (
        "They met in Libya in Sirte.",
        [("Sirte", "Libya")],
    ),
    ("They met the mayor in Sirte.", []),
    ("They took Tripoli and Benghazi, Libya.", [("Benghazi", "Libya"), ("Tripoli", "Libya")]),
    (
        "They took the villages of Tajoura, Gharyan and Darna in Libya.",
        [("Darna", "Libya"), ("Gharyan", "Libya"), ("Tajoura", "Libya")],
    ),
    ("They met in the Sidra region of Libya.", [("region", "Libya")]),
    ("They met in Darna in the Sidra region.", [("Darna", "region")]),
    ("They hold a base in Libya's Sidra region.", [("base", "region"), ("region", "Libya")]),
    ("They hold a port in rebel-held Libya.", [("port", "Libya")]),
    ("They hold a camp in the town of Darna.", [("camp", "Darna")]),
    ("They hold a school sheltering families in Darna.", [("school", "Darna")]),
    ("They hold areas controlled by the army in Darna.", []),
    ("They took Darna, the last stronghold of the army in Libya.", [("Darna", "Libya")]),
    ("They took Darna, the administrative centre of Sidra Province.", [("Darna", "Province"), ("centre", "Province")]),
    ("Darna is a town in Libya.", [("Darna", "Libya")]),
    (
        "They took towns in Libya, including Darna and Sirte.",
        [("towns", "Libya"), ("Darna", "Libya"), ("Sirte", "Libya")],
    ),
    ("They met in the Libyan capital Tripoli.", [("Tripoli", "Libyan")]),
    ("They met in the Libya town of Darna.", [("Darna", "Libya")]),
    ("They took positions near the front line.", []),
    ("In Libya's capital the army took control of the port.", []),
    ("They met in Washington, D.C., United States.", [("Washington", "States")]),
    (
        "They met in Darna in Sidra Province, 40 km east of Sirte.",
        [("Darna", "Province"), ("Darna", "Sirte")],
    ),
    ("They met in Sidra Province, 40 km east of Sirte.", [("Province", "Sirte")]),
    (
        "They met in Darna, about 40 km east of Sirte, in Sidra Province.",
        [("Darna", "Sirte"), ("Darna", "Province")],
    ),
    ("They took hills across the border in Chad's Sidra Province.", [("Province", "Chad")]),
    (
        "They met in the town of Darna on the border with Egypt in Sidra Province.",
        [("Darna", "Province")],
    ),
    ("They came from the south, west and north of Darna.", []),
]
PLACES = [
    # sentence, trigger, ends, place
    ("Rebels killed ten men in Sirte.", "killed", ("Rebels", "men"), "Sirte"),
    ("Rebels attacked the army at the airport.", "attacked", ("Rebels", "army"), "airport"),
    ("Rebels launched an attack in Sirte.", "attack", ("Rebels",), "Sirte"),
    ("Ten men were killed in an attack in Sirte.", "killed", ("men",), "Sirte"),
    ("Rebels attacked a patrol in Sirte.", "attacked", ("Rebels", "patrol"), "Sirte"),
    ("Rebels attacked Sirte.", "attacked", ("Rebels", "Sirte"), None),
    ("Rebels attacked the army in May.", "attacked", ("Rebels", "army"), None),
]


@pytest.mark.parametrize(("sentence", "pairs"), NESTED)
def test_nested_places(sentence, pairs):
    doc = read_words(parse(sentence))
    found = nested_places(doc, find_mentions(doc))
    assert [(doc[inner.head].text, doc[outer.head].text) for inner, outer in found] == pairs


@pytest.mark.parametrize(("sentence", "trigger", "ends", "place"), PLACES)
def test_place_of_an_event(sentence, trigger, ends, place):
    doc = read_words(parse(sentence))
    words = {token.text: token for token in doc}
    found = place_of(words[trigger], tuple(words[end] for end in ends), find_mentions(doc))
    assert (found.text if found is not None else None) == place


@pytest.mark.parametrize(
    ("sentence", "trigger", "outer", "place"),
    [
        ("In Sirte the mayor said that rebels attacked.", "attacked", (), "Sirte"),
        ("The mayor of Sirte, Libya, said that rebels attacked.", "attacked", ("Libya",), "Sirte"),
        ("The mayor said that rebels attacked.", "attacked", (), None),
    ],
)
def test_nearest_place(sentence, trigger, outer, place):
    doc = read_words(parse(sentence))
    words = {token.text: token for token in doc}
    heads = frozenset(words[word].i for word in outer)
    found = nearest_place(words[trigger], (), find_mentions(doc), heads)
    assert (found.text if found is not None else None) == place
