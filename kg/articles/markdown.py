"""Markdown with front matter: the marking goes, the words stay."""

import html
import re
from pathlib import Path
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler
from markdown_it import MarkdownIt
from markdown_it.token import Token

from kg.articles.text import clean, decode, read_date, require_short_lines, require_text, with_title
from kg.errors import ArticleError
from kg.model import Article

_REMEDY = "between the --- lines write one `key: value` a line: title, published, source, url"
_NO_VALUE = frozenset({"", "~", "null", "Null", "NULL"})
_PARSER = MarkdownIt("commonmark")
_HTML_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)


def read_markdown(data: bytes, path: Path, article_id: str) -> Article:
    """The article that a Markdown file is.

    Front matter keys: `title`, `published` or `date`, `source`, `url`; others are ignored. Without a title
    there, a heading that opens the text is the title.

    Args:
        data: The content of the file.
        path: The file, for errors.
        article_id: The id that the article gets.

    Raises:
        ArticleError: It is not text, is empty or too long, or its front matter is wrong.
    """
    source = clean(decode(data, path))
    require_text(source, path)
    require_short_lines(source, path)
    header, content = _split(source, path)
    tokens = _PARSER.parse(content)
    title = " ".join(_value(header, "title", path).split())
    body = clean("\n\n".join(filter(None, map(_block_text, tokens))))
    text = with_title(title, body) if title else body
    require_text(body, path)
    require_text(text, path)
    published = _value(header, "published", path) or _value(header, "date", path)
    return Article(
        id=article_id,
        text=text,
        title=title or _opening_heading(tokens),
        published=read_date(published, path) if published else None,
        source=_value(header, "source", path),
        url=_value(header, "url", path),
    )


def _split(source: str, path: Path) -> tuple[dict[str, Any], str]:
    """The front matter, with every value as it is written, and the Markdown below it."""
    handler = YAMLHandler()
    text = source.lstrip()
    if not handler.detect(text):  # the library would take any two rules further down for front matter
        return {}, source
    try:
        front_matter, content = handler.split(text)
    except ValueError:  # a rule opens the text, but no second one closes a front matter
        return {}, source
    first_line = source[: source.index(front_matter)].count("\n") + 1
    try:
        header = handler.load(front_matter, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = first_line + mark.line if mark else first_line
        cause = f"the front matter is not YAML: {getattr(error, 'problem', None) or 'unreadable'}"
        raise ArticleError(cause, path=path, line=line, remedy=_REMEDY) from error
    if header and not isinstance(header, dict):
        raise ArticleError("the front matter has no keys", path=path, line=first_line, remedy=_REMEDY)
    return header or {}, content


def _value(header: dict[str, Any], key: str, path: Path) -> str:
    """The value of a key of the front matter; "" for a missing or empty one."""
    value = header.get(key, "")
    if not isinstance(value, str):
        raise ArticleError(f"{key!r} in the front matter is not one value", path=path, remedy=_REMEDY)
    return "" if value in _NO_VALUE else value


def _opening_heading(tokens: list[Token]) -> str:
    is_heading = len(tokens) > 1 and tokens[0].type == "heading_open"
    return clean(_block_text(tokens[1])) if is_heading else ""


def _block_text(token: Token) -> str:
    """The words of a block of text; "" for the marks around it."""
    match token.type:
        case "inline":
            return "".join(map(_inline_text, token.children or [])).strip()
        case "html_block":
            return html.unescape(_HTML_TAG.sub("", token.content)).strip()
        case "fence" | "code_block":  # in an article most likely indented prose
            return token.content.strip()
        case _:
            return ""


def _inline_text(token: Token) -> str:
    match token.type:
        case "text" | "code_inline":
            return token.content
        case "softbreak":  # the writer's editor broke the line, not the writer
            return " "
        case "hardbreak":
            return "\n"
        case "html_inline" if token.content.startswith("<br"):
            return "\n"
        case _:
            return ""
