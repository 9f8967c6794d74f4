"""Nouns that the parser runs together stand for themselves, and a verb among nouns is one."""

import pytest

from kg.language import parse


@pytest.mark.parametrize(
    ("text", "word", "head", "label"),
    [
        ("A car bomb kills two soldiers and wounds at least nine civilians in Darna.", "wounds", "kills", "conj"),
        ("A car bomb kills two soldiers and wounds at least nine civilians in Darna.", "civilians", "wounds", "dobj"),
        ("Four men died during shelling of homes in Marsa and Nabatieh, Lebanon.", "Marsa", "in", "pobj"),
        ("Four men died during shelling of homes in Marsa and Nabatieh, Lebanon.", "Lebanon", "Nabatieh", "conj"),
        ("A mine kills a farmer and injures at least three children.", "injures", "kills", "conj"),
        ("A mine kills a farmer and injures at least three children.", "children", "injures", "dobj"),
        ("A teacher and two officers were shot dead by Al-Sidra militants in Darna.", "Al-Sidra", "militants",
         "compound"),
        ("At least 20, mostly women and children, were killed in the Darna attack.", "20", "killed", "nsubjpass"),
        ("Gunmen storm a hotel in Darna, leaving 20 others wounded.", "wounded", "leaving", "oprd"),
        ("Libya's paramilitary Dawn Defence Forces shelled the camp.", "paramilitary", "Forces", "amod"),
        ("At least 17 militiamen loyal to the interim government died when a suicide bomber attacked their base.",
         "militiamen", "died", "nsubj"),
        ("Two men were killed in a village west of Darna.", "village", "in", "pobj"),
        ("Two men were killed in a village west of Darna.", "west", "village", "advmod"),
        ("The war between the Sidrans and pro-government forces goes on.", "Sidrans", "between", "pobj"),
        ("The war between the Sidrans and pro-government forces goes on.", "forces", "Sidrans", "conj"),
        ("Police detained between 20 and 30 smugglers in Darna.", "smugglers", "detained", "dobj"),
        ("A truce between two and three factions held.", "factions", "between", "pobj"),
        ("The UN-backed Government of National Accord attacked Darna.", "UN", "backed", "npadvmod"),
    ],
)  # fmt: skip
def test_nouns_hang_where_they_belong(text: str, word: str, head: str, label: str) -> None:
    words = {token.text: token for token in parse(text)}
    assert (words[word].head.text, words[word].dep_) == (head, label)


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("The hospital treats burns and wounds of soldiers.", "wounds", "NNS"),
        ("A car bomb kills two soldiers and wounds at least nine civilians in Darna.", "wounds", "VBZ"),
    ],
)
def test_only_a_word_before_a_number_becomes_a_verb(text: str, word: str, tag: str) -> None:
    words = {token.text: token for token in parse(text)}
    assert words[word].tag_ == tag
