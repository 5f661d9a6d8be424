"""What the disk and SQLite complain of, as the failures a register has."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from habeas.model.errors import RegisterDamaged, RegisterError, RegisterNotWritable

_NOT_WRITABLE = {
    sqlite3.SQLITE_BUSY: "another process has been writing to it all the time we waited",
    sqlite3.SQLITE_LOCKED: "another process has been writing to it all the time we waited",
    sqlite3.SQLITE_READONLY: "the file, the folder or the disk is read-only",
    sqlite3.SQLITE_PERM: "you have no right to",
    sqlite3.SQLITE_AUTH: "you have no right to",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_CANTOPEN: "its files cannot be opened for writing",
    sqlite3.SQLITE_NOLFS: "the file is larger than the disk allows",
}
_PRIMARY = 0xFF  # the low byte of an extended result code

# Python's driver cannot even decode what SQLite says of some damage.
FAILURES = (sqlite3.Error, UnicodeDecodeError)


@contextmanager
def writing_to(path: str) -> Iterator[None]:
    """Raises: RegisterNotWritable, RegisterDamaged, where something underneath gives way."""
    try:
        yield
    except FAILURES as failure:
        raise _failure(failure, path=path, is_writing=True) from failure
    except OSError as failure:
        raise RegisterNotWritable(path=path, why=_why(failure)) from failure


@contextmanager
def reading_from(path: str) -> Iterator[None]:
    """Raises: RegisterDamaged, RegisterNotWritable, where something underneath gives way."""
    try:
        yield
    except FAILURES as failure:
        raise _failure(failure, path=path, is_writing=False) from failure


def _failure(failure: Exception, *, path: str, is_writing: bool) -> RegisterError:
    code = getattr(failure, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY
    if code in _NOT_WRITABLE:
        return RegisterNotWritable(path=path, why=_NOT_WRITABLE[code])
    if code == sqlite3.SQLITE_IOERR and is_writing:
        return RegisterNotWritable(path=path, why=f"writing failed ({failure})")
    return RegisterDamaged(path=path, what=str(failure))


def _why(failure: OSError) -> str:
    return (failure.strerror or str(failure)).lower()
