"""Answers about words, kept while a text is read."""

import spacy

from kg.language.memory import forget, remembered
from kg.language.words import Token, read_words

asked: list[Token] = []


@remembered
def length(word: Token) -> int:
    asked.append(word)
    return len(word.text)


def test_each_word_is_asked_once_until_the_next_text():
    asked.clear()
    first, second = read_words(spacy.blank("en")("Rebels fled"))
    assert [length(first), length(second), length(first)] == [6, 4, 6]
    assert asked == [first, second]
    forget()
    assert length(first) == 6
    assert asked == [first, second, first]


def test_a_new_text_makes_forget_the_one_before():
    asked.clear()
    nlp = spacy.blank("en")
    (word,) = read_words(nlp("Rebels"))
    length(word)
    read_words(nlp("Soldiers"))
    length(word)
    assert asked == [word, word]
