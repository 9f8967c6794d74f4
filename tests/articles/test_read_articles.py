import io
import json
import os
from datetime import date
from pathlib import Path

import pytest

from kg.articles import read_articles
from kg.errors import ArticleError


@pytest.fixture
def folder(tmp_path):
    """Writes files under a folder, from a mapping of paths to texts or bytes."""

    def write(files):
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return write


def ids(sources, **options):
    return [article.id for article in read_articles(sources, **options)]


def test_walks_a_folder_in_the_order_of_paths(folder):
    root = folder(
        {
            "b.txt": "B.",
            "a/z.MD": "Z.",
            "a/c.txt": "C.",
            "a.txt": "A.",
            "n.jsonl": '{"text": "N1."}\n{"id": "x", "text": "N2."}',
            "a/deep/n.ndjson": '{"text": "N3."}',
            "p.htm": "<p>Forces left the town of Gharyan on Monday. Nobody was hurt.</p>",
            "notes.docx": b"PK",
            "README": "no",
            ".hidden.txt": "no",
            ".git/c.txt": "no",
            "a/.cache/c.txt": "no",
        }
    )
    assert ids([root]) == ["a", "a/c", "a/deep/n.ndjson:1", "a/z", "b", "n.jsonl:1", "x", "p"]


def test_reads_files_in_the_order_given(folder):
    root = folder({"a.txt": "A.", "sub/b.v2.txt": "B."})
    assert ids([str(root / "sub/b.v2.txt"), root / "a.txt"]) == ["b.v2", "a"]


def test_yields_the_same_article_once(folder):
    root = folder({"a.txt": "Same.", "b.txt": "Same.", "c.txt": "Other.", "n.jsonl": '{"text": "Same.", "url": "u"}'})
    assert ids([root, root / "c.txt"]) == ["a", "c", "n.jsonl:1"]


def test_tells_articles_with_the_same_id_apart(folder):
    root = folder({"1/a.txt": "One.", "2/a.txt": "Two.", "3/a-2.txt": "Three.", "4/a.txt": "Four."})
    sources = [root / "1", root / "2", root / "3", root / "4"]
    assert ids(sources) == ["a", "a-2", "a-2-2", "a-3"]


def test_gives_a_date_to_articles_that_state_none(folder):
    root = folder({"n.jsonl": '{"id": "a", "text": "A."}\n{"id": "b", "text": "B.", "published": "2019-08-28"}'})
    articles = read_articles([root], published=date(2020, 1, 1))
    assert [(article.id, article.published) for article in articles] == [
        ("a", date(2020, 1, 1)),
        ("b", date(2019, 8, 28)),
    ]


@pytest.mark.parametrize(
    ("content", "article_id", "text"),
    [
        (b'\n{"id": "x", "text": "Calm."}\n', "x", "Calm."),
        (b'\xef\xbb\xbf{"text": "Calm."}', "standard-input:1", "Calm."),
        ('{"id": "x", "text": "Café."}\n'.encode("utf-16"), "x", "Café."),
        (b"Calm\n\nAll is calm.\n", "standard-input", "Calm\n\nAll is calm.\n"),
        (b"\n\n<!DOCTYPE html><p>Forces left Gharyan.</p>", "standard-input", "Forces left Gharyan."),
    ],
)
def test_reads_standard_input(content, article_id, text):
    (article,) = read_articles(["-"], stdin=io.BytesIO(content))
    assert (article.id, article.text) == (article_id, text)


def test_reads_the_programs_standard_input_only_when_asked(folder, monkeypatch):
    root = folder({"a.txt": "A."})
    monkeypatch.setattr("sys.stdin", None)
    assert ids([root]) == ["a"]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Calm.")))
    assert ids(["-"]) == ["standard-input"]


def test_reads_no_further_than_it_is_asked(folder):
    root = folder({"a.jsonl": '{"id": "1", "text": "One."}\n{'})
    articles = read_articles([root, "absent"], strict=True)
    assert next(articles).id == "1"
    articles.close()


def test_names_do_not_depend_on_how_a_system_writes_accents(folder):
    root = folder({"cafe\u0301.txt": "Calm.", os.fsdecode(b"b\xff.txt"): "Storm."})
    assert ids([root]) == ["b\ufffd", "café"]


def broken(folder):
    return folder({"1.txt": b"\xe9", "2.txt": "Calm.", "3.jsonl": '{\n{"id": "x", "text": "Storm."}'})


