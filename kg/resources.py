"""Finds the files that travel with the package: lexicon, ontology, queries."""

from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import yaml

from kg.errors import LexiconError

LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The one written in C is eight times as fast; PyYAML lacks it where it was built without libyaml."""


def resource(room: str, name: str = "") -> Traversable:
    """A file or folder of `data`, `ontology` or `queries`, in the wheel or in a checkout."""
    packaged = resources.files("kg") / room
    folder: Traversable = packaged if packaged.is_dir() else Path(__file__).resolve().parent.parent / room
    return folder / name if name else folder


@cache
def load_yaml(name: str) -> Any:  # noqa: ANN401 - the caller knows the shape of its file
    """The content of a YAML file of `kg/data`.

    Raises:
        LexiconError: The file is missing or is not YAML.
    """
    try:
        return yaml.load(resource("data", name).read_text("utf-8"), LOADER)
    except FileNotFoundError as error:
        raise LexiconError("no such file in kg/data", path=name, remedy="reinstall the package") from error
    except yaml.YAMLError as error:
        raise LexiconError(f"not valid YAML: {' '.join(str(error).split())}", path=name) from error
