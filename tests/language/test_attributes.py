"""The table of attributes says what the model's own attribute ruler says."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg.language.attributes import WRITTEN, RememberedAttributes
from kg.language.nlp import installed_model

TEXTS = [
    "The army shelled Sirte on Sunday, killing at least 26 people, officials said.",
    "There is no way back. Let's go, you gotta go! It ain't over, c'mon.\n\n  They're gonna attack; y'all were there.",
    "But the rebels' guns, which had been silent for a week, were heard again:  no one knew whose they were.",
    "There were two. She got what others get; he's got them. \t Who'd have thought that this is that?",
    "",
]


@pytest.fixture(scope="module")
def plain() -> Language:
    """The model as it comes."""
    return installed_model()


def rows(doc: Doc) -> list[list[int]]:
    """Everything that a ruler may write."""
    written: list[list[int]] = doc.to_array(WRITTEN).tolist()
    return written


@pytest.mark.parametrize("text", TEXTS)
def test_table_writes_what_the_ruler_writes(plain: Language, text: str) -> None:
    ruler = plain.get_pipe("attribute_ruler")
    with plain.select_pipes(disable=["attribute_ruler", "lemmatizer", "ner"]):
        bare = plain(text).to_bytes()
    expected, first, again = (Doc(plain.vocab).from_bytes(bare) for _ in range(3))
    table = RememberedAttributes(ruler)
    assert rows(ruler(expected)) == rows(table(first)) == rows(table(again))


def test_word_that_a_pattern_names_is_told_from_others_of_its_tag(plain: Language) -> None:
    table = RememberedAttributes(plain.get_pipe("attribute_ruler"))
    the, this, a = (
        table(Doc(plain.vocab, [word], tags=["DT"], deps=["det"]))[0].morph.to_dict() for word in ("the", "these", "a")
    )
    assert the["Definite"] == "Def"
    assert this["Number"] == "Plur"
    assert a["Definite"] == "Ind"


def test_neighbours_decide_together(plain: Language) -> None:
    table = RememberedAttributes(plain.get_pipe("attribute_ruler"))
    doc = Doc(plain.vocab, ["There", "is", "peace"], tags=["EX", "VBZ", "NN"], deps=["expl", "ROOT", "attr"])
    assert [token.pos_ for token in table(doc)] == ["PRON", "VERB", "NOUN"]
    other = Doc(plain.vocab, ["Peace", "is", "near"], tags=["NN", "VBZ", "RB"], deps=["nsubj", "ROOT", "advmod"])
    assert [token.pos_ for token in table(other)] == ["NOUN", "AUX", "ADV"]
