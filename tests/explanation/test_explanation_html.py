"""The page of articles as they were read: whatever an article says, it says as text."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import readings

from kg.explanation import to_html
from kg.explanation.composition import compose
from kg.model import Article, ArticleGraph, Reading, Span

HOSTILE = (
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(2)>',
    "\u202eمدينة",
    "😀",
    "&amp;",
    "{{ 7*7 }}",
    "]]>",
)
TAGS = frozenset(
    """
    a article aside bdi body dd details div dl dt em fieldset form h1 h2 h3 head header html input label legend li link
    main mark meta nav ol output p path script section span style summary svg title ul
    """.split()  # noqa: SIM905 - a list of words is read more easily in lines
)
VOID = {"meta", "link", "input"}


class Page(HTMLParser):
    """The elements of a page: each as its tag, its attributes and its text, that of elements within it included."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str], list[str]]] = []
        self._open: list[tuple[str, dict[str, str], list[str]]] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        element = (tag, {name: value or "" for name, value in attrs}, [])
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs), []))

    def handle_endtag(self, tag):
        opened, *_ = self._open.pop()
        assert opened == tag

    def handle_data(self, data):
        for _, _, text in self._open:
            text.append(data)

    def texts(self, name: str) -> list[str]:
        """The texts of the elements of a class."""
        return ["".join(text) for _, given, text in self.elements if name in given.get("class", "").split()]


def hostile_reading(words: str) -> Reading:
    text = f"{words} hit {words}"
    article = Article(words, text, words, None, words, f"javascript:{words}")
    return Reading(ArticleGraph(article), (Span(0, len(text), text),), unlinked=(Span(0, len(words), words),))


def test_the_page_shows_the_statements_with_their_facts(reading):
    page = Page(to_html([reading]))
    said = [" ".join(text.split()) for text in page.texts("said")]
    assert said[0] == "Army attacks → Darna asserted"
    assert said[1] == "Gunmen kills → nine men possible"
    assert said[2] == "someone unnamed injures → nine men asserted"
    facts = [" ".join("".join(text).split()) for tag, _, text in page.elements if tag == "dl"]
    assert "Said by nurse, quoted by Army Where Darna With rifle People at least 9" in facts[2]
    assert page.texts("note") == ["No statement.", "Tells again: Army attacks Darna"]


def test_the_page_names_every_entity_and_leads_to_its_mentions(reading):
    page = Page(to_html([reading]))
    identifiers = [given["id"] for _, given, _ in page.elements if "id" in given]
    targets = [given["href"][1:] for _, given, _ in page.elements if given.get("href", "").startswith("#")]
    assert len(identifiers) == len(set(identifiers))
    assert set(targets) <= set(identifiers)
    assert {"a1m2-1", "a1m2-2", "a1m2-3", "a1e7"} <= set(identifiers)


def test_several_articles_have_a_list(reading):
    other = replace(reading, graph=replace(reading.graph, article=replace(reading.graph.article, id="raid-2")))
    page = Page(to_html([reading, other]))
    assert [text for tag, _, text in page.elements if tag == "title"] == [["2 articles as they were read"]]
    assert [given["id"] for tag, given, _ in page.elements if tag == "article"] == ["a1", "a2"]
    assert [tag for tag, *_ in page.elements].count("nav") == 1


def test_no_article_is_a_page():
    assert "There is no article to show." in to_html([])


def test_the_page_asks_no_other_host_for_anything(reading):
    page = Page(to_html([reading]))
    asked = [given[name] for _, given, _ in page.elements for name in ("src", "href") if name in given]
    assert {link for link in asked if not link.startswith("#")} == {"data:,", "https://news.example/1"}
    (policy,) = [given["content"] for _, given, _ in page.elements if "http-equiv" in given]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert re.findall(r"url\(|@import", to_html([reading])) == []


def test_the_same_reading_gives_the_same_page(reading):
    assert to_html([reading]) == to_html([reading])


def test_half_a_character_does_not_stop_the_page():
    page = to_html([hostile_reading("\ud83d")])
    assert "&#55357;" in page
    assert page.encode("utf-8")


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words):
    page, plain = Page(to_html([hostile_reading(words)])), Page(to_html([hostile_reading("plain")]))
    assert [(tag, sorted(given)) for tag, given, _ in page.elements] == [
        (tag, sorted(given)) for tag, given, _ in plain.elements
    ]
    assert page.texts("wording") == [f"{words} hit {words}"]


@settings(max_examples=60)
@given(st.lists(readings(), max_size=2))
def test_whatever_an_article_says_is_text(found):
    page = Page(to_html(found))
    assert [tag for tag, *_ in page.elements].count("script") == 1
    assert {tag for tag, *_ in page.elements} <= TAGS
    assert not [name for _, given, _ in page.elements for name in given if name.startswith("on")]
    shown = [sentence for reading in found for sentence in compose(reading).sentences]
    assert len(page.texts("wording")) == len(shown)
    links = [given["href"] for tag, given, _ in page.elements if tag == "a"]
    assert all(link.lower().startswith(("#", "http://", "https://")) for link in links)
