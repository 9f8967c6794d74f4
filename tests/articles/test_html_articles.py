from datetime import date
from pathlib import Path

import pytest

from kg.articles.html_pages import read_html
from kg.articles.publication_date import find_publication_date
from kg.errors import ArticleError

FIRST = "Forces loyal to Khalifa Haftar attacked the town of Gharyan on Monday, officials in Tripoli said."
SECOND = "A spokesman for the ministry said on Tuesday that the attack of 3 March 2011 had been far worse."
PROSE = f"<p>{FIRST}</p><p>{SECOND}</p>"


def read(page):
    return read_html(page if isinstance(page, bytes) else page.encode(), Path("a.html"), "a")


def test_reads_the_article_and_what_the_page_says_of_it():
    article = read(
        "<html><head><title>Gharyan attacked | The Daily Harbour</title>"
        '<meta property="og:title" content="Gharyan  attacked">'
        '<meta property="og:site_name" content="The Daily Harbour">'
        '<meta property="article:published_time" content="2019-08-28T23:30:00-05:00">'
        '<link rel="canonical" href="https://example.org/news/gharyan"></head>'
        '<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>'
        f"<article>{PROSE}<table><tr><td>Killed</td><td>7</td></tr></table></article>"
        '<div class="comments"><p>First comment by a reader, who was not there.</p></div>'
        "<footer>Copyright 2021</footer></body></html>"
    )
    assert article.text == f"Gharyan attacked\n\n{FIRST}\n{SECOND}"
    assert article.title == "Gharyan attacked"
    assert article.published == date(2019, 8, 28)
    assert (article.source, article.url) == ("The Daily Harbour", "https://example.org/news/gharyan")


@pytest.mark.parametrize(
    "page",
    [
        PROSE,
        f"<body>{PROSE}",
        f"<article><h1>Gharyan attacked</h1>{PROSE}</article>",
        f'<?xml version="1.0" encoding="UTF-8"?><html><body>{PROSE}</body></html>',
        f"<table><tr><td>{PROSE}</td></tr></table>",
        f"<html><body>{PROSE}".replace(" ", "&#32;"),
    ],
)
def test_reads_pages_that_are_hardly_pages(page):
    assert read(page).text.endswith(f"{FIRST}\n{SECOND}")


def test_does_not_repeat_a_title_that_opens_the_body():
    page = f"<html><head><title>Gharyan</title></head><body><article><h1>Gharyan</h1>{PROSE}</article></body></html>"
    article = read(page)
    assert (article.title, article.text) == ("Gharyan", f"Gharyan\n{FIRST}\n{SECOND}")


