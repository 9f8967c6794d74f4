"""Scores extracted statements against texts that careful readers annotated."""

from kg.evaluate.gold import GoldDocument, GoldStatement, Label, Predicted, read_gold, read_predicted, to_predicted
from kg.evaluate.matching import is_same_entity, is_same_statement
from kg.evaluate.reliability import Reliability, measure_reliability
from kg.evaluate.report import sample_mistakes, to_json, to_text
from kg.evaluate.scoring import Counts, Mistake, Report, evaluate, judge

__all__ = [
    "Counts",
    "GoldDocument",
    "GoldStatement",
    "Label",
    "Mistake",
    "Predicted",
    "Reliability",
    "Report",
    "evaluate",
    "is_same_entity",
    "is_same_statement",
    "judge",
    "measure_reliability",
    "read_gold",
    "read_predicted",
    "sample_mistakes",
    "to_json",
    "to_predicted",
    "to_text",
]
