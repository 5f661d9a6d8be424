"""Groups of lines compared as one line each: what one line lacks, another of its person may say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from habeas.engines.blocking import packed, together, unpacked, within
from habeas.engines.columns import Ints, Longs, Table
from habeas.engines.components import joined, rejoined
from habeas.engines.composing import Composer
from habeas.engines.edges import Edges, is_in
from habeas.engines.levels import CHUNK
from habeas.engines.weighing import Floats, kept_apart, plain

Judge = Callable[[Ints, Ints, Table], Floats]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The group of each line as it was and as it is.

    Of lines of changed groups with any others: the pairs there were, those there are, and the
    verdicts on these.
    """

    old: Ints
    group: Ints
    were: Longs
    pairs: Longs
    verdicts: Floats


class Gathering:
    """Pairs of groups, each called by its smallest line, and groups that such pairs join.

    `judge` gives the verdicts on rows of a table. Two groups are kept apart by any two of their
    lines that are.
    """

    def __init__(self, composer: Composer, judge: Judge, *, sure: float) -> None:
        self._composer, self._judge, self._sure = composer, judge, sure
        self.edges = Edges()
        self.joined = joined(0, np.zeros(0, np.int64), np.zeros(0), sure=sure, ids=())

    def all(self, group: Ints, pairs: Longs, found: Floats, ids: Sequence[str]) -> None:
        """Compares all groups that have lines which were compared."""
        apart = _between(group, pairs[found < 0.0])
        between = together(_between(group, pairs[part]) for part in _parts(pairs))
        self.edges.set_all(between, self._verdicts(group, between, apart))
        self.joined = joined(len(ids), *self.edges.all(), sure=self._sure, ids=ids)

    def anew(self, change: Change, ids: Sequence[str]) -> None:
        """Compares groups that lines came to or left."""
        group = change.group
        apart = _between(group, change.pairs[change.verdicts < 0.0])
        gone = _between(change.old, change.were)
        self.edges.remove(gone)
        fresh = self.edges.lacks(_between(group, change.pairs))
        self.edges.add(fresh, self._verdicts(group, fresh, apart))
        touched = together([gone, fresh])
        self.joined = rejoined(self.joined, self.edges, touched, sure=self._sure, ids=ids)

    def _verdicts(self, group: Ints, pairs: Longs, apart: Longs) -> Floats:
        row = np.zeros(len(group), np.int32)
        for part in _parts(pairs):
            ones, others = unpacked(pairs[part])
            row[ones] = row[others] = 1
        labels = np.flatnonzero(row).astype(np.int32)
        row[labels] = np.arange(len(labels), dtype=np.int32)
        table = self._composer.table(group, labels)
        verdicts = np.zeros(len(pairs))
        for part in _parts(pairs):
            ones, others = unpacked(pairs[part])
            found = self._judge(row[ones], row[others], table)
            verdicts[part] = np.where(is_in(apart, pairs[part]), kept_apart(found), found)
        return verdicts


def _between(group: Ints, pairs: Longs) -> Longs:
    """The pairs of groups that pairs of lines stand between."""
    left, right = unpacked(pairs)
    return packed(group[left], group[right])


def _parts(pairs: Longs) -> Iterator[slice]:
    return (slice(start, start + CHUNK) for start in range(0, len(pairs), CHUNK))


def believed(
    edges: Edges, group: Ints, gathering: Gathering, *, sure: float, worth: float
) -> tuple[Longs, Floats]:
    """Pairs of lines, in order, as probable as their groups are of one person.

    All pairs that were compared, all within a group, and all of two groups that are probable from
    `worth` on. Two lines that one group joined are sure, or as probable as they are by themselves.
    """
    pairs, found = edges.all()
    between, of_groups = gathering.edges.all()
    of_groups = plain(of_groups)
    members = _Members(group)
    likely = unpacked(between[of_groups >= worth])
    every = together([pairs, members.within(), members.across(*likely)])
    ones, others = (group[lines] for lines in unpacked(every))
    chances = np.zeros(len(every))
    chances[np.searchsorted(every, pairs)] = plain(found)
    low, high = np.minimum(ones, others).astype(np.int64), np.maximum(ones, others)
    are_one = ones == others
    at = np.searchsorted(between, ((low << 32) | high)[~are_one])
    chances[~are_one] = of_groups[at]
    chances[are_one] = np.maximum(chances[are_one], sure)
    return every, chances


class _Members:
    """The lines of each group."""

    def __init__(self, group: Ints) -> None:
        self._lines = np.argsort(group, kind="stable").astype(np.int32)
        self._sizes = np.bincount(group, minlength=len(group))
        self._starts = np.cumsum(self._sizes) - self._sizes
        self._group = group

    def within(self) -> Longs:
        """All pairs of lines of one group."""
        sizes = self._sizes[self._group[self._lines]]
        place = np.arange(len(self._lines))
        counts = self._starts[self._group[self._lines]] + sizes - place - 1
        ones = np.repeat(place, counts)
        return packed(self._lines[ones], self._lines[ones + 1 + within(counts)])

    def across(self, left: Ints, right: Ints) -> Longs:
        """All pairs of a line of one group and a line of the other, for each two groups."""
        wide = self._sizes[right]
        counts = self._sizes[left] * wide
        at, number = np.repeat(np.arange(len(left)), counts), within(counts)
        ones = self._starts[left][at] + number // wide[at]
        others = self._starts[right][at] + number % wide[at]
        return packed(self._lines[ones], self._lines[others])
