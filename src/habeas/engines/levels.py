"""The signs of many pairs at once: what `resolution.compare` says of each, as numbers.

Parts of names are compared by the very functions that compare two records, each two parts once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from habeas.engines.columns import Columns, Ints, Longs
from habeas.resolution.compare.likeness import Likeness
from habeas.resolution.compare.names import (
    Given,
    Patronymic,
    given_level,
    is_swapped,
    patronymic_level,
    surname_level,
)
from habeas.resolution.names.parts import PersonName
from habeas.resolution.score.evidence import (
    SAME_GIVEN,
    SAME_SURNAME,
    Population,
    given_count,
    surname_count,
)

Codes = NDArray[np.uint8]
_ABROAD = 32  # bits of a number, beside which another is put to make one of two
_NEAR_DAYS = 3
_BORN = (
    "born:same-day", "born:swapped", "born:same-month", "born:same-year", "born:near-year",
    "born:other-day", "born:other-year",
)  # fmt: skip
FIELDS: dict[str, tuple[str, ...]] = {
    "surname": (
        "surname:missing",
        *(f"surname:{one.name.lower().replace('_', '-')}" for one in Likeness),
        "name:swapped",
    ),
    "given": tuple(f"given:{one.value}" for one in Given),
    "patronymic": tuple(f"patronymic:{one.value}" for one in Patronymic),
    "sex": ("sex:other",),
    "born": _BORN,
    "taken": ("taken:same-day", "taken:near", "taken:other-day"),
    **{
        name: (f"{name}:same", f"{name}:other")
        for name in ("place", "charge", "sentence", "occupation")
    },
}
# All signs; a sign's place is its code. The first stands for nothing seen.
SIGNS = ("", *(sign for signs in FIELDS.values() for sign in signs))
CODE = {sign: at for at, sign in enumerate(SIGNS)}

_WEAK = np.isin(
    np.arange(len(SIGNS)),
    [CODE[f"surname:{one}"] for one in ("unlike", "somewhat", "similar", "near")],
)


@dataclass(frozen=True, slots=True)
class Levels:
    """Codes of signs, a row for each field and a column for each pair.

    `surname_count` and `given_count`: how many lines have the name that both have; -1 where that
    is not known. `is_read`: pairs without it cannot be compared.
    """

    codes: Codes
    surname_count: Ints
    given_count: Ints
    is_read: NDArray[np.bool_]


class Memory:
    """Two parts compared once: a code and a count, kept by the numbers of the parts."""

    def __init__(self, judge: Callable[[int, int], tuple[int, int]]) -> None:
        self._judge = judge
        self._known: dict[int, tuple[int, int]] = {}

    def look(self, ones: Ints, others: Ints) -> tuple[Ints, Ints]:
        """Code and count for each two parts; the smaller number is asked about first."""
        low, high = np.minimum(ones, others).astype(np.int64), np.maximum(ones, others)
        packed, back = np.unique((low << _ABROAD) | high, return_inverse=True)
        found = np.array([self._of(pair) for pair in packed.tolist()], np.int32).reshape(-1, 2)
        return found[back, 0], found[back, 1]

    def _of(self, pair: int) -> tuple[int, int]:
        known = self._known.get(pair)
        if known is None:
            known = self._known[pair] = self._judge(pair >> _ABROAD, pair & 0xFFFFFFFF)
        return known


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
        self._sounding = _Sounding(columns)

    def levels(self, left: Ints, right: Ints) -> Levels:
        """What is seen of each pair."""
        codes = np.zeros((len(FIELDS), len(left)), np.uint8)
        codes[0], surname_count = self._look("surname", self._surnames, left, right)
        codes[1], given_count = self._look("given", self._givens, left, right)
        codes[2], _ = self._look("father", self._fathers, left, right)
        self._turn_swapped(codes, left, right)
        codes[3] = self._sexes(left, right)
        codes[4] = self._births(left, right)
        codes[5] = self._taken(left, right)
        for at, field in enumerate(("place", "charge", "sentence", "occupation"), start=6):
            codes[at] = self._same_text(field, left, right)
        readable = self._columns.column("readable") > 0
        return Levels(codes, surname_count, given_count, readable[left] & readable[right])

    def _look(self, field: str, memory: Memory, left: Ints, right: Ints) -> tuple[Ints, Ints]:
        column = self._columns.column(field)
        return memory.look(column[left], column[right])

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
        names = self._columns.fathers.names
        return CODE[f"patronymic:{patronymic_level(names[one], names[other]).value}"], -1

    def _turn_swapped(self, codes: Codes, left: Ints, right: Ints) -> None:
        """Pairs whose surname and given name agree crosswise get that sign in place of both."""
        surname, given = self._columns.column("surname"), self._columns.column("given")
        can_be = self._sounding.as_given()
        asked = np.flatnonzero(_WEAK[codes[0]] & can_be[surname[left]] & can_be[surname[right]])
        whose = surname, given
        keys = np.stack([column[side[asked]] for side in (left, right) for column in whose])
        if not asked.size:
            return
        distinct, back = np.unique(keys, axis=1, return_inverse=True)
        swapped = np.array([self._is_swapped(*four) for four in distinct.T.tolist()], np.bool_)
        at = asked[swapped[back.ravel()]]
        codes[0, at], codes[1, at] = CODE["name:swapped"], 0

    def _is_swapped(self, surname: int, given: int, other_surname: int, other_given: int) -> bool:
        surnames, givens = self._columns.surnames.names, self._columns.givens.names
        one = PersonName("", surname=surnames[surname].surname, given=givens[given].given)
        other = PersonName(
            "", surname=surnames[other_surname].surname, given=givens[other_given].given
        )
        return is_swapped(one, other, Likeness.UNLIKE)

    def _sexes(self, left: Ints, right: Ints) -> Codes:
        sex = self._columns.column("sex")
        ours, theirs = sex[left], sex[right]
        other = (ours != theirs) & (ours > 0) & (theirs > 0)
        return np.where(other, CODE["sex:other"], 0).astype(np.uint8)

    def _births(self, left: Ints, right: Ints) -> Codes:
        read = self._columns.column
        year, month, day = (read(field) for field in ("year", "month", "day"))
        coarse = (read("coarse")[left] | read("coarse")[right]) > 0
        apart = np.abs(year[left] - year[right])
        other_month, other_day = month[left] != month[right], day[left] != day[right]
        crossed = (month[left] == day[right]) & (day[left] == month[right])
        slips = (apart > 0).astype(np.int8) + other_month + other_day
        both_days = (day[left] > 0) & (day[right] > 0)
        undated = (year[left] == 0) | (year[right] == 0)
        given = (read("has_birth")[left] & read("has_birth")[right]) > 0
        choices = [
            (~given, ""),
            (undated, "near-year"),
            (both_days & (slips == 0), "same-day"),
            (both_days & (apart == 0) & crossed, "swapped"),
            (both_days & (slips == 1) & (apart <= 1), "near-year"),
            (both_days & (apart == 0), "other-day"),
            (both_days, "other-year"),
            ((apart == 0) & (coarse | other_month), "same-year"),
            (apart == 0, "same-month"),
            (apart == 1, "near-year"),
        ]
        codes = [CODE[f"born:{sign}"] if sign else 0 for _, sign in choices]
        return np.select([when for when, _ in choices], codes, CODE["born:other-year"]).astype(
            np.uint8
        )

    def _taken(self, left: Ints, right: Ints) -> Codes:
        days = self._columns.column("taken")
        ours, theirs = days[left], days[right]
        apart = np.abs(ours - theirs)
        missing = (ours == 0) | (theirs == 0)
        signs = [0, CODE["taken:same-day"], CODE["taken:near"]]
        whens = [missing, apart == 0, apart <= _NEAR_DAYS]
        return np.select(whens, signs, CODE["taken:other-day"]).astype(np.uint8)

    def _same_text(self, field: str, left: Ints, right: Ints) -> Codes:
        texts = self._columns.column(field)
        ours, theirs = texts[left], texts[right]
        same = np.where(ours == theirs, CODE[f"{field}:same"], CODE[f"{field}:other"])
        return np.where((ours > 0) & (theirs > 0), same, 0).astype(np.uint8)


__all__ = ["CODE", "FIELDS", "SAME_GIVEN", "SAME_SURNAME", "SIGNS", "Comparer", "Levels", "Longs"]
