import pytest

from kg.extract.attribution import quote_speakers, speakers
from kg.language import parse
from kg.language.words import read_words

CASES = [
    ("Rebels attacked the town.", "attacked", []),
    ("The mayor said that rebels attacked the town.", "attacked", ["mayor"]),
    ("Rebels attacked the town, the mayor said.", "attacked", ["mayor"]),
    ("According to the mayor, rebels attacked the town.", "attacked", ["mayor"]),
    ("Rebels attacked the town, according to witnesses.", "attacked", ["witnesses"]),
    ("The mayor and the police said that rebels attacked the town.", "attacked", ["mayor", "police"]),
    ("The mayor said witnesses reported that rebels attacked the town.", "attacked", ["witnesses", "mayor"]),
    ("The mayor accused the rebels of attacking the town.", "attacking", ["mayor"]),
    ("The mayor condemned the attack on the town.", "attack", ["mayor"]),
    ("The mayor denied the attack.", "attack", ["mayor"]),
    ("The mayor's claim that rebels attacked the town is false.", "attacked", ["mayor"]),
    ("It was said that rebels attacked the town.", "attacked", []),
    ("The mayor watched how rebels attacked the town.", "attacked", []),
    ("The mayor saw the rebels after they attacked the town.", "attacked", []),
    ("The mayor accused the rebels.", "accused", []),
    ("Rebels, the mayor said, attacked the town.", "attacked", ["mayor"]),
    ("Rebels attacked the town and soldiers fled, according to the mayor.", "attacked", ["mayor"]),
    ("The mayor said that soldiers fled, while rebels attacked the town.", "attacked", []),
    ("The mayor, citing residents, said that rebels attacked the town.", "attacked", ["residents", "mayor"]),
    ("A statement from the mayor said that rebels attacked the town.", "attacked", ["mayor"]),
    ("The mayor announced an end to attacks on the town.", "attacks", ["mayor"]),
    ("The mayor's warning of an attack came late.", "attack", ["mayor"]),
]


@pytest.mark.parametrize(("sentence", "trigger", "words"), CASES)
def test_speakers(sentence, trigger, words):
    token = next(token for token in read_words(parse(sentence)) if token.text == trigger)
    assert [speaker.text for speaker in speakers(token)] == words


def test_a_trailing_participle_goes_on_with_the_speaker():
    doc = read_words(parse("The mayor said rebels attacked the town, adding that soldiers fled the camp."))
    fled = next(token for token in doc if token.text == "fled")
    assert [token.text for token in speakers(fled)] == ["mayor"]


def test_who_speaks_on_in_a_quotation():
    doc = read_words(
        parse('"The rebels came at night," the mayor said. "They took the bridge. We fled." Soldiers saw it.')
    )
    quoted = quote_speakers(doc)
    assert {doc[start].text: speaker.text for start, speaker in quoted.items()} == {'"': "mayor", "We": "mayor"}


def test_without_quotation_marks_nobody_speaks_on():
    assert quote_speakers(read_words(parse("The mayor said they fled. Soldiers came."))) == {}
