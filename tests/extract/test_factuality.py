import pytest

from kg.extract.factuality import factuality
from kg.language import parse
from kg.language.words import read_words

CASES = [
    ("Rebels attacked the town.", "attacked", "asserted"),
    ("The mayor said that rebels attacked the town.", "attacked", "asserted"),
    ("Rebels began to shell the town.", "shell", "asserted"),
    ("Rebels managed to take the town.", "take", "asserted"),
    ("Rebels reportedly attacked the town.", "attacked", "asserted"),
    ("The attack on the town was condemned.", "attack", "asserted"),
    # negated
    ("Rebels did not attack the town.", "attack", "negated"),
    ("Rebels never attacked the town.", "attacked", "negated"),
    ("The general denied attacking the town.", "attacking", "negated"),
    ("The general denied that rebels attacked the town.", "attacked", "negated"),
    ("Rebels failed to take the town.", "take", "negated"),
    ("No soldiers were killed.", "killed", "negated"),
    ("There was no attack.", "attack", "negated"),
    ("They left without attacking the town.", "attacking", "negated"),
    ("The general denied that they might attack.", "attack", "negated"),
    # planned
    ("Rebels will attack the town.", "attack", "planned"),
    ("Rebels plan to attack the town.", "attack", "planned"),
    ("Rebels plan an attack.", "attack", "planned"),
    ("They have a plan to attack the town.", "attack", "planned"),
    ("The general ordered the soldiers to attack.", "attack", "planned"),
    ("An imminent attack was feared.", "attack", "planned"),
    ("They came together to attack the town.", "attack", "planned"),
    # possible
    ("Rebels may attack the town.", "attack", "possible"),
    ("Rebels allegedly attacked the town.", "attacked", "possible"),
    ("The suspected attack was filmed.", "attack", "possible"),
    ("If rebels attack the town, people will flee.", "attack", "possible"),
    ("The police suspect that rebels attacked the town.", "attacked", "possible"),
    # what governs one of two joined verbs
    ("Rebels may attack and loot the town.", "loot", "possible"),
    ("Rebels did not leave and attacked the town.", "attacked", "asserted"),
    ("Rebels will attack, but the army has left the town.", "left", "asserted"),
]


@pytest.mark.parametrize(("sentence", "trigger", "force"), CASES)
def test_factuality(sentence, trigger, force):
    token = next(token for token in read_words(parse(sentence)) if token.text == trigger)
    assert factuality(token).value == force
