"""A person's answers to the question whether two are the same: from a file, a line of JSON for each pair."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kg.errors import JudgementError
from kg.judging.author import Author
from kg.model import Outcome

ANSWERS: Mapping[str, Outcome | None] = {
    "y": Outcome.SAME,
    "yes": Outcome.SAME,
    "n": Outcome.DIFFERENT,
    "no": Outcome.DIFFERENT,
    "s": None,
    "skip": None,
}
"""What each answer decides; None leaves it open."""

_REMEDY = 'write {"left": …, "right": …, "answer": "y", "n" or "skip"}; `kg resolve --format jsonl` prints such lines'


@dataclass(frozen=True, slots=True)
class Answer:
    """What a line of a file decides: of whom, by any names, ids or IRIs; what; and who says so."""

    left: str
    right: str
    outcome: Outcome
    author: Author
    line: int


def read_answers(path: Path, author: Author) -> Iterator[Answer]:
    """The answers of a file that decide something.

    Args:
        path: The file.
        author: Who judges and why, where a line does not say it by "by" and "why".

    Raises:
        JudgementError: The file cannot be read, or a line is no answer.
    """
    try:
        lines = path.read_text("utf-8-sig").split("\n")  # some editors put a mark at the beginning
    except UnicodeDecodeError as error:
        raise JudgementError("is not UTF-8 text", path=path, remedy=_REMEDY) from error
    except OSError as error:
        cause = f"cannot be read: {error.strerror}"
        raise JudgementError(cause, path=path, remedy="check the path and its rights") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                answer = _answer(json.loads(line), author, number)
            except (ValueError, TypeError, KeyError) as error:
                raise JudgementError("the line is no answer", path=path, line=number, remedy=_REMEDY) from error
            if answer:
                yield answer


def _answer(said: Mapping[str, Any], author: Author, line: int) -> Answer | None:
    left, right, answer = said["left"], said["right"], said["answer"]
    by, why = said.get("by", author.by), said.get("why", author.why)
    if not all(isinstance(each, str) for each in (left, right, answer, by, why)):
        raise TypeError("not text")
    outcome = ANSWERS[answer.strip().lower()]
    return Answer(left, right, outcome, replace(author, by=by, why=why), line) if outcome else None