@pytest.mark.parametrize(
    ("encoding", "statement"),
    [
        ("utf-8", '<meta charset="iso-8859-1">'),
        ("utf-16", ""),
        ("iso-8859-1", '<meta charset="iso-8859-1">'),
        ("windows-1252", '<meta charset="ISO-8859-1">'),
        ("windows-1251", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'),
        ("iso-8859-1", '<?xml version="1.0" encoding="iso-8859-1"?>'),
    ],
)
def test_reads_the_character_set_that_a_page_states(encoding, statement):
    words = {"windows-1251": "Она сказала: “да”.", "windows-1252": "She said “yes” in the café."}
    sentence = words.get(encoding, "He was in the café.")
    page = f"<html><head>{statement}</head><body>{PROSE}<p>{sentence}</p></body></html>"
    if statement.startswith("<?xml"):
        page = f"{statement}<html><body>{PROSE}<p>{sentence}</p></body></html>"
    assert read(page.encode(encoding)).text.endswith(sentence)


@pytest.mark.parametrize(
    ("page", "cause"),
    [
        (b"", "no article in this HTML"),
        (b"<html><body></body></html>", "no article in this HTML"),
        (b"<html><body><script>var x = 1.</script></body></html>", "no article in this HTML"),
        (
            b"<html><head><title>A town.</title></head><body><a href='/'>Home</a></body></html>",
            "no article in this HTML",
        ),
        (b"<ul>" + b"<li><a href='/1'>Forces leave the town</a></li>" * 30 + b"</ul>", "no article in this HTML"),
        (b"<p>Caf\xe9.</p>", "not UTF-8 text: byte 0xe9 at offset 6"),
        (b"<meta charset=utf-8><p>Caf\xe9.</p>", "not UTF-8 text: byte 0xe9 at offset 26"),
        (b"<meta charset=klingon><p>Caf\xe9.</p>", "unknown character set 'klingon'"),
        (b"<meta charset=hex><p>Caf\xe9.</p>", "unknown character set 'hex'"),
        (b"<p>Forces\x00 left.</p>", "a NUL character: this is no text"),
        (("<p>" + "Forces left it. " * 200 + "</p>").encode() * 350, "the article has"),
    ],
)
def test_says_why_there_is_no_article(page, cause):
    with pytest.raises(ArticleError) as caught:
        read(page)
    assert caught.value.cause.startswith(cause)
    assert caught.value.path == Path("a.html")
    assert caught.value.remedy


META = '<meta property="{}" content="{}">'
JSON = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("markup", "day"),
    [
        (META.format("article:published_time", "2019-08-28T10:00:00Z"), date(2019, 8, 28)),
        (META.format("article:published_time", "20190828T1000"), date(2019, 8, 28)),
        (META.format("pubdate", "Wed, 28 Aug 2019 10:00:00 GMT"), date(2019, 8, 28)),
        ('<meta name="DC.date.issued" content="28 August 2019">', date(2019, 8, 28)),
        ('<meta name="date" content="August 28, 2019">', date(2019, 8, 28)),
        ('<meta name="date" content="28.08.2019">', date(2019, 8, 28)),
        ('<meta itemprop="datePublished" content="2019-08-28">', date(2019, 8, 28)),
        ('<meta name="date" content="2019-08-29"><meta name="pubdate" content="2019-08-28">', date(2019, 8, 28)),
        (JSON.format('{"@type": "NewsArticle", "datePublished": "2019-08-28T10:00:00Z"}'), date(2019, 8, 28)),
        (
            JSON.format(
                '{"@graph": [{"@type": "WebSite", "datePublished": "2001-01-01"},'
                ' {"@type": ["Thing", "Report"], "datePublished": "2019-08-28"}]}'
            ),
            date(2019, 8, 28),
        ),
        (JSON.format("{broken") + META.format("date", "2019-08-28"), date(2019, 8, 28)),
        ('<span itemprop="datePublished" content="2019-08-28">today</span>', date(2019, 8, 28)),
        ('<time pubdate datetime="2019-08-28">x</time><time datetime="2020-01-01">x</time>', date(2019, 8, 28)),
        ("<article><time>2019-08-28</time></article><time datetime='2020-01-01'>x</time>", date(2019, 8, 28)),
        ("<time datetime='2019-08-28'>x</time><aside><time datetime='2020-01-01'>x</time></aside>", date(2019, 8, 28)),
        ("<time datetime='2019-08-28'>x</time><time class='updated' datetime='2020-01-01'>x</time>", date(2019, 8, 28)),
        # Nothing here says when the page was published.
        ("", None),
        ("<p>Published on 28 August 2019</p>", None),
        ("<footer>© 2021 The Daily Harbour, last change 2021-02-03</footer>", None),
        ('<link rel="canonical" href="https://example.org/2019/08/28/gharyan">', None),
        (META.format("article:modified_time", "2019-08-28"), None),
        ('<meta http-equiv="last-modified" content="2019-08-28">', None),
        ("<time datetime='2019-08-27'>x</time><time datetime='2019-08-28'>x</time>", None),
        (JSON.format('{"@type": "NewsArticle", "datePublished": null}'), None),
        (JSON.format('["a", 1, null, {"@type": "NewsArticle", "dateModified": "2019-08-28"}]'), None),
        # Nothing here names one day.
        *((META.format("article:published_time", value), None)
          for value in ("2019-08", "2019-02-31", "31.02.2019", "31 February 2019", "03/04/2019", "2019", "today",
                        "August 2019", "28 August", "8/28/2019", "1 Foo 2019", "3 hours ago",
                        "0000-00-00", "&quot;&gt;2019")),
    ],
)  # fmt: skip
def test_takes_only_a_stated_day_of_publication(markup, day):
    assert read(f"<html><head></head><body>{markup}{PROSE}</body></html>").published == day


def test_finds_the_date_without_an_article():
    from trafilatura import load_html

    page = load_html('<html><head><meta name="date" content="28 aout 2019"></head><body></body></html>')
    assert find_publication_date(page) == date(2019, 8, 28)


def test_takes_a_page_that_the_library_breaks_on_for_a_page_without_article(monkeypatch):
    def break_down(*_, **__):
        raise AttributeError("no parent")

    monkeypatch.setattr("kg.articles.html_pages.bare_extraction", break_down)
    with pytest.raises(ArticleError, match="no article in this HTML"):
        read(PROSE)
