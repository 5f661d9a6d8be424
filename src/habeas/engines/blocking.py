"""Which lines are worth comparing, by the million: those that share a key few others have.

Coarse keys forgive much and count only where few lines have them; finer keys of the same lines
stand beside them, so a big block is taken apart and never dropped. Lines that nothing tells apart,
however many, are compared in small bunches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from habeas.engines.columns import Columns, Ints, Longs
from habeas.resolution.block.keys import ANY, LONGEST, given_letters
from habeas.resolution.names.parts import PersonName
from habeas.resolution.names.skeleton import consonants, masculine

Hashes = NDArray[np.uint32]
_Mixed = NDArray[np.uint64]
Numbers = TypeVar("Numbers", Longs, Ints, Hashes)
_MIX = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
_SHIFTS = (np.uint64(30), np.uint64(27), np.uint64(31))
_BUNCHES = (256, 65_536)


class Readings:
    """For each number of a part, the codes it can be met by; several, where it can be read so."""

    def __init__(self, codes: Callable[[int], frozenset[str]]) -> None:
        self._codes = codes
        self._numbers: dict[str, int] = {}
        self._flat = np.zeros(0, np.int64)
        self._ends = np.zeros(1, np.int64)

    def spread(self, parts: Ints, size: int) -> tuple[Longs, Longs]:
        """Places in `parts`, each as often as it has codes, and the codes, none of them 0."""
        self._read(size)
        flat, ends = self._flat, self._ends
        counts = ends[parts + 1] - ends[parts]
        places = np.repeat(np.arange(len(parts)), counts)
        return places, flat[np.repeat(ends[parts], counts) + within(counts)]

    def _read(self, size: int) -> None:
        """Notes the codes of parts that are new."""
        found = [
            [
                self._numbers.setdefault(one, len(self._numbers) + 1)
                for one in sorted(self._codes(part))
            ]
            for part in range(len(self._ends) - 1, size)
        ]
        if found:
            ends = self._ends[-1] + np.cumsum([len(codes) for codes in found])
            self._ends = np.concatenate([self._ends, ends])
            flat = np.array([code for codes in found for code in codes], np.int64)
            self._flat = np.concatenate([self._flat, flat])


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of key: the attributes it is made of, and the most lines a block of it may have."""

    fields: tuple[str, ...]
    most: int


# Sounds of the surname (c), first letters (l) and names (g) of the given name, father's names (f).
KINDS = (
    Kind(("c",), 12),
    Kind(("c", "l"), 20),
    Kind(("c", "g"), 50),
    Kind(("c", "g", "f"), 150),
    Kind(("c", "l", "year"), 40),
    Kind(("c", "g", "year"), 200),
    Kind(("c", "l", "place"), 40),
    Kind(("c", "g", "place"), 200),
    Kind(("c", "g", "f", "year"), 400),
    Kind(("g", "f", "year"), 8),
    Kind(("g", "birth"), 12),
    Kind(("c", "birth"), 400),
)
_FINEST = 50


