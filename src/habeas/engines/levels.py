"""The signs of many pairs at once: what `resolution.compare` says of each, as numbers.

Parts of names are compared by the very functions that compare two records, each two parts once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from habeas.engines.blocking import distinct
from habeas.engines.columns import TEXTS, Columns, Ints, Longs, Table
from habeas.engines.facts import births, same_text, sexes, taken
from habeas.engines.signs import CODE, FIELDS, SIGNS, Codes
from habeas.resolution.compare.likeness import Likeness
from habeas.resolution.compare.names import (
    Given,
    Patronymic,
    given_level,
    is_same_word,
    is_swapped,
    patronymic_level,
    surname_level,
)
from habeas.resolution.names.parts import PersonName
from habeas.resolution.score.evidence import (
    Population,
    father_count,
    given_count,
    surname_count,
)

CHUNK = 250_000  # pairs to compare at a time: bounds what is held in memory
_FAR = 1 << 30  # put on numbers of given names that are looked up beside surnames
_ABROAD = 32  # bits of a number, beside which another is put to make one of two
_WEAK = np.isin(
    np.arange(len(SIGNS)),
    [CODE[f"surname:{one}"] for one in ("unlike", "somewhat", "similar", "near")],
)


@dataclass(frozen=True, slots=True)
class Levels:
    """Codes of signs, a row for each field and a column for each pair.

    `surname_count`, `given_count`, `father_count`: how many lines have the name that both have; -1
    where that is not known. `is_read`: pairs without it cannot be compared.
    """

    codes: Codes
    surname_count: Ints
    given_count: Ints
    father_count: Ints
    is_read: NDArray[np.bool_]


class Memory:
    """Two parts compared once: a code and a count, kept by the numbers of the parts."""

    def __init__(self, judge: Callable[[int, int], tuple[int, int]]) -> None:
        self._judge = judge
        self._pairs = np.zeros(0, np.int64)
        self._found = np.zeros((2, 0), np.int32)

    def look(self, ones: Ints, others: Ints) -> tuple[Ints, Ints]:
        """Code and count for each two parts; the smaller number is asked about first."""
        low, high = np.minimum(ones, others).astype(np.int64), np.maximum(ones, others)
        asked = (low << _ABROAD) | high
        at = np.searchsorted(self._pairs, asked)
        unknown = asked[~_stands_at(self._pairs, at, asked)]
        if unknown.size:
            new = distinct(unknown)
            self._learn(new)
            at += np.searchsorted(new, asked)
        return self._found[0, at], self._found[1, at]

    def _learn(self, pairs: Longs) -> None:
        """Judges pairs nobody asked about before, and puts them among the others in order."""
        found = [self._judge(pair >> _ABROAD, pair & 0xFFFFFFFF) for pair in pairs.tolist()]
        at = np.searchsorted(self._pairs, pairs)
        self._pairs = np.insert(self._pairs, at, pairs)
        self._found = np.insert(self._found, at, np.array(found, np.int32).T, axis=1)


def _stands_at(those: Longs, at: Longs, asked: Longs) -> NDArray[np.bool_]:
    """Whether what is asked about stands at its place among those, which are in order."""
    if not len(those):
        return np.zeros(len(asked), np.bool_)
    return np.asarray(those[np.minimum(at, len(those) - 1)] == asked)


class _Sounding:
    """Which surnames sound as a given name does: none other can have changed places with one."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._given: set[str] = set()
        self._surnames: dict[str, list[int]] = {}
        self._givens_heard = 0
        self._answers: list[bool] = []

    def as_given(self) -> NDArray[np.bool_]:
        """The answer for each surname there is by now."""
        for name in self._columns.givens.names[self._givens_heard :]:
            for sound in {sound for word in name.given for sound in word.sounds} - self._given:
                self._given.add(sound)
                for part in self._surnames.get(sound, ()):
                    self._answers[part] = True
        self._givens_heard = len(self._columns.givens.names)
        for part in range(len(self._answers), len(self._columns.surnames.names)):
            words = self._columns.surnames.names[part].surname
            sounds = {sound for word in words for sound in word.sounds}
            for sound in sounds:
                self._surnames.setdefault(sound, []).append(part)
            is_given = any(word.names for word in words) or not sounds.isdisjoint(self._given)
            self._answers.append(is_given)
        return np.array(self._answers, np.bool_)


