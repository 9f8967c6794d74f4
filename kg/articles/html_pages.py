"""HTML: trafilatura finds the article in the page, its title, outlet and address."""

import logging
import re
from pathlib import Path
from typing import Any

from trafilatura import bare_extraction, load_html

from kg.articles.publication_date import find_publication_date
from kg.articles.text import clean, decode, require_text, with_title
from kg.errors import ArticleError
from kg.model import Article

_STATED_CHARACTER_SET = re.compile(
    rb"""<(?:meta[^>]+?charset|\?xml[^>]+?encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_HEAD = 4096  # bytes in which a page has to state its character set
_LATIN_1 = frozenset({"ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin-1", "latin1"})
_SENTENCE_END = re.compile(r"""[.!?…。؟]["'”’»)\]]*[ \t]*$""", re.MULTILINE)
# For short articles the library goes back to the whole page, tables included. Tables of prose lay out old pages.
_TABLES_OF_DATA = "//table[not(.//p) and not(.//br)]"
_REMEDY = "save the page of one article, or its text as .txt"

for _name in ("htmldate", "courlan"):  # what they log of a broken page is said in the ArticleError
    logging.getLogger(_name).addHandler(logging.NullHandler())


def read_html(data: bytes, path: Path, article_id: str) -> Article:
    """The article in a web page, without tables and readers' comments.

    Args:
        data: The content of the file.
        path: The file, for errors.
        article_id: The id that the article gets.

    Raises:
        ArticleError: It is no text, or no sentence of an article is in it.
    """
    source = clean(_decode(data, path))
    # Without a doctype the library takes a page that has no <html> tag for no page.
    page = load_html(f"<!DOCTYPE html>\n{source}")
    published = None if page is None else find_publication_date(page)
    found = _extract(page)
    body = clean(found.text or "") if found else ""
    if not _SENTENCE_END.search(body):
        raise ArticleError("no article in this HTML", path=path, remedy=_REMEDY)
    title = " ".join(clean(found.title or "").split())
    text = with_title(title, body) if title else body
    require_text(text, path)
    return Article(
        id=article_id,
        text=text,
        title=title,
        published=published,
        source=clean(found.sitename or ""),
        url=clean(found.url or ""),
    )


def _decode(data: bytes, path: Path) -> str:
    """The page as UTF-8, and only when it is not, in the character set that it states."""
    stated = _STATED_CHARACTER_SET.search(data[:_HEAD])
    try:
        return decode(data, path)
    except ArticleError:
        if stated is None:
            raise
    name = stated[1].decode("ascii", "replace").lower()
    # Browsers read Latin-1 as Windows-1252, and pages count on it.
    return decode(data, path, encoding="windows-1252" if name in _LATIN_1 else name)


def _extract(page: Any) -> Any:  # noqa: ANN401 - the library has no types
    """The library's document, or None."""
    if page is None:
        return None
    try:
        return bare_extraction(
            page,
            include_comments=False,
            include_tables=False,
            prune_xpath=_TABLES_OF_DATA,
            with_metadata=True,
            # The date it finds is not used; these keep its search short and off the clock.
            date_extraction_params={"extensive_search": False, "max_date": "2100-01-01"},
        )
    except Exception:  # it names no errors, and a broken page may raise any
        return None
