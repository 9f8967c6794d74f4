"""Measures whether the stated confidence of statements is the share of them that is right."""

from collections.abc import Iterable
from dataclasses import dataclass

BANDS = 10
"""Into how many bands of equal width confidence is cut."""


@dataclass(frozen=True, slots=True)
class Band:
    """The statements whose confidence lies between two bounds, the upper one excluded unless it is 1.

    `stated` is their mean confidence.
    """

    low: float
    high: float
    stated: float
    right: int
    total: int

    @property
    def share(self) -> float:
        """The share that is right."""
        return self.right / self.total


@dataclass(frozen=True, slots=True)
class Reliability:
    """The bands that hold any statement, in rising order, and two figures that are 0 for perfect foresight.

    Args:
        bands: What is stated and what is right.
        brier: The mean square of what confidence and truth differ by.
        calibration_error: The mean distance of stated confidence and right share, bands weighed by their statements.
    """

    bands: tuple[Band, ...]
    brier: float
    calibration_error: float


def measure_reliability(judged: Iterable[tuple[float, bool]]) -> Reliability:
    """Compares the confidence of each statement with whether it is right."""
    stated = [(confidence, bool(is_right)) for confidence, is_right in judged]
    bands = tuple(band for number in range(BANDS) if (band := _band(number, stated)) is not None)
    total = max(1, len(stated))
    brier = sum((confidence - is_right) ** 2 for confidence, is_right in stated) / total
    error = sum(band.total * abs(band.share - band.stated) for band in bands) / total
    return Reliability(bands, brier, error)


def _band(number: int, stated: list[tuple[float, bool]]) -> Band | None:
    inside = [pair for pair in stated if min(BANDS - 1, int(pair[0] * BANDS + 1e-9)) == number]
    if not inside:
        return None
    mean = sum(confidence for confidence, _ in inside) / len(inside)
    right = sum(is_right for _, is_right in inside)
    return Band(number / BANDS, (number + 1) / BANDS, mean, right, len(inside))
