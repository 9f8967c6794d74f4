import sys
from pathlib import Path

# The invented dossier stands with the browser tests.
sys.path.insert(0, str(Path(__file__).parent.parent / "browser"))
