"""Records by their keys: candidates for one record without looking at the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from habeas.resolution.block.keys import keys
from habeas.resolution.record import Record

_ANY = "*"


class Index:
    """Grows record by record; gives the same candidates in whatever order it grew."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._by_key: dict[str, set[str]] = defaultdict(set)
        self._by_surname: dict[str, set[str]] = defaultdict(set)
        self._records: dict[str, Record] = {}
        for record in records:
            self.add(record)

    def __len__(self) -> int:
        return len(self._records)

    def add(self, record: Record) -> None:
        """Adds a record, or puts it in the place of the one of that id."""
        self.remove(record.id)
        self._records[record.id] = record
        for one in keys(record):
            self._by_key[one].add(record.id)
            if stem := _stem(one)[0]:
                self._by_surname[stem].add(record.id)

    def remove(self, name: str) -> None:
        """Takes a record out; nothing happens where there is none of that id."""
        record = self._records.pop(name, None)
        for one in keys(record) if record else ():
            self._by_key[one].discard(name)
            self._by_surname[_stem(one)[0]].discard(name)

    def record(self, name: str) -> Record:
        """The record of that id. Raises: KeyError."""
        return self._records[name]

    def candidates(self, record: Record) -> Iterator[Record]:
        """Records that share a key, each once, by id; never the record itself.

        A record without a given name meets everybody of its surname, and they it.
        """
        found: set[str] = set()
        for one in keys(record):
            found |= self._by_key.get(one, set())
            stem, is_any = _stem(one)
            if stem and is_any:
                found |= self._by_surname.get(stem, set())
            elif stem:
                found |= self._by_key.get(f"{stem}|{_ANY}", set())
        found.discard(record.id)
        return (self._records[name] for name in sorted(found))

    def pairs(self) -> Iterator[tuple[Record, Record]]:
        """All pairs that share a key, each once."""
        for name in sorted(self._records):
            record = self._records[name]
            for other in self.candidates(record):
                if name < other.id:
                    yield record, other


def _stem(key: str) -> tuple[str, bool]:
    """The key without its given name, for keys by surname; whether the given name is unknown."""
    kind, _, _ = key.partition("|")
    if kind not in ("s", "c"):
        return "", False
    stem, _, letter = key.rpartition("|")
    return stem, letter == _ANY
