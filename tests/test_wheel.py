"""The wheel holds all that the program needs, and runs from where it is unpacked."""

import importlib.util
import os
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
OLDEST_SETUPTOOLS = 77

offline = pytest.mark.skipif(
    importlib.util.find_spec("setuptools") is None or int(version("setuptools").split(".")[0]) < OLDEST_SETUPTOOLS,
    reason=f"setuptools {OLDEST_SETUPTOOLS} or newer is not installed, so no wheel is built without the network",
)
pytestmark = offline


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    # Built from a copy, since setuptools leaves its work beside the sources.
    copy = tmp_path_factory.mktemp("sources") / "project"
    copy.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    for name in ("kg", "ontology", "queries"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(copy)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(out.glob("*.whl"))


@pytest.mark.parametrize(
    ("room", "ending", "packaged"),
    [
        ("kg", ".py", "kg"),
        ("kg/data", ".yaml", "kg/data"),
        ("ontology", ".ttl", "kg/ontology"),
        ("queries", ".rq", "kg/queries"),
    ],
)
def test_everything_is_inside(wheel, room, ending, packaged):
    inside = zipfile.ZipFile(wheel).namelist()
    pattern = f"**/*{ending}" if room == "kg" else f"*{ending}"
    sources = sorted(path.relative_to(ROOT / room).as_posix() for path in (ROOT / room).glob(pattern))
    assert sources
    assert [name for name in sources if f"{packaged}/{name}" not in inside] == []


def test_no_test_and_no_note_is_inside(wheel):
    inside = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].split("-")[0] for name in inside} == {"kg", "conflict_kg"}
    assert "kg/py.typed" in inside


def test_it_runs_from_an_empty_folder(wheel, tmp_path):
    target = tmp_path / "target"
    install = ["install", "--quiet", "--no-deps", "--no-index", "--target", str(target), str(wheel)]
    subprocess.run([sys.executable, "-m", "pip", "--disable-pip-version-check", *install], check=True)
    where = "import kg, kg.resources as r; print(kg.__file__); print(r.resource('queries'))"
    # -S leaves the editable install out of the path; the dependencies come back by hand.
    packages = [path for path in sys.path if path.endswith("site-packages")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(target), *packages])}
    found = subprocess.run(
        [sys.executable, "-S", "-c", where], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert all(line.startswith(str(target)) for line in found.stdout.splitlines())
    listed = subprocess.run(
        [sys.executable, "-S", "-m", "kg", "query", "--list", "--format", "csv"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    names = {line.split(",")[0] for line in listed.stdout.splitlines()[1:]}
    assert {path.stem for path in (ROOT / "queries").glob("*.rq")} <= names
