"""Several lines of one person as one line that says the most any of them says.

Where they differ, the fullest form stands: a name before its initial, a day of birth before a year.
Of forms as full, that which most of them have; then the one that is commoner at large, for slips of
the pen are rare.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from habeas.engines.columns import FIELDS, TEXTS, Columns, Ints, Longs, Parts, Table
from habeas.resolution.names.parts import PersonName
from habeas.resolution.score.evidence import Population

_BIRTH = ("has_birth", "year", "month", "day", "coarse")
_KNOWN, _WORDS, _INITIAL = 3, 2, 1
_DAY, _YEAR = 3, 2


class Composer:
    """Composes rows; how common surnames are is told by `among`."""

    def __init__(self, columns: Columns, among: Population) -> None:
        self._columns = columns
        self._surnames = _Fullness(columns.surnames, lambda name: _commonness(name, among))
        self._givens = _Fullness(columns.givens, _of_given)
        self._fathers = _Fullness(columns.fathers, _of_father)

    def table(self, group: Ints, labels: Ints) -> Table:
        """A row for each of some groups, in the order of their labels, which are in order."""
        is_asked = np.zeros(len(group), np.bool_)
        is_asked[labels] = True
        rows = self._columns.rows(labels)
        lines = np.flatnonzero(is_asked[group])
        at = np.searchsorted(labels, group[lines])
        several = np.bincount(at, minlength=len(labels))[at] > 1
        lines, at = lines[several], at[several].astype(np.int64)
        if len(lines):
            self._fill(rows, lines, at)
        return Table(rows)

    def _fill(self, rows: Ints, lines: Longs, at: Longs) -> None:
        read = self._columns.column
        surname, given, father = (read(one)[lines] for one in ("surname", "given", "father"))
        choices: list[tuple[tuple[str, ...], Ints, Ints, Ints]] = [
            (("surname",), surname, (surname > 0).astype(np.int32), self._surnames.of(surname)),
            (("given",), given, self._givens.of(given), np.zeros_like(given)),
            (("father",), father, self._fathers.of(father), np.zeros_like(father)),
        ]
        year, day, has = (read(one)[lines] for one in ("year", "day", "has_birth"))
        born = ((year * 13 + read("month")[lines]) * 32 + day) * 2 + read("coarse")[lines]
        fullness = np.where(day > 0, _DAY, np.where(year > 0, _YEAR, has)).astype(np.int32)
        choices.append((_BIRTH, born, fullness, np.zeros_like(born)))
        for field in ("sex", "readable", "taken", *TEXTS):
            said = read(field)[lines]
            choices.append(((field,), said, (said > 0).astype(np.int32), np.zeros_like(said)))
        for fields, said, fullest, common in choices:
            places, chosen = _best(at, said, fullest=fullest, common=common)
            for field in fields:
                rows[FIELDS.index(field), places] = read(field)[lines[chosen]]


class _Fullness:
    """A number for each part, found once."""

    def __init__(self, parts: Parts, judge: Callable[[PersonName], int]) -> None:
        self._parts, self._judge = parts, judge
        self._found = np.zeros(0, np.int32)

    def of(self, parts: Ints) -> Ints:
        """The numbers of these parts."""
        new = self._parts.names[len(self._found) :]
        if new:
            judged = np.array([self._judge(name) for name in new], np.int32)
            self._found = np.concatenate([self._found, judged])
        return np.asarray(self._found[parts])


def _commonness(name: PersonName, among: Population) -> int:
    sounds = {sound for word in name.surname for sound in word.sounds}
    return max((among.surnames.get(sound, 0) for sound in sounds), default=0)


def _of_given(name: PersonName) -> int:
    if any(word.names for word in name.given):
        return _KNOWN
    return _WORDS if name.given else _INITIAL if name.initials else 0


def _of_father(name: PersonName) -> int:
    if any(word.father for word in name.patronymic):
        return _KNOWN
    return _WORDS if name.patronymic else _INITIAL if len(name.initials) > 1 else 0


def _best(at: Longs, said: Ints, *, fullest: Ints, common: Ints) -> tuple[Longs, Longs]:
    """The places that rows stand at, and for each the number of the line that says it best."""
    order = np.lexsort((said, at))
    at, said = at[order], said[order]
    begins = np.flatnonzero(np.r_[True, (at[1:] != at[:-1]) | (said[1:] != said[:-1])])
    votes = np.diff(np.r_[begins, len(at)])
    first = order[begins]
    ranked = np.lexsort((said[begins], -common[first], -votes, -fullest[first], at[begins]))
    places = at[begins][ranked]
    kept = np.r_[True, places[1:] != places[:-1]]
    return places[kept], first[ranked][kept]
