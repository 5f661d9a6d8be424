"""One change of an index of words in SQLite; rows are gathered and written together."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from habeas.model.search import Days, Facet, HitKind, Indexed, Reached
from habeas.stores.search_rows import KINDS, ROWS_AT_ONCE, FacetNumbers, packed, text_of

NUMBERS_OF_A_KIND = 1 << 40
_NAMES_AT_ONCE = 500
_Key = tuple[HitKind, str]
RowOf = Callable[[HitKind, str], Indexed | None]


class SqliteIndexWriter:
    """Rows are known by kind and name; what is put in last stands."""

    def __init__(self, connection: sqlite3.Connection, reached: Reached, row_of: RowOf) -> None:
        self._connection = connection
        self._reached = reached
        self._row_of = row_of
        self._changes: dict[_Key, Indexed | None] = {}
        self._facets = FacetNumbers(self._known_facets(), self._new_facet)
        self._next = {kind: self._first_free(kind) for kind in KINDS}

    def reached(self) -> Reached:
        return self._reached

    def put(self, row: Indexed) -> None:
        self._changes[row.kind, row.name] = row
        if len(self._changes) >= ROWS_AT_ONCE:
            self.flush()

    def drop(self, kind: HitKind, name: str) -> None:
        self._changes[kind, name] = None

    def rows(self, kind: HitKind, names: Sequence[str]) -> Sequence[Indexed]:
        self.flush()
        found = (self._row_of(kind, name) for name in sorted(set(names)))
        return [row for row in found if row is not None]

    def clear(self) -> None:
        self._changes.clear()
        for table in ("items", "days", "terms"):
            self._connection.execute(f"DELETE FROM {table}")  # noqa: S608  # our own names

    def reach(self, reached: Reached) -> None:
        self._connection.execute("DELETE FROM reached")
        values = (reached.position, reached.hash, reached.made_by)
        self._connection.execute("INSERT INTO reached VALUES (?, ?, ?)", values)
        self._reached = reached

    def flush(self) -> None:
        """Writes what was gathered. Raises: sqlite3.Error."""
        changes, self._changes = self._changes, {}
        numbers = self._numbers(list(changes))
        many = self._connection.executemany
        old = [(number,) for number in numbers.values()]
        for table, column in (("terms", "rowid"), ("days", "item"), ("items", "item")):
            many(f"DELETE FROM {table} WHERE {column} = ?", old)  # noqa: S608
        rows = [
            (numbers.get(key) or self._number(key[0]), row)
            for key, row in changes.items()
            if row is not None
        ]
        many(
            "INSERT INTO terms (rowid, words, keys) VALUES (?, ?, ?)",
            [(item, text_of(row.words), text_of(row.keys)) for item, row in rows],
        )
        many("INSERT INTO days VALUES (?, ?, ?, ?)", [day for row in rows for day in _days(*row)])
        values = [self._item(item, row) for item, row in rows]
        many("INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)

    def _item(self, item: int, row: Indexed) -> tuple[object, ...]:
        return (
            item,
            row.kind.value,
            row.name,
            row.position,
            row.weight,
            row.order,
            *_hull(row.when),
            *_hull(row.learned),
            _is_split(row),
            packed(self._facets.of(row.facets)),
        )

    def _numbers(self, keys: Sequence[_Key]) -> dict[_Key, int]:
        """The numbers of rows that are there already."""
        found: dict[_Key, int] = {}
        for kind in KINDS:
            names = iter([name for of, name in keys if of is kind])
            while some := list(islice(names, _NAMES_AT_ONCE)):
                asked = (
                    "SELECT name, item FROM items WHERE kind = ? "  # noqa: S608
                    f"AND name IN ({','.join('?' * len(some))})"
                )
                there = self._connection.execute(asked, (kind.value, *some)).fetchall()
                found.update({(kind, name): item for name, item in there})
        return found

    def _number(self, kind: HitKind) -> int:
        self._next[kind] += 1
        return self._next[kind] - 1

    def _first_free(self, kind: HitKind) -> int:
        first = KINDS.index(kind) * NUMBERS_OF_A_KIND
        asked = "SELECT max(item) FROM items WHERE item BETWEEN ? AND ?"
        among = (first, first + NUMBERS_OF_A_KIND - 1)
        (last,) = self._connection.execute(asked, among).fetchone()
        return max(first, 1) if last is None else int(last) + 1

    def _known_facets(self) -> dict[Facet, int]:
        found = self._connection.execute("SELECT number, field, value FROM facets").fetchall()
        return {Facet(field, value): number for number, field, value in found}

    def _new_facet(self, facet: Facet) -> int:
        asked = "INSERT INTO facets (field, value) VALUES (?, ?)"
        number = self._connection.execute(asked, (facet.field, facet.value)).lastrowid
        return int(number or 0)


def _hull(stretches: tuple[Days, ...]) -> tuple[int | None, int | None]:
    return (stretches[0][0], stretches[-1][1]) if stretches else (None, None)


def _is_split(row: Indexed) -> bool:
    return len(row.when) > 1 or len(row.learned) > 1


def _days(item: int, row: Indexed) -> Iterator[tuple[int, str, int, int]]:
    if _is_split(row):
        yield from ((item, "when", *days) for days in row.when)
        yield from ((item, "learned", *days) for days in row.learned)
