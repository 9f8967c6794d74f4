"""The example articles are what examples/README.md promises."""

import json
import re
from pathlib import Path

import frontmatter
import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ARTICLES = EXAMPLES / "articles"
README = (EXAMPLES / "README.md").read_text("utf-8")
MARKDOWN = sorted(ARTICLES.glob("*.md"))
BRIEFS = [json.loads(line) for line in (ARTICLES / "16-agency-briefs.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: path.stem)
def test_each_article_says_what_is_invented(path: Path) -> None:
    post = frontmatter.load(str(path))
    assert post["invented" if "invented" in post else "retold"] is True
    assert "invented" in post["note"].lower()


@pytest.mark.parametrize("brief", BRIEFS, ids=lambda brief: brief["id"])
def test_each_brief_says_that_it_is_invented(brief: dict[str, object]) -> None:
    assert brief["invented"] is True


@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.txt")), ids=lambda path: path.stem)
def test_text_files_are_marked_in_the_readme(path: Path) -> None:
    assert path.stem[:2] in re.search(r"The two text files, (.*) are made up", README).group(1)


@pytest.mark.parametrize(
    "text",
    [frontmatter.load(str(path)).content for path in MARKDOWN] + [brief["text"] for brief in BRIEFS],
    ids=[path.stem for path in MARKDOWN] + [brief["id"] for brief in BRIEFS],
)
def test_each_article_has_the_length_of_a_short_report(text: str) -> None:
    assert 120 <= len(text.split()) <= 300


def test_the_readme_names_every_file_by_its_number() -> None:
    assert {path.name[:2] for path in ARTICLES.iterdir()} <= set(re.findall(r"\b\d\d\b", README))
