from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.articles.text import clean, decode, read_date, with_title
from kg.errors import ArticleError

PATH = Path("a.txt")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Tripoli, café".encode(), "Tripoli, café"),
        (b"\xef\xbb\xbfTripoli", "Tripoli"),
        ("Tripoli, café".encode("utf-16"), "Tripoli, café"),
        (b"\xfe\xff" + "Tripoli".encode("utf-16-be"), "Tripoli"),
        (b"", ""),
    ],
)
def test_decodes(data, text):
    assert decode(data, PATH) == text


@pytest.mark.parametrize(
    ("data", "line", "cause"),
    [
        (b"One.\nCaf\xe9.", 2, "not UTF-8 text: byte 0xe9 at offset 8"),
        (b"\xff\xfeO\x00\n\x00\x00\xd8", 2, "not UTF-16 text: byte 0x00 at offset 6"),
        (b"One.\n\nTw\x00o.", 3, "a NUL character: this is no text"),
    ],
)
def test_says_where_bytes_are_no_text(data, line, cause):
    with pytest.raises(ArticleError) as caught:
        decode(data, PATH)
    assert (caught.value.line, caught.value.cause, caught.value.path) == (line, cause, PATH)
    assert caught.value.remedy == "save it as UTF-8 text"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\u2028b\u2029c", "a\nb\nc"),
        ("\ufeffa\ufeffb", "a\ufeffb"),
        ("a\tb\x0bc\x07d\x7fe\x85f", "a\tb c d e f"),
        ("cafe\u0301", "café"),
        ("a  b – “c” \u00a0d", "a  b – “c” \u00a0d"),
    ],
)
def test_cleans_nothing_but_line_ends_controls_and_composition(raw, text):
    assert clean(raw) == text


@settings(deadline=None, derandomize=True)
@given(st.text())
def test_clean_text_is_clean(text):
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("title", "body", "text"),
    [
        ("Gharyan falls", "Forces took it.", "Gharyan falls\n\nForces took it."),
        ("Gharyan falls", "Gharyan falls\n\nForces took it.", "Gharyan falls\n\nForces took it."),
        ("Gharyan falls", "\n Gharyan  falls.", "\n Gharyan  falls."),
        ("Libya", "Libyan forces took it.", "Libya\n\nLibyan forces took it."),
        ("Who (and why)?", "Who (and why)? Nobody knows.", "Who (and why)? Nobody knows."),
    ],
)
def test_puts_the_title_first_once(title, body, text):
    assert with_title(title, body) == text


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2019-08-28", date(2019, 8, 28)),
        (" 2019-08-28 ", date(2019, 8, 28)),
        ("2019-08-28T23:30:00-05:00", date(2019, 8, 28)),
        ("2019-08-28 00:30:00Z", date(2019, 8, 28)),
    ],
)
def test_reads_iso_dates(value, day):
    assert read_date(value, PATH) == day


@pytest.mark.parametrize("value", ["28 August 2019", "2019-02-30", "2019-08", "yesterday", "28/08/2019"])
def test_refuses_other_dates(value):
    with pytest.raises(ArticleError, match="is not a date of publication; write it as YYYY-MM-DD"):
        read_date(value, PATH)
