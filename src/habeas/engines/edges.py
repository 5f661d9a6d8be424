"""Compared pairs with their probabilities, found by line; new ones stand beside the old."""

from __future__ import annotations

import numpy as np

from habeas.engines.blocking import unpacked
from habeas.engines.columns import Ints, Longs
from habeas.engines.weighing import Floats

_FEW = 200_000  # pairs put in lately; more of them join the others


class Edges:
    """Packed pairs in order, each with a probability; below zero where it keeps apart."""

    def __init__(self) -> None:
        self._pairs = np.zeros(0, np.int64)
        self._chances = np.zeros(0)
        self._late_pairs, self._late_chances = self._pairs, self._chances
        self._gone = np.zeros(0, np.int64)

    def set_all(self, pairs: Longs, chances: Floats) -> None:
        """Puts these in the place of all."""
        self.__init__()  # type: ignore[misc]  # as new
        self._pairs, self._chances = pairs, chances

    def lacks(self, pairs: Longs) -> Longs:
        """Those of the pairs that are not there."""
        known = is_in(self._pairs, pairs) & ~is_in(self._gone, pairs)
        return pairs[~(known | is_in(self._late_pairs, pairs))]

    def add(self, pairs: Longs, chances: Floats) -> None:
        """Puts in pairs that are not there."""
        self._late_pairs, self._late_chances = _merged(
            self._late_pairs, self._late_chances, pairs, chances
        )
        if len(self._late_pairs) > _FEW:
            pairs, chances = self.all()
            self.set_all(pairs, chances)

    def remove(self, pairs: Longs) -> None:
        """Takes pairs out."""
        self._gone = np.union1d(self._gone, pairs[is_in(self._pairs, pairs)])
        kept = ~is_in(pairs, self._late_pairs)
        self._late_pairs, self._late_chances = self._late_pairs[kept], self._late_chances[kept]

    def all(self) -> tuple[Longs, Floats]:
        """Every pair, in order."""
        if not len(self._late_pairs) and not len(self._gone):
            return self._pairs, self._chances
        kept = ~is_in(self._gone, self._pairs)
        return _merged(self._pairs[kept], self._chances[kept], self._late_pairs, self._late_chances)

    def of(self, pairs: Longs) -> Floats:
        """The probabilities of pairs that are there."""
        if not len(self._late_pairs):
            return np.asarray(self._chances[np.searchsorted(self._pairs, pairs)])
        late = is_in(self._late_pairs, pairs)
        found = np.zeros(len(pairs))
        found[late] = self._late_chances[np.searchsorted(self._late_pairs, pairs[late])]
        found[~late] = self._chances[np.searchsorted(self._pairs, pairs[~late])]
        return found

    def within(self, lines: Ints) -> tuple[Longs, Floats]:
        """Pairs whose lines are both among these (in order, each once)."""
        found = [
            _within(pairs, chances, lines)
            for pairs, chances in (
                (self._pairs, self._chances),
                (self._late_pairs, self._late_chances),
            )
        ]
        (old, old_chances), (late, late_chances) = found
        kept = ~is_in(self._gone, old)
        return _merged(old[kept], old_chances[kept], late, late_chances)


def _within(pairs: Longs, chances: Floats, lines: Ints) -> tuple[Longs, Floats]:
    first = lines.astype(np.int64) << 32
    starts, ends = np.searchsorted(pairs, first), np.searchsorted(pairs, first + (1 << 32))
    counts = ends - starts
    before = np.repeat(np.cumsum(counts) - counts, counts)
    at = np.repeat(starts, counts) + np.arange(len(before)) - before
    both = is_in(lines, unpacked(pairs[at])[1])
    return pairs[at][both], chances[at][both]


def is_in(those: Longs | Ints, asked: Longs | Ints) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which of those asked about are among the others, which are in order."""
    if not len(those):
        return np.zeros(len(asked), np.bool_)
    at = np.minimum(np.searchsorted(those, asked), len(those) - 1)
    return np.asarray(those[at] == asked)


def _merged(
    pairs: Longs, chances: Floats, others: Longs, their_chances: Floats
) -> tuple[Longs, Floats]:
    both = np.concatenate([pairs, others])
    order = np.argsort(both, kind="stable")
    return both[order], np.concatenate([chances, their_chances])[order]
