"""The index of words in a register's schema on a PostgreSQL server: arrays of terms under GIN.

It has a connection and a lock of its own, so that an append waits for no index. Terms come ready
made, and no dictionary of the server touches them: it finds what SQLite finds, in the same order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from importlib.resources import files
from typing import Any

import psycopg
from psycopg import sql

from habeas.model.search import Clause, Facet, HitKind, Indexed, Reached, Wanted
from habeas.stores.postgres_place import Place, complaints
from habeas.stores.search_postgres_writer import PostgresIndexWriter, kind_term
from habeas.stores.search_rows import ROWS_AT_ONCE, terms_in, text_of

LAYOUT = 1
_COLUMNS = "kind, name, position, weight, sorted_by, held, learned, facets, words, keys"


class PostgresIndex:
    """One open index. Not to be shared between threads; each opens its own."""

    def __init__(self, place: Place, lock: int) -> None:
        """Opens the index in a register's schema, made first where there is none.

        Raises: RegisterNotWritable, where there is none and none can be made.
        """
        self._place = place
        self._lock = lock
        self.location = place.shown
        with complaints(place):
            self._connection = psycopg.connect(place.address, autocommit=True)
            self._connection.execute("SET client_encoding TO 'UTF8'")
        try:
            self._prepare()
        except BaseException:
            self.close()
            raise

    def reached(self) -> Reached:
        found = self._rows("SELECT position, hash, made_by FROM {s}.search_reached")
        return Reached(*found[0]) if found else Reached()

    @contextmanager
    def changing(self) -> Iterator[PostgresIndexWriter]:
        with complaints(self._place):
            self._connection.execute("BEGIN")
        try:
            with complaints(self._place):
                self._connection.execute("SELECT pg_advisory_xact_lock(%s)", (self._lock,))
                writer = PostgresIndexWriter(
                    self._connection, self._place, self.reached(), self.rows_of
                )
            yield writer
            with complaints(self._place):
                writer.flush()
                self._connection.execute("COMMIT")
        except BaseException:  # Ctrl-C as well: nothing half-indexed
            with suppress(psycopg.Error):
                self._connection.execute("ROLLBACK")
            raise

    def find(self, wanted: Wanted, *, most: int, skip: int = 0) -> tuple[int, Sequence[str]]:
        where, values = _where(wanted)
        ((total,),) = self._rows(f"SELECT count(*) FROM {{s}}.search_items WHERE {where}", *values)  # noqa: S608
        tier, tier_values = _tier(wanted)
        asked = (
            f"SELECT name FROM {{s}}.search_items WHERE {where} "  # noqa: S608
            f"ORDER BY {tier}weight DESC, sorted_by, name LIMIT %s OFFSET %s"
        )
        found = self._rows(asked, *values, *tier_values, most, skip)
        return total, [str(name) for (name,) in found]

    def counts(self, wanted: Wanted) -> Mapping[Facet, int]:
        where, values = _where(wanted)
        asked = (
            "SELECT field, value, counted FROM {s}.search_facets JOIN (SELECT number, "  # noqa: S608
            "count(*) AS counted FROM {s}.search_items, unnest(facets) AS number "
            f"WHERE {where} GROUP BY number) AS found USING (number)"
        )
        return {Facet(field, value): count for field, value, count in self._rows(asked, *values)}

    def rows(self) -> Iterator[Indexed]:
        asked = (
            f"SELECT {_COLUMNS} FROM {{s}}.search_items WHERE (kind, name) > (%s, %s) "  # noqa: S608
            "ORDER BY kind, name LIMIT %s"
        )
        last: tuple[str, str] = ("", "")
        while found := self._rows(asked, *last, ROWS_AT_ONCE):
            yield from self._as_rows(found)
            last = (found[-1][0], found[-1][1])

    def rows_of(self, kind: HitKind, names: Sequence[str]) -> list[Indexed]:
        """The rows of these names that are there, by name."""
        asked = (
            f"SELECT {_COLUMNS} FROM {{s}}.search_items WHERE kind = %s AND name = ANY(%s) "  # noqa: S608
            "ORDER BY name"
        )
        return self._as_rows(self._rows(asked, kind.value, list(names)))

    def close(self) -> None:
        with suppress(psycopg.Error):
            self._connection.close()

    def _as_rows(self, found: Sequence[tuple[Any, ...]]) -> list[Indexed]:
        numbers = sorted({number for row in found for number in row[7]})
        asked = "SELECT number, field, value FROM {s}.search_facets WHERE number = ANY(%s)"
        facets = {row[0]: Facet(row[1], row[2]) for row in self._rows(asked, numbers)}
        return [
            Indexed(
                kind=HitKind(kind),
                name=name,
                words=terms_in(words.strip(" ")),
                keys=terms_in(keys),
                facets=tuple(sorted(facets[number] for number in own)),
                when=tuple((one.lower, one.upper - 1) for one in held),
                learned=tuple((one.lower, one.upper - 1) for one in learned),
                position=position,
                weight=weight,
                order=order,
            )
            for kind, name, position, weight, order, held, learned, own, words, keys in found
        ]

    def _prepare(self) -> None:
        """Makes the tables where they are not, or are of another layout."""
        if self._layout() == LAYOUT:
            return
        with complaints(self._place), self._connection.transaction():
            self._connection.execute("SELECT pg_advisory_xact_lock(%s)", (self._lock,))
            if self._layout() != LAYOUT:  # nobody else has made them meanwhile
                for table in ("search_reached", "search_items", "search_facets"):
                    self._connection.execute(self._said(f"DROP TABLE IF EXISTS {{s}}.{table}"))
                self._connection.execute(sql.SQL(_written()).format(schema=self._place.quoted))
                made = self._said("INSERT INTO {s}.search_reached VALUES (%s, 0, '', '')")
                self._connection.execute(made, (LAYOUT,))

    def _layout(self) -> int:
        asked = "SELECT 1 FROM pg_tables WHERE schemaname = %s AND tablename = 'search_reached'"
        if not self._rows(asked, self._place.schema):
            return 0
        found = self._rows("SELECT max(layout) FROM {s}.search_reached")
        return int(found[0][0] or 0)

    def _rows(self, asked: str, *values: object) -> list[tuple[Any, ...]]:
        with complaints(self._place):
            return self._connection.execute(self._said(asked), values).fetchall()

    def _said(self, asked: str) -> sql.Composed:
        return sql.SQL(asked).format(s=self._place.quoted)


def _where(wanted: Wanted) -> tuple[str, list[object]]:
    """The condition rows must meet, and its values."""
    parts, values = ["terms @> %s"], [[kind_term(wanted.kind)]]
    told: list[object] = [*values]
    for clause in wanted.all_of:
        part, value = _meets(clause)
        parts.append(part)
        told += value
    for clause in wanted.none_of:
        part, value = _meets(clause)
        parts.append(f"NOT {part}")
        told += value
    for column, stretches in (("held", wanted.when), ("learned", wanted.learned)):
        for days in stretches:
            parts.append(f"{column} && int4range(%s, %s, '[]')")
            told += days
    if wanted.after:
        parts.append("position > %s")
        told.append(wanted.after)
    return " AND ".join(parts), told


def _meets(clause: Clause) -> tuple[str, list[object]]:
    """Any phrase of the clause: terms under the index, phrases looked for among what it finds."""
    alone = [phrase[0] for phrase in clause if len(phrase) == 1]
    parts: list[str] = ["terms && %s"] if alone else []
    values: list[object] = [alone] if alone else []
    for phrase in clause:
        if len(phrase) > 1:
            parts.append("(terms @> %s AND strpos(words, %s) > 0)")
            values += [list(phrase), f" {text_of(phrase)} "]
    return f"({' OR '.join(parts)})", values


def _tier(wanted: Wanted) -> tuple[str, list[object]]:
    """What rows are sorted by first: how much of what is preferred they meet."""
    cases: list[str] = []
    values: list[object] = []
    for number, clauses in enumerate(wanted.preferred):
        met = [_meets(clause) for clause in clauses]
        cases.append(f"WHEN {' AND '.join(part for part, _ in met)} THEN {number}")
        values += [one for _, found in met for one in found]
    return (f"CASE {' '.join(cases)} ELSE {len(cases)} END, " if cases else ""), values


@cache
def _written() -> str:
    path = files("habeas.stores").joinpath("schema/search_postgres.sql")
    return path.read_text(encoding="utf-8")
