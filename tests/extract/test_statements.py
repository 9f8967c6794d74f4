"""What single sentences state, from the tables in `statements/`; README.md there tells how to read them."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from spacy.tokens import Doc

from kg.extract import read
from kg.language import parse_all
from kg.model import SYMMETRIC, Article, ArticleGraph, Relation

TABLES = sorted((Path(__file__).parent / "statements").glob("*.yaml"))
PUBLISHED = date(2019, 8, 28)
KEYS = {"case", "text", "states", "may", "known_failure"}
QUALIFIERS = {"force", "by", "time", "place", "with", "count", "types"}
ARTICLES = ("the ", "a ", "an ")

Row = dict[str, Any]


@dataclass(frozen=True)
class Line:
    """A statement as a table or the extractor gives it; its qualifiers have the keys of a table."""

    relation: str
    ends: tuple[str | None, str | None]
    qualifiers: Row

    def __str__(self) -> str:
        told = [f"{key} {value}" for key, value in self.qualifiers.items() if value not in (None, [])]
        return " | ".join([f"{self.ends[0] or 'nobody'} — {self.relation} — {self.ends[1]}", *told])


def to_line(row: Row) -> Line:
    """A row of a table, only with the qualifiers that are given."""
    (relation,) = row.keys() - QUALIFIERS
    given = {key: value for key, value in row.items() if key != relation}
    if given.get("time"):
        given["time"] = str(given["time"])  # YAML reads a day as a date
    if isinstance(given.get("by"), str):
        given["by"] = [given["by"]]
    first, second = row[relation]
    return Line(Relation(relation).value, (first, second), given)


def to_lines(graph: ArticleGraph) -> list[Line]:
    """What was extracted, with all qualifiers, in the order of the text."""
    entities = {entity.id: entity for entity in graph.entities}
    label = {entity.id: entity.label for entity in graph.entities}
    lines = []
    for one in sorted(graph.attestations, key=lambda each: (each.evidence, each.id)):
        ends = (one.subject.entity if one.subject else None, one.object.entity)
        qualifiers = {
            "force": one.factuality.value,
            "by": [label[speaker] for speaker in one.attributed_to],
            "time": one.time.value if one.time else None,
            "place": label[one.place] if one.place else None,
            "with": label[one.instrument] if one.instrument else None,
            "count": [one.count.low, one.count.high] if one.count else None,
            "types": [entities[end].type.value if end else None for end in ends],
        }
        lines.append(
            Line(one.relation.value, (label[ends[0]] if ends[0] else None, label[one.object.entity]), qualifiers)
        )
    return lines


def without_article(label: str) -> str:
    folded = label.casefold().replace("’", "'")
    return next((folded.removeprefix(each) for each in ARTICLES if folded.startswith(each)), folded)


def is_same_label(expected: str | None, label: str | None) -> bool:
    if expected is None or label is None or expected == "*":
        return expected == "*" or expected is label
    return without_article(label) in [without_article(choice) for choice in expected.split(" / ")]


def is_same_edge(expected: Line, found: Line) -> bool:
    if expected.relation != found.relation:
        return False
    orders = [found.ends, found.ends[::-1]] if expected.relation in SYMMETRIC else [found.ends]
    return any(all(map(is_same_label, expected.ends, order)) for order in orders)


def is_same_value(name: str, expected: Any, value: Any) -> bool:
    if name == "by":
        return len(expected) == len(value) and all(map(is_same_label, expected, value))
    if name in ("place", "with", "force"):
        return is_same_label(expected, value)
    return bool(expected == value)


def differences(expected: Line, found: Line) -> list[str]:
    """The qualifiers in which a line that was extracted is not what is expected."""
    return [
        f"different  {found}: {name} should be {value or 'none'}"
        for name, value in expected.qualifiers.items()
        if not is_same_value(name, value, found.qualifiers[name])
    ]


def compare(case: Row, found: list[Line]) -> list[str]:
    """What is missing, different or made up, in words."""
    left, mistakes = list(found), []
    for row in case["states"]:
        expected = to_line({"force": "asserted", "by": []} | row)
        matches = [each for each in left if is_same_edge(expected, each)]
        if not matches:
            mistakes.append(f"missing    {expected}")
            continue
        best = min(matches, key=lambda each: len(differences(expected, each)))
        left.remove(best)
        mistakes += differences(expected, best)
    allowed = [to_line(row) for row in case.get("may", [])]
    made_up = [
        each for each in left if not any(is_same_edge(one, each) and not differences(one, each) for one in allowed)
    ]
    return mistakes + [f"made up    {each}" for each in made_up]


def to_parameter(case: Row, table: Path) -> Any:
    reason = case.get("known_failure")
    marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
    return pytest.param(case, id=f"{table.stem}: {case['case']}", marks=marks)


CASES = [(case, table) for table in TABLES for case in yaml.safe_load(table.read_text("utf-8"))]


@cache
def parsed() -> dict[str, Doc]:
    """All texts of the tables, parsed in batches, which takes a quarter of the time of one by one."""
    texts = [case["text"].strip() for case, _ in CASES]
    return dict(zip(texts, parse_all(texts), strict=True))


@pytest.mark.parametrize("case", [to_parameter(*each) for each in CASES])
def test_a_text_states(case: Row) -> None:
    text = case["text"].strip()
    graph = read(Article("case", text, published=PUBLISHED), parsed()[text])
    assert compare(case, to_lines(graph)) == []


def test_every_relation_is_stated_by_some_case() -> None:
    stated = {to_line(row).relation for case, _ in CASES for row in case["states"]}
    assert stated == {relation.value for relation in Relation}


def test_every_case_has_a_name_of_its_own_and_no_unknown_key() -> None:
    names = [case["case"] for case, _ in CASES]
    assert len(set(names)) == len(names)
    assert {key for case, _ in CASES for key in case} <= KEYS


@pytest.mark.parametrize(
    ("row", "mistake"),
    [
        ({"attacks": ["Dawn Brigade", "Darna"]}, ""),
        ({"attacks": ["Dawn Brigade / brigade", "Darna"], "time": "2019-08-26", "place": None}, ""),
        ({"attacks": [None, "Darna"]}, "missing"),
        ({"seizes": ["Dawn Brigade", "Darna"]}, "missing"),
        ({"attacks": ["Darna", "Dawn Brigade"]}, "missing"),
        ({"attacks": ["Dawn Brigade", "Darna"], "force": "negated"}, "different"),
        ({"attacks": ["Dawn Brigade", "Darna"], "by": "residents"}, "different"),
        ({"attacks": ["Dawn Brigade", "Darna"], "time": None}, "different"),
        ({"attacks": ["Dawn Brigade", "Darna"], "types": ["State", "Place"]}, "different"),
    ],
)
def test_the_comparison_sees_mistakes(row: Row, mistake: str) -> None:
    qualifiers = {"force": "asserted", "by": [], "time": "2019-08-26", "place": None, "types": ["ArmedGroup", "Place"]}
    found = Line("attacks", ("the Dawn Brigade", "Darna"), qualifiers)
    mistakes = compare({"states": [row]}, [found])
    assert mistakes[0].startswith(mistake) if mistake else mistakes == []


def test_the_comparison_sees_what_is_made_up() -> None:
    found = Line("attacks", ("Dawn Brigade", "Monday"), {"force": "asserted", "by": []})
    assert compare({"states": []}, [found]) == ["made up    Dawn Brigade — attacks — Monday | force asserted"]
    assert compare({"states": [], "may": [{"attacks": ["*", "Monday"]}]}, [found]) == []
    assert compare({"states": [], "may": [{"attacks": ["*", "Monday"], "force": "planned"}]}, [found]) != []
