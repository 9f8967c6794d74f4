import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.articles.jsonl import read_json_lines
from kg.errors import ArticleError
from kg.model import Article

PATH = Path("news.jsonl")


def read(*lines):
    return list(read_json_lines([f"{line}\n".encode() for line in lines], PATH, "news.jsonl"))


def test_reads_all_keys_and_ignores_others():
    record = {
        "id": "tripoli-04",
        "text": "Forces left Gharyan.",
        "title": "Calm",
        "published": "2019-08-28",
        "source": "The Daily Harbour",
        "url": "https://example.org/1",
        "entities": [{"id": "e1"}],
    }
    assert read(json.dumps(record)) == [
        Article(
            id="tripoli-04",
            text="Forces left Gharyan.",
            title="Calm",
            published=date(2019, 8, 28),
            source="The Daily Harbour",
            url="https://example.org/1",
        )
    ]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ('"id": null, "published": null, "title": null, "source": null, "url": null', "news.jsonl:1"),
        ('"id": "", "published": ""', "news.jsonl:1"),
        ('"id": 17', "17"),
        ('"id": "a b/c"', "a b/c"),
    ],
)
def test_leaves_out_what_is_not_stated(rest, expected):
    (article,) = read(f'{{"text": "Calm.", {rest}}}')
    assert article == Article(id=expected, text="Calm.")


def test_never_changes_the_text():
    text = "\ufeff Cafe\u0301\r\nTwo\x07 lines \u2028.\n"
    (article,) = read(json.dumps({"text": text, "title": "A"}))
    assert article.text == text


def test_counts_blank_lines_and_goes_on_after_a_broken_one():
    readings = read('{"text": "One."}', "", "{", '{"text": "Two."}')
    assert [getattr(reading, "id", None) for reading in readings] == ["news.jsonl:1", None, "news.jsonl:4"]
    assert readings[1].line == 3


def test_reads_marked_utf_8_and_utf_16():
    text = '{"text": "Café."}\n{"text": "ਊ."}\n'
    for encoding in ("utf-8-sig", "utf-16"):
        lines = text.encode(encoding).splitlines(keepends=True)
        assert [article.text for article in read_json_lines(lines, PATH, "n")] == ["Café.", "ਊ."]


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        (b'{"text": "a"', "not JSON: Expecting ',' delimiter at column 13"),
        (b'[{"text": "a"}]', "not a JSON object"),
        (b'"text"', "not a JSON object"),
        (b'{"id": "a"}', 'no key "text"'),
        (b'{"text": null}', "there is no text in it"),
        (b'{"text": " \\n"}', "there is no text in it"),
        (b'{"text": 7}', '"text" is no string but 7'),
        (b'{"text": ["a"]}', '"text" is no string but ["a"]'),
        (b'{"text": "a", "id": true}', '"id" is no string but true'),
        (b'{"text": "a", "id": 1.5}', '"id" is no string but 1.5'),
        (b'{"text": "a", "title": {}}', '"title" is no string but {}'),
        (b'{"text": "a", "published": 2019}', '"published" is no string but 2019'),
        (b'{"text": "a", "published": "28.8.2019"}', "'28.8.2019' is not a date of publication"),
        (b'{"text": "\\ud800"}', '"text" holds a NUL character or half of a surrogate pair'),
        (b'{"text": "a\\u0000"}', '"text" holds a NUL character or half of a surrogate pair'),
        (b'{"text": "caf\xe9"}', "not UTF-8 text: byte 0xe9 at offset 30"),
        (b'{"text": "a\x00"}', "a NUL character: this is no text"),
        (b'{"n": ' + b"9" * 5000 + b"}", "JSON that no article needs"),
        (b"[" * 200_000, "JSON that no article needs"),
        (b'{"text": "' + b"a" * 1_000_000 + b'"}', "a line of 1,000,012 bytes, more than 1,000,000"),
    ],
)
def test_says_what_is_wrong_with_a_line(line, cause):
    opening = b'{"text": "One."}\n'
    _, error = read_json_lines([opening, line], PATH, "news.jsonl")
    assert isinstance(error, ArticleError)
    assert (error.cause, error.line, error.path) == (cause, 2, PATH)
    assert error.remedy


@settings(deadline=None, derandomize=True)
@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), min_size=1).filter(str.strip))
def test_any_text_goes_through(text):
    for in_ascii in (True, False):
        (article,) = read(json.dumps({"text": text, "id": text, "title": text}, ensure_ascii=in_ascii))
        assert (article.text, article.id, article.title) == (text, text, text)
