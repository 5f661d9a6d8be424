"""A register in a folder: `register.sqlite` and its blobs.

Write-ahead log with synchronous=FULL: what was acknowledged survives a power cut, and readers do
not wait for a writer. No statement stays open between two steps of an iteration, so that nobody's
reading keeps anybody from appending.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self, TypeVar

from habeas.model.entry import GENESIS, Entry, EntryKind, Head
from habeas.model.errors import LostRace, RegisterDamaged, RegisterNotWritable
from habeas.stores import sqlite_file
from habeas.stores.blob_folder import BlobFolder
from habeas.stores.entry_rows import COLUMNS, INSERT, from_row
from habeas.stores.failures import FAILURES, reading_from, writing_to
from habeas.stores.gathering import Gathering
from habeas.stores.search_sqlite import SqliteIndex

_ROWS_AT_ONCE = 1000
_AFTER_ALL = "\U0010ffff"  # sorts behind whatever follows a prefix

_Key = TypeVar("_Key", int, bytes)


class SqliteStore:
    """One open register. Not to be shared between threads; each opens its own."""

    def __init__(self, folder: Path, *, is_read_only: bool = False) -> None:
        """Opens the register in `folder`.

        Raises: RegisterMissing, NotARegister, RegisterTooNew, RegisterDamaged, RegisterNotWritable.
        """
        self.location = str(folder)
        with writing_to(self.location):
            sqlite_file.recognise(folder)
        self._folder = folder
        self._is_read_only = is_read_only
        self._blobs = BlobFolder(folder / sqlite_file.BLOBS)
        with reading_from(self.location):
            self._connection = sqlite_file.connect(folder, is_read_only=is_read_only)
            for fault in sqlite_file.layout_faults(self._connection, "table"):
                raise RegisterDamaged(path=self.location, what=fault)

    @classmethod
    def create(cls, folder: Path) -> Self:
        """Opens the register in `folder`, made first where nothing stands.

        Raises: NotARegister, RegisterTooNew, RegisterDamaged, RegisterNotWritable.
        """
        sqlite_file.create(folder)
        return cls(folder)

    def head(self) -> Head:
        rows = self._rows("SELECT position, hash FROM entries ORDER BY position DESC LIMIT 1")
        if not rows:
            return GENESIS
        position, hashed = rows[0]
        # A damaged hash is shown as what it is; `check` says what is wrong with it.
        return Head(position, hashed.hex() if isinstance(hashed, bytes) else str(hashed))

    @contextmanager
    def writing(self, after: int) -> Iterator[SqliteWriter]:
        with self._transaction():
            head = self.head().position
            if head != after:
                raise LostRace(after=after, head=head)
            writer = SqliteWriter(self, self._connection)
            yield writer
            with writing_to(self.location):
                writer.flush()

    def entries(
        self, *, after: int = 0, until: int | None = None, kind: EntryKind | None = None
    ) -> Iterator[Entry]:
        wanted = "" if kind is None else f"AND kind = '{kind.value}' "
        asked = (
            f"SELECT {COLUMNS} FROM entries WHERE position > ? AND position <= ? "  # noqa: S608
            f"{wanted}ORDER BY position LIMIT {_ROWS_AT_ONCE}"
        )
        last = self.head().position if until is None else until
        while rows := self._rows(asked, after, last):
            for row in rows:
                yield self._entry(row)
            after = self._further(rows[-1][0], after)

    def entries_about(self, subject: str) -> Iterator[Entry]:
        asked = (
            f"SELECT {COLUMNS} FROM subjects JOIN entries USING (position) "  # noqa: S608
            f"WHERE subject = ? AND position > ? ORDER BY position LIMIT {_ROWS_AT_ONCE}"
        )
        after = 0
        while rows := self._rows(asked, subject, after):
            for row in rows:
                yield self._entry(row)
            after = self._further(rows[-1][0], after)
            if len(rows) < _ROWS_AT_ONCE:
                return

    def subjects_of(self, position: int) -> Sequence[str]:
        asked = "SELECT subject FROM subjects WHERE position = ? ORDER BY subject"
        return [str(row[0]) for row in self._rows(asked, position)]

    def find(self, id_prefix: str, kind: EntryKind | None = None) -> Sequence[Entry]:
        asked = f"SELECT {COLUMNS} FROM entries WHERE id >= ? AND id < ? ORDER BY position"  # noqa: S608
        found = [self._entry(row) for row in self._rows(asked, id_prefix, id_prefix + _AFTER_ALL)]
        return [entry for entry in found if kind is None or entry.kind is kind]

    def projection(self, subject: str) -> str | None:
        rows = self._rows("SELECT content FROM projections WHERE subject = ?", subject)
        return str(rows[0][0]) if rows else None

    def projections(self, prefix: str = "") -> Iterator[tuple[str, str]]:
        asked = (
            "SELECT subject, content FROM projections WHERE subject {} CAST(? AS TEXT) "  # noqa: S608
            f"AND subject < ? ORDER BY subject LIMIT {_ROWS_AT_ONCE}"
        )
        last = b""
        rows = self._rows(asked.format(">="), prefix.encode(), prefix + _AFTER_ALL)
        while rows:
            yield from rows
            reached = rows[-1][0].encode("utf-8", "surrogateescape")  # as it stands, even damaged
            last = self._further(reached, last)
            rows = self._rows(asked.format(">"), last, prefix + _AFTER_ALL)

    def replace_projections(self, contents: Iterator[tuple[str, str]]) -> None:
        with self._transaction(), writing_to(self.location):
            self._connection.execute("DELETE FROM projections")
            self._connection.executemany("INSERT INTO projections VALUES (?, ?)", contents)

    def put_blob(self, content: bytes) -> str:
        if self._is_read_only:
            raise RegisterNotWritable(path=self.location, why="it was opened for reading")
        with writing_to(self.location):
            return self._blobs.put(content)

    def blob(self, sha256: str) -> bytes | None:
        try:
            return self._blobs.get(sha256)
        except OSError as failure:
            raise RegisterDamaged(path=self.location, what=f"blob {sha256}: {failure}") from failure

    def blobs(self) -> Iterator[str]:
        yield from self._blobs.names()

    def search_index(self) -> SqliteIndex:
        return SqliteIndex(self._folder)

    def faults(self) -> Iterator[str]:
        """What is wrong with the file itself: pages, indexes, tables and triggers."""
        try:
            yield from sqlite_file.faults(self._connection)
        except FAILURES as failure:
            yield str(failure)

    def close(self) -> None:
        with suppress(sqlite3.Error):
            self._connection.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        if self._is_read_only:
            raise RegisterNotWritable(path=self.location, why="it was opened for reading")
        try:
            with writing_to(self.location):
                self._connection.execute("BEGIN IMMEDIATE")
            yield
            with writing_to(self.location):
                self._connection.execute("COMMIT")
        except BaseException:  # Ctrl-C as well: nothing half-written
            with suppress(sqlite3.Error):
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
            raise

    def _rows(self, asked: str, *values: object) -> list[tuple[Any, ...]]:
        with reading_from(self.location):
            try:
                return self._connection.execute(asked, values).fetchall()
            except UnicodeEncodeError:  # asked for what no text has in it: nothing goes by it
                return []

    def _further(self, reached: _Key, before: _Key) -> _Key:
        # A damaged index can lead back to where it came from, and reading would never end.
        if not reached > before:
            raise RegisterDamaged(path=self.location, what=f"rows out of order at {reached!r}")
        return reached

    def _entry(self, row: tuple[Any, ...]) -> Entry:
        try:
            return from_row(row)
        except (ValueError, TypeError, AttributeError, OverflowError) as broken:
            what = f"entry {row[0]} cannot be read ({broken})"
            raise RegisterDamaged(path=self.location, what=what) from broken


class SqliteWriter(Gathering):
    """One append; rows are gathered and written together."""

    def __init__(self, store: SqliteStore, connection: sqlite3.Connection) -> None:
        super().__init__()
        self._store = store
        self._connection = connection

    def entries_about(self, subject: str) -> Iterator[Entry]:
        with writing_to(self._store.location):
            self.flush()
        yield from self._store.entries_about(subject)

    def flush(self) -> None:
        """Writes what was gathered. Raises: sqlite3.Error."""
        many = self._connection.executemany
        many(INSERT, self.entries)
        many("INSERT INTO subjects VALUES (?, ?)", sorted(self.subjects))
        many("INSERT OR REPLACE INTO projections VALUES (?, ?)", self.kept())
        many("DELETE FROM projections WHERE subject = ?", self.gone())
        self.clear()
