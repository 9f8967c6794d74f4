"""What led to the statements of an article: sentences, triggers, repetitions, mentions that came to nothing."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract import explain, read
from kg.language import parse
from kg.model import Article, Reading, Relation

TEXT = """A harbour changes hands

Dawn Brigade fighters seized the harbour of Darna on Monday. The weather was mild.
The harbour was seized by Dawn Brigade fighters, residents said. Chadian troops withdrew from Wadi Sidra."""


def reading_of(text: str) -> Reading:
    return explain(Article("a", text), parse(text))


def identifier(reading: Reading, relation: Relation) -> str:
    (found,) = [each.id for each in reading.graph.attestations if each.relation is relation]
    return found


def test_the_graph_is_the_one_that_is_stored():
    assert reading_of(TEXT).graph == read(Article("a", TEXT), parse(TEXT))


def test_sentences_stand_without_white_space_around_them():
    assert [sentence.text for sentence in reading_of(TEXT).sentences] == [
        "A harbour changes hands",
        "Dawn Brigade fighters seized the harbour of Darna on Monday.",
        "The weather was mild.",
        "The harbour was seized by Dawn Brigade fighters, residents said.",
        "Chadian troops withdrew from Wadi Sidra.",
    ]


def test_each_statement_of_a_word_names_the_word():
    reading = reading_of(TEXT)
    triggers = {
        relation: reading.triggers[identifier(reading, relation)].text
        for relation in (Relation.SEIZES, Relation.WITHDREW_FROM)
    }
    assert triggers == {"seizes": "seized", "withdrewFrom": "withdrew"}


def test_places_within_places_are_shown_by_no_word():
    reading = reading_of("Rebels seized a market in Darna.")
    assert identifier(reading, Relation.LOCATED_IN) not in reading.triggers


def test_what_is_told_twice_is_remembered():
    reading = reading_of(TEXT)
    told = reading.repetitions[identifier(reading, Relation.SEIZES)]
    assert [span.text for span in told] == ["The harbour was seized by Dawn Brigade fighters"]


def test_mentions_of_no_entity_are_kept_and_those_of_an_entity_are_not():
    unlinked = [span.text for span in reading_of(TEXT).unlinked]
    assert "weather" in " ".join(unlinked)
    assert not [text for text in unlinked if "Brigade" in text or "Darna" in text]


def test_a_text_without_words_has_no_sentences():
    assert reading_of(" \n\n ").sentences == ()


PIECES = ("Rebels shelled Darna. ", "\n", "😀 ", "\u202eالجيش ", "\t", "He left. ")


@settings(max_examples=25)
@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_every_span_quotes_the_text_and_no_two_sentences_overlap(text):
    reading = reading_of(text)
    repeated = [span for spans in reading.repetitions.values() for span in spans]
    for span in (*reading.sentences, *reading.triggers.values(), *reading.unlinked, *repeated):
        assert text[span.start : span.end] == span.text != ""
    ends = [(span.start, span.end) for span in reading.sentences]
    assert all(stop <= start for (_, stop), (start, _) in pairwise(ends))
