"""Bulk work on this machine, in columns of numbers: who is one person among a million lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from habeas.engines.blocking import Blocks, distinct, packed, pairs_of, unpacked
from habeas.engines.columns import Columns, Ints, Longs
from habeas.engines.components import Joined, joined
from habeas.engines.edges import Edges
from habeas.engines.index import KeyIndex
from habeas.engines.levels import Comparer, Levels
from habeas.engines.weighing import (
    Floats,
    fitted,
    probabilities,
    speaks_against,
    with_counted_randoms,
)
from habeas.model.listed import Grouped, Linked, Listed
from habeas.reference.matching import SignWeights, packaged
from habeas.resolution.score.evidence import Population

SURE = 0.9  # from here a pair joins two lines in one group
OPEN = 0.5  # below it a pair with evidence against keeps two lines apart
_CHUNK = 500_000  # pairs compared at a time: bounds what is held in memory
_SAMPLED = 500_000  # pairs that weights are learned from
_RANDOM = 100_000  # random pairs that the shares among two persons are counted on
_SEED = 20


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
        self._edges = Edges()
        self._comparer: Comparer | None = None
        self._joined: Joined | None = None

    def __len__(self) -> int:
        return len(self._columns)

    def add(self, lines: Iterable[Listed]) -> None:
        new = self._columns.add(lines)
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
        pairs = self._candidates()
        share = min(1.0, _SAMPLED / max(1, len(pairs)))
        sample = pairs[drawn.random(len(pairs)) < share] if share < 1.0 else pairs
        levels = self._levels(sample)
        self.weights, self.among = fitted(weights, among, levels, sampled=share)
        self._joined = None

    def link(self) -> None:
        pairs = self._candidates()
        self._edges.set_all(pairs, self._chances(pairs))
        self._joined = self._join(len(self), *self._edges.all())

    def links(self, least: float) -> Iterator[Linked]:
        pairs, chances = self._edges.all()
        ids = self._columns.ids
        chances = np.abs(chances)
        kept = chances >= least
        left, right = unpacked(pairs[kept])
        for one, other, chance in zip(
            left.tolist(), right.tolist(), chances[kept].tolist(), strict=True
        ):
            yield _linked(ids[one], ids[other], chance)

    def groups(self) -> Grouped:
        if self._joined is None:
            return Grouped((), ())
        ids, group = self._columns.ids, self._joined.group
        order = np.argsort(group, kind="stable")
        starts = np.flatnonzero(np.r_[True, np.diff(group[order]) != 0])
        found = [
            tuple(sorted(ids[line] for line in lines.tolist()))
            for lines in np.split(order, starts[1:])
            if len(lines) > 1
        ]
        return Grouped(tuple(sorted(found)), tuple(self._disputed(self._joined.disputed)))

    def _disputed(self, pairs: Longs) -> Iterator[Linked]:
        ids = self._columns.ids
        left, right = unpacked(pairs)
        chances = self._chances(pairs)
        links = (
            _linked(ids[one], ids[other], chance)
            for one, other, chance in zip(
                left.tolist(), right.tolist(), chances.tolist(), strict=True
            )
        )
        yield from sorted(links, key=lambda link: (link.left, link.right))

    def _candidates(self) -> Longs:
        """All pairs of lines that share a key; the keys are kept for lines to come."""
        if not self._indexes:
            lines = np.arange(len(self), dtype=np.int32)
            self._indexes = [
                KeyIndex(most, owners, hashes) for most, owners, hashes in self._blocks.keys(lines)
            ]
        return distinct(_together(index.pairs() for index in self._indexes))

    def _levels(self, pairs: Longs) -> Levels:
        return self._compared().levels(*unpacked(pairs))

    def _compared(self) -> Comparer:
        if self.among is None:
            self.among = self._columns.population()
        if self._comparer is None:
            self._comparer = Comparer(self._columns, self.among)
        return self._comparer

    def _chances(self, pairs: Longs) -> Floats:
        """Probabilities; below zero, with the same size, of pairs that keep two lines apart."""
        found = [np.zeros(0)]
        for start in range(0, len(pairs), _CHUNK):
            levels = self._levels(pairs[start : start + _CHUNK])
            chances = probabilities(levels, self.weights, self._population())
            keeps_apart = speaks_against(levels) & (chances < OPEN)
            found.append(np.where(keeps_apart, -chances, chances))
        return np.concatenate(found)

    def _population(self) -> Population:
        self._compared()
        return self.among or replace(self._columns.population())

    def _join(self, size: int, pairs: Longs, chances: Floats) -> Joined:
        return joined(size, pairs, chances, sure=SURE, ids=self._columns.ids)

    def _link_new(self, new: Ints, before: Joined) -> None:
        found = [
            index.add(owners, hashes)
            for index, (_, owners, hashes) in zip(
                self._indexes, self._blocks.keys(new), strict=True
            )
        ]
        made = distinct(_together(pairs for pairs, _ in found))
        outgrown = distinct(_together(pairs for _, pairs in found))
        gone = np.setdiff1d(outgrown, self._supported(outgrown))
        made = self._edges.lacks(made)
        self._edges.remove(gone)
        self._edges.add(made, self._chances(made))
        self._joined = self._rejoined(new, np.concatenate([made, gone]), before)

    def _supported(self, pairs: Longs) -> Longs:
        """Those of the pairs that still share a key few others have."""
        if not len(pairs):
            return pairs
        lines = np.unique(np.concatenate(unpacked(pairs)))
        found = []
        for index, (most, owners, hashes) in zip(
            self._indexes, self._blocks.keys(lines), strict=True
        ):
            small = index.count(hashes) <= most
            found.append(pairs_of(owners[small], hashes[small], most))
        return np.intersect1d(_together(found), pairs)

    def _rejoined(self, new: Ints, touched: Longs, before: Joined) -> Joined:
        """Groups found anew for all that hangs together with lines of touched pairs."""
        hanging = np.concatenate([before.hanging, new])
        group = np.concatenate([before.group, new])
        roots = np.unique(hanging[np.concatenate(unpacked(touched))])
        is_among = np.zeros(len(hanging), np.bool_)
        is_among[roots] = True
        lines = np.flatnonzero(is_among[hanging]).astype(np.int32)
        pairs, chances = self._edges.within(lines)
        left, right = unpacked(pairs)
        small = packed_in_order(np.searchsorted(lines, left), np.searchsorted(lines, right))
        ids = [self._columns.ids[line] for line in lines.tolist()]
        found = joined(len(lines), small, chances, sure=SURE, ids=ids)
        hanging[lines], group[lines] = lines[found.hanging], lines[found.group]
        ones, others = unpacked(found.disputed)
        here = packed_in_order(lines[ones], lines[others])
        kept = ~np.isin(unpacked(before.disputed)[0], lines)
        return Joined(hanging, group, np.union1d(before.disputed[kept], here))


def _together(pairs: Iterable[Longs]) -> Longs:
    return np.concatenate([np.zeros(0, np.int64), *pairs])


def _linked(one: str, other: str, chance: float) -> Linked:
    left, right = sorted((one, other))
    return Linked(left, right, chance)


def packed_in_order(left: Longs | Ints, right: Longs | Ints) -> Longs:
    """Pairs as single numbers, in the order they have."""
    return np.asarray((left.astype(np.int64) << 32) | right)
