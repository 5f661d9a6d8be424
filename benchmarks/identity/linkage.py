"""How good links and groups of many lines are, against whom each line is really of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.identity.figures import BINS
from benchmarks.identity.invented import Told

Array = NDArray[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linkage:
    """`kept`: true pairs that were compared at all; `mixed`: groups that hold two persons."""

    average_precision: float
    best_f1: float
    calibration_error: float
    kept: float
    pairs_a_line: float
    precision: float
    recall: float
    mixed: int

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def linkage(person: Array, left: Array, right: Array, *, chance: Array, group: Array) -> Linkage:
    """The figures; B-cubed precision and recall are of the groups."""
    same = person[left] == person[right]
    lines = np.bincount(person)
    wanted = int((lines * (lines - 1) // 2).sum())
    order = np.argsort(-chance, kind="stable")
    true = np.cumsum(same[order])
    precision, recall = true / np.arange(1, len(true) + 1), true / wanted
    b_precision, b_recall, mixed = _b_cubed(person, group)
    return Linkage(
        average_precision=float((precision * same[order]).sum() / wanted),
        best_f1=float((2 * precision * recall / np.maximum(precision + recall, 1e-12)).max()),
        calibration_error=calibration_error(same, chance),
        kept=float(same.sum() / wanted),
        pairs_a_line=len(left) / len(person),
        precision=b_precision,
        recall=b_recall,
        mixed=mixed,
    )


def strata(told: Sequence[Told], left: Array, right: Array) -> dict[str, Array]:
    """Which pairs have births to compare, as days or as years at least, in one script or two."""
    day = len("2000-01-01")
    births = np.array([2 if len(one.born) == day else bool(one.born) for one in told], np.int8)
    is_latin = np.array([any("a" <= letter <= "z" for letter in one.name.lower()) for one in told])
    least, is_one = np.minimum(births[left], births[right]), is_latin[left] == is_latin[right]
    return {
        f"{birth}, {script}": (least == at) & (is_one == (script == "one script"))
        for at, birth in ((2, "days"), (1, "years"), (0, "no births"))
        for script in ("one script", "two scripts")
    }


def calibration_error(same: Array, chance: Array) -> float:
    """Expected calibration error over bins of equal width; 0 without any pair."""
    bins = np.minimum((chance * BINS).astype(int), BINS - 1)
    off = np.bincount(bins, chance, BINS) - np.bincount(bins, same, BINS)
    return float(np.abs(off).sum() / max(1, len(chance)))


def _b_cubed(person: Array, group: Array) -> tuple[float, float, int]:
    both, counts = np.unique(np.stack([group, person]), axis=1, return_counts=True)
    in_group, of_person = np.bincount(group), np.bincount(person)
    squares = counts.astype(float) ** 2
    persons_in_group = np.bincount(both[0])
    return (
        float((squares / in_group[both[0]]).sum() / len(person)),
        float((squares / of_person[both[1]]).sum() / len(person)),
        int((persons_in_group > 1).sum()),
    )
