from datetime import date
from pathlib import Path

import pytest

from kg.articles.markdown import read_markdown
from kg.errors import ArticleError


def read(text):
    return read_markdown(text.encode(), Path("a.md"), "a")


def test_reads_the_front_matter():
    article = read(
        "---\ntitle: 'Gharyan: who holds it?'\ndate: 2019-08-28\nsource: The Daily Harbour\n"
        "url: https://example.org/1\ntags: [libya, war]\n---\n\nForces *left* Gharyan.\n"
    )
    assert article.title == "Gharyan: who holds it?"
    assert article.text == "Gharyan: who holds it?\n\nForces left Gharyan."
    assert article.published == date(2019, 8, 28)
    assert (article.source, article.url) == ("The Daily Harbour", "https://example.org/1")


@pytest.mark.parametrize(
    ("header", "published"),
    [
        ("published: 2019-08-28", date(2019, 8, 28)),
        ("published: '2019-08-28'\ndate: 2020-01-01", date(2019, 8, 28)),
        ("date: 2019-08-28 23:00:00-05:00", date(2019, 8, 28)),
        ("date: 2019-08-28T10:00:00Z", date(2019, 8, 28)),
        ("date:", None),
        ("date: null", None),
        ("title: 2019", None),
    ],
)
def test_reads_the_date(header, published):
    assert read(f"---\n{header}\n---\nBody.").published == published


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("Forces **left** _Gharyan_ `now`.", "Forces left Gharyan now."),
        ('[Haftar](https://example.org "x") spoke to <https://example.org>.', "Haftar spoke to https://example.org."),
        ("![a map](map.png) Forces left.", "Forces left."),
        ("Forces\nleft Gharyan.", "Forces left Gharyan."),
        ("Forces  \nleft Gharyan.", "Forces\nleft Gharyan."),
        ("## Calm\n\nForces left.", "Calm\n\nForces left."),
        ("Calm\n----\n\nForces left.", "Calm\n\nForces left."),
        ("- Forces left.\n- Others came.\n  1. At dawn.", "Forces left.\n\nOthers came.\n\nAt dawn."),
        ("> Forces left.\n>\n> Others came.", "Forces left.\n\nOthers came."),
        ("One.\n\n---\n\nTwo.\n\n---\n\nThree.", "One.\n\nTwo.\n\nThree."),
        ("---\n\nOne rule only.", "One rule only."),
        ("AT&amp;T 5 &lt; 6, 2 * 3 * 4 \\*x\\*", "AT&T 5 < 6, 2 * 3 * 4 *x*"),
        ("<!-- draft -->\nForces <b>left</b><br>Gharyan.", "Forces left\nGharyan."),
        ("<div>\nForces left.\n</div>", "Forces left."),
        ("    Forces left.", "Forces left."),
        ("```\nForces left.\n```", "Forces left."),
        ("snake_case_name and 5*3", "snake_case_name and 5*3"),
    ],
)
def test_takes_the_marking_off(marked, plain):
    assert read(marked).text == plain


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Forces *leave*\n\nThey left.", "Forces leave"),
        ("They left.\n\n# Forces leave", ""),
        ("---\ntitle: ~\n---\n# Forces leave\n\nThey left.", "Forces leave"),
        ("---\ntitle: Other\n---\n# Forces leave\n\nThey left.", "Other"),
    ],
)
def test_takes_an_opening_heading_for_the_title(text, title):
    assert read(text).title == title


@pytest.mark.parametrize(
    ("text", "line", "cause"),
    [
        ("---\ntitle: a\nsource: [b\n---\nBody.", 4, "the front matter is not YAML: expected ',' or ']'"),
        ("---\ntitle: a: b\n---\nBody.", 2, "the front matter is not YAML: mapping values are not allowed here"),
        ("---\njust a sentence\n---\nBody.", 1, "the front matter has no keys"),
        ("---\ntitle: [a, b]\n---\nBody.", None, "'title' in the front matter is not one value"),
        ("---\ndate: last week\n---\nBody.", None, "'last week' is not a date of publication"),
        ("---\ntitle: a\n---\n", None, "there is no text in it"),
        ("<!-- nothing -->", None, "there is no text in it"),
    ],
)
def test_says_what_is_wrong_with_a_file(text, line, cause):
    with pytest.raises(ArticleError) as caught:
        read(text)
    assert caught.value.cause.startswith(cause)
    assert (caught.value.line, caught.value.path) == (line, Path("a.md"))
    assert caught.value.remedy
