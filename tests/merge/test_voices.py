"""Near-copies of one text are one voice, however they were edited; texts of the same words and other days are not."""

import os
import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.merge.voices import bands_of, is_copy, likeness, voices_of
from kg.model import Article

DAY = date(2021, 5, 3)
AGENCY = (
    "Fighters of the Dawn Brigade took the harbour of Darna before sunrise on Monday, a spokesman for the brigade "
    "said. Residents told the agency by telephone that they had heard artillery from the hills until eight, and "
    "that the road to the east was closed to all but ambulances. The northern army did not answer calls. Its "
    "commander had promised a week ago that the harbour would be held at any price. Hospitals in the town counted "
    "nineteen wounded, most of them dock workers who had come in for the early shift. A ship with flour that was "
    "to unload in the morning turned back."
)
OTHER = (
    "Talks between the two governments broke off on Sunday after three hours, diplomats in the lakeside hotel said. "
    "Neither delegation would say who had left the table first. The mediator, a former judge, flew home the same night "
    "and let it be known that there was no date for another round, while in the capital a crowd burnt tyres."
)


def article(text, day=DAY, identifier="a"):
    return Article(identifier, text, published=day)


def cut(text, share):
    words = text.split()
    return " ".join(words[: int(len(words) * share)])


EDITS = {
    "the same": AGENCY,
    "cut at the end": cut(AGENCY, 0.7),
    "cut to the half": cut(AGENCY, 0.5),
    "another headline": "Harbour town changes hands\n" + AGENCY,
    "agency line": "TUNIS (Northern Wire) – " + AGENCY + " (Reporting by A. Salem, editing by B. Ross)",
    "words changed": AGENCY.replace("harbour", "port").replace("telephone", "phone").replace("promised", "vowed"),
    "other case and marks": AGENCY.upper().replace(",", " –"),
    "lines added": AGENCY + " The price of bread in the town has doubled since April, traders say, and few shops open.",
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edited_copy_is_the_same_voice(edit):
    source, copy = article(AGENCY), article(EDITS[edit], DAY + timedelta(1), "b")
    assert is_copy(source, copy)
    assert voices_of([source, copy, article(OTHER)])[copy.digest] == min(source.digest, copy.digest)


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        (AGENCY, OTHER, 0),
        (AGENCY, AGENCY, 4),  # printed again in another week
        ("Two rockets hit the port, the army says.", "Two rockets hit the port, the army says.", 6),
        ("Air strikes across the valley kill at least 27.", "Air strikes across the valley kill at least 22.", 1),
        ("Two rockets hit the port.", "Two rockets hit the port. " + OTHER, 0),  # too short to be a copy of more
        ("", "", 0),
    ],
)
def test_what_is_not_a_copy_is_a_voice_of_its_own(one, other, days):
    left, right = article(one), article(other, DAY + timedelta(days), "b")
    right = Article("b", right.text, title="b", published=right.published)
    assert len(set(voices_of([left, right]).values())) == 2


def test_a_brief_is_a_copy_of_the_same_words():
    brief = "Two rockets hit the port, the army says."
    one, other = article(brief), article(brief.replace(",", " –"), None, "b")
    assert set(voices_of([one, other]).values()) == {min(one.digest, other.digest)}


def test_copies_of_copies_are_one_voice():
    words = AGENCY.split()
    parts = [article(" ".join(words[start : start + 50]), identifier=str(start)) for start in range(0, 50, 12)]
    assert not is_copy(parts[0], parts[-1])
    assert set(voices_of(parts).values()) == {min(part.digest for part in parts)}


def test_likeness_is_the_share_of_the_shorter_text():
    assert likeness(article(AGENCY), article(cut(AGENCY, 0.5))) == 1
    assert likeness(article(AGENCY), article(OTHER)) < 0.1
    assert likeness(article("a b c d"), article("a b c e")) == 0.5


def test_every_article_with_words_has_as_many_bands():
    assert {len(bands_of(article(text))) for text in ("One", "one two three four", AGENCY)} == {24}
    assert bands_of(article("… — !")) == ()


def test_bands_are_the_same_in_any_process():
    code = (
        f"from kg.model import Article; from kg.merge.voices import bands_of; print(bands_of(Article('a', {AGENCY!r})))"
    )
    for seed in ("1", "2"):
        run = subprocess.run(
            [sys.executable, "-c", code], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        )
        assert run.stdout.decode().strip() == str(bands_of(article(AGENCY)))


def test_bands_are_those_that_stores_were_written_with():
    assert bands_of(article("one two three four"))[:2] == BANDS


BANDS = ("text-0-c6c2ca07cae093fece1abe6c", "text-1-d97a5fc3bcfd1ef7c003d448")

SENTENCES = st.lists(st.sampled_from(AGENCY.split(". ") + OTHER.split(". ")), min_size=1, max_size=6)
ARTICLES = st.lists(
    st.builds(lambda said, day: article(". ".join(said), DAY + timedelta(day)), SENTENCES, st.integers(0, 5)),
    max_size=7,
)


@given(ARTICLES, st.randoms(use_true_random=False))
def test_the_order_of_articles_has_no_influence(articles, random):
    shuffled = list(articles)
    random.shuffle(shuffled)
    assert voices_of(shuffled) == voices_of(articles)


@given(ARTICLES)
def test_the_voices_of_those_that_meet_are_those_among_all(articles):
    whole = voices_of(articles)
    parts = {}
    for one in articles:
        met, reached = set(), {one}
        while reached != met:
            met = set(reached)
            bands = {band for each in met for band in bands_of(each)}
            reached |= {each for each in articles if bands & set(bands_of(each))}
        parts |= voices_of(met)
    assert parts == whole
