"""A text of which only some sentences are parsed keeps its words, their places and the grammar of those sentences."""

import pytest

from kg.language import parse, parse_all
from kg.language.forms import possible_lemmas
from kg.language.partial import rough_sentences

RAID = "Rebels shelled the port of Sirte on Sunday."
WEATHER = "The weather was mild (it often is)."
FLIGHT = "Two soldiers fled."
TEXT = f"{RAID} {WEATHER} {FLIGHT}"


def only(*wanted):
    return lambda sentences: [sentence.text.strip() in wanted for sentence in sentences]


def parse_some(text, *wanted):
    return next(parse_all([text], only(*wanted)))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One fell. Two fled.", ["One fell.", "Two fled."]),
        ("The U.S. envoy met Mr. Haddad in St. Louis.", ["The U.S. envoy met Mr. Haddad in St. Louis."]),
        ('"We won." They left. ', ['"We won."', "They left."]),
        ('He said: "We won!" and left.', ['He said: "We won!" and left.']),
        ("A headline\n\nThe town fell", ["A headline", "The town fell"]),
        ("Really?! Yes... no.", ["Really?!", "Yes... no."]),
        ("", []),
        ("\n", [""]),
    ],
)
def test_marks_and_line_breaks_divide_a_text(text, sentences):
    found = list(rough_sentences(parse(text)))
    assert [sentence.text.strip() for sentence in found] == sentences
    assert sum(map(len, found)) == len(parse(text))


def test_words_stay_where_they_are():
    doc = parse_some(TEXT, RAID, FLIGHT)
    assert doc.text == TEXT
    assert [(token.i, token.idx) for token in doc] == [(token.i, token.idx) for token in parse(TEXT)]


def test_chosen_sentences_have_the_grammar_that_they_have_alone():
    doc, alone = parse_some(TEXT, RAID, FLIGHT), [*parse(RAID), *parse(FLIGHT)]
    parsed = [token for token in doc if token.pos_]
    assert [(t.text, t.tag_, t.lemma_, t.dep_, t.head.text, t.ent_type_) for t in parsed] == [
        (t.text, t.tag_, t.lemma_, t.dep_, t.head.text, t.ent_type_) for t in alone
    ]


def test_other_sentences_have_no_grammar_and_hold_together():
    doc = parse_some(TEXT, RAID, FLIGHT)
    assert [sentence.text for sentence in doc.sents] == [RAID, WEATHER, FLIGHT]
    skipped = list(doc.sents)[1]
    assert {token.pos_ for token in skipped} == {""}
    assert {token.head.i for token in skipped} == {skipped.start}


def test_neighbours_are_parsed_together():
    together = [(t.tag_, t.dep_, t.head.i) for t in parse_some(TEXT, RAID, WEATHER)][: len(parse(f"{RAID} {WEATHER}"))]
    assert together == [(t.tag_, t.dep_, t.head.i) for t in parse(f"{RAID} {WEATHER}")]


def test_choosing_all_is_parsing_all():
    chosen = next(parse_all([TEXT], lambda sentences: [True] * len(sentences)))
    assert chosen.to_bytes() == parse(TEXT).to_bytes()


@pytest.mark.parametrize("text", [TEXT, "", "\n\n", "Word"])
def test_choosing_nothing_leaves_the_words(text):
    doc = parse_some(text)
    assert doc.text == text
    assert not any(token.pos_ for token in doc)


def test_texts_keep_their_order_over_batches():
    texts = [f"{FLIGHT} {WEATHER * (number % 3)}" for number in range(40)]
    assert [doc.text for doc in parse_all(texts, only(FLIGHT))] == texts


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("shelling", "shell"), ("fled", "flee"), ("armies", "army"), ("took", "take"), ("deadlier", "deadly")],
)
def test_forms_lead_to_their_lemmas(form, lemma):
    assert lemma in possible_lemmas(form)
    assert form in possible_lemmas(form)
