"""Lines of lists as columns of numbers: parts of names are kept once, lines refer to them.

A name falls into three parts that are compared each by itself: the surname; given names with the
first initial; the patronymic with the second.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from habeas.model.edtf import Granularity
from habeas.model.errors import LineTwice, ValueMalformed
from habeas.model.listed import Listed
from habeas.model.partial_date import PartialDate
from habeas.resolution.names.parts import PersonName, parse
from habeas.resolution.names.words import Word
from habeas.resolution.score.evidence import Population
from habeas.text.normalise import key

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Form = tuple[tuple[str, ...], tuple[str, ...]]
_BATCH = 20_000
_TEXTS = ("place", "charge", "sentence", "occupation")
_SEXES = {"": 0, "male": 1, "female": 2}
_CACHE = 1 << 16
# The columns, in order; 0 is "not given" but for parts, where part 0 is the empty one.
FIELDS = (
    "surname", "given", "father", "sex", "readable", "unsure", "has_birth", "year", "month", "day",
    "coarse", "taken", *_TEXTS,
)  # fmt: skip
_AT = {field: at for at, field in enumerate(FIELDS)}
_DAY = re.compile(r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])")
_NOTHING = (0, 0, 0, 0, 0)


@dataclass(slots=True)
class Parts:
    """One kind of part: each form once, with a name that has nothing but it."""

    names: list[PersonName]
    numbers: dict[Form, int]

    @classmethod
    def empty(cls) -> Parts:
        return cls([PersonName("")], {((), ()): 0})

    def number(self, words: tuple[Word, ...], initials: tuple[Word, ...], role: str) -> int:
        """The number of the part these words in that role and these initials make."""
        form = (tuple([one.text for one in words]), tuple([one.text for one in initials]))
        found = self.numbers.get(form)
        if found is None:
            found = self.numbers[form] = len(self.names)
            self.names.append(_bare(role, words, initials))
        return found


def _bare(role: str, words: tuple[Word, ...], initials: tuple[Word, ...]) -> PersonName:
    """A name of nothing but that part."""
    if role == "surname":
        return PersonName("", surname=words)
    if role == "given":
        return PersonName("", given=words, initials=initials)
    return PersonName("", patronymic=words, initials=initials)


class Columns:
    """Grows line by line; a line's number is its place."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.numbers: dict[str, int] = {}
        self.surnames, self.givens, self.fathers = Parts.empty(), Parts.empty(), Parts.empty()
        self._texts: dict[str, int] = {"": 0}
        self._rows: Ints = np.zeros((len(FIELDS), 0), np.int32)

    def __len__(self) -> int:
        return len(self.ids)

    def column(self, field: str) -> Ints:
        """One column over all lines."""
        found: Ints = self._rows[_AT[field]]
        return found

    def add(self, lines: Iterable[Listed]) -> Ints:
        """Takes lines in; their numbers. Raises: LineTwice."""
        before = len(self.ids)
        rows = [self._rows]
        waiting = iter(lines)
        while flat := self._flat(islice(waiting, _BATCH)):
            rows.append(np.array(flat, np.int32).reshape(-1, len(FIELDS)).T)
        self._rows = np.concatenate(rows, axis=1)
        return np.arange(before, len(self.ids), dtype=np.int32)

    def _flat(self, lines: Iterable[Listed]) -> list[int]:
        flat: list[int] = []
        for line in lines:
            if line.id in self.numbers:
                raise LineTwice(line=line.id)
            self.numbers[line.id] = len(self.ids)
            self.ids.append(line.id)
            flat += self._row(line)
        return flat

    def chances(self, lines: Ints) -> Longs:
        """A number for each line that depends on its id alone."""
        return np.array([crc32(self.ids[one].encode()) for one in lines.tolist()], np.int64)

    def population(self) -> Population:
        """How many lines have each surname and each given name."""
        surnames: Counter[str] = Counter()
        given: Counter[int] = Counter()
        is_read = self.column("readable") > 0
        of_surnames = np.bincount(self.column("surname")[is_read], minlength=1)
        for number, count in enumerate(of_surnames.tolist()):
            words = self.surnames.names[number].surname
            for sound in {sound for word in words for sound in word.sounds} if count else ():
                surnames[sound] += count
        for number, count in enumerate(np.bincount(self.column("given")[is_read]).tolist()):
            words = self.givens.names[number].given
            for name in {name for word in words for name in word.names} if count else ():
                given[name] += count
        return Population(records=len(self), surnames=dict(surnames), given=dict(given))

    def _row(self, line: Listed) -> tuple[int, ...]:
        name = parse(line.name)
        return (
            *self._parts(name),
            _SEXES[name.sex],
            name.is_readable,
            name.is_unsure,
            *_birth(line.born),
            _day(line.taken),
            self._text(line.place),
            self._text(line.charge),
            self._text(line.sentence),
            self._text(line.occupation),
        )

    def _parts(self, name: PersonName) -> tuple[int, int, int]:
        first, second = name.initials[:1], name.initials[:2]
        return (
            self.surnames.number(name.surname, (), "surname"),
            self.givens.number(name.given, first, "given"),
            self.fathers.number(name.patronymic, second, "patronymic"),
        )

    def _text(self, text: str) -> int:
        if not text:
            return 0
        return self._texts.setdefault(_key(text), len(self._texts))


@lru_cache(_CACHE)
def _key(text: str) -> str:
    return key(text)


@lru_cache(_CACHE)
def _birth(text: str) -> tuple[int, int, int, int, int]:
    """Whether there is a date; the first year and month, the day if it is one; if only a year."""
    if _DAY.fullmatch(text):  # as nearly all are written; any other goes the long way
        return (1, int(text[:4]), int(text[5:7]), int(text[8:]), 0)
    date = _date(text)
    if date is None:
        return _NOTHING
    first = date.earliest
    if first is None:
        return (1, 0, 0, 0, 0)
    day = first.day if date.day else 0
    return (1, first.year, first.month, day, date.granularity is Granularity.YEAR)


@lru_cache(_CACHE)
def _day(text: str) -> int:
    date = _date(text)
    return date.day.toordinal() if date and date.day else 0


def _date(text: str) -> PartialDate | None:
    try:
        return PartialDate(text) if text else None
    except ValueMalformed:
        return None
