"""Words as plain values: they say what spaCy's tokens say."""

from itertools import combinations

import pytest
from spacy.tokens import Doc as ParsedDoc

from kg.language import parse
from kg.language.words import Doc, read_words

TEXTS = (
    "Army troops battled rebels and militia near Sirte, in the north, on 5 May.\n\nTen were killed, the mayor said.",
    'TRIPOLI – "We left," said General Jane Doe of the Dawn Force, who leads Libya\'s forces.',
    "A hearing is scheduled on the matter today. What did the army, then, attack with drones?",
    "",
)
PLAIN = (
    "i",
    "idx",
    "text",
    "lower_",
    "lemma_",
    "pos_",
    "tag_",
    "dep_",
    "ent_type_",
    "ent_iob_",
    "is_title",
    "is_punct",
)
WORDS = ("head", "left_edge", "right_edge")
SERIES = ("lefts", "rights", "children", "subtree", "ancestors", "conjuncts")


@pytest.fixture(params=TEXTS)
def pair(request: pytest.FixtureRequest) -> tuple[ParsedDoc, Doc]:
    """A text as spaCy gives it, and its words as values."""
    parsed = parse(request.param)
    return parsed, read_words(parsed)


def test_words_say_what_tokens_say(pair):
    parsed, doc = pair
    assert len(doc) == len(parsed)
    for token, word in zip(parsed, doc, strict=True):
        assert [getattr(word, name) for name in PLAIN] == [getattr(token, name) for name in PLAIN]
        assert word.is_sent_start == bool(token.is_sent_start)
        assert [getattr(word, name).i for name in WORDS] == [getattr(token, name).i for name in WORDS]


def test_words_hang_together_as_tokens_do(pair):
    parsed, doc = pair
    for token, word in zip(parsed, doc, strict=True):
        for name in SERIES:
            assert [each.i for each in getattr(word, name)] == [each.i for each in getattr(token, name)]


def test_text_and_sentences_are_those_of_the_parse(pair):
    parsed, doc = pair
    assert doc.text == parsed.text
    shown = [(s.start, s.end, s.start_char, s.end_char, s.text, s.root.i) for s in parsed.sents]
    assert [(s.start, s.end, s.start_char, s.end_char, s.text, s.root.i) for s in doc.sents] == shown
    assert [word.sent.start for word in doc] == [token.sent.start for token in parsed]


def test_spans_are_those_of_the_parse(pair):
    parsed, doc = pair
    for sentence in doc.sents:
        for start, end in combinations(range(sentence.start, sentence.end + 1), 2):
            ours, theirs = doc.span(start, end), parsed[start:end]
            assert (ours.text, ours.root.i, ours.sent.start) == (theirs.text, theirs.root.i, theirs.sent.start)


def test_words_at_characters_take_in_whole_words():
    doc = read_words(parse("Troops of the GNA left Gharyan. They fled."))
    assert doc.sents[0].words_at(7, 16).text == "of the GNA"
    assert doc.sents[1].words_at(5, 9).text == "fled"


def test_no_word_stands_before_the_first():
    doc = read_words(parse("Troops left."))
    assert doc[1].nbor(-1) == doc[0]
    assert doc[1].nbor() == doc[2]
    for word, steps in ((doc[0], -1), (doc[2], 1)):
        with pytest.raises(IndexError):
            word.nbor(steps)


def test_a_span_may_be_empty():
    doc = read_words(parse("Troops left."))
    assert (list(doc.span(2, 1)), doc.span(2, 1).text, doc.span(3, 3).text) == ([], "", "")


def test_a_sentence_knows_its_words_in_lower_case():
    doc = read_words(parse("Troops left Gharyan. They fled."))
    assert [sentence.words for sentence in doc.sents] == [{"troops", "left", "gharyan", "."}, {"they", "fled", "."}]
    assert doc[-2].sent.words == doc.sents[1].words


def test_a_document_tells_the_text_of_any_of_its_words():
    doc = read_words(parse("Troops left. They fled."))
    assert (doc.text_of(1, 5), doc.text_of(2, 2), doc.text_of(3, 1)) == ("left. They fled", "", "")
