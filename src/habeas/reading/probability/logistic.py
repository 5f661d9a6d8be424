"""Logistic regression on signs that are there or not, small enough to be read in full.

A few hundred claims with a dozen signs each need no library of their own; the penalty pulls every
weight towards nothing, so that a sign seen twice decides little.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_PENALTY = 1.0  # variance of a weight before anything was seen
_ROUNDS = 400
_SMALLEST_STEP = 1e-7
_LARGEST = 30.0  # beyond it the logistic function is 0 or 1 in a double


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds of a claim without signs, and what each sign adds."""

    base: float
    of_signs: Mapping[str, float]

    def probability(self, signs: Iterable[str]) -> float:
        """Chance that a claim with these signs is right; signs never seen add nothing."""
        return logistic(self.base + sum(self.of_signs.get(sign, 0.0) for sign in signs))


def logistic(odds: float) -> float:
    """Log-odds as a probability.

    >>> logistic(0.0)
    0.5
    """
    return 1.0 / (1.0 + math.exp(-max(-_LARGEST, min(_LARGEST, odds))))


def fit(cases: Sequence[tuple[frozenset[str], bool]]) -> Weights:
    """The weights under which what happened is likeliest, every weight penalised but the base.

    One coordinate at a time by Newton's step, until none moves. Raises: ValueError, without cases.
    """
    if not cases:
        raise ValueError(cases)
    bearing: dict[str, list[int]] = defaultdict(list)
    for at, (signs, _) in enumerate(cases):
        for sign in signs:
            bearing[sign].append(at)
    right = [1.0 if is_right else 0.0 for _, is_right in cases]
    odds = [0.0] * len(cases)
    everywhere = list(range(len(cases)))
    base = 0.0
    weights = dict.fromkeys(sorted(bearing), 0.0)
    for _ in range(_ROUNDS):
        step = _step(everywhere, odds, right, weight=base, penalty=1e-6)
        base += step
        largest = abs(step)
        for sign, weight in weights.items():
            step = _step(bearing[sign], odds, right, weight=weight, penalty=_PENALTY)
            weights[sign] = weight + step
            largest = max(largest, abs(step))
        if largest < _SMALLEST_STEP:
            break
    return Weights(base, weights)


def _step(
    at: Sequence[int], odds: list[float], right: Sequence[float], *, weight: float, penalty: float
) -> float:
    slope, curve = -penalty * weight, penalty
    for one in at:
        chance = logistic(odds[one])
        slope += right[one] - chance
        curve += chance * (1.0 - chance)
    step = max(-1.0, min(1.0, slope / curve))
    for one in at:
        odds[one] += step
    return step
