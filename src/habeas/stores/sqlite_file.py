"""The file `register.sqlite`: making one, telling whether it is one, opening it."""

from __future__ import annotations

import os
import secrets
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing, suppress
from functools import cache
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

from habeas.model.errors import (
    NotARegister,
    RegisterDamaged,
    RegisterMissing,
    RegisterNotWritable,
    RegisterTooNew,
)
from habeas.stores.blob_folder import give_name, sync_folder
from habeas.stores.failures import writing_to

FILE = "register.sqlite"
BLOBS = "blobs"
APPLICATION = 0x48414245  # "HABE"
LAYOUT = 1
BUSY_TIMEOUT_S = 20.0

# https://www.sqlite.org/fileformat.html, 1.3: where the two numbers stand in the file's header.
_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100
_LAYOUT_AT = 60
_APPLICATION_AT = 68
# What a fresh disk or a file browser leaves in a folder; hidden files are passed over as well.
_NOT_COUNTED = {"lost+found", "Thumbs.db", "desktop.ini"}


def create(folder: Path) -> None:
    """Makes an empty register in a folder that does not exist or holds nothing.

    Does nothing where a register stands already. The file appears whole or not at all.
    Raises: NotARegister, RegisterNotWritable.
    """
    if folder.exists() and not folder.is_dir():
        raise NotARegister(path=str(folder), found="it is a file; a register is a folder")
    with writing_to(str(folder)):
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / FILE).exists():
            _refuse_strangers(folder)
            _make(folder)


def recognise(folder: Path) -> None:
    """Makes sure that a register of ours stands there; nothing is written.

    Raises: RegisterMissing, NotARegister, RegisterTooNew, RegisterDamaged.
    """
    path = folder / FILE
    if folder.exists() and not folder.is_dir():
        raise NotARegister(path=str(folder), found="it is a file; a register is a folder")
    if not path.exists():
        if (folder / BLOBS).is_dir():
            raise RegisterDamaged(path=str(folder), what=f"{FILE} is gone, its blobs are there")
        raise RegisterMissing(path=str(folder))
    header = _header(path)
    if not header.startswith(_MAGIC) or len(header) < _HEADER_BYTES:
        raise NotARegister(path=str(path), found=_described(header))
    application, layout = _number(header, _APPLICATION_AT), _number(header, _LAYOUT_AT)
    if application != APPLICATION:
        raise NotARegister(path=str(path), found="a database of another program")
    if layout > LAYOUT:
        raise RegisterTooNew(path=str(folder), found=layout, known=LAYOUT)
    if layout < 1:
        raise RegisterDamaged(path=str(folder), what=f"its layout is numbered {layout}")


def connect(folder: Path, *, is_read_only: bool) -> sqlite3.Connection:
    """A connection to a recognised register; no transaction is open. Raises: sqlite3.Error."""
    path = folder / FILE
    if not is_read_only:
        connection = _connect(path, mode="rw")
        connection.execute("PRAGMA synchronous = FULL")
        # Without it INSERT OR REPLACE deletes rows and no trigger is asked.
        connection.execute("PRAGMA recursive_triggers = ON")
        return connection
    try:
        return _read(_connect(path, mode="ro"))
    except sqlite3.OperationalError:
        return _connect_unchanging(folder)


def faults(connection: sqlite3.Connection) -> Iterator[str]:
    """What is wrong with pages, indexes, tables and triggers, in words. Raises: sqlite3.Error."""
    for (line,) in connection.execute("PRAGMA integrity_check(20)").fetchall():
        if line != "ok":
            yield str(line)
    lost = (
        "SELECT DISTINCT position FROM subjects "
        "WHERE position NOT IN (SELECT position FROM entries)"
    )
    for (position,) in connection.execute(lost).fetchall():
        yield f"the index lists entry {position}, which is not there"
    yield from layout_faults(connection)

    wanted, found = _parts_wanted(), _parts(connection)
    for name in sorted(found.keys() - wanted.keys()):
        if not name.startswith("table sqlite_stat"):  # left by ANALYZE
            yield f"{name} does not belong here"


def layout_faults(connection: sqlite3.Connection, kind: str = "") -> Iterator[str]:
    """Which of our tables, indexes and triggers (or of one `kind`) are not as we made them."""
    wanted, found = _parts_wanted(), _parts(connection)
    for name in sorted(wanted):
        if name.startswith(kind) and name not in found:
            yield f"{name} is missing"
        elif name.startswith(kind) and wanted[name] != found[name]:
            yield f"{name} has been altered"


@cache
def _parts_wanted() -> dict[str, str]:
    with closing(sqlite3.connect(":memory:")) as fresh:
        fresh.executescript(_schema())
        return _parts(fresh)


def _parts(connection: sqlite3.Connection) -> dict[str, str]:
    # quote() tells text from bytes that look like it.
    asked = (
        "SELECT type || ' ' || name, quote(name) || quote(tbl_name) || quote(sql) "
        "FROM sqlite_master"
    )
    return dict(connection.execute(asked).fetchall())


def _schema() -> str:
    return files("habeas.stores").joinpath(f"schema/register_{LAYOUT}.sql").read_text("utf-8")


def _connect_unchanging(folder: Path) -> sqlite3.Connection:
    # A journal that nobody may merge: read past it and acknowledged entries would be missing.
    journal = folder / f"{FILE}-wal"
    if journal.exists() and journal.stat().st_size:
        raise RegisterNotWritable(
            path=str(folder), why=f"{journal.name} holds entries that first have to be merged in"
        )
    return _read(_connect(folder / FILE, mode="ro", immutable="1"))


def _connect(path: Path, **options: str) -> sqlite3.Connection:
    asked = "&".join(f"{name}={value}" for name, value in options.items())
    address = f"file:{quote(str(path.absolute()))}?{asked}"
    connection = sqlite3.connect(address, uri=True, timeout=BUSY_TIMEOUT_S, isolation_level=None)
    connection.text_factory = _text
    return connection


def _text(raw: bytes) -> str:
    # A damaged byte comes through as something no text has, to be found by comparing.
    return raw.decode("utf-8", "surrogateescape")


def _read(connection: sqlite3.Connection) -> sqlite3.Connection:
    try:
        connection.execute("SELECT max(position) FROM entries").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _refuse_strangers(folder: Path) -> None:
    names = [path.name for path in folder.iterdir() if not path.name.startswith(".")]
    strange = sorted(set(names) - _NOT_COUNTED)
    if strange:
        raise NotARegister(path=str(folder), found=f"the folder holds other things ({strange[0]})")


def _make(folder: Path) -> None:
    aside = folder / f".{FILE}-{secrets.token_hex(8)}"
    try:
        with closing(sqlite3.connect(aside, isolation_level=None)) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {LAYOUT}")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.executescript(f"BEGIN; {_schema()} COMMIT;")
        _sync(aside)
        give_name(aside, folder / FILE)
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
    sync_folder(folder)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEADER_BYTES)
    except OSError as failure:
        raise RegisterDamaged(path=str(path), what=str(failure.strerror)) from failure


def _described(header: bytes) -> str:
    return "an empty file" if not header else "a file of another kind"


def _number(header: bytes, at: int) -> int:
    return int(struct.unpack_from(">I", header, at)[0])
