"""Bulk work on this machine, in columns of numbers: who is one person among a million lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from habeas.engines.blocking import Blocks, distinct, packed, pairs_of, together, unpacked
from habeas.engines.columns import Columns, Ints, Longs, Table
from habeas.engines.components import Joined, joined, rejoined
from habeas.engines.composing import Composer
from habeas.engines.edges import Edges, is_in
from habeas.engines.gathering import Change, Gathering, believed
from habeas.engines.index import KeyIndex
from habeas.engines.levels import CHUNK, Comparer
from habeas.engines.weighing import Floats, fitted, plain, verdicts, with_counted_randoms
from habeas.model.listed import Grouped, Linked, Listed
from habeas.reference.matching import SignWeights, packaged
from habeas.resolution.score.evidence import Population

# From here a pair joins two lines in one group: a group is mixed by any one of its pairs, so this
# is more than what is asked of a group.
SURE = 0.97
WORTH = 0.05  # from here lines that were not compared are believed what their groups are
_SAMPLED = 500_000  # pairs that weights are learned from
_RANDOM = 100_000  # random pairs that the shares among two persons are counted on
_SEED = 20
_MANY = 6_000_000  # pairs that wait to be put among the others


class LocalEngine:
    """Links lines in memory, on one processor.

    `weights` and `among` are what signs weigh and how common names are; without `among` names are
    counted when first asked, and `fit` learns both.
    """

    name = "local"
    version = "1"

    def __init__(self, weights: SignWeights | None = None, among: Population | None = None) -> None:
        self.weights = weights or packaged()
        self.among = among
        self._columns = Columns()
        self._blocks = Blocks(self._columns)
        self._indexes: list[KeyIndex] = []
        self._found: Longs | None = None  # pairs that wait for being linked
        self._edges = Edges()
        self._comparer: Comparer | None = None
        self._joined: Joined | None = None
        self._gathering: Gathering | None = None

    def __len__(self) -> int:
        return len(self._columns)

    def add(self, lines: Iterable[Listed]) -> None:
        new = self._columns.add(lines)
        self._found = None
        if self._joined is not None and len(new):
            self._link_new(new, self._joined)

    def fit(self) -> None:
        among = self._columns.population()
        self._comparer = Comparer(self._columns, among)
        drawn = np.random.default_rng(_SEED)
        ones, others = drawn.integers(0, max(1, len(self)), (2, _RANDOM), dtype=np.int32)
        apart = packed(ones, others)
        levels = self._comparer.levels(*unpacked(apart))
        weights = with_counted_randoms(self.weights, levels)
        pairs = self._found = self._candidates()
        share = min(1.0, _SAMPLED / max(1, len(pairs)))
        sample = pairs[drawn.random(len(pairs)) < share] if share < 1.0 else pairs
        levels = self._comparer.levels(*unpacked(sample))
        self.weights, self.among = fitted(weights, among, levels, sampled=share)
        self._joined = self._gathering = None

    def link(self) -> None:
        pairs = self._candidates() if self._found is None else self._found
        self._found = None
        self._edges.set_all(pairs, self._verdicts(pairs))
        pairs, found = self._edges.all()
        self._joined = joined(len(self), pairs, found, sure=SURE, ids=self._columns.ids)
        self._gathering = Gathering(
            Composer(self._columns, self._population()), self._judged, sure=SURE
        )
        self._gathering.all(self._joined.group, pairs, found, self._columns.ids)

    def links(self, least: float) -> Iterator[Linked]:
        pairs, found = self._edges.all()
        chances = plain(found)
        kept = chances >= least
        yield from self._linked(pairs[kept], chances[kept])

    def beliefs(self, least: float) -> Iterator[Linked]:
        if self._joined is not None and self._gathering is not None:
            pairs, chances = believed(
                self._edges, self._joined.group, self._gathering, sure=SURE, worth=WORTH
            )
            kept = chances >= least
            yield from self._linked(pairs[kept], chances[kept])

    def groups(self) -> Grouped:
        if self._joined is None or self._gathering is None:
            return Grouped((), ())
        ids, group = self._columns.ids, self._gathering.joined.group[self._joined.group]
        order = np.argsort(group, kind="stable")
        starts = np.flatnonzero(np.r_[True, np.diff(group[order]) != 0])
        found = [
            tuple(sorted(ids[line] for line in lines.tolist()))
            for lines in np.split(order, starts[1:])
            if len(lines) > 1
        ]
        disputed = [
            *self._linked(self._joined.disputed, plain(self._edges.of(self._joined.disputed))),
            *self._linked(
                self._gathering.joined.disputed,
                plain(self._gathering.edges.of(self._gathering.joined.disputed)),
            ),
        ]
        return Grouped(
            tuple(sorted(found)), tuple(sorted(disputed, key=lambda link: (link.left, link.right)))
        )

    def _linked(self, pairs: Longs, chances: Floats) -> Iterator[Linked]:
        ids = self._columns.ids
        left, right = unpacked(pairs)
        for one, other, chance in zip(left.tolist(), right.tolist(), chances.tolist(), strict=True):
            first, second = sorted((ids[one], ids[other]))
            yield Linked(first, second, chance)

    def _candidates(self) -> Longs:
        """All pairs of lines that share a key; the keys are kept for lines to come."""
        if not self._indexes:
            lines = np.arange(len(self), dtype=np.int32)
            self._indexes = [
                KeyIndex(most, owners, hashes) for most, owners, hashes in self._blocks.keys(lines)
            ]
        waiting: list[Longs] = []
        for index in self._indexes:
            waiting.append(index.pairs())
            if sum(map(len, waiting[1:])) > _MANY:  # all at once are several times as many
                waiting = [together(waiting)]
        return together(waiting)

    def _compared(self) -> Comparer:
        if self.among is None:
            self.among = self._columns.population()
        if self._comparer is None:
            self._comparer = Comparer(self._columns, self.among)
        return self._comparer

    def _verdicts(self, pairs: Longs) -> Floats:
        found = np.zeros(len(pairs))
        for start in range(0, len(pairs), CHUNK):
            part = slice(start, start + CHUNK)
            found[part] = self._judged(*unpacked(pairs[part]))
        return found

    def _judged(self, left: Ints, right: Ints, table: Table | None = None) -> Floats:
        levels = self._compared().levels(left, right, table)
        return verdicts(levels, self.weights, self._population())

    def _population(self) -> Population:
        self._compared()
        return self.among or self._columns.population()

    def _link_new(self, new: Ints, before: Joined) -> None:
        found = [
            index.add(owners, hashes)
            for index, (_, owners, hashes) in zip(
                self._indexes, self._blocks.keys(new), strict=True
            )
        ]
        made = together((pairs for pairs, _ in found))
        outgrown = together((pairs for _, pairs in found))
        gone = outgrown[~is_in(self._supported(outgrown), outgrown)]
        made = self._edges.lacks(made)
        self._edges.remove(gone)
        self._edges.add(made, self._verdicts(made))
        touched = together([made, gone])
        self._joined = rejoined(before, self._edges, touched, sure=SURE, ids=self._columns.ids)
        self._gather_anew(before.group, self._joined.group, gone=gone, made=made)

    def _gather_anew(self, old: Ints, group: Ints, *, gone: Longs, made: Longs) -> None:
        """Compares groups anew that are not what they were, or of which a pair came or went."""
        if self._gathering is None:
            return
        old = np.concatenate([old, np.arange(len(old), len(group), dtype=np.int32)])
        ends = np.concatenate([*unpacked(gone), *unpacked(made), np.flatnonzero(group != old)])
        is_touched = np.zeros(len(group), np.bool_)
        is_touched[old[ends]] = is_touched[group[ends]] = True
        lines = np.flatnonzero(is_touched[group] | is_touched[old]).astype(np.int32)
        around = self._around(lines)
        self._gathering.anew(
            Change(
                old=old,
                group=group,
                were=together([around[~is_in(made, around)], gone]),
                pairs=around,
                verdicts=self._edges.of(around),
            ),
            self._columns.ids,
        )

    def _around(self, lines: Ints) -> Longs:
        """All pairs there are of some lines with any others."""
        found = (
            index.around(owners, hashes)
            for index, (_, owners, hashes) in zip(
                self._indexes, self._blocks.keys(lines), strict=True
            )
        )
        return together(found)

    def _supported(self, pairs: Longs) -> Longs:
        """Those of the pairs that still share a key few others have."""
        if not len(pairs):
            return pairs
        lines = distinct(np.concatenate(unpacked(pairs)))
        found = []
        for index, (most, owners, hashes) in zip(
            self._indexes, self._blocks.keys(lines), strict=True
        ):
            small = index.count(hashes) <= most
            found.append(pairs_of(owners[small], hashes[small], most))
        return pairs[is_in(together(found), pairs)]
