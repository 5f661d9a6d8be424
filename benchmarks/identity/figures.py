"""Figures that tell how good probabilities of pairs are: precision, recall, calibration."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

BINS = 15
WANTED_PRECISION = 0.95


@dataclass(frozen=True, slots=True)
class Quality:
    """All between 0 and 1. `recall_95`: recall at the lowest threshold of that precision."""

    average_precision: float
    best_f1: float
    recall_95: float
    calibration_error: float


def quality(labels: Sequence[bool], scores: Sequence[float], *, missed: int = 0) -> Quality:
    """The figures of scored pairs; `missed` pairs of one person were never scored at all."""
    wanted = sum(labels) + missed
    average = best = at_95 = before = 0.0
    for precision, recall in _curve(labels, scores, wanted):
        average += (recall - before) * precision
        best = max(best, 2 * precision * recall / (precision + recall) if recall else 0.0)
        at_95 = recall if precision >= WANTED_PRECISION else at_95
        before = recall
    return Quality(average, best, at_95, calibration_error(labels, scores))


def calibration_error(labels: Sequence[bool], scores: Sequence[float]) -> float:
    """Expected calibration error over bins of equal width; 0 without any pair."""
    sums = [[0.0, 0.0] for _ in range(BINS)]
    for label, score in zip(labels, scores, strict=True):
        held = sums[min(int(score * BINS), BINS - 1)]
        held[0] += label
        held[1] += score
    return sum(abs(true - said) for true, said in sums) / max(1, len(labels))


def recall_at_false_positives(
    same: Sequence[float], random: Sequence[float], *, share: float
) -> float:
    """The share of pairs of one person above all but `share` of the random pairs."""
    allowed = int(share * len(random))
    bar = sorted(random, reverse=True)[allowed]
    return sum(score > bar for score in same) / len(same)


def _curve(
    labels: Sequence[bool], scores: Sequence[float], wanted: int
) -> Iterator[tuple[float, float]]:
    """Precision and recall at each threshold, falling; pairs of equal score go together."""
    ranked = sorted(zip(scores, labels, strict=True), reverse=True)
    true = 0
    for at, (score, label) in enumerate(ranked, start=1):
        true += label
        if at == len(ranked) or ranked[at][0] != score:
            yield true / at, true / wanted
