import pytest

from kg.extract.mentions import Certainty, Kind, find_mentions
from kg.language import parse
from kg.language.words import read_words

CASES = [
    # sentence, head, text, kind, type
    ("The brigade left.", "brigade", "brigade", "description", "ArmedGroup"),
    ("Ten villagers fled.", "villagers", "Ten villagers", "description", "Group"),
    ("Dozens of fighters fled.", "Dozens", "Dozens of fighters", "description", "ArmedGroup"),
    ("The mayor left.", "mayor", "mayor", "description", "Person"),
    ("Two mayors left.", "mayors", "Two mayors", "description", "Group"),
    ("The ministry said so.", "ministry", "ministry", "description", "Organization"),
    ("Witnesses said so.", "Witnesses", "Witnesses", "description", "Source"),
    ("The tank burned.", "tank", "tank", "description", "Equipment"),
    ("They hold the harbour.", "harbour", "harbour", "description", "Place"),
    ("They hold two bases.", "bases", "two bases", "description", "Place"),
    ("The offensive began.", "offensive", "offensive", "description", "Operation"),
    ("The attack began.", "attack", "attack", "description", None),
    ("The Libyans left.", "Libyans", "Libyans", "description", "Group"),
    # names
    ("Libya rejected it.", "Libya", "Libya", "name", "State"),
    ("They met in Libya.", "Libya", "Libya", "name", "Place"),
    ("They met in Darna.", "Darna", "Darna", "name", "Place"),
    ("The Northern Defence Brigade left.", "Brigade", "Northern Defence Brigade", "name", "ArmedGroup"),
    ("The Ministry of Health said so.", "Ministry", "Ministry of Health", "name", "Organization"),
    ("General Idris Saleh left.", "Saleh", "Idris Saleh", "name", "Person"),
    ("Libya's Gharyan was shelled.", "Gharyan", "Gharyan", "name", None),
    ("Hamas left.", "Hamas", "Hamas", "name", "ArmedGroup"),
    ("Thirteen Taliban fighters died.", "Taliban", "Taliban", "name", "ArmedGroup"),
    ("Rebels met in two separate United States camps.", "States", "United States", "name", "State"),
    (
        "The Democratic Republic of the Congo government left.",
        "Republic",
        "Democratic Republic of the Congo",
        "name",
        "State",
    ),
    ("The Uganda People's Defence Force left.", "Force", "Uganda People's Defence Force", "name", "ArmedGroup"),
    (
        "Attacks of Coalition of Patriots for Change fighters went on.",
        "Change",
        "Coalition of Patriots for Change",
        "name",
        "ArmedGroup",
    ),
    ("March 23 Movement rebels left.", "Movement", "March 23 Movement", "name", "ArmedGroup"),
    ("They fought in the Idris Saleh mountains.", "Saleh", "Idris Saleh", "name", "Place"),
    ("The USS Jane Doe left.", "Doe", "USS Jane Doe", "name", "Equipment"),
    # demonyms
    ("The Libyan airstrikes went on.", "Libyan", "Libyan", "demonym", "State"),
    ("The Desert Union Mission in Chad left.", "Mission", "Desert Union Mission in Chad", "name", "Organization"),
    ("Libyan airstrikes went on.", "Libyan", "Libyan", "demonym", "State"),
    ("South Korean troops left.", "Korean", "South Korean", "demonym", "State"),
    # pronouns
    ("He left.", "He", "He", "pronoun", "Person"),
    ("They left.", "They", "They", "pronoun", None),
]


def mention_of(sentence, head):
    doc = read_words(parse(sentence))
    return find_mentions(doc)[next(token.i for token in doc if token.text == head)]


@pytest.mark.parametrize(("sentence", "head", "text", "kind", "type_name"), CASES)
def test_mentions(sentence, head, text, kind, type_name):
    mention = mention_of(sentence, head)
    assert (mention.text, mention.kind.value) == (text, kind)
    if type_name is not None or kind != "name":
        assert (mention.type.value if mention.type else None) == type_name


@pytest.mark.parametrize(
    ("sentence", "heads"),
    [
        ("Hamas fighters left.", ["Hamas", "fighters"]),
        ("Government troops left.", ["Government", "troops"]),
        ("Three of them left.", ["Three", "them"]),
        ("It rained.", ["It"]),
        ("They met on Monday and left.", ["They"]),
    ],
)
def test_heads(sentence, heads):
    doc = read_words(parse(sentence))
    assert [doc[i].text for i in sorted(find_mentions(doc))] == heads


def test_general_knowledge_is_surer_than_a_common_noun():
    known, described = mention_of("Libya rejected it.", "Libya"), mention_of("The brigade left.", "brigade")
    assert known.certainty is Certainty.KNOWN
    assert described.certainty is Certainty.DESCRIPTION
    assert known.certainty > described.certainty


def test_pronouns_tell_no_type_for_sure():
    mention = mention_of("He left.", "He")
    assert mention.kind is Kind.PRONOUN
    assert mention.certainty is Certainty.NONE


def test_the_outlet_of_an_article_is_a_body():
    doc = read_words(parse("Harbour Wire could not confirm it."))
    assert [each.type for each in find_mentions(doc, "Harbour Wire").values() if each.text == "Harbour Wire"] == [
        "Organization"
    ]