class Comparer:
    """Compares lines by their numbers; counts of names are those of `among`."""

    def __init__(self, columns: Columns, among: Population) -> None:
        self._columns = columns
        self._among = among
        self._surnames = Memory(self._surname)
        self._givens = Memory(self._given)
        self._fathers = Memory(self._father)
        self._crossings = Memory(self._crosses)
        self._sounding = _Sounding(columns)

    def levels(self, left: Ints, right: Ints, table: Table | None = None) -> Levels:
        """What is seen of each pair of lines, of those of another table of the same parts."""
        table = table or self._columns
        codes = np.zeros((len(FIELDS), len(left)), np.uint8)
        codes[0], surname_count = _look(table.column("surname"), self._surnames, left, right)
        codes[1], given_count = _look(table.column("given"), self._givens, left, right)
        codes[2], father_count = _look(table.column("father"), self._fathers, left, right)
        self._turn_swapped(codes, left, right, table)
        codes[3] = sexes(table, left, right)
        codes[4] = births(table, left, right)
        codes[5] = taken(table, left, right)
        for at, field in enumerate(TEXTS, start=6):
            codes[at] = same_text(table, field, left=left, right=right)
        readable = table.column("readable")
        is_read = (readable[left] > 0) & (readable[right] > 0)
        return Levels(codes, surname_count, given_count, father_count, is_read)

    def _surname(self, one: int, other: int) -> tuple[int, int]:
        ours, theirs = self._columns.surnames.names[one], self._columns.surnames.names[other]
        level = surname_level(ours, theirs)
        name = "missing" if level is None else level.name.lower().replace("_", "-")
        count = surname_count(ours, theirs, self._among) if level is Likeness.SAME else None
        return CODE[f"surname:{name}"], -1 if count is None else count

    def _given(self, one: int, other: int) -> tuple[int, int]:
        ours, theirs = self._columns.givens.names[one], self._columns.givens.names[other]
        level = given_level(ours, theirs)
        count = given_count(ours, theirs, self._among) if level is Given.SAME_NAME else None
        return CODE[f"given:{level.value}"], -1 if count is None else count

    def _father(self, one: int, other: int) -> tuple[int, int]:
        ours, theirs = self._columns.fathers.names[one], self._columns.fathers.names[other]
        level = patronymic_level(ours, theirs)
        count = father_count(ours, theirs, self._among) if level is Patronymic.SAME else None
        return CODE[f"patronymic:{level.value}"], -1 if count is None else count

    def _turn_swapped(self, codes: Codes, left: Ints, right: Ints, table: Table) -> None:
        """Pairs whose surname and given name agree crosswise get that sign in place of both."""
        surname, given = table.column("surname"), table.column("given")
        can_be = self._sounding.as_given()
        asked = np.flatnonzero(_WEAK[codes[0]] & can_be[surname[left]] & can_be[surname[right]])
        whose = surname, given
        keys = np.stack([column[side[asked]] for side in (left, right) for column in whose])
        if not asked.size:
            return
        crosswise = [
            self._crossings.look(keys[surname], keys[given] + _FAR)[0] > 0
            for surname, given in ((0, 3), (2, 1))
        ]
        both = crosswise[0] & crosswise[1]
        asked, keys = asked[both], keys[:, both]
        four, back = np.unique(keys, axis=1, return_inverse=True)
        swapped = np.array([self._is_swapped(*one) for one in four.T.tolist()], np.bool_)
        at = asked[swapped[back.ravel()]]
        codes[0, at], codes[1, at] = CODE["name:swapped"], 0

    def _crosses(self, surname: int, given: int) -> tuple[int, int]:
        """Whether a surname can be what is the given name elsewhere."""
        words = self._columns.surnames.names[surname].surname
        others = self._columns.givens.names[given - _FAR].given
        return any(is_same_word(one, other) for one in words for other in others), -1

    def _is_swapped(self, surname: int, given: int, other_surname: int, other_given: int) -> bool:
        surnames, givens = self._columns.surnames.names, self._columns.givens.names
        one = PersonName("", surname=surnames[surname].surname, given=givens[given].given)
        other = PersonName(
            "", surname=surnames[other_surname].surname, given=givens[other_given].given
        )
        return is_swapped(one, other, Likeness.UNLIKE)


def _look(parts: Ints, memory: Memory, left: Ints, right: Ints) -> tuple[Ints, Ints]:
    return memory.look(parts[left], parts[right])
