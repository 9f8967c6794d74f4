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
def test_a_plain_form_taken_for_a_noun_is_a_present_with_its_own_lemma(text: str, verbs: list[str]) -> None:
    doc = parse(text)
    found = [token for token in doc if token.tag_ == "VBP"]
    assert [token.text for token in found] == verbs
    assert [token.lemma_ for token in found] == verbs
    assert all(token.pos_ == "VERB" for token in found)
    assert doc.text == text


@pytest.mark.parametrize(
    ("text", "verb", "lemma", "subject", "object_"),
    [
        ("Army of the front repels attack at Darna", "repels", "repel", "Army", "attack"),
        ("Coalition jet bombs militia base in Darna", "bombs", "bomb", "jet", "base"),
        ("Suicide bomber attacks mosque in Darna", "attacks", "attack", "bomber", "mosque"),
        ("The Libyan navy bombs ten targets near the harbour.", "bombs", "bomb", "navy", "targets"),
        ("Car bomb wounds dozens in Darna", "wounds", "wound", "bomb", "dozens"),
    ],
)
def test_a_form_with_s_taken_for_a_plural_is_a_present_with_its_ends(text, verb, lemma, subject, object_):
    (found,) = [token for token in parse(text) if token.tag_ == "VBZ"]
    assert (found.text, found.lemma_) == (verb, lemma)
    ends = {child.dep_: child.text for child in found.children}
    assert (ends["nsubj"], ends["dobj"]) == (subject, object_)


@pytest.mark.parametrize(
    "text",
    [
        "Rocket attacks and air raids on the city",
        "Prisoner swaps and hostage releases in the north",
        "Rebel attacks on two towns and an army base",
        "A drone attack on the port.",
        "Three arrests after a raid on the camp.",
        "Peace talks and a new ceasefire order in Darna.",
    ],
)
def test_a_line_without_a_verb_stays_without_one(text: str) -> None:
    assert not [token for token in parse(text) if token.tag_ in {"VBP", "VBZ", "VBD"}]


def test_a_sentence_that_was_not_chosen_is_not_read_again() -> None:
    (doc,) = parse_all(
        ["It rained all day. Army troops battle rebels in Darna."],
        lambda sentences: list(repeat(False, len(sentences))),
    )
    assert not any(token.tag_ for token in doc)
