"""Three articles and all that is read from them, one line a statement, in the order of the text; one is also explained.

After a change of the extractor that is meant, write the lines anew, and read what changed before you keep it:

    WRITE_GOLDEN=1 python -m pytest tests/golden
    git diff tests/golden
"""

import os
from pathlib import Path

import pytest

from kg.articles import read_articles
from kg.explanation import to_text as to_explanation
from kg.extract import explain, read
from kg.language import parse
from kg.model import ArticleGraph, Attestation, Entity

EXPLAINED = Path(__file__).with_name("harbour-retaken.md")
ARTICLES = sorted(Path(__file__).parent.glob("*.md"))
HEAD = '# subject relation object | factuality | speaker | time | place | count | "evidence"; a dash stands for nothing'


def to_text(graph: ArticleGraph) -> str:
    """One line a statement under a line of heads; a dash stands where nothing is told."""
    entities = {entity.id: entity for entity in graph.entities}
    told = sorted(graph.attestations, key=lambda one: (one.evidence, one.id))
    return "\n".join([HEAD, *(to_line(one, entities) for one in told)]) + "\n"


def to_line(one: Attestation, entities: dict[str, Entity]) -> str:
    def label(entity: str | None) -> str:
        return entities[entity].label if entity else "—"

    bounds = (one.count.low, one.count.high) if one.count else (None, None)
    low, high = ("" if bound is None else str(bound) for bound in bounds)
    cells = [
        f"{label(one.subject.entity if one.subject else None)} {one.relation} {label(one.object.entity)}",
        one.factuality.value,
        ", ".join(map(label, one.attributed_to)),
        (one.time.value or one.time.text) if one.time else "",
        label(one.place),
        low if low == high else f"{low}..{high}",
        f'"{" ".join(one.evidence.text.split())}"',
    ]
    return " | ".join(cell or "—" for cell in cells)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_states_what_its_golden_lines_say(path: Path) -> None:
    (article,) = read_articles([path])
    found = to_text(read(article, parse(article.text)))
    golden = path.with_suffix(".statements")
    if os.environ.get("WRITE_GOLDEN"):
        golden.write_text(found, "utf-8")
    assert found.splitlines() == golden.read_text("utf-8").splitlines()


def test_an_article_is_explained_as_its_golden_text_says() -> None:
    (article,) = read_articles([EXPLAINED])
    found = to_explanation(explain(article, parse(article.text)), width=100)
    golden = EXPLAINED.with_suffix(".explained")
    if os.environ.get("WRITE_GOLDEN"):
        golden.write_text(found, "utf-8")
    assert found.splitlines() == golden.read_text("utf-8").splitlines()


def test_there_are_three_articles_and_no_lines_without_one() -> None:
    golden = sorted(Path(__file__).parent.glob("*.statements"))
    assert len(ARTICLES) == 3
    assert [path.stem for path in golden] == [path.stem for path in ARTICLES]
