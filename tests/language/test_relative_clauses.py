"""A relative clause hangs on its noun, also where a time stands between the two."""

import pytest

from kg.language import parse


@pytest.mark.parametrize(
    ("text", "clause", "noun", "time"),
    [
        ("The government announced a truce with rebels following raids last night that killed ten people.",
         "killed", "raids", "night"),
        ("Officials met following raids last week that killed nine fighters.", "killed", "raids", "week"),
        ("The mayor condemned the shelling on Sunday that wounded three children.", "wounded", "shelling", "on"),
        ("Rebels denied a role in a blast last month that killed ten soldiers.", "killed", "blast", "month"),
    ],
)  # fmt: skip
def test_a_clause_after_a_time_hangs_on_the_noun_before_it(text: str, clause: str, noun: str, time: str) -> None:
    words = {token.text: token for token in parse(text)}
    assert (words[clause].head.text, words[clause].dep_) == (noun, "relcl")
    assert words[time].head.text == noun


@pytest.mark.parametrize(
    ("text", "clause", "noun"),
    [
        ("The bombing of a market last week that killed nine people shocked Darna.", "killed", "bombing"),
        ("Ten soldiers died on Sunday, which the army denied.", "denied", "Sunday"),
    ],
)
def test_other_clauses_stay_where_they_are(text: str, clause: str, noun: str) -> None:
    words = {token.text: token for token in parse(text)}
    assert words[clause].head.text == noun
