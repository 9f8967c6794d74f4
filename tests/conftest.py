"""Makes `strategies` importable from every test, and the laws deterministic."""

import sys
from pathlib import Path

from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))

settings.register_profile("house", deadline=None, derandomize=True, database=None, print_blob=False)
settings.load_profile("house")
