"""Scores extracted statements against texts that careful readers annotated."""

from kg.evaluate.gold import GoldDocument, GoldStatement, Label, Predicted, read_gold, read_predicted, to_predicted
from kg.evaluate.matching import is_same_entity, is_same_statement
from kg.evaluate.report import sample_mistakes, to_json, to_text
from kg.evaluate.scoring import Counts, Mistake, Report, evaluate

__all__ = [
    "Counts",
    "GoldDocument",
    "GoldStatement",
    "Label",
    "Mistake",
    "Predicted",
    "Report",
    "evaluate",
    "is_same_entity",
    "is_same_statement",
    "read_gold",
    "read_predicted",
    "sample_mistakes",
    "to_json",
    "to_predicted",
    "to_text",
]