def test_warns_of_bad_articles_and_goes_on(folder):
    warnings = []
    assert ids([broken(folder), "absent.txt"], on_warning=warnings.append) == ["2", "x"]
    assert [(Path(warning.path).name, warning.line) for warning in warnings] == [
        ("1.txt", 1),
        ("3.jsonl", 1),
        ("absent.txt", None),
    ]


def test_needs_no_one_to_warn(folder):
    assert ids([broken(folder)]) == ["2", "x"]


def test_stops_at_the_first_bad_article_when_strict(folder):
    warnings = []
    with pytest.raises(ArticleError, match=r"1\.txt:1: not UTF-8 text"):
        ids([broken(folder)], strict=True, on_warning=warnings.append)
    assert warnings == []


def test_raises_the_error_of_a_lone_article_itself(folder):
    warnings = []
    with pytest.raises(ArticleError, match="there is no text in it"):
        ids([folder({"a.txt": " \n"})], on_warning=warnings.append)
    assert warnings == []


def test_raises_when_none_of_many_can_be_read(folder):
    warnings = []
    with pytest.raises(ArticleError, match="none of the 2 articles can be read"):
        ids([folder({"a.txt": "", "b.jsonl": "{"})], on_warning=warnings.append)
    assert len(warnings) == 2


@pytest.mark.parametrize(
    ("name", "content", "cause", "line"),
    [
        ("a.txt", "", "there is no text in it", None),
        ("a.txt", " \n\t\n", "there is no text in it", None),
        ("a.txt", "a\nb\0", "a NUL character: this is no text", 2),
        ("a.txt", b"%PDF-1.7\n%\xb5\xb5", "not UTF-8 text: byte 0xb5 at offset 10", 2),
        ("a.txt", "a\n" + "é" * 500_001, "a line of 1,000,002 bytes, more than 1,000,000", 2),
        ("a.txt", "abcdefg.\n" * 120_000, "the article has 1,080,000 characters, more than 1,000,000", None),
        ("a.html", b"a" * 20_000_001, "more than 20,000,000 bytes for one article", None),
        ("a.md", "a\n\n" * 400_000, "the article has 1,200,000 characters, more than 1,000,000", None),
        ("a.jsonl", "\n\n", "there is no article in it", None),
        ("a.jsonl", "", "there is no article in it", None),
        ("a.jsonl", json.dumps({"id": "a"}), 'no key "text"', 1),
        ("a.docx", "PK", "unknown kind of file '.docx'", None),
        ("a", "Calm.", "a file name without an ending", None),
        ("a.txt/b.pdf", "x", "no article in this folder", None),
    ],
)
def test_says_what_is_wrong(folder, name, content, cause, line):
    path = folder({name: content}) / name.split("/")[0]
    with pytest.raises(ArticleError) as caught:
        ids([path])
    assert (caught.value.cause, caught.value.line, caught.value.path) == (cause, line, path)
    assert caught.value.remedy


def test_says_that_a_file_is_missing():
    with pytest.raises(ArticleError, match=r"^absent\.txt: no such file or folder; check the name$"):
        ids(["absent.txt"])


def test_says_that_standard_input_is_empty():
    with pytest.raises(ArticleError, match=r"^standard input: there is no text in it"):
        ids(["-"], stdin=io.BytesIO())


def test_asks_for_a_source():
    with pytest.raises(ArticleError, match="no source of articles; name a file"):
        ids([])


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (PermissionError(13, "Permission denied"), "no permission to read it"),
        (OSError(5, "Input/output error"), "cannot be read: Input/output error"),
    ],
)
def test_says_that_a_file_cannot_be_opened(folder, monkeypatch, error, cause):
    path = folder({"a.txt": "Calm."}) / "a.txt"

    def refuse(*_, **__):
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ArticleError) as caught:
        ids([path])
    assert (caught.value.cause, caught.value.path, caught.value.__cause__) == (cause, path, error)


def test_says_that_a_folder_inside_cannot_be_opened(folder, monkeypatch):
    root = folder({"a.txt": "Calm.", "shut/b.txt": "Storm."})
    scan = os.scandir

    def refuse(path):
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    warnings = []
    assert ids([root], on_warning=warnings.append) == ["a"]
    assert [str(warning) for warning in warnings] == [
        f"{root / 'shut'}: no permission to read it; ask its owner for the right to read"
    ]


def test_says_that_standard_input_cannot_be_read():
    class Broken(io.BytesIO):
        def readline(self, *_):
            raise OSError(5, "Input/output error")

        __next__ = readline

    with pytest.raises(ArticleError, match=r"^standard input: cannot be read: Input/output error$"):
        ids(["-"], stdin=Broken())
