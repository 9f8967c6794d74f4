"""The ledger: what persons judged of who is who, and what they took back, as lines of JSON that are only added to.

It stands in the folder of a store as `judgements.jsonl`, and beside a file as `<name of the file>.judgements.jsonl`.
What is in force is what was judged less what was taken back, whatever the order, so the union of two is a ledger too.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from kg.errors import StoreError
from kg.merge.agreement import contradiction, told
from kg.model import MACHINE, Judgement, Outcome
from kg.rdf import iris
from kg.rdf.iris import Kind

NAME = "judgements.jsonl"

_REPAIR = "repair the line, or bring the ledger back from a copy"


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """That a person took a judgement back, by the judgement's id; `when` is as in a judgement."""

    judgement: str
    by: str
    reason: str
    when: str


Entry = Judgement | Withdrawal
"""What a line of a ledger says."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a ledger says, line by line; lines are counted from 1, and an empty one says nothing.

    Args:
        path: The file.
        entries: Each line that says something, with its number; those to be written have none.
        names: What readers called the entities that are judged, when they were.
    """

    path: Path
    entries: tuple[tuple[int | None, Entry], ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def lines(self) -> dict[Judgement, int | None]:
        """The first line of each judgement, those that were taken back included."""
        found: dict[Judgement, int | None] = {}
        for line, entry in self.entries:
            if isinstance(entry, Judgement):
                found.setdefault(entry, line)
        return found

    @property
    def standing(self) -> dict[Judgement, int | None]:
        """The judgements that are in force, with their lines."""
        gone = {entry.judgement for _, entry in self.entries if isinstance(entry, Withdrawal)}
        return {each: line for each, line in self.lines.items() if identifier(each) not in gone}

    def extended(self, entries: Iterable[Entry], names: Mapping[str, str]) -> "Ledger":
        """The ledger with lines that are still to be written."""
        return Ledger(self.path, (*self.entries, *((None, each) for each in entries)), {**self.names, **names})

    def check(self) -> None:
        """Refuses judgements that contradict each other.

        Raises:
            StoreError: Some in force do; all of them are named, with their lines.
        """
        places = {each: f"line {line}" if line else "now" for each, line in self.standing.items()}
        check_agreement(places, self.path, self.names)


def check_agreement(places: Mapping[Judgement, str], path: Path, names: Mapping[str, str]) -> None:
    """Refuses judgements that contradict each other.

    Args:
        places: The judgements, with where each stands.
        path: What the error is about.
        names: What readers call the entities that are judged.

    Raises:
        StoreError: Some do; all of them are named, with their places.
    """
    found = contradiction(places)
    if found:
        different, *same = (f"{places[each]}: {told(each, names)}" for each in found)
        cause = f"judgements contradict: {different}, but {' and '.join(same)}"
        remedy = "take one back: `kg split` undoes what was judged the same, `kg different --undo` the other"
        raise StoreError(cause, path=path, remedy=remedy)


def ledger_path(store: Path) -> Path:
    """Where the ledger of a store stands."""
    return store / NAME if store.is_dir() else store.with_name(f"{store.name}.{NAME}")


def identifier(judgement: Judgement) -> str:
    """The id of a person's judgement: a hash of all that it says."""
    return iris.identifier_of(Kind.JUDGEMENT, iris.judgement(judgement))


def moment(when: datetime) -> str:
    """A moment as a ledger and a store have it; one without a time zone is taken for UTC."""
    told = when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
    seconds, _, fraction = told.replace(tzinfo=None).isoformat().partition(".")
    return f"{seconds}.{fraction.rstrip('0')}Z" if fraction else f"{seconds}Z"


def read_ledger(store: Path) -> Ledger:
    """The ledger of a store, empty where there is none.

    Raises:
        StoreError: It cannot be read, a line is broken, or judgements contradict each other; the line is named.
    """
    path = ledger_path(store)
    if not path.exists():
        return Ledger(path)
    try:
        lines = path.read_text("utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise StoreError("the ledger is not UTF-8 text", path=path, remedy=_REPAIR) from error
    names: dict[str, str] = {}
    numbered = ((number, line) for number, line in enumerate(lines, start=1) if line.strip())
    ledger = Ledger(path, tuple((number, _entry(line, path, number, names)) for number, line in numbered), names)
    ledger.check()
    return ledger


def append(ledger: Ledger, entries: Sequence[Entry], names: Mapping[str, str]) -> None:
    """Adds lines to a ledger on disk.

    Args:
        ledger: As it was read.
        entries: What they say.
        names: What readers call the entities that are judged; the ledger holds it for them.
    """
    if not entries:
        return
    text = "".join(f"{json.dumps(_fields(each, names), ensure_ascii=False)}\n" for each in entries).encode()
    with ledger.path.open("ab") as file:
        if file.tell() and not _ends_in_line_feed(ledger.path):
            text = b"\n" + text
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _ends_in_line_feed(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read() == b"\n"


def _fields(entry: Entry, names: Mapping[str, str]) -> Mapping[str, object]:
    if isinstance(entry, Withdrawal):
        return {"when": entry.when, "by": entry.by, "takes back": entry.judgement, "why": entry.reason}
    called = {"names": [names.get(each, "") for each in (entry.left, entry.right)]} if names else {}
    return {
        "id": identifier(entry),
        "when": entry.when,
        "by": entry.by,
        "outcome": entry.outcome.value,
        "left": iris.judged(entry.left),
        "right": iris.judged(entry.right),
        **called,
        "why": entry.reason,
        "score": float(entry.score),
    }


def _entry(line: str, path: Path, number: int, names: dict[str, str]) -> Entry:
    """What a line says; the names in it are added to `names`."""
    try:
        said = json.loads(line, parse_float=Decimal, parse_int=Decimal)
        if not isinstance(said, dict):
            raise TypeError("it is no JSON object")
        if "takes back" in said:
            return _withdrawal(said)
        judgement = _judgement(said)
        names.update(zip((judgement.left, judgement.right), map(str, said.get("names", ())), strict=False))
    except (ValueError, TypeError, KeyError, InvalidOperation, StoreError) as error:
        raise StoreError(f"a broken line: {_cause(error)}", path=path, line=number, remedy=_REPAIR) from error
    return judgement


def _cause(error: Exception) -> str:
    match error:
        case json.JSONDecodeError():
            return "it is not JSON"
        case KeyError():
            return f"it has no {error.args[0]!r}"
        case StoreError():
            return error.cause
    return " ".join(str(error).split())


def _withdrawal(said: Mapping[str, Any]) -> Withdrawal:
    taken_back, by, why = _texts(said, "takes back", "by", "why")
    return Withdrawal(taken_back, by, why, _when(said))


def _judgement(said: Mapping[str, Any]) -> Judgement:
    left, right, outcome, by, why = _texts(said, "left", "right", "outcome", "by", "why")
    first, second = sorted(map(iris.reference_of, (left, right)))
    if first == second or by == MACHINE:
        raise ValueError("both sides are one" if first == second else "the machine's judgements stand in no ledger")
    score = said.get("score", Decimal(1))
    if not isinstance(score, Decimal) or not 0 <= score <= 1:
        raise ValueError("the score is not between 0 and 1")
    judgement = Judgement(first, second, Outcome(outcome), by, why, score, _when(said))
    if said.get("id", identifier(judgement)) != identifier(judgement):
        raise ValueError("it was changed: it says something else than its id stands for")
    return judgement


def _texts(said: Mapping[str, Any], *names: str) -> Iterator[str]:
    for name in names:
        if not isinstance(said[name], str):
            raise TypeError(f"{name!r} is not text")
        yield said[name]


def _when(said: Mapping[str, Any]) -> str:
    told = said.get("when", "")
    return moment(datetime.fromisoformat(told)) if told else ""
