"""Makes `strategies` importable from every test, and the laws deterministic."""

import errno
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import settings

from kg.query import engine

sys.path.insert(0, str(Path(__file__).parent))

settings.register_profile("house", deadline=None, derandomize=True, database=None, print_blob=False)
settings.load_profile("house")


@pytest.fixture
def queries_asked(monkeypatch: pytest.MonkeyPatch) -> list[Mapping[str, str]]:
    """The parameters of the queries asked; at the second a file of the store is gone that a writer tidied away."""
    asked: list[Mapping[str, str]] = []
    fill = engine.fill_parameters

    def fill_or_fail(dataset, query, params):
        asked.append(params)
        if len(asked) == 2:
            raise FileNotFoundError(errno.ENOENT, "IO error: No such file or directory", "000025.sst")
        return fill(dataset, query, params)

    monkeypatch.setattr(engine, "fill_parameters", fill_or_fail)
    return asked
