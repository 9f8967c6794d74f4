"""The day on which a web page says that it was published: stated in its markup, never guessed from its prose.

htmldate's own search also takes the days of events, of updates and of copyright lines, and today as the latest
day. Here the markup decides where to look, htmldate only reads written-out dates, and the clock is not asked.
"""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from html import escape
from typing import Any

from htmldate import find_date

_PUBLICATION_METAS = frozenset(
    {
        "article:published",
        "article:published_date",
        "article:published_time",
        "citation_publication_date",
        "datepublished",
        "date_published",
        "dc.date.issued",
        "dcterms.issued",
        "og:article:published_time",
        "og:published_time",
        "parsely-pub-date",
        "pubdate",
        "publication_date",
        "publish-date",
        "publish_date",
        "publishdate",
        "published_time",
        "rnews:datepublished",
    }
)
_DATE_METAS = frozenset({"citation_date", "date", "dc.date", "dc:date", "dcterms.date", "sailthru.date"})
_ARTICLE_TYPES = ("Article", "Posting", "Report")  # the endings of schema.org's kinds of article

_YEAR_FIRST = re.compile(r"\s*(\d{4})([-/.]?)(\d{2})\2(\d{2})(?!\d)")
# Shapes that name one day and can be read in one way only: not 2019-08, not 03/04/2019.
_WRITTEN_OUT = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th|\.)?,?\s+[^\W\d_]{3,}\.?,?\s+\d{4}\b"  # 28 August 2019
    r"|\b[^\W\d_]{3,}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}\b"  # August 28, 2019
    r"|\b(?:1[3-9]|2\d|3[01])([./-])\d{1,2}\1\d{4}\b"  # 28.08.2019
)
_EARLIEST, _LATEST = datetime(1900, 1, 1), datetime(2100, 1, 1)


def find_publication_date(page: Any) -> date | None:  # noqa: ANN401 - a tree of lxml, which has no types
    """The day of publication, or None when the page states none or states several.

    The first of these that gives exactly one day decides: metas of publication, JSON-LD of an article,
    elements marked as its date, metas of any date, time elements.

    Args:
        page: The parsed page.
    """
    for values in _PLACES:
        days = {day for value in values(page) if (day := _read_day(value))}
        if len(days) == 1:
            return days.pop()
    return None


def _read_day(value: str) -> date | None:
    """The one day that a value of the markup names."""
    if match := _YEAR_FIRST.match(value):
        try:
            return date(int(match[1]), int(match[3]), int(match[4]))
        except ValueError:
            return None
    if not _WRITTEN_OUT.search(value):
        return None
    meta = f'<html><head><meta property="article:published_time" content="{escape(value)}"></head><body></body></html>'
    found = find_date(meta, extensive_search=False, original_date=True, url="", min_date=_EARLIEST, max_date=_LATEST)
    day = date.fromisoformat(found) if found else None
    # For the 31st of February the library gives the first day of the month.
    return day if day and day.day in map(int, re.findall(r"\d+", value)) else None


def _publication_metas(page: Any) -> Iterator[str]:  # noqa: ANN401
    return _metas(page, _PUBLICATION_METAS)


def _date_metas(page: Any) -> Iterator[str]:  # noqa: ANN401
    return _metas(page, _DATE_METAS)


def _metas(page: Any, names: frozenset[str]) -> Iterator[str]:  # noqa: ANN401
    for meta in page.iterfind(".//meta[@content]"):
        if any(meta.get(key, "").lower() in names for key in ("property", "name", "itemprop")):
            yield meta.get("content")


def _json_linked_data(page: Any) -> Iterator[str]:  # noqa: ANN401
    for script in page.iterfind(".//script[@type='application/ld+json']"):
        try:
            content = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from filter(None, map(_date_of_article, _objects(content)))


def _objects(content: Any) -> list[Any]:  # noqa: ANN401 - any JSON
    """The objects that a JSON-LD script describes, not those nested in them."""
    if isinstance(content, dict):
        content = content.get("@graph", content)
    return content if isinstance(content, list) else [content]


def _date_of_article(item: Any) -> str:  # noqa: ANN401 - any JSON
    if not isinstance(item, dict):
        return ""
    types = item.get("@type")
    names = types if isinstance(types, list) else [types]
    is_article = any(str(name).endswith(_ARTICLE_TYPES) for name in names)
    return str(item.get("datePublished") or "") if is_article else ""


def _marked_elements(page: Any) -> Iterator[str]:  # noqa: ANN401
    return _times(page.xpath("//*[@itemprop='datePublished'][not(self::meta)] | //time[@pubdate]"))


def _time_elements(page: Any) -> Iterator[str]:  # noqa: ANN401
    scope = "//article//time" if page.find(".//article") is not None else "//time"
    outside = "ancestor::aside or ancestor::nav or ancestor::footer"
    updated = "contains(@class, 'updated') or contains(@class, 'modified') or @itemprop='dateModified'"
    return _times(page.xpath(f"{scope}[not({outside})][not({updated})]"))


def _times(elements: list[Any]) -> Iterator[str]:
    for element in elements:
        yield element.get("datetime") or element.get("content") or element.text_content()


_PLACES: tuple[Callable[[Any], Iterator[str]], ...] = (
    _publication_metas,
    _json_linked_data,
    _marked_elements,
    _date_metas,
    _time_elements,
)
