"""Whatever the bytes, a reader gives articles or an ArticleError."""

import io
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.articles import read_articles
from kg.errors import ArticleError
from kg.model import Article

PIECES = [
    b"---\n", b"title: ", b"date: 2019-13-45\n", b"- a\n", b"&a [*a]\n", b"{", b"}", b'"text"', b": ", b'"a."', b"[",
    b",", b"<html>", b"<p>", b"</p>", b"<!--", b"<meta charset=", b"utf-8>", b"<script type='application/ld+json'>",
    b"</script>", b"&#0;", b"&#xd800;", b"# ", b"* ", b"> ", b"```\n", b"\xff\xfe", b"\xef\xbb\xbf", b"\0",
    b"\r\n", b"Forces left. ",
]  # fmt: skip
ANY_BYTES = st.binary(max_size=80) | st.lists(st.sampled_from(PIECES) | st.binary(max_size=4), max_size=12).map(
    b"".join
)


def readings(source, stdin=None):
    try:
        return list(read_articles([source], stdin=stdin))
    except ArticleError:
        return []


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "jsonl"])
def test_any_bytes_give_articles_or_an_article_error(suffix, tmp_path):
    path = tmp_path / f"a.{suffix}"

    @settings(deadline=None, derandomize=True, max_examples=150)
    @given(ANY_BYTES)
    def law(data):
        path.write_bytes(data)
        for article in readings(path):
            assert isinstance(article, Article)
            assert article.text.strip()
            assert article.text.encode("utf-8")
            if suffix != "jsonl":
                assert unicodedata.is_normalized("NFC", article.text)
                assert not set(article.text) & {"\r", "\0", "\x0b"}

    law()


@settings(deadline=None, derandomize=True)
@given(ANY_BYTES)
def test_standard_input_is_no_less_robust(data):
    assert readings("-", io.BytesIO(data)) == readings("-", io.BytesIO(data))


@settings(deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(["One.", "Two.", "Three."]), min_size=1, max_size=6))
def test_ids_and_contents_never_repeat(tmp_path_factory, texts):
    folder = tmp_path_factory.mktemp("articles")
    for number, text in enumerate(texts):
        (folder / str(number)).mkdir()
        Path(folder, str(number), "a.txt").write_text(text)
    articles = list(read_articles([folder / str(number) for number in range(len(texts))]))
    assert [article.text for article in articles] == list(dict.fromkeys(texts))
    assert len({article.id for article in articles}) == len(articles)
