"""The house rules that no linter knows: small modules, known rooms, honest names."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "kg").rglob("*.py"))
ROOMS = {
    "articles",
    "cli",
    "data",
    "evaluate",
    "explanation",
    "extract",
    "identity",
    "judging",
    "language",
    "link",
    "merge",
    "model",
    "network",
    "pages",
    "query",
    "rdf",
    "reference",
}
LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
BANNED = re.compile(r"(^|_)(utils?|helpers?|manager|process(or)?|misc|common|stuff|handler)(_|$)")


def name(path):
    return path.relative_to(ROOT).as_posix()


def test_rooms_are_those_of_the_plan():
    found = {path.parent.name for path in (ROOT / "kg").glob("*/__init__.py")}
    assert found == ROOMS


def test_every_room_stands_in_the_plan():
    plan = (ROOT / "docs" / "design.md").read_text("utf-8")
    table = plan.split("| room | what it holds |")[1].split("\n\n")[0]
    told = {room for row in table.splitlines() for room in re.findall(r"`(\w+)/?`", row.split("|")[1] if row else "")}
    assert sorted(ROOMS - told) == []


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_modules_are_short(path):
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_functions_are_short(path):
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    tree = ast.parse(path.read_text("utf-8"))
    long = [node.name for node in ast.walk(tree) if isinstance(node, functions) and code_lines(node) > LONGEST_FUNCTION]
    assert long == []


def code_lines(function):
    """The lines of a function from its first statement after the docstring."""
    body = function.body[1:] if ast.get_docstring(function) and len(function.body) > 1 else function.body
    return function.end_lineno - body[0].lineno + 1


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_names_say_what_a_thing_is(path):
    tree = ast.parse(path.read_text("utf-8"))
    definitions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    names = [node.name for node in ast.walk(tree) if isinstance(node, definitions)]
    snake = [re.sub(r"(?<=[a-z])(?=[A-Z])", "_", each).lower() for each in [path.stem, *names]]
    assert [each for each in snake if BANNED.search(each)] == []


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_every_module_says_what_it_is_for(path):
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


def test_every_package_is_shipped():
    import tomllib

    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    shipped = set(settings["tool"]["setuptools"]["packages"])
    packages = {".".join(path.parent.relative_to(ROOT).parts) for path in (ROOT / "kg").rglob("__init__.py")}
    assert shipped == {"kg.ontology", "kg.queries"} | packages
