"""Persons' judgements of who is who: whom they name, what they decide, and what is left to decide."""

from kg.judging.answers import ANSWERS, read_answers
from kg.judging.author import Author
from kg.judging.doubts import Doubt, doubts, waiting
from kg.judging.naming import called, entity_of, meant_by
from kg.judging.verdicts import Verdict, judge, obey, opened, split, withdraw_different

__all__ = [
    "ANSWERS",
    "Author",
    "Doubt",
    "Verdict",
    "called",
    "doubts",
    "entity_of",
    "judge",
    "meant_by",
    "obey",
    "opened",
    "read_answers",
    "split",
    "waiting",
    "withdraw_different",
]
