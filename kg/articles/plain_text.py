"""Plain text: the text as it stands; its first line is the title where it looks like one."""

from pathlib import Path

from kg.articles.text import clean, decode, require_short_lines, require_text
from kg.model import Article

_LONGEST_TITLE = 200
_CLOSING_QUOTES = "\"'”’»"


def read_plain_text(data: bytes, path: Path, article_id: str) -> Article:
    """The article that a plain text is; it states neither date nor source.

    Args:
        data: The content of the file.
        path: The file, for errors.
        article_id: The id that the article gets.

    Raises:
        ArticleError: It is not text, is empty or is too long.
    """
    text = clean(decode(data, path))
    require_text(text, path)
    require_short_lines(text, path)
    return Article(id=article_id, text=text, title=_title(text))


def _title(text: str) -> str:
    """The first line, if a blank line and a body follow it and it is short and no sentence; else ""."""
    first, _, rest = text.lstrip().partition("\n")
    following, _, body = rest.partition("\n")
    title = first.strip()
    is_sentence = title.rstrip(_CLOSING_QUOTES).endswith(".")
    if following.strip() or not body.strip() or is_sentence or len(title) >= _LONGEST_TITLE:
        return ""
    return title
