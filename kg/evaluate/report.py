"""Writes the figures of an evaluation for a program and for a reader."""

import random
from collections.abc import Iterator

from kg.evaluate.reliability import Reliability
from kg.evaluate.scoring import MISSION, Counts, Mistake, Report


def to_json(report: Report) -> dict[str, object]:
    """The figures under fixed keys, shares rounded to four decimals."""
    return {
        "documents": report.documents,
        "mission_f1": round(report.mission.f1, 4),
        "claims_f1": round(report.claims.f1, 4),
        "macro_f1": round(report.macro_f1, 4),
        "precision": round(report.total.precision, 4),
        "recall": round(report.total.recall, 4),
        "f1": round(report.total.f1, 4),
        "f1_95": [round(bound, 4) for bound in report.interval],
        "relations": {
            relation: {"tp": counts.found, "fp": counts.extra, "fn": counts.missed, "f1": round(counts.f1, 3)}
            for relation, counts in report.relations.items()
        },
        "qualifiers": {
            name: {"accuracy": round(accuracy.share, 4), "n": accuracy.total}
            for name, accuracy in report.qualifiers.items()
        },
        "confidence": {
            "brier": round(report.reliability.brier, 4),
            "calibration_error": round(report.reliability.calibration_error, 4),
            "bands": [
                {"from": band.low, "to": band.high, "stated": round(band.stated, 4), "tp": band.right, "n": band.total}
                for band in report.reliability.bands
            ],
        },
    }


def to_text(report: Report) -> str:
    """The figures in lines for a reader."""
    low, high = report.interval
    lines = [
        f"{report.documents} documents  {_to_shares(report.total)}  (95% {low:.3f}–{high:.3f})",
        f"mission relations ({', '.join(sorted(MISSION))})  {_to_shares(report.mission)}",
        f"claims (statement and speaker)  {_to_shares(report.claims)}",
        f"macro F1 over relations with at least 5 gold statements  {report.macro_f1:.3f}",
    ]
    for relation, counts in report.relations.items():
        numbers = f"tp {counts.found:4} fp {counts.extra:4} fn {counts.missed:4}"
        lines.append(f"  {relation:15} {numbers}  F1 {counts.f1:.3f}")
    for name, accuracy in report.qualifiers.items():
        lines.append(f"  {name:15} {accuracy.share:.3f} of {accuracy.total}")
    return "\n".join([*lines, *reliability_lines(report.reliability)])


def reliability_lines(reliability: Reliability) -> Iterator[str]:
    """Stated confidence beside the share that is right, in lines for a reader; none where no confidence is stated."""
    if not reliability.bands:
        return
    yield f"confidence  Brier score {reliability.brier:.3f}  calibration error {reliability.calibration_error:.3f}"
    for band in reliability.bands:
        yield f"  {band.low:.1f}–{band.high:.1f}  stated {band.stated:.2f}  right {band.share:.2f} of {band.total}"


def sample_mistakes(report: Report, number: int) -> Iterator[Mistake]:
    """Up to `number` missed and `number` extra statements, drawn by a seeded generator: the same in every run."""
    for kind in ("missed", "extra"):
        mistakes = [mistake for mistake in report.mistakes if mistake.kind == kind]
        yield from random.Random(0).sample(mistakes, min(number, len(mistakes)))


def _to_shares(counts: Counts) -> str:
    return f"P {counts.precision:.3f}  R {counts.recall:.3f}  F1 {counts.f1:.3f}"
