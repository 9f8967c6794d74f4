from pathlib import Path

import pytest

from kg.articles.plain_text import read_plain_text

BODY = "Forces left Gharyan on Monday.\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Forces leave Gharyan\n\n{BODY}", "Forces leave Gharyan"),
        (f"  Forces leave Gharyan \n \t\n{BODY}", "Forces leave Gharyan"),
        (f"\nWho left Gharyan?\n\n{BODY}", "Who left Gharyan?"),
        (f"{'x' * 199}\n\n{BODY}", "x" * 199),
        (f"{'x' * 200}\n\n{BODY}", ""),
        (f"Forces left Gharyan.\n\n{BODY}", ""),
        (f"“Forces left Gharyan.”\n\n{BODY}", ""),
        (f"Forces leave Gharyan\n{BODY}", ""),
        ("Forces leave Gharyan\n\n", ""),
        ("Forces leave Gharyan", ""),
    ],
)
def test_takes_a_heading_for_the_title_and_keeps_the_text(text, title):
    article = read_plain_text(text.encode(), Path("a.txt"), "a")
    assert (article.title, article.text) == (title, text)
    assert (article.id, article.published, article.source, article.url) == ("a", None, "", "")
