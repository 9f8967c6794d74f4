"""Sentences whose verb the parser took for a noun are read once more."""

from itertools import repeat

import pytest

from kg.language import parse, parse_all


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Army troops battle rebels in Darna.", ["battle"]),
        ("The Houthis raid aid offices in Darna and detain eleven workers.", ["raid", "detain"]),
        ("The Libyan army and Chadian army exchange fire along their border.", ["exchange"]),
    ],
)
def test_a_verb_taken_for_a_noun_is_a_present_with_its_own_lemma(text: str, verbs: list[str]) -> None:
    doc = parse(text)
    found = [token for token in doc if token.tag_ == "VBP"]
    assert [token.text for token in found] == verbs
    assert [token.lemma_ for token in found] == verbs
    assert all(token.pos_ == "VERB" for token in found)
    assert doc.text == text


@pytest.mark.parametrize(
    "text",
    [
        "A drone attack on the port.",
        "Three arrests after a raid on the camp.",
        "Peace talks and a new ceasefire order in Darna.",
    ],
)
def test_a_line_without_a_verb_stays_without_one(text: str) -> None:
    assert not [token for token in parse(text) if token.tag_ in {"VBP", "VBD"}]


def test_a_sentence_that_was_not_chosen_is_not_read_again() -> None:
    (doc,) = parse_all(
        ["It rained all day. Army troops battle rebels in Darna."],
        lambda sentences: list(repeat(False, len(sentences))),
    )
    assert not any(token.tag_ for token in doc)
