"""Candidates of a list without quadratic cost: keys that many share are parted, never dropped.

A key that more than a few dozen people share ("Melnyk, I") is looked up together with something
else that both must have: a birth date, a day of arrest, a father's name, a charge. Whoever has
nothing else is told as crowded out, with how many they might be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from habeas.resolution.block.keys import keys
from habeas.resolution.record import Record

LARGEST = 60  # records that a key may lead to before it is parted
_ANY = "*"
_BY_SURNAME = ("s", "c")
_FULL, _COARSE = "y", "Y"  # the year of birth dates with a day, and of those without


class Crowds:
    """The people of one list by their keys."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._records: dict[str, Record] = {}
        self._by_key: dict[str, list[str]] = defaultdict(list)
        self._parted: dict[str, dict[str, frozenset[str]]] = {}
        self._shared: dict[tuple[str, str, str], tuple[str, ...]] = {}
        for record in records:
            self._records[record.id] = record
            for key in _with_surname(record):
                self._by_key[key].append(record.id)

    def candidates(self, record: Record) -> tuple[list[Record], int]:
        """Those who share a key, by id; and how many more of a crowd could not be told apart."""
        found: dict[str, None] = {}
        crowd = 0
        for key in sorted(_asked(record)):
            several = self._by_key.get(key, ())
            if len(several) <= LARGEST:
                found.update(dict.fromkeys(several))
                continue
            narrowed = dict.fromkeys(self._narrowed(key, record))
            found.update(narrowed)
            crowd = max(crowd, len(several) - len(narrowed))
        found.pop(record.id, None)
        return [self._records[name] for name in sorted(found)], crowd

    def _narrowed(self, key: str, record: Record) -> Iterator[str]:
        """Those of a crowd who share something else, two things where one is shared by many."""
        parted = self._part(key)
        large = []
        for mark in sorted(_asked_marks(record)):
            several = parted.get(mark, frozenset())
            if len(several) <= LARGEST:
                yield from several
            else:
                large.append(mark)
        for one, other in combinations(large, 2):
            yield from self._with_both(key, one, other)

    def _with_both(self, key: str, one: str, other: str) -> tuple[str, ...]:
        """Those who share two things more; none where they are many, who count as crowd."""
        named = (key, one, other)
        if named not in self._shared:
            parted = self._part(key)
            both = parted[one] & parted[other]
            self._shared[named] = tuple(both) if len(both) <= LARGEST else ()
        return self._shared[named]

    def _part(self, key: str) -> dict[str, frozenset[str]]:
        if key not in self._parted:
            parted: dict[str, set[str]] = defaultdict(set)
            for name in self._by_key[key]:
                for mark in _marks(self._records[name]):
                    parted[mark].add(name)
            self._parted[key] = {mark: frozenset(names) for mark, names in parted.items()}
        return self._parted[key]


def _with_surname(record: Record) -> Iterator[str]:
    """The keys of a record, and those of its surnames alone, which the nameless ask for."""
    surnames = set()
    for key in keys(record):
        yield key
        if (surname := _surname(key)) and not key.endswith(_ANY):
            surnames.add(f"{surname}|any")
    yield from surnames


def _asked(record: Record) -> Iterator[str]:
    """The keys under which those stand who may be this person."""
    for key in keys(record):
        yield key
        if surname := _surname(key):
            yield f"{surname}|any" if key.endswith(_ANY) else f"{surname}|{_ANY}"


def _surname(key: str) -> str:
    kind = key.partition("|")[0]
    return key.rpartition("|")[0] if kind in _BY_SURNAME else ""


def _marks(record: Record) -> set[str]:
    """What else a record has that may be shared: each mark forgives another slip."""
    found = {f"e|{charge}" for charge in record.charges} | {f"p|{one}" for one in record.places}
    found |= {f"a|{alias}" for alias in record.aliases}
    found |= {f"t|{taken.day}" for taken in record.taken if taken.day}
    for name in record.names:
        fathers = (sound for word in name.patronymic for sound in word.sounds)
        found |= {f"f|{sound}" for sound in fathers} | {f"n|{name.text.casefold()}"}
    for born in record.born:
        found.update(_days(born.day) if born.day else ())
        if born.earliest:
            found.add(f"{_FULL if born.day else _COARSE}|{born.earliest.year}")
    return found


def _asked_marks(record: Record) -> set[str]:
    """The marks of those who may be this person: a year meets days, a day only years and days."""
    found = _marks(record)
    for born in record.born:
        if born.day:
            found.discard(f"{_FULL}|{born.day.year}")
            found.add(f"{_COARSE}|{born.day.year}")
        elif born.earliest:
            found.add(f"{_FULL}|{born.earliest.year}")
    return found


def _days(day: date) -> Iterator[str]:
    """A birth date with one slip: in the day, the month, the year by one, or both swapped."""
    yield f"ym|{day.year}|{day.month}"
    yield f"yd|{day.year}|{day.day}"
    yield f"md|{day.month}|{day.day}|{day.year // 2}"
    yield f"md|{day.month}|{day.day}|{(day.year + 1) // 2}+"
    low, high = sorted((day.day, day.month))
    yield f"d|{day.year}|{low}|{high}"