class Blocks:
    """Keys of all lines, sorted for finding; grows by batches."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._surnames = Readings(self._of_surname)
        self._letters = Readings(self._of_letter)
        self._names = Readings(self._of_given)
        self._fathers = Readings(self._of_father)

    def keys(self, lines: Ints) -> Iterator[tuple[int, Ints, Hashes]]:
        """For each kind of key the most lines of a block, the lines that have one, and hashes."""
        lines = lines[self._columns.column("readable")[lines] > 0]
        for number, kind in enumerate(KINDS):
            owners, hashes = self._made_of(lines, kind.fields, number)
            yield kind.most, owners, _short(hashes)
        yield from self._finest(lines)

    def _made_of(self, lines: Ints, fields: tuple[str, ...], number: int) -> tuple[Ints, _Mixed]:
        owners = lines
        hashes = np.full(len(lines), number + 1, np.uint64)
        for field in fields:
            places, codes = self._codes(field, owners)
            owners, hashes = owners[places], _mixed(hashes[places], codes)
        return owners, hashes

    def _codes(self, field: str, lines: Ints) -> tuple[Longs, Longs]:
        read = self._columns.column
        if field == "c":
            return self._surnames.spread(read("surname")[lines], len(self._columns.surnames.names))
        if field == "l":
            return self._letters.spread(read("given")[lines], len(self._columns.givens.names))
        if field == "g":
            return self._names.spread(read("given")[lines], len(self._columns.givens.names))
        if field == "f":
            return self._fathers.spread(read("father")[lines], len(self._columns.fathers.names))
        if field == "birth":
            days = (read("year")[lines] * 13 + read("month")[lines]) * 32 + read("day")[lines]
            given = read("day")[lines] > 0
        else:
            days = read(field)[lines]
            given = days > 0
        return np.flatnonzero(given), days[given].astype(np.int64)

    def _finest(self, lines: Ints) -> Iterator[tuple[int, Ints, Hashes]]:
        """Keys of all that a line says; then of bunches of lines that say the same."""
        whole = np.full(len(lines), len(KINDS) + 1, np.uint64)
        for field in ("surname", "given", "father", "year", "month", "day", "place", "charge"):
            whole = _mixed(whole, self._columns.column(field)[lines].astype(np.int64) + 1)
        chance = _mixed(np.zeros(len(lines), np.uint64), self._columns.chances(lines))
        yield _FINEST, lines, _short(whole)
        for bunches in _BUNCHES:
            bunch = (chance % np.uint64(bunches)).astype(np.int64) + 1
            yield _FINEST, lines, _short(_mixed(whole + np.uint64(bunches), bunch))

    def _of_surname(self, part: int) -> frozenset[str]:
        words = self._columns.surnames.names[part].surname
        return frozenset(
            consonants(masculine(sound))[:LONGEST] for word in words for sound in word.sounds
        )

    def _of_letter(self, part: int) -> frozenset[str]:
        return given_letters(self._columns.givens.names[part]) - {ANY}

    def _of_given(self, part: int) -> frozenset[str]:
        words = self._columns.givens.names[part].given
        known = {str(name) for word in words for name in word.names}
        return frozenset(known) or frozenset(
            consonants(sound) for word in words[:1] for sound in word.sounds
        )

    def _of_father(self, part: int) -> frozenset[str]:
        found: PersonName = self._columns.fathers.names[part]
        known = {str(name) for word in found.patronymic for name in word.father}
        return frozenset(known) or frozenset(
            consonants(stem) for word in found.patronymic for stem in word.stems
        )


def pairs_of(owners: Ints, hashes: Hashes, most: int) -> Longs:
    """All pairs of lines within blocks of at most `most` lines, packed, each once, in order."""
    order = np.argsort(hashes, kind="stable")
    return distinct(pairs_in_blocks(owners[order], hashes[order], most))


def pairs_in_blocks(owners: Ints, hashes: Hashes, most: int) -> Longs:
    """The same of hashes that are in order, but as they come, and some more than once."""
    starts = np.flatnonzero(np.r_[True, hashes[1:] != hashes[:-1]]) if len(hashes) else owners
    sizes = np.diff(np.r_[starts, len(hashes)])
    few = (sizes > 1) & (sizes <= most)
    starts, sizes = starts[few], sizes[few]
    place = np.repeat(starts, sizes) + within(sizes)
    counts = np.repeat(starts + sizes, sizes) - place - 1
    ones = np.repeat(place, counts)
    others = ones + 1 + within(counts)
    return _packed(owners[ones], owners[others])


def packed(ones: Ints, others: Ints) -> Longs:
    """Pairs as single numbers, each once, in order; a line with itself is no pair.

    The smaller line stands in the high bits.
    """
    return distinct(_packed(ones, others))


def _packed(ones: Ints, others: Ints) -> Longs:
    low, high = np.minimum(ones, others).astype(np.int64), np.maximum(ones, others)
    return np.asarray(((low << 32) | high)[low != high])


def distinct(pairs: Numbers) -> Numbers:
    """Each number once, in order."""
    return _distinct(np.sort(pairs))


def together(pairs: Iterable[Longs]) -> Longs:
    """All these numbers, each once, in order."""
    every = np.concatenate([np.zeros(0, np.int64), *pairs])
    every.sort()  # in place: at its largest this is half of what is held in memory
    return _distinct(every)


def _distinct(ranked: Numbers) -> Numbers:
    # Not np.unique: on packed pairs its hashing takes twenty times as long as sorting.
    if not len(ranked):
        return ranked
    kept = np.ones(len(ranked), np.bool_)
    np.not_equal(ranked[1:], ranked[:-1], out=kept[1:])
    return np.asarray(ranked[kept])


def unpacked(pairs: Longs) -> tuple[Ints, Ints]:
    """The two lines of each pair."""
    return (pairs >> 32).astype(np.int32), (pairs & 0xFFFFFFFF).astype(np.int32)


def within(counts: Longs) -> Longs:
    """0, 1, ... up to each count, one after the other."""
    before = np.repeat(np.cumsum(counts) - counts, counts)
    return np.arange(len(before)) - before


def _mixed(hashes: _Mixed, codes: Longs) -> _Mixed:
    found = (hashes * _MIX[0]) ^ codes.astype(np.uint64)
    found = (found ^ (found >> _SHIFTS[0])) * _MIX[1]
    found = (found ^ (found >> _SHIFTS[1])) * _MIX[2]
    return np.asarray(found ^ (found >> _SHIFTS[2]))


def _short(hashes: _Mixed) -> Hashes:
    """Half of each hash: two keys that come to share one are compared for nothing, no more."""
    return (hashes >> np.uint64(32)).astype(np.uint32)
