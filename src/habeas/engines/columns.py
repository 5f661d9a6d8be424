"""Lines of lists as columns of numbers: parts of names are kept once, lines refer to them.

A name falls into three parts that are compared each by itself: the surname; given names with the
first initial; the patronymic with the second.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, fields
from functools import lru_cache
from itertools import islice
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from habeas.model.edtf import Granularity
from habeas.model.errors import LineTwice, ValueMalformed
from habeas.model.listed import Listed
from habeas.model.partial_date import PartialDate
from habeas.reference.name_parts import is_particle
from habeas.resolution.names.parts import PersonName, parse
from habeas.resolution.names.words import Word
from habeas.resolution.score.evidence import Population
from habeas.text.normalise import key

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Form = tuple[tuple[Hashable, ...], tuple[Hashable, ...]]
_BATCH = 20_000
_MORE_ROOM = 8  # one more row in so many is made room for
TEXTS = ("place", "charge", "sentence", "occupation")
_SEXES = {"": 0, "male": 1, "female": 2}
_CACHE = 1 << 16
# The columns, in order; 0 is "not given" but for parts, where part 0 is the empty one.
FIELDS = (
    "surname", "given", "father", "sex", "readable", "unsure", "has_birth", "year", "month", "day",
    "coarse", "taken", *TEXTS,
)  # fmt: skip
_AT = {field: at for at, field in enumerate(FIELDS)}
_DAY = re.compile(r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])")
_NOTHING = (0, 0, 0, 0, 0)


# What is told of a word by its letters alone, which nothing is compared by where sounds are known.
_LETTERS = frozenset({"text", "plain", "surname"})
_HEARD = tuple(one.name for one in fields(Word) if one.name not in _LETTERS)


@dataclass(slots=True)
class Parts:
    """One kind of part: each once, however it is spelt, with a name that has nothing but it."""

    names: list[PersonName]
    numbers: dict[Form, int]

    @classmethod
    def empty(cls) -> Parts:
        return cls([PersonName("")], {((), ()): 0})

    def number(self, words: tuple[Word, ...], initials: tuple[Word, ...], role: str) -> int:
        """The number of the part these words in that role and these initials make."""
        form = (tuple(map(_heard, words)), tuple(map(_heard, initials)))
        if len(words) > 1:  # written as one they may sound as neither does alone
            form = (tuple([one.text for one in words]), form[1])
        found = self.numbers.get(form)
        if found is None:
            found = self.numbers[form] = len(self.names)
            self.names.append(_bare(role, words, initials))
        return found


@lru_cache(_CACHE)
def _heard(word: Word) -> Hashable:
    """What two words have in common that are told apart by nothing."""
    if not word.sounds or "-" in word.text or is_particle(word.plain):
        return word.text
    return tuple([getattr(word, name) for name in _HEARD])


def _bare(role: str, words: tuple[Word, ...], initials: tuple[Word, ...]) -> PersonName:
    """A name of nothing but that part."""
    if role == "surname":
        return PersonName("", surname=words)
    if role == "given":
        return PersonName("", given=words, initials=initials)
    return PersonName("", patronymic=words, initials=initials)


class Table:
    """Rows of numbers that refer to parts and texts."""

    def __init__(self, rows: Ints) -> None:
        self._rows = rows

    def column(self, field: str) -> Ints:
        """One column over all rows."""
        found: Ints = self._rows[_AT[field]]
        return found

    def rows(self, lines: Ints) -> Ints:
        """All columns of some rows."""
        return np.asarray(self._rows[:, lines])


class Columns(Table):
    """Grows line by line; a line's number is its place."""

    def __init__(self) -> None:
        super().__init__(np.zeros((len(FIELDS), 0), np.int32))
        self._room = self._rows
        self.ids: list[str] = []
        self._known: set[str] = set()
        self.surnames, self.givens, self.fathers = Parts.empty(), Parts.empty(), Parts.empty()
        self._texts: dict[str, int] = {"": 0}

    def __len__(self) -> int:
        return len(self.ids)

    def add(self, lines: Iterable[Listed]) -> Ints:
        """Takes lines in; their numbers. Raises: LineTwice."""
        before = len(self.ids)
        waiting = iter(lines)
        while flat := self._flat(islice(waiting, _BATCH)):
            self._put(np.array(flat, np.int32).reshape(-1, len(FIELDS)).T)
        return np.arange(before, len(self.ids), dtype=np.int32)

    def _put(self, rows: Ints) -> None:
        """Puts rows behind the others, in room that is made for more than them."""
        before, size = self._rows.shape[1], self._rows.shape[1] + rows.shape[1]
        if size > self._room.shape[1]:
            self._room = np.zeros((len(FIELDS), size + size // _MORE_ROOM), np.int32)
            self._room[:, :before] = self._rows
        self._room[:, before:size] = rows
        self._rows = self._room[:, :size]

    def _flat(self, lines: Iterable[Listed]) -> list[int]:
        flat: list[int] = []
        for line in lines:
            if line.id in self._known:
                raise LineTwice(line=line.id)
            self._known.add(line.id)
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
        fathers: Counter[int] = Counter()
        for number, count in self._borne("surname"):
            words = self.surnames.names[number].surname
            for sound in {sound for word in words for sound in word.sounds}:
                surnames[sound] += count
        for number, count in self._borne("given"):
            for name in {name for word in self.givens.names[number].given for name in word.names}:
                given[name] += count
        with_father = 0
        for number, count in self._borne("father"):
            for word in self.fathers.names[number].patronymic[:1]:
                with_father += count
                fathers.update(dict.fromkeys(word.father, count))
        return Population(
            records=len(self),
            surnames=dict(surnames),
            given=dict(given),
            fathers=dict(fathers),
            with_father=with_father,
        )

    def _borne(self, field: str) -> Iterator[tuple[int, int]]:
        """The parts that readable lines have, and how many have each."""
        counts = np.bincount(self.column(field)[self.column("readable") > 0], minlength=1)
        return ((number, count) for number, count in enumerate(counts.tolist()) if count)

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
