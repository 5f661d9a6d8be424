"""An index of words in dictionaries: for registers in memory, and to hold the others against."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from habeas.model.search import Clause, Days, Facet, HitKind, Indexed, Phrase, Reached, Wanted

_Key = tuple[HitKind, str]


class MemoryIndex:
    """Rows by kind and name, and by each of their terms."""

    def __init__(self) -> None:
        self._rows: dict[_Key, Indexed] = {}
        self._by_term: dict[str, set[_Key]] = defaultdict(set)
        self._reached = Reached()

    def reached(self) -> Reached:
        return self._reached

    @contextmanager
    def changing(self) -> Iterator[MemoryIndexWriter]:
        writer = MemoryIndexWriter(self._rows, self._reached)
        yield writer
        self._take(writer.now)
        self._reached = writer.reached()

    def find(self, wanted: Wanted, *, most: int, skip: int = 0) -> tuple[int, Sequence[str]]:
        found = self._found(wanted)
        found.sort(key=lambda row: (_tier(row, wanted), -row.weight, row.order, row.name))
        return len(found), [row.name for row in found[skip : skip + most]]

    def counts(self, wanted: Wanted) -> Mapping[Facet, int]:
        return Counter(facet for row in self._found(wanted) for facet in row.facets)

    def rows(self) -> Iterator[Indexed]:
        yield from (self._rows[key] for key in sorted(self._rows))

    def close(self) -> None:
        return None

    def _found(self, wanted: Wanted) -> list[Indexed]:
        keys: set[_Key] | None = None
        for clause in wanted.all_of:
            there = {key for phrase in clause for key in self._by_term.get(phrase[0], ())}
            keys = there if keys is None else keys & there
        rows = self._rows.values() if keys is None else [self._rows[key] for key in keys]
        return [row for row in rows if _is_wanted(row, wanted)]

    def _take(self, rows: dict[_Key, Indexed]) -> None:
        """Puts changed rows in the place of those before, terms and all."""
        for key in self._rows.keys() | rows.keys():
            old, new = self._rows.get(key), rows.get(key)
            if old is new:
                continue
            for term in {*old.words, *old.keys} if old else ():
                self._by_term[term].discard(key)
            for term in {*new.words, *new.keys} if new else ():
                self._by_term[term].add(key)
        self._rows = rows


class MemoryIndexWriter:
    """One change, kept aside until it is whole."""

    def __init__(self, rows: Mapping[_Key, Indexed], reached: Reached) -> None:
        self.now = dict(rows)
        self._reached = reached

    def reached(self) -> Reached:
        return self._reached

    def put(self, row: Indexed) -> None:
        self.now[row.kind, row.name] = row

    def drop(self, kind: HitKind, name: str) -> None:
        self.now.pop((kind, name), None)

    def rows(self, kind: HitKind, names: Sequence[str]) -> Sequence[Indexed]:
        found = (self.now.get((kind, name)) for name in sorted(set(names)))
        return [row for row in found if row is not None]

    def clear(self) -> None:
        self.now.clear()

    def reach(self, reached: Reached) -> None:
        self._reached = reached


def _is_wanted(row: Indexed, wanted: Wanted) -> bool:
    return (
        row.kind is wanted.kind
        and (not wanted.after or row.position > wanted.after)
        and all(_meets(row, clause) for clause in wanted.all_of)
        and not any(_meets(row, clause) for clause in wanted.none_of)
        and all(_shares_a_day(row.when, days) for days in wanted.when)
        and all(_shares_a_day(row.learned, days) for days in wanted.learned)
    )


def _meets(row: Indexed, clause: Clause) -> bool:
    return any(_has(row, phrase) for phrase in clause)


def _has(row: Indexed, phrase: Phrase) -> bool:
    if len(phrase) == 1:
        return phrase[0] in row.words or phrase[0] in row.keys
    size = len(phrase)
    return any(row.words[at : at + size] == phrase for at in range(len(row.words) - size + 1))


def _shares_a_day(stretches: tuple[Days, ...], days: Days) -> bool:
    return any(first <= days[1] and days[0] <= last for first, last in stretches)


def _tier(row: Indexed, wanted: Wanted) -> int:
    return next(
        (
            number
            for number, clauses in enumerate(wanted.preferred)
            if all(_meets(row, clause) for clause in clauses)
        ),
        len(wanted.preferred),
    )
