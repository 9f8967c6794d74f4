"""Only sentences that state nothing, and that no other sentence needs, stay unparsed."""

import pytest

from kg.extract import read, worth_parsing
from kg.extract.frames import all_frames
from kg.extract.frames.frame import FAMILIES, family_file
from kg.extract.lexicon import cues
from kg.extract.screening import may_state, single_triggers
from kg.language import parse, parse_all
from kg.language.partial import rough_sentences
from kg.model import Article
from kg.pipeline import extract
from kg.resources import load_yaml

WEATHER = "The weather was mild."


def chosen(*sentences):
    doc = parse(" ".join(sentences))
    found = list(rough_sentences(doc))
    assert [sentence.text for sentence in found] == list(sentences)
    return worth_parsing(found)


@pytest.mark.parametrize(
    "sentence",
    [
        "Rebels shelled the port.",
        "Three people were killed.",
        "The army took the bridge.",
        "Libyan officials met in Rome.",
        "General Haddad was born in the south.",
        "The village of Marsa lies there.",
        "Darna, Libya is a town.",
        "The drought is worst in Marsa near Sirte.",
    ],
)
def test_sentence_that_may_state_something_is_parsed(sentence):
    assert chosen(sentence) == [True]


@pytest.mark.parametrize(
    "sentence", [WEATHER, "He took a deep breath.", "Prices rose by two percent.", "The film won a prize in May."]
)
def test_sentence_that_states_nothing_is_not_parsed(sentence):
    assert chosen(sentence) == [False]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Old Haddad was once a baker.", "Fighters of Haddad shelled the port."),
        ("The farmers were tired.", "They were killed at noon."),
        ('"It is late."', '"Rebels shelled the port."'),
    ],
)
def test_sentence_that_another_needs_is_parsed(before, after):
    assert chosen(before, after) == [True, True]
    assert chosen(before, WEATHER, "Rebels shelled the port.")[1:] == [False, True]


def test_every_sentence_that_fires_a_frame_is_parsed():
    positive = [sentence for frame in all_frames() for sentence, *_ in frame_examples(frame.name)]
    parsed = zip(positive, parse_all(positive), strict=True)
    missed = [sentence for sentence, doc in parsed if not all(worth_parsing(list(rough_sentences(doc))))]
    assert missed == []


def frame_examples(name):
    rows = (row for family in FAMILIES for row in load_yaml(family_file(family)))
    return next((row["examples"]["positive"] for row in rows if row["name"] == name), [])


def test_everyday_triggers_are_triggers():
    main = {word for trigger in single_triggers() for word in trigger.split()}
    assert sorted(cues("everyday_triggers") - main) == []


def test_words_that_state_nothing_change_no_statement():
    text = f"{WEATHER} The rebels shelled Sirte on Sunday. {WEATHER} They killed two soldiers. {WEATHER}"
    article = Article("a", text, "", None)
    whole = read(article, parse(text))
    partly = next(iter(extract([article])))
    assert partly.attestations == whole.attestations
    assert len(partly.attestations) == 2


def test_article_without_conflict_is_read_without_a_parse():
    graph = next(iter(extract([Article("a", f"{WEATHER} Prices rose. {WEATHER}", "", None)])))
    assert graph.attestations == ()
    assert graph.entities == ()


def test_empty_sentence_states_nothing():
    assert not may_state([])
