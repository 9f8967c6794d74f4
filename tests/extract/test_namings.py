import pytest

from kg.extract import read
from kg.language import parse
from kg.model import Article, EntityType

PLACE, BODY = EntityType.PLACE, EntityType.ORGANIZATION
US_SECRETARY = "Secretary of State of United States"
NAMINGS = [
    # text, the words that are mentions of something, what, type
    # the organ of a state that its adjective also names
    ("Russian missiles hit the port of Odesa.", ["Russian"], "Russian Armed Forces", EntityType.ARMED_GROUP),
    ("A Chadian drone hit the camp.", ["Chadian"], "Chadian military", EntityType.ARMED_GROUP),
    ("Rebels released two Kenyan hostages.", ["Kenyan"], "Kenyans", EntityType.GROUP),
    ("The Syrian government attacked Homs.", ["Syrian government"], "Government of Syria", EntityType.ORGANIZATION),
    # a body or a people within a description
    ("Rebels killed two Israeli soldiers.", ["Israeli soldiers"], "Israeli soldiers", EntityType.ARMED_GROUP),
    ("The blast injured five displaced Palestinians.", ["Palestinians"], "Palestinians", EntityType.GROUP),
    ("Gunmen killed nine Rohingya men.", ["Rohingya"], "Rohingya", EntityType.GROUP),
    ("Over forty ISIL fighters fled.", ["ISIL fighters"], "ISIL fighters", EntityType.ARMED_GROUP),
    # a whole within the name of its part
    ("They shelled towns in eastern and southern Lebanon.", ["Lebanon"], "Lebanon", EntityType.PLACE),
    ("They fled to the northern Dawn Region.", ["Dawn Region"], "Dawn Region", EntityType.PLACE),
    ("Ships sank in the Eastern Pacific.", ["Pacific"], "Pacific", EntityType.PLACE),
    ("Rebels met in the African Sahel.", ["Sahel"], "Sahel", EntityType.PLACE),
    # well-known bodies and attacks where the parse has no name
    ("The base was shelled by ISIL and Al-Shabaab.", ["Al-Shabaab"], "Al-Shabaab", EntityType.ARMED_GROUP),
    ("He died in the October 7 attacks.", ["October 7 attacks"], "October 7 attacks", EntityType.OPERATION),
    ("The talks may end the Gaza war.", ["Gaza war"], "Gaza war", EntityType.OPERATION),
    ("The fuel came from Chad and Chad-administered Dawn.", ["Chad"], "Chad", EntityType.STATE),
    ("He went to Zahedan, Sistan and Baluchestan.", ["Sistan and Baluchestan"], "Sistan and Baluchestan", PLACE),
    # the office of a state, whose holder is named
    ("Chadian president Idris Saleh left.", ["Chadian president"], "President of Chad", EntityType.ORGANIZATION),
    ("South Sudanese president Idris Saleh left.", ["South Sudanese president"], "President of South Sudan", BODY),
    (
        "U.S. Secretary of State Jane Doe left.",
        ["U.S. Secretary of State"],
        "Secretary of State of United States",
        BODY,
    ),
    # whom words name beside those whose title, people or owner they tell
    ("Kenyan prime minister Jane Doe claims victory.", ["Kenyan prime minister"], "Prime Minister of Kenya", BODY),
    ("Troops fought armed Druze combatants.", ["Druze"], "Druze", EntityType.GROUP),
    ("A Liberian-flagged ship sank.", ["Liberian"], "Liberian", EntityType.STATE),
    ("Police held two men of Islamic State in Somalia.", ["Somalia"], "Somalia", PLACE),
    ("NATO Secretary-General Jane Doe spoke.", ["NATO"], "NATO", EntityType.ORGANIZATION),
]
NONE = [
    # text, words that are a mention of nothing more than before
    ("Russian tankers left the port.", "Russian"),
    ("Palestinian rockets hit a house.", "Palestinian"),
    ("They shelled towns in South Sudan.", "Sudan"),
    ("They shelled towns in Central and South America.", "America"),
    ("The Security Service of Ukraine spoke.", "The Security Service of Ukraine"),
    ("Chadian general Idris Saleh left.", "Chadian general"),
    ("The Chadian president left.", "Chadian president"),
    ("They met southern Syrian forces.", "Syrian forces"),
    ("The blast injured five Palestinians.", "Palestinians"),
]


def found(text):
    (doc,) = [parse(text)]
    return read(Article("made", text), doc)


@pytest.mark.parametrize(("text", "words", "label", "entity_type"), NAMINGS)
def test_words_name_more_than_who_takes_part(text, words, label, entity_type):
    entities = [each for each in found(text).entities if (each.label, each.type) == (label, entity_type)]
    assert [span.text for entity in entities for span in entity.mentions] == words


@pytest.mark.parametrize(("text", "words"), NONE)
def test_other_words_name_nothing_more(text, words):
    mentioned = [each.type for each in found(text).entities for span in each.mentions if span.text == words]
    assert mentioned in ([], [EntityType.STATE])


def test_what_is_named_beside_takes_part_in_no_statement():
    graph = found("Russian missiles hit the port of Odesa.")
    (attack,) = [each for each in graph.attestations if each.subject is not None]
    subject = next(each for each in graph.entities if each.id == attack.subject.entity)
    assert (subject.label, subject.type) == ("Russia", EntityType.STATE)


def test_one_naming_stands_for_all_words_for_it():
    graph = found("Russian missiles hit Odesa. Later Russian drones hit Odesa.")
    (forces,) = [each for each in graph.entities if each.label == "Russian Armed Forces"]
    assert [span.text for span in forces.mentions] == ["Russian", "Russian"]


@pytest.mark.parametrize("end", ["’s Dawn Operation", "'s Dawn Operation", "."])
def test_a_name_has_no_mark_or_ending_at_its_end(end):
    graph = found(f"They joined the Government of National Accord{end} in Darna.")
    names = {name for entity in graph.entities for name in entity.names}
    assert not [name for name in names if name.endswith(("’s", "'s", "."))]
