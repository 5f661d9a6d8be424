"""The index of words beside a register in a folder: `search.sqlite`, with FTS5.

A file of its own, so that an append waits for no index, and so that it can be deleted: it is made
again from the register. Terms come ready made; ranking is ours, so that every store finds the same
in the same order.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote

from habeas.model.errors import RegisterNotWritable
from habeas.model.search import Days, Facet, HitKind, Indexed, Reached, Wanted
from habeas.stores.failures import reading_from, writing_to
from habeas.stores.search_rows import KINDS, fts5_any, fts5_query, terms_in, unpacked
from habeas.stores.search_sqlite_writer import NUMBERS_OF_A_KIND, SqliteIndexWriter
from habeas.stores.sqlite_file import BUSY_TIMEOUT_S

FILE = "search.sqlite"
LAYOUT = 1
_CLOCKS = ("when", "learned")


class SqliteIndex:
    """One open index. Not to be shared between threads; each opens its own."""

    def __init__(self, folder: Path) -> None:
        """Opens the index in a register's folder, made anew where there is none that can be used.

        Raises: RegisterNotWritable, where there is none and none can be made.
        """
        self._path = folder / FILE
        self.location = str(self._path)
        with writing_to(self.location):
            self._connection = _opened(self._path)

    def reached(self) -> Reached:
        found = self._rows("SELECT position, hash, made_by FROM reached")
        return Reached(*found[0]) if found else Reached()

    @contextmanager
    def changing(self) -> Iterator[SqliteIndexWriter]:
        try:
            with writing_to(self.location):
                self._connection.execute("BEGIN IMMEDIATE")
                writer = SqliteIndexWriter(self._connection, self.reached(), self.row_of)
            yield writer
            with writing_to(self.location):
                writer.flush()
                self._connection.execute("COMMIT")
        except BaseException:  # Ctrl-C as well: nothing half-indexed
            with suppress(sqlite3.Error):
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
            raise
        finally:
            self.__dict__.pop("_facets", None)  # their numbers may have been given otherwise

    def find(self, wanted: Wanted, *, most: int, skip: int = 0) -> tuple[int, Sequence[str]]:
        where, values = _where(wanted)
        ((total,),) = self._rows(f"SELECT count(*) FROM items WHERE {where}", *values)  # noqa: S608
        tier, tier_values = _tier(wanted)
        asked = (
            f"SELECT name FROM items WHERE {where} "  # noqa: S608
            f"ORDER BY {tier}weight DESC, sorted_by, name LIMIT ? OFFSET ?"
        )
        found = self._rows(asked, *values, *tier_values, most, skip)
        return total, [str(name) for (name,) in found]

    def counts(self, wanted: Wanted) -> Mapping[Facet, int]:
        where, values = _where(wanted)
        found = self._rows(f"SELECT facets FROM items WHERE {where}", *values)  # noqa: S608
        numbers = Counter(unpacked(b"".join(content for (content,) in found)))
        return {self._facet(number): count for number, count in numbers.items()}

    def rows(self) -> Iterator[Indexed]:
        for kind in sorted(KINDS):
            names = self._rows("SELECT name FROM items WHERE kind = ? ORDER BY name", kind.value)
            for (name,) in names:
                found = self.row_of(kind, name)
                if found is not None:
                    yield found

    def row_of(self, kind: HitKind, name: str) -> Indexed | None:
        """The row of a name; None where there is none."""
        asked = (
            "SELECT item, position, weight, sorted_by, when_first, when_last, learned_first, "
            "learned_last, is_split, facets, words, keys "
            "FROM items JOIN terms ON item = terms.rowid WHERE kind = ? AND name = ?"
        )
        found = self._rows(asked, kind.value, name)
        if not found:
            return None
        item, position, weight, order, *hulls, is_split, facets, words, keys = found[0]
        return Indexed(
            kind=kind,
            name=name,
            words=terms_in(words),
            keys=terms_in(keys),
            facets=tuple(sorted(map(self._facet, unpacked(facets)))),
            when=self._days(item, "when", hulls[:2], is_split=is_split),
            learned=self._days(item, "learned", hulls[2:], is_split=is_split),
            position=position,
            weight=weight,
            order=order,
        )

    def close(self) -> None:
        with suppress(sqlite3.Error):
            self._connection.close()

    def _days(
        self, item: int, clock: str, hull: Sequence[int | None], *, is_split: int
    ) -> tuple[Days, ...]:
        if is_split:
            asked = "SELECT first, last FROM days WHERE item = ? AND clock = ? ORDER BY first"
            return tuple((first, last) for first, last in self._rows(asked, item, clock))
        first, last = hull
        return () if first is None or last is None else ((first, last),)

    def _facet(self, number: int) -> Facet:
        if number not in self._facets:
            asked = "SELECT field, value FROM facets WHERE number = ?"
            self._facets[number] = Facet(*self._rows(asked, number)[0])
        return self._facets[number]

    @cached_property
    def _facets(self) -> dict[int, Facet]:
        asked = "SELECT number, field, value FROM facets"
        return {number: Facet(field, value) for number, field, value in self._rows(asked)}

    def _rows(self, asked: str, *values: object) -> list[tuple[Any, ...]]:
        with reading_from(self.location):
            return self._connection.execute(asked, values).fetchall()


def _where(wanted: Wanted) -> tuple[str, list[object]]:
    """The condition rows must meet, and its values."""
    first = KINDS.index(wanted.kind) * NUMBERS_OF_A_KIND
    of_kind = (first, first + NUMBERS_OF_A_KIND - 1)
    parts: list[str] = ["item BETWEEN ? AND ?"]
    values: list[object] = [*of_kind]
    for sign, asked in (
        ("IN", fts5_query(wanted.all_of)),
        ("NOT IN", fts5_any(wanted.none_of)),
    ):
        if asked:
            parts.append(f"item {sign} ({_MATCH})")
            values += [asked, *of_kind]
    for clock, stretches in zip(_CLOCKS, (wanted.when, wanted.learned), strict=True):
        for days in stretches:
            parts.append(f"{clock}_first <= ? AND {clock}_last >= ? AND {_EXACTLY}")
            values += [days[1], days[0], clock, days[1], days[0]]
    if wanted.after:
        parts.append("position > ?")
        values.append(wanted.after)
    return " AND ".join(parts), values


_EXACTLY = (
    "(NOT is_split OR EXISTS (SELECT 1 FROM days WHERE days.item = items.item AND clock = ? "
    "AND first <= ? AND last >= ?))"
)
_MATCH = "SELECT rowid FROM terms WHERE terms MATCH ? AND rowid BETWEEN ? AND ?"


def _tier(wanted: Wanted) -> tuple[str, list[object]]:
    """What rows are sorted by first: how much of what is preferred they meet."""
    first = KINDS.index(wanted.kind) * NUMBERS_OF_A_KIND
    cases: list[str] = []
    values: list[object] = []
    for number, clauses in enumerate(wanted.preferred):
        cases.append(f"WHEN item IN ({_MATCH}) THEN {number}")
        values += [fts5_query(clauses), first, first + NUMBERS_OF_A_KIND - 1]
    written = f"CASE {' '.join(cases)} ELSE {len(cases)} END, " if cases else ""
    return written, values


def _opened(path: Path) -> sqlite3.Connection:
    """A connection to an index that can be used. Raises: sqlite3.Error, OSError."""
    try:
        connection = _connected(path, mode="rwc")
    except sqlite3.OperationalError:
        return _unchanging(path)
    try:
        _prepare(connection)
    except sqlite3.OperationalError:  # in use, or on a disk that cannot be written
        connection.close()
        return _unchanging(path)
    except sqlite3.DatabaseError:  # damaged: it is made again from the register
        connection.close()
        path.unlink()
        connection = _connected(path, mode="rwc")
        _prepare(connection)
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    """Makes the tables where they are not, or are of another layout."""
    if _layout(connection) == LAYOUT:
        return
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    if _layout(connection) != LAYOUT:  # nobody else has made them meanwhile
        for (name,) in connection.execute(_OWN_TABLES).fetchall():
            connection.execute(f"DROP TABLE IF EXISTS {name}")
        for made in _schema().split(";\n"):
            connection.execute(made)
        connection.execute(f"PRAGMA user_version = {LAYOUT}")
    connection.execute("COMMIT")


_OWN_TABLES = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name IN "
    "('reached', 'items', 'days', 'facets', 'terms')"
)


def _layout(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _unchanging(path: Path) -> sqlite3.Connection:
    if not path.exists():
        raise RegisterNotWritable(path=str(path), why="there is no index, and none can be made")
    connection = _connected(path, mode="ro", immutable="1")
    if _layout(connection) != LAYOUT:
        raise RegisterNotWritable(path=str(path), why="the index is of another version")
    return connection


def _connected(path: Path, **options: str) -> sqlite3.Connection:
    asked = "&".join(f"{name}={value}" for name, value in options.items())
    address = f"file:{quote(str(path.absolute()))}?{asked}"
    connection = sqlite3.connect(address, uri=True, timeout=BUSY_TIMEOUT_S, isolation_level=None)
    # What a power cut takes is made again.
    connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def _schema() -> str:
    return files("habeas.stores").joinpath(f"schema/search_{LAYOUT}.sql").read_text("utf-8")
