"""Values of which every text has hundreds."""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

Made = TypeVar("Made")


@dataclass_transform(frozen_default=True)
def value(made: type[Made]) -> type[Made]:
    """A dataclass whose fields nobody may assign: the type checker sees to it.

    One that is frozen when it runs takes three times as long to be made.
    """
    return dataclass(slots=True, unsafe_hash=True)(made)
