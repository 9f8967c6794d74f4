"""What the README shows is run as it stands, on the example articles, in an empty folder."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

import kg

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    """The fenced blocks of one language, in the order of the page."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)


def lines_starting(word: str) -> list[str]:
    """The commands of the shell blocks that begin with a word; a backslash continues a line."""
    lines = [line.strip() for block in blocks("sh") for line in block.replace("\\\n", " ").splitlines()]
    return [line for line in lines if line.startswith(f"{word} ")]


COMMANDS = lines_starting("kg")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "examples", place / "examples")
    return place


@pytest.fixture(scope="module")
def answers(folder: Path) -> Mapping[str, subprocess.CompletedProcess[str]]:
    """What each command answers; they build on one another, so all run, in order."""
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    return {
        command: subprocess.run(
            ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
        for command in COMMANDS
    }


@pytest.mark.parametrize("command", COMMANDS)
def test_the_command_succeeds(command: str, answers: Mapping[str, subprocess.CompletedProcess[str]]) -> None:
    answer = answers[command]
    assert answer.returncode == 0, answer.stderr


SHOWN = [
    "build",
    "query",
    "read",
    "view",
    "merge",
    "explain",
    "mentions",
    "resolve",
    "same",
    "split",
    "link",
    "retract",
]


@pytest.mark.parametrize("verb", SHOWN)
def test_each_verb_is_shown(verb: str) -> None:
    assert any(command.split()[1] == verb for command in COMMANDS)


@pytest.mark.parametrize("number", range(len(blocks("python"))))
def test_the_python_example_runs(number: int, folder: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", blocks("python")[number]],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout


def test_the_make_targets_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), flags=re.MULTILINE))
    shown = {line.split()[1] for line in lines_starting("make")}
    assert {"demo", "test"} <= shown <= targets


def test_every_public_name_is_told() -> None:
    assert set(re.findall(r"^\| `(\w+)` \|", README, flags=re.MULTILINE)) == set(kg.__all__)


@pytest.mark.parametrize(
    "page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/design.md", "examples/README.md"]
)
def test_links_and_pictures_lead_somewhere(page: str) -> None:
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", (ROOT / page).read_text("utf-8"))
    assert [target for target in targets if not ((ROOT / page).parent / target).exists()] == []
