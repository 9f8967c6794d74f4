import pytest

from kg.extract.frames.slots import slot_fillers
from kg.extract.syntax.noun_phrases import phrase_end, phrase_start
from kg.extract.syntax.possession import possessors
from kg.extract.syntax.semantic_heads import counted, named_by
from kg.extract.syntax.voice import is_passive
from kg.language import parse
from kg.language.words import read_words

VERBS = [
    # sentence, trigger, slot, words
    ("Rebels attacked the camp.", "attacked", "agent", ["Rebels"]),
    ("Rebels attacked the camp.", "attacked", "patient", ["camp"]),
    # passive
    ("The camp was attacked by rebels.", "attacked", "agent", ["rebels"]),
    ("The camp was attacked by rebels.", "attacked", "patient", ["camp"]),
    ("The camp was attacked on Monday.", "attacked", "agent", []),
    ("The camp was shelled and stormed by rebels.", "stormed", "patient", ["camp"]),
    # conjunction
    ("Rebels and soldiers attacked the camp.", "attacked", "agent", ["Rebels", "soldiers"]),
    ("Rebels attacked the camp and the bridge.", "attacked", "patient", ["camp", "bridge"]),
    ("Rebels shelled and stormed the camp.", "shelled", "patient", ["camp"]),
    ("Rebels shelled and stormed the camp.", "stormed", "agent", ["Rebels"]),
    ("Rebels took the bridge and attacked the camp.", "attacked", "agent", ["Rebels"]),
    # relative and reduced relative clauses
    ("The rebels who attacked the camp fled.", "attacked", "agent", ["rebels"]),
    ("The camp that the rebels attacked is empty.", "attacked", "patient", ["camp"]),
    ("The camp the rebels attacked is empty.", "attacked", "agent", ["rebels"]),
    ("The camp attacked by rebels is empty.", "attacked", "patient", ["camp"]),
    ("Fighters holding the bridge left.", "holding", "agent", ["Fighters"]),
    # control and raising
    ("The rebels tried to attack the camp.", "attack", "agent", ["rebels"]),
    ("The general ordered the soldiers to attack the camp.", "attack", "agent", ["soldiers"]),
    ("The rebels were ordered to attack the camp.", "attack", "agent", ["rebels"]),
    ("Chad accused the rebels of attacking the camp.", "attacking", "agent", ["rebels"]),
    ("The rebels left the town after attacking the camp.", "attacking", "agent", ["rebels"]),
    ("Their attempt to attack the camp failed.", "attack", "agent", ["Their"]),
    # prepositions
    ("Rebels fired on the camp.", "fired", "on", ["camp"]),
    ("Rebels took control of the camp.", "took", "of", ["camp"]),
    ("Rebels fought near the camp.", "fought", "with", []),
]
NOUNS = [
    ("The brigade launched an attack on the camp.", "attack", "carrier", ["brigade"]),
    ("The brigade launched an attack on the camp.", "attack", "on", ["camp"]),
    ("An attack was launched by the brigade.", "attack", "carrier", ["brigade"]),
    ("The brigade praised the attack.", "attack", "carrier", []),
    ("The brigade suffered an attack.", "attack", "carrier", []),
    ("The brigade suffered an attack.", "attack", "undergoer", ["brigade"]),
    ("The camp came under attack.", "attack", "undergoer", ["camp"]),
    ("The brigade's attack on the camp failed.", "attack", "possessor", ["brigade"]),
    ("Their attack on the camp failed.", "attack", "possessor", ["Their"]),
    ("They saw Chad and Libya's attack on the camp.", "attack", "possessor", ["Chad", "Libya"]),
    ("An attack by the brigade on the camp failed.", "attack", "by", ["brigade"]),
    ("An attack by the brigade on the camp failed.", "attack", "on", ["camp"]),
    ("The withdrawal of the rebels from the valley began.", "withdrawal", "from", ["valley"]),
    ("Libyan airstrikes hit the camp.", "airstrikes", "modifier", ["Libyan"]),
    ("They condemned the NATO airstrikes.", "airstrikes", "modifier", ["NATO"]),
    ("Heavy attacks went on.", "attacks", "modifier", []),
    ("Rebels killed ten men in an attack on the camp.", "attack", "context", ["Rebels"]),
    ("Clashes between the army and the militia went on.", "Clashes", "between", ["army", "militia"]),
    ("An attack targeting the camp failed.", "attack", "targeted", ["camp"]),
    ("The rebels claimed responsibility for the attack.", "attack", "claimer", ["rebels"]),
    ("The rebels were behind the attack.", "attack", "claimer", ["rebels"]),
    ("Chad blamed the rebels for the attack.", "attack", "claimer", ["rebels"]),
    ("The rebels claimed responsibility.", "responsibility", "answerer", ["rebels"]),
    ("Gunmen raided the port. The rebels claimed responsibility.", "responsibility", "earlier", ["port"]),
    ("The rebels threatened to attack and loot the port.", "threatened", "threatened", ["port"]),
]
ADJECTIVES = [
    ("The blast left three people dead.", "dead", "described", ["people"]),
    ("The blast left three people dead.", "dead", "causer", ["blast"]),
    ("Three soldiers were found dead.", "dead", "described", ["soldiers"]),
    ("Fighters loyal to the president left.", "loyal", "described", ["Fighters"]),
    ("Fighters loyal to the president left.", "loyal", "to", ["president"]),
]


