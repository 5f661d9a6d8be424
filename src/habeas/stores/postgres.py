"""A register in a schema of a PostgreSQL server, for teams: many read while one at a time appends.

An append takes a lock of the register, looks whether the ledger still ends where it is to go on,
and commits all of it or nothing. Whoever listens is told of each new head (`listen`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import sha256 as hash_of
from importlib.resources import files
from typing import Any, Self

import psycopg
from psycopg import sql

from habeas.model.entry import GENESIS, Entry, EntryKind, Head
from habeas.model.errors import (
    LostRace,
    NotARegister,
    RegisterDamaged,
    RegisterMissing,
    RegisterNotWritable,
    RegisterTooNew,
)
from habeas.stores.entry_rows import COLUMNS, from_row
from habeas.stores.gathering import Gathering
from habeas.stores.postgres_place import Place, complaints, place_of
from habeas.stores.search_postgres import PostgresIndex

LAYOUT = 1
_ROWS_AT_ONCE = 1000
_AFTER_ALL = "\U0010ffff"  # sorts behind whatever follows a prefix
_HEX_DIGITS = 64
_TABLES = frozenset({"layout", "entries", "subjects", "projections", "blobs"})
_TRIGGERS = frozenset(
    {
        "entries_follow_one_another",
        "entries_are_never_deleted",
        "entries_are_never_emptied",
        "entries_are_never_changed",
    }
)


class PostgresStore:
    """One open register. Not to be shared between threads; each opens its own."""

    def __init__(self, address: str, *, is_read_only: bool = False) -> None:
        """Opens the register at `postgresql://.../database?schema=name`.

        Raises: RegisterMissing, NotARegister, RegisterTooNew, RegisterNotWritable.
        """
        self._place = place_of(address)
        self.location = self._place.shown
        self._is_read_only = is_read_only
        self._connection = _connect(self._place, is_read_only=is_read_only)
        try:
            self._recognise()
        except BaseException:
            self.close()
            raise

    @classmethod
    def create(cls, address: str) -> Self:
        """Opens the register there, made first where its schema does not exist or is empty.

        Raises: NotARegister, RegisterTooNew, RegisterNotWritable.
        """
        place = place_of(address)
        with complaints(place), _connect(place) as connection, connection.transaction():
            connection.execute("SELECT pg_advisory_xact_lock(%s)", (_lock(place.schema),))
            if not _tables(connection, place):
                connection.execute(_schema(place))
        return cls(address)

    def head(self) -> Head:
        rows = self._rows("SELECT position, hash FROM {s}.entries ORDER BY position DESC LIMIT 1")
        return Head(rows[0][0], rows[0][1].hex()) if rows else GENESIS

    @contextmanager
    def writing(self, after: int) -> Iterator[PostgresWriter]:
        with self._transaction():
            head = self.head().position
            if head != after:
                raise LostRace(after=after, head=head)
            writer = PostgresWriter(self, self._connection, self._place)
            yield writer
            with complaints(self._place):
                writer.flush()
                self._connection.execute(
                    "SELECT pg_notify(%s, %s)",
                    (channel(self._place.schema), str(self.head().position)),
                )

    def entries(
        self, *, after: int = 0, until: int | None = None, kind: EntryKind | None = None
    ) -> Iterator[Entry]:
        asked = (
            f"SELECT {COLUMNS} FROM {{s}}.entries WHERE position > %s AND position <= %s "  # noqa: S608
            "AND (%s::text IS NULL OR kind = %s) ORDER BY position LIMIT %s"
        )
        last = self.head().position if until is None else until
        wanted = None if kind is None else kind.value
        while rows := self._rows(asked, after, last, wanted, wanted, _ROWS_AT_ONCE):
            for row in rows:
                yield self._entry(row)
            after = rows[-1][0]

    def entries_about(self, subject: str) -> Iterator[Entry]:
        asked = (
            f"SELECT {COLUMNS} FROM {{s}}.subjects JOIN {{s}}.entries USING (position) "  # noqa: S608
            "WHERE subject = %s AND position > %s ORDER BY position LIMIT %s"
        )
        after = 0
        while rows := self._rows(asked, subject, after, _ROWS_AT_ONCE):
            for row in rows:
                yield self._entry(row)
            after = rows[-1][0]
            if len(rows) < _ROWS_AT_ONCE:
                return

    def subjects_of(self, position: int) -> Sequence[str]:
        asked = "SELECT subject FROM {s}.subjects WHERE position = %s ORDER BY subject"
        return [str(row[0]) for row in self._rows(asked, position)]

    def find(self, id_prefix: str, kind: EntryKind | None = None) -> Sequence[Entry]:
        asked = (
            f"SELECT {COLUMNS} FROM {{s}}.entries "  # noqa: S608
            "WHERE id >= %s AND id < %s ORDER BY position"
        )
        rows = self._rows(asked, id_prefix, id_prefix + _AFTER_ALL)
        found = [self._entry(row) for row in rows]
        return [entry for entry in found if kind is None or entry.kind is kind]

    def projection(self, subject: str) -> str | None:
        rows = self._rows("SELECT content FROM {s}.projections WHERE subject = %s", subject)
        return str(rows[0][0]) if rows else None

    def projections(self, prefix: str = "") -> Iterator[tuple[str, str]]:
        asked = (
            "SELECT subject, content FROM {s}.projections WHERE subject {} %s AND subject < %s "
            "ORDER BY subject LIMIT %s"
        )
        end = prefix + _AFTER_ALL
        rows = self._rows(asked.replace("{}", ">="), prefix, end, _ROWS_AT_ONCE)
        while rows:
            yield from rows
            rows = self._rows(asked.replace("{}", ">"), rows[-1][0], end, _ROWS_AT_ONCE)

    def replace_projections(self, contents: Iterator[tuple[str, str]]) -> None:
        with self._transaction():
            with complaints(self._place):
                self._connection.execute(self._said("DELETE FROM {s}.projections"))
            asked = self._said("COPY {s}.projections FROM STDIN")
            rows = list(contents)  # the store is asked while they are made
            with (
                complaints(self._place),
                self._connection.cursor() as cursor,
                cursor.copy(asked) as copy,
            ):
                for row in rows:
                    copy.write_row(row)

    def put_blob(self, content: bytes) -> str:
        if self._is_read_only:
            raise RegisterNotWritable(path=self.location, why="it was opened for reading")
        digest = hash_of(content)
        asked = "INSERT INTO {s}.blobs VALUES (%s, %s) ON CONFLICT DO NOTHING"
        with complaints(self._place):
            self._connection.execute(self._said(asked), (digest.digest(), content))
        return digest.hexdigest()

    def blob(self, sha256: str) -> bytes | None:
        try:
            name = bytes.fromhex(sha256) if len(sha256) == _HEX_DIGITS else b""
        except ValueError:
            return None
        rows = self._rows("SELECT content FROM {s}.blobs WHERE sha256 = %s", name)
        return bytes(rows[0][0]) if rows else None

    def blobs(self) -> Iterator[str]:
        last = b""
        asked = "SELECT sha256 FROM {s}.blobs WHERE sha256 > %s ORDER BY sha256 LIMIT %s"
        while rows := self._rows(asked, last, _ROWS_AT_ONCE):
            yield from (row[0].hex() for row in rows)
            last = rows[-1][0]

    def listen(self, seconds: float) -> Iterator[int]:
        """Positions of new heads as others append them, until none has come for so long."""
        with complaints(self._place), psycopg.connect(self._place.address, autocommit=True) as own:
            own.execute(sql.SQL("LISTEN {}").format(sql.Identifier(channel(self._place.schema))))
            while told := list(own.notifies(timeout=seconds, stop_after=1)):
                yield from (int(one.payload) for one in told)

    def search_index(self) -> PostgresIndex:
        return PostgresIndex(self._place, _lock(f"search {self._place.schema}"))

    def faults(self) -> Iterator[str]:
        """What is wrong with the tables and triggers of the register."""
        triggers = {
            str(row[0])
            for row in self._rows(
                "SELECT tgname FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid "
                "JOIN pg_namespace n ON n.oid = c.relnamespace "
                "WHERE NOT tgisinternal AND tgenabled = 'O' AND n.nspname = %s",
                self._place.schema,
            )
        }
        for name in sorted(_TRIGGERS - triggers):
            yield f"trigger {name} is missing or switched off"
        lost = (
            "SELECT DISTINCT s.position FROM {s}.subjects s "
            "LEFT JOIN {s}.entries e USING (position) WHERE e.position IS NULL ORDER BY 1"
        )
        for (position,) in self._rows(lost):
            yield f"the index lists entry {position}, which is not there"

    def close(self) -> None:
        with suppress(psycopg.Error):
            self._connection.close()

    def _recognise(self) -> None:
        with complaints(self._place):
            tables = _tables(self._connection, self._place)
        if not tables:
            raise RegisterMissing(path=self.location)
        if not tables >= _TABLES:
            found = f"the schema has other tables ({', '.join(sorted(tables)[:5])})"
            raise NotARegister(path=self.location, found=found)
        (layout,) = self._rows("SELECT max(layout) FROM {s}.layout")[0]
        if layout is None or layout > LAYOUT:
            raise RegisterTooNew(path=self.location, found=layout or 0, known=LAYOUT)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        if self._is_read_only:
            raise RegisterNotWritable(path=self.location, why="it was opened for reading")
        with complaints(self._place):
            self._connection.execute("BEGIN")
        try:
            with complaints(self._place):
                lock = (_lock(self._place.schema),)
                self._connection.execute("SELECT pg_advisory_xact_lock(%s)", lock)
            yield
            with complaints(self._place):
                self._connection.execute("COMMIT")
        except BaseException:  # Ctrl-C as well: nothing half-written
            with suppress(psycopg.Error):
                self._connection.execute("ROLLBACK")
            raise

    def _rows(self, asked: str, *values: object) -> list[tuple[Any, ...]]:
        with complaints(self._place):
            try:
                return self._connection.execute(self._said(asked), values).fetchall()
            except (UnicodeEncodeError, psycopg.DataError):
                return []  # asked for what no text has in it: nothing goes by it

    def _said(self, asked: str) -> sql.Composed:
        return sql.SQL(asked).format(s=self._place.quoted)

    def _entry(self, row: tuple[Any, ...]) -> Entry:
        try:
            return from_row(row)
        except (ValueError, TypeError, AttributeError, OverflowError) as broken:
            what = f"entry {row[0]} cannot be read ({broken})"
            raise RegisterDamaged(path=self.location, what=what) from broken


class PostgresWriter(Gathering):
    """One append; rows are gathered and written together."""

    def __init__(
        self, store: PostgresStore, connection: psycopg.Connection[Any], place: Place
    ) -> None:
        super().__init__()
        self._store = store
        self._connection = connection
        self._place = place

    def entries_about(self, subject: str) -> Iterator[Entry]:
        with complaints(self._place):
            self.flush()
        yield from self._store.entries_about(subject)

    def flush(self) -> None:
        """Writes what was gathered. Raises: psycopg.Error."""
        self._copy("entries", self.entries)
        self._copy("subjects", sorted(self.subjects))
        with self._connection.cursor() as cursor:
            cursor.executemany(
                self._said(
                    "INSERT INTO {s}.projections VALUES (%s, %s) "
                    "ON CONFLICT (subject) DO UPDATE SET content = excluded.content"
                ),
                self.kept(),
            )
            asked = self._said("DELETE FROM {s}.projections WHERE subject = %s")
            cursor.executemany(asked, self.gone())
        self.clear()

    def _copy(self, table: str, found: Sequence[tuple[Any, ...]]) -> None:
        if not found:
            return
        asked = sql.SQL("COPY {}.{} FROM STDIN").format(self._place.quoted, sql.Identifier(table))
        with self._connection.cursor() as cursor, cursor.copy(asked) as copy:
            for row in found:
                copy.write_row(row)

    def _said(self, asked: str) -> sql.Composed:
        return sql.SQL(asked).format(s=self._place.quoted)


def channel(schema: str) -> str:
    """The channel on which new heads of a register are told."""
    return f"habeas_{schema}"


def _connect(place: Place, *, is_read_only: bool = False) -> psycopg.Connection[Any]:
    with complaints(place):
        connection = psycopg.connect(place.address, autocommit=True)
        connection.execute("SET client_encoding TO 'UTF8'")
        if is_read_only:
            connection.execute("SET default_transaction_read_only TO on")
        return connection


def _tables(connection: psycopg.Connection[Any], place: Place) -> frozenset[str]:
    asked = "SELECT tablename FROM pg_tables WHERE schemaname = %s"
    return frozenset(str(row[0]) for row in connection.execute(asked, (place.schema,)))


def _schema(place: Place) -> sql.Composed:
    return sql.SQL(_written()).format(schema=place.quoted)


@cache
def _written() -> str:
    return files("habeas.stores").joinpath("schema/postgres.sql").read_text(encoding="utf-8")


def _lock(schema: str) -> int:
    """The number of the register's lock: 63 bits of the hash of its schema's name."""
    return int.from_bytes(hash_of(f"habeas {schema}".encode()).digest()[:8], "big") >> 1
