"""RDF files that hold a whole store, and the errors of reading and writing any store."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pyoxigraph
from pyoxigraph import Quad, RdfFormat, Triple

from kg.errors import JudgementError, StoreError
from kg.rdf import iris
from kg.rdf import vocabulary as v

FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nq": RdfFormat.N_QUADS,
    ".jsonld": RdfFormat.JSON_LD,
}
"""The formats of files by the ends of their names."""

FORMS = "a store is a folder, or a file that ends in .ttl, .trig, .nq or .jsonld"


@contextmanager
def clear_errors(path: Path) -> Iterator[None]:
    """Turns what goes wrong with the store at `path` into an error that names it.

    Raises:
        JudgementError: A judgement was about nobody, or about several.
        StoreError: Anything else went wrong that is not a fault of the program.
    """
    try:
        yield
    except (StoreError, JudgementError) as error:
        raise type(error)(error.cause, path=error.path or path, line=error.line, remedy=error.remedy) from error
    except SyntaxError as error:
        remedy = "the file is cut off, or is not RDF of the format that its name says: write it again"
        raise StoreError(f"cannot be parsed: {error.msg}", path=path, line=error.lineno, remedy=remedy) from error
    except (OSError, RuntimeError) as error:  # pyoxigraph raises RuntimeError for a damaged folder
        raise _io_error(path, error) from error


def _io_error(path: Path, error: OSError | RuntimeError) -> StoreError:
    words = " ".join(str(error).split())
    if "lock" in words.lower():
        remedy = "wait until the other one has finished, or end it"
        return StoreError("the store is in use by another program", path=path, remedy=remedy)
    if words.startswith("Corruption"):
        remedy = "bring it back from a copy, or build it again from the articles"
        return StoreError(f"the store is damaged: {words}", path=path, remedy=remedy)
    return StoreError(
        f"cannot be read or written: {words}", path=path, remedy="check the path, its rights and the disk"
    )


def read_file(path: Path) -> list[Quad]:
    """The quads of an RDF file, as they stand.

    Raises:
        StoreError: The file cannot be read or parsed, or its name ends in something unknown.
    """
    with clear_errors(path):
        return list(pyoxigraph.parse(path=str(path), format=format_of(path)))


def write_file(quads: Iterable[Quad], path: Path) -> None:
    """Writes the quads whole or not at all: the same quads give the same bytes, in whatever order they come.

    Raises:
        StoreError: The file cannot be written, or its name ends in something unknown.
    """
    content = to_bytes(quads, format_of(path))
    partial = path.with_name(f".{path.name}.partial")
    with clear_errors(path):
        try:
            with partial.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)


def to_bytes(quads: Iterable[Quad], rdf_format: RdfFormat) -> bytes:
    """The quads in a format; N-Quads are sorted by line, the others by graph, subject and predicate."""
    if rdf_format == RdfFormat.N_QUADS:
        return b"".join(sorted(set(_serialized(quads, rdf_format).splitlines(keepends=True))))
    if not rdf_format.supports_datasets:
        triples = sorted((quad.triple for quad in quads), key=_triple_key)
        return _serialized(triples, rdf_format)
    ordered = sorted(quads, key=lambda quad: (str(quad.graph_name), *_triple_key(quad.triple)))
    return _serialized(ordered, rdf_format)


def format_of(path: Path) -> RdfFormat:
    """The format that a file's name tells.

    Raises:
        StoreError: It tells none.
    """
    try:
        return FORMATS[path.suffix.lower()]
    except KeyError:
        raise StoreError("not a store", path=path, remedy=FORMS) from None


def _serialized(items: Iterable[Quad] | Iterable[Triple], rdf_format: RdfFormat) -> bytes:
    output = BytesIO()
    pyoxigraph.serialize(items, output, format=rdf_format, prefixes=iris.PREFIXES)
    return output.getvalue()


def _triple_key(triple: Triple) -> tuple[str, bool, str, str]:
    """Sorts by subject, then its type first, as people read it."""
    predicate = triple.predicate.value
    return str(triple.subject), predicate != v.RDF_TYPE, predicate, str(triple.object)
