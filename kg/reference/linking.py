"""Links the entities of a store to those of a table."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from kg.errors import ReferenceTableError
from kg.model import EntityType
from kg.rdf.catalogue import Catalogue
from kg.rdf.judgements import open_indexed
from kg.rdf.links import replace_links
from kg.reference.matching import match
from kg.reference.reading import read_known
from kg.reference.values import Own


@dataclass(frozen=True, slots=True)
class Linked:
    """How many entities a table has, how many links were sure, were likely, and were there before."""

    known: int
    exact: int
    close: int
    replaced: int


def link(path: Path, table: Path, name: str | None = None) -> Linked:
    """Links the entities of a store to those of a table, in the place of the links that it brought before.

    Args:
        path: The store.
        table: The file of the table.
        name: What the table is called in the store; None for the name of the file.

    Raises:
        ReferenceTableError: The table cannot be read.
        StoreError: The store cannot be read or written.
    """
    known = read_known(table)
    source = name or table.stem
    links = match(known, _own(Catalogue(open_indexed(path))), source)
    replaced = replace_links(path, source, links)
    exact = sum(each.exact for each in links)
    return Linked(len(known), exact, len(links) - exact, replaced)


def unlink(path: Path, name: str) -> int:
    """Takes the links of a table out of a store; how many they were.

    Raises:
        ReferenceTableError: The store holds none of a table of that name.
        StoreError: The store cannot be read or written.
    """
    gone = replace_links(path, name, ())
    if not gone:
        remedy = "name a table as it was linked: by its file without the ending, or by --name"
        raise ReferenceTableError(f'holds no links of a table called "{name}"', path=path, remedy=remedy)
    return gone


def _own(catalogue: Catalogue) -> Iterator[Own]:
    names: defaultdict[str, list[str]] = defaultdict(list)
    for one, name in catalogue.names():
        names[one].append(name)
    for one in sorted(names):
        at = catalogue.coordinates(one)
        point = None if at is None else (Decimal(at[0]), Decimal(at[1]))
        yield Own(one, tuple(sorted(names[one])), EntityType(catalogue.type(one)), point)
