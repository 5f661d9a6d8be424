"""Entries as rows of the table of entries, and back; the same in every database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from habeas.model.entry import Entry, EntryKind

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

INSERT = "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
COLUMNS = (
    "position, previous, hash, recorded_at, actor, reason, kind, id, payload_hash, nonce, payload"
)


def to_row(entry: Entry) -> tuple[Any, ...]:
    """The entry as the values of one row."""
    return (
        entry.position,
        bytes.fromhex(entry.previous),
        bytes.fromhex(entry.hash),
        (entry.recorded_at - _EPOCH) // _MICROSECOND,
        entry.actor,
        entry.reason,
        entry.kind.value,
        entry.id,
        bytes.fromhex(entry.payload_hash),
        bytes.fromhex(entry.nonce),
        entry.payload,
    )


def from_row(row: tuple[Any, ...]) -> Entry:
    """The entry in a row of COLUMNS.

    Raises: ValueError, TypeError, AttributeError or OverflowError, where the row is damaged.
    """
    nonce, payload = row[9:]
    return Entry(
        position=row[0],
        previous=row[1].hex(),
        hash=row[2].hex(),
        recorded_at=_EPOCH + row[3] * _MICROSECOND,
        actor=_text(row[4]),
        reason=_text(row[5]),
        kind=EntryKind(_text(row[6])),
        id=_text(row[7]),
        payload_hash=row[8].hex(),
        nonce="" if nonce is None else nonce.hex(),
        payload=None if payload is None else _text(payload),
    )


def _text(value: object) -> str:
    """Text as it was written; not bytes that look like it, and no damaged byte in it."""
    if not isinstance(value, str):
        raise TypeError(value)
    value.isascii() or value.encode()
    return value
