"""Keys of lines kept sorted, so that a few new lines meet their like without a look at the rest."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from habeas.engines.blocking import Hashes, distinct, pairs_in_blocks, pairs_of, unpacked
from habeas.engines.columns import Ints, Longs

_FEW = 50_000  # keys put in lately; more of them join the others


@dataclass(slots=True)
class _Sorted:
    hashes: Hashes
    owners: Ints

    @classmethod
    def of(cls, owners: Ints, hashes: Hashes) -> _Sorted:
        order = np.argsort(hashes, kind="stable")
        return cls(hashes[order], owners[order])

    def count(self, hashes: Hashes) -> Longs:
        ends = np.searchsorted(self.hashes, hashes, side="right")
        return np.asarray(ends - np.searchsorted(self.hashes, hashes), np.int64)

    def members(self, hashes: Hashes) -> tuple[Ints, Hashes]:
        """Lines under these distinct keys, with the key of each."""
        starts, counts = np.searchsorted(self.hashes, hashes), self.count(hashes)
        before = np.repeat(np.cumsum(counts) - counts, counts)
        at = np.repeat(starts, counts) + np.arange(len(before)) - before
        return self.owners[at], self.hashes[at]


class KeyIndex:
    """The keys of one kind; `most` lines of one key are compared with each other, more are not."""

    def __init__(self, most: int, owners: Ints, hashes: Hashes) -> None:
        self.most = most
        self._old = _Sorted.of(owners, hashes)
        self._late = _Sorted.of(owners[:0], hashes[:0])

    def pairs(self) -> Longs:
        """All pairs of lines that share a key, as they come, and some more than once."""
        return pairs_in_blocks(self._old.owners, self._old.hashes, self.most)

    def count(self, hashes: Hashes) -> Longs:
        """How many lines have each key."""
        return self._old.count(hashes) + self._late.count(hashes)

    def around(self, owners: Ints, hashes: Hashes) -> Longs:
        """All pairs of these lines, by their keys, with any line: with what they are compared."""
        small = distinct(hashes)
        found = pairs_of(*self._members(small[self.count(small) <= self.most]), self.most)
        left, right = unpacked(found)
        return np.asarray(found[np.isin(left, owners) | np.isin(right, owners)])

    def add(self, owners: Ints, hashes: Hashes) -> tuple[Longs, Longs]:
        """Puts new lines in: the pairs they make, and pairs in blocks that are too big now."""
        keys = distinct(hashes)
        ranked = np.sort(hashes)
        counts = np.searchsorted(ranked, keys, side="right") - np.searchsorted(ranked, keys)
        before = self.count(keys)
        is_small = before + counts <= self.most
        small = self._with(keys[is_small], owners, hashes)
        made = pairs_of(*small, self.most)
        is_outgrown = ~is_small & (before <= self.most) & (before > 1)
        outgrown = pairs_of(*self._members(keys[is_outgrown]), self.most)
        made = made[(made & 0xFFFFFFFF) >= owners.min(initial=np.iinfo(np.int32).max)]
        self._put(owners, hashes)
        return made, outgrown

    def _members(self, hashes: Hashes) -> tuple[Ints, Hashes]:
        old, late = self._old.members(hashes), self._late.members(hashes)
        return np.concatenate([old[0], late[0]]), np.concatenate([old[1], late[1]])

    def _with(self, keys: Hashes, owners: Ints, hashes: Hashes) -> tuple[Ints, Hashes]:
        known, theirs = self._members(keys)
        new = np.isin(hashes, keys)
        return np.concatenate([known, owners[new]]), np.concatenate([theirs, hashes[new]])

    def _put(self, owners: Ints, hashes: Hashes) -> None:
        late = (
            np.concatenate([self._late.owners, owners]),
            np.concatenate([self._late.hashes, hashes]),
        )
        self._late = _Sorted.of(*late)
        if len(self._late.hashes) > _FEW:
            old = np.concatenate([self._old.owners, self._late.owners])
            self._old = _Sorted.of(old, np.concatenate([self._old.hashes, self._late.hashes]))
            self._late = _Sorted.of(owners[:0], hashes[:0])
