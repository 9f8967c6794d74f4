import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from network_sample import read_sample, resolve

from kg.model import Factuality, Span
from kg.network.quotes import quotations, sentence_around


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


@pytest.mark.parametrize(
    ("text", "words", "before", "after"),
    [
        ("Rain fell. The army left the town. Calm returned.", "left", "The army ", " the town."),
        ("Army leaves\n\nThe army left", "left", "The army ", ""),
        ("The army left", "The army left", "", ""),
        ("“They left.” Nobody saw it!", "saw", "Nobody ", " it!"),
        ("Talks ended. Gen. Said Amer left with Mr. K. Faraj.", "left", "Gen. Said Amer ", " with Mr. K. Faraj."),
        ("It rained 3.5 hours, then the army left.", "army", "It rained 3.5 hours, then the ", " left."),
        ("They came. They saw. They left.", "saw. They", "They ", " left."),
        ("They left.\nThey came.", "They left.", "", ""),
    ],
)
def test_a_sentence_goes_from_the_end_before_to_the_next_end(text, words, before, after):
    assert sentence_around(text, span_of(text, words)) == (before, words, after)


def test_a_text_without_sentence_ends_is_cut_at_a_blank():
    text = "word " * 300 + "here" + " word" * 300
    before, words, after = sentence_around(text, span_of(text, "here"))
    assert words == "here"
    assert before.startswith("… word ") and after.endswith(" word …")
    assert max(len(before), len(after)) <= 402


@given(text=st.text("aB .!\n”", min_size=1, max_size=60), data=st.data())
@settings(deadline=None, derandomize=True)
def test_a_sentence_is_the_words_with_the_text_that_touches_them(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    before, words, after = sentence_around(text, Span(start, end, text[start:end]))
    assert words == text[start:end]
    assert text[:start].endswith(before)
    assert text[end:].startswith(after)


def test_speakers_places_and_instruments_get_the_names_of_all_articles():
    graph = read_sample()
    said = quotations(graph, resolve(graph)).values()
    drones = next(quotation for quotation in said if "take off" in quotation.words)
    assert (drones.speakers, drones.instrument) == (("a source at the airport",), "armed drones")
    denial = next(
        quotation for quotation in said if quotation.factuality is Factuality.NEGATED and drones is not quotation
    )
    assert denial.id and denial.article.title
    victims = next(quotation for quotation in said if quotation.words == "killed fourteen migrants")
    assert (victims.speakers, victims.place, victims.count.low, victims.time.value) == ((), "Tajoura", 14, "2019-07-02")
