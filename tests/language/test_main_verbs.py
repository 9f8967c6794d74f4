"""A past with an object is the verb of a sentence that has no other."""

import pytest

from kg.language import parse


@pytest.mark.parametrize(
    "text",
    [
        "A bomb attack on a bus carrying aid workers killed at least 17 people outside Darna.",
        "A drone strike on a car carrying rebel leaders killed ten men near the town of Darna.",
    ],
)
def test_the_past_is_the_verb(text: str) -> None:
    killed = next(token for token in parse(text) if token.text == "killed")
    assert (killed.dep_, killed.tag_) == ("ROOT", "VBD")
    assert [child.dep_ for child in killed.lefts] == ["nsubj"]


def test_a_participle_without_an_object_stays_behind_its_noun() -> None:
    killed = next(token for token in parse("The names of soldiers killed in Darna.") if token.text == "killed")
    assert killed.dep_ == "acl"


def test_a_reported_clause_has_its_verb() -> None:
    text = "Residents of the village of Darna said that gunmen on motorbikes killed at least nine people."
    words = {token.text: token for token in parse(text)}
    assert (words["killed"].dep_, words["killed"].head.text) == ("ccomp", "said")
    assert (words["gunmen"].dep_, words["gunmen"].head.text) == ("nsubj", "killed")