def word(doc, text):
    return next(token for token in doc if token.text == text)


@pytest.mark.parametrize(("sentence", "trigger", "slot", "words"), VERBS + NOUNS + ADJECTIVES)
def test_slots(sentence, trigger, slot, words):
    found = slot_fillers(word(read_words(parse(sentence)), trigger), slot)
    assert [token.text for token in found] == words


@pytest.mark.parametrize(
    ("sentence", "verb", "passive"),
    [
        ("The camp was hit.", "hit", True),
        ("Rebels hit the camp.", "hit", False),
        ("Rebels have hit the camp.", "hit", False),
        ("Forces backed by Chad left.", "backed", True),
        ("Three killed in Darna", "killed", True),
        ("The camp was shelled and burned.", "burned", True),
    ],
)
def test_voice(sentence, verb, passive):
    assert is_passive(word(read_words(parse(sentence)), verb)) is passive


@pytest.mark.parametrize(
    ("sentence", "noun", "owners"),
    [
        ("The general's forces left.", "forces", ["general"]),
        ("Its forces left.", "forces", ["Its"]),
        ("Talks between Chad and Saleh's forces began.", "forces", ["Saleh"]),
        ("The forces left.", "forces", []),
    ],
)
def test_possessors(sentence, noun, owners):
    assert [token.text for token in possessors(word(read_words(parse(sentence)), noun))] == owners


@pytest.mark.parametrize(
    ("sentence", "head", "phrase"),
    [
        ("The three armed men left.", "men", "The three armed men"),
        ("The University of Tripoli was hit.", "University", "The University of Tripoli"),
        ("The men of the village left.", "men", "The men"),
        ("The Dawn Force (DF) fighters left.", "fighters", "The Dawn Force (DF) fighters"),
    ],
)
def test_phrases(sentence, head, phrase):
    token = word(read_words(parse(sentence)), head)
    assert token.doc.span(phrase_start(token), phrase_end(token)).text == phrase


@pytest.mark.parametrize(
    ("sentence", "head", "meant"),
    [
        ("Dozens of fighters left.", "Dozens", "fighters"),
        ("A group of soldiers left.", "group", "soldiers"),
        ("The brigade of soldiers left.", "brigade", "brigade"),
    ],
)
def test_partitives(sentence, head, meant):
    assert counted(word(read_words(parse(sentence)), head)).text == meant


@pytest.mark.parametrize(
    ("sentence", "head", "name"),
    [
        ("They hold the city of Darna.", "city", "Darna"),
        ("They hold much of the town.", "much", "town"),
        ("They hold the bridge of Darna.", "bridge", None),
        ("They hold the city.", "city", None),
    ],
)
def test_nouns_that_introduce_a_name(sentence, head, name):
    found = named_by(word(read_words(parse(sentence)), head))
    assert (found.text if found is not None else None) == name
