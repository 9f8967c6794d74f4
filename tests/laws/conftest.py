"""Laws draw hundreds of graphs: coverage would take as long again, and other tests run the same lines."""

import pytest


@pytest.fixture(autouse=True)
def _uncovered(no_cover):
    pass
