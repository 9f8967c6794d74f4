import pytest

from kg.extract.coreference import resolve_coreference
from kg.extract.mentions import find_mentions
from kg.language import parse
from kg.language.words import read_words

SAME = [
    # text, one head, other head: the other joins the chain of the first
    # names
    ("Idris Saleh left. Saleh came back.", "Saleh", "Saleh"),
    ("The Dawn Brigade left. The Dawn came back.", "Brigade", "Dawn"),
    ("Libya protested. Libyan jets took off.", "Libya", "Libyan"),
    ("The Northern Defence Force (NDF) left. The NDF came back.", "Force", "NDF"),
    # descriptions
    ("A militia attacked the town. The militia fled.", "militia", "militia"),
    ("The Dawn Brigade attacked the town. The group fled.", "Brigade", "group"),
    ("They left Darna. The city is empty.", "Darna", "city"),
    ("Libya protested. The country sent an envoy.", "Libya", "country"),
    ("They hold the city of Darna.", "city", "Darna"),
    ("Wagner Group fighters left.", "Group", "fighters"),
    ("Idris Saleh, the leader of the rebels, fled.", "Saleh", "leader"),
    # forces
    ("The general left. His forces stayed. The general's forces fled.", "forces", "forces"),
    ("Libyan troops left. The Libyan army came back.", "troops", "army"),
    ("The Chadian Armed Forces left. Chadian troops came back.", "Forces", "troops"),
    ("Libya said its forces left. Libyan forces came back.", "forces", "forces"),
    ("Government forces left. Government troops came back.", "forces", "troops"),
    ("Chadian rebels left. Rebels came back.", "rebels", "Rebels"),
    ("The Dawn Brigade attacked the town. The militant group fled.", "Brigade", "group"),
    ("Members of the Dawn Brigade left.", "Members", "Brigade"),
    ("They left the capital, Darna.", "capital", "Darna"),
    ("The Desert Union Mission in Chad (DUMIC) left. DUMIC came back.", "Mission", "DUMIC"),
    # pronouns
    ("The rebels said Idris Saleh told Reuters that they left.", "rebels", "they"),
    ("Idris Saleh left. He came back.", "Saleh", "He"),
    ("The brigade left. Its commander stayed.", "brigade", "Its"),
    ("The rebels left the town. They came back.", "rebels", "They"),
    ("The rebels said that they left the town.", "rebels", "they"),
]
DIFFERENT = [
    ("They left Gaza. They hold Gaza City.", "Gaza", "City"),
    ("They left Kharkiv Oblast. They hold Kharkiv.", "Oblast", "Kharkiv"),
    ("A militia attacked the town. Another militia fled.", "militia", "militia"),
    ("The Dawn Brigade attacked the rebels.", "Brigade", "rebels"),
    ("Libya blamed the rebels for the raid.", "Libya", "rebels"),
    ("Talks between Libya and the rebels began.", "Libya", "rebels"),
    ("Libya left the talks. The rebels stayed.", "Libya", "rebels"),
    ("Idris Saleh left. It rained.", "Saleh", "It"),
    ("The brigade attacked it.", "brigade", "it"),
    ("Idris Saleh met Omar Saleh.", "Saleh", "Saleh"),
    ("The general's forces fought the president's forces.", "forces", "forces"),
    ("A Dawn Brigade fighter left.", "Brigade", "fighter"),
    ("Desert riders in Chad (DRC) left.", "Chad", "DRC"),
    ("Libyan troops left. Libyan police came back.", "troops", "police"),
    ("Libyan troops left. Two Libyan troops came back.", "troops", "troops"),
    ("Libyan forces left. Libyan special forces came back.", "forces", "forces"),
    ("Libyan forces fought Chadian forces.", "forces", "forces"),
    ("Rebels left. Five rebels came back.", "Rebels", "rebels"),
    ("The Dawn Brigade attacked the town. The aid group fled.", "Brigade", "group"),
    ("Three Wagner Group fighters left.", "Group", "fighters"),
]


def chains(text, one, other):
    """The chains of the first word of one text and the last word of the other."""
    doc = read_words(parse(text))
    coreference = resolve_coreference(doc, find_mentions(doc))
    first = next(token.i for token in doc if token.text == one and token.i in coreference.mentions)
    last = [token.i for token in doc if token.text == other and token.i in coreference.mentions][-1]
    assert first != last
    return coreference.chain_of.get(first), coreference.chain_of.get(last)


@pytest.mark.parametrize(("text", "one", "other"), SAME)
def test_one_entity(text, one, other):
    first, last = chains(text, one, other)
    assert first is not None
    assert first == last


@pytest.mark.parametrize(("text", "one", "other"), DIFFERENT)
def test_two_entities(text, one, other):
    first, last = chains(text, one, other)
    assert first != last


def resolve(text):
    doc = read_words(parse(text))
    return doc, resolve_coreference(doc, find_mentions(doc))


def test_the_owner_of_forces_is_kept():
    doc, coreference = resolve("The general left. His forces stayed.")
    forces = coreference.chain_of[next(token.i for token in doc if token.text == "forces")]
    general = coreference.chain_of[next(token.i for token in doc if token.text == "general")]
    assert coreference.chains[forces].owner == general


def test_their_side_is_the_body_that_a_source_speaks_for():
    doc, coreference = resolve("A source from the Dawn Brigade said ten fighters from their side fell.")
    side = next(token.i for token in doc if token.text == "side")
    brigade = next(token.i for token in doc if token.text == "Brigade")
    assert coreference.chain_of[side] == coreference.chain_of[brigade]


def test_a_type_is_what_most_mentions_say():
    doc, coreference = resolve("The Dawn left. The Dawn Brigade came back.")
    chain = coreference.chains[coreference.chain_of[next(token.i for token in doc if token.text == "Brigade")]]
    assert chain.type.value == "ArmedGroup"


def test_a_pronoun_keeps_all_its_antecedents_the_likeliest_first():
    doc, coreference = resolve("The rebels fought the army. They fled.")
    they = next(token.i for token in doc if token.text == "They")
    names = [doc[coreference.chains[chain].mentions[0].head].text for chain in coreference.candidates[they]]
    assert names == ["rebels", "army"] or names == ["rebels"]


def test_a_country_can_be_a_place_too():
    doc, coreference = resolve("The troops left Libya.")
    head = next(token.i for token in doc if token.text == "Libya")
    state = coreference.chain_of[head]
    place = coreference.country_as_place(head, state)
    assert place != state
    assert coreference.chains[place].type.value == "Place"
    assert coreference.country_as_place(head, state) == place
