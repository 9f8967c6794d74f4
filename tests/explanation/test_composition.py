"""What is shown of a reading: sentences, statements with their facts, entities, words with their marks."""

from dataclasses import replace

from hypothesis import given
from strategies import readings

from kg.explanation.composition import compose
from kg.explanation.outline import Mentioned, Part, Role, Words
from kg.model import Article, ArticleGraph, Reading, Span


def text_of(parts: tuple[Part, ...]) -> str:
    return "".join(part.text if isinstance(part, Words) else text_of(part.parts) for part in parts)


def words_of(parts: tuple[Part, ...]) -> list[Words]:
    return [each for part in parts for each in ([part] if isinstance(part, Words) else words_of(part.parts))]


def test_each_statement_stands_under_the_sentence_that_makes_it(reading):
    found = [[told.words for told in sentence.statements] for sentence in compose(reading).sentences]
    assert found == [
        ["Army attacks Darna"],
        ["Gunmen kills nine men", "someone unnamed injures nine men"],
        [],
        [],
    ]


def test_a_sentence_that_tells_a_fact_again_says_so_once(reading):
    found = [[told.words for told in sentence.repeated] for sentence in compose(reading).sentences]
    assert found == [[], [], [], ["Army attacks Darna"]]


def test_the_title_and_the_paragraphs_are_known(reading):
    shown = compose(reading).sentences
    assert [sentence.is_title for sentence in shown] == [True, False, False, False]
    assert [sentence.opens_paragraph for sentence in shown] == [True, True, False, False]


def test_the_facts_of_a_statement_stand_in_the_order_of_reading(reading):
    raid, killing, unnamed = compose(reading).statements
    assert [(fact.heading, fact.words) for fact in raid.facts] == [
        ("Said by", "the article itself"),
        ("When", "“on Saturday” = 1 February 2020"),
        ("Words", "“Army raids Darna”"),
        ("Told again", "“The army hit Darna”, “army hit Darna”"),
        ("Because of", "the word “raids”, frame attack"),
        ("Confidence", "0.85"),
    ]
    assert [(fact.heading, fact.words) for fact in killing.facts] == [
        ("Said by", "nurse, quoted by Army"),
        ("Where", "Darna"),
        ("With", "rifle"),
        ("People", "at least 9"),
        ("Words", "“Gunmen from Darna may have killed nine men”"),
        ("Because of", "the word “killed”, frame kill"),
        ("Confidence", "0.50"),
    ]
    assert ("Because of", "the way it is worded") in [(fact.heading, fact.words) for fact in unnamed.facts]


def test_the_words_of_a_statement_are_marked(reading):
    words = words_of(compose(reading).sentences[1].parts)
    by_role = {role: "".join(each.text for each in words if 2 in each.numbers(role)) for role in Role}
    assert by_role == {
        Role.EVIDENCE: "Gunmen from Darna may have killed nine men",
        Role.END: "Gunmen from Darnanine men",
        Role.TRIGGER: "killed",
    }


def test_mentions_stand_inside_each_other_and_know_their_entity(reading):
    outer, *_ = compose(reading).sentences[1].parts
    assert isinstance(outer, Mentioned)
    assert outer.entity is not None and outer.entity.label == "Gunmen"
    inner = [part.entity.label for part in outer.parts if isinstance(part, Mentioned) and part.entity]
    assert inner == ["Darna"]


def test_what_came_to_nothing_is_marked_too(reading):
    shown = compose(reading)
    rained = shown.sentences[2].parts[0]
    assert isinstance(rained, Mentioned)
    assert (rained.entity, text_of(rained.parts)) == (None, "It")
    assert shown.unlinked == ("It",)


def test_entities_are_numbered_by_their_first_mention_and_know_whether_anything_is_said_of_them(reading):
    assert [(entity.number, entity.label, entity.linked) for entity in compose(reading).entities] == [
        (1, "Army", True),
        (2, "Darna", True),
        (3, "Gunmen", True),
        (4, "nine men", True),
        (5, "nurse", True),
        (6, "rifle", True),
        (7, "tent", False),
    ]


def test_an_article_of_which_no_sentence_is_known_is_one_sentence(reading):
    shown = compose(replace(reading, sentences=()))
    assert [len(sentence.statements) for sentence in shown.sentences] == [3]


def test_an_article_without_words_is_shown_without_sentences():
    assert compose(Reading(ArticleGraph(Article("a", "")))).sentences == ()


@given(readings())
def test_no_letter_of_a_sentence_is_lost_or_added(reading):
    text = reading.graph.article.text
    spans = reading.sentences or (Span(0, len(text), text),)
    assert [text_of(sentence.parts) for sentence in compose(reading).sentences] == [span.text for span in spans]


@given(readings())
def test_every_statement_is_shown_once(reading):
    shown = [told for sentence in compose(reading).sentences for told in sentence.statements]
    assert sorted(told.number for told in shown) == list(range(1, len(reading.graph.attestations) + 1))
