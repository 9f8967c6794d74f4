"""The public interface: few names, each of them explained, quick to import."""

import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

import kg

ROOT = Path(__file__).resolve().parent.parent
MOST_NAMES = 12
SLOW = ("spacy", "rdflib", "pyoxigraph", "trafilatura", "networkx", "pyshacl", "rich", "dateparser")


def test_the_public_names_are_few_and_sorted():
    assert len(kg.__all__) <= MOST_NAMES
    assert kg.__all__ == sorted(kg.__all__, key=lambda name: (not name[0].isupper(), name))
    assert dir(kg) == sorted(kg.__all__)


@pytest.mark.parametrize("name", kg.__all__)
def test_every_public_name_exists_and_is_explained(name):
    value = getattr(kg, name)
    assert callable(value)
    assert inspect.getdoc(value)


@pytest.mark.parametrize("name", [name for name in kg.__all__ if not name[0].isupper()])
def test_every_public_function_is_typed(name):
    function = getattr(kg, name)
    signature = inspect.signature(function)
    assert signature.return_annotation is not signature.empty
    assert [each for each, value in signature.parameters.items() if value.annotation is value.empty] == []


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="nonsense"):
        _ = kg.nonsense


def test_the_function_merge_keeps_its_name_whatever_is_imported():
    import kg.merge

    assert inspect.isfunction(kg.merge)


@pytest.mark.parametrize("statement", ["import kg", "import kg.cli"])
def test_importing_loads_no_slow_library(statement):
    code = f"import sys; {statement}; print(*[name for name in {SLOW!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_every_name_that_the_readme_imports_exists():
    readme = (ROOT / "README.md").read_text("utf-8")
    names = {
        name.strip() for line in re.findall(r"^from kg import (.+)$", readme, re.MULTILINE) for name in line.split(",")
    } | set(re.findall(r"\bkg\.(\w+)\(", readme))
    assert names
    assert sorted(names - set(kg.__all__)) == []
