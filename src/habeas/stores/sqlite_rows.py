"""Entries as rows of `register.sqlite`, and back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from habeas.model.entry import Entry, EntryKind

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

INSERT = "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
# Text is asked for as bytes: a damaged byte is then our finding, not an exception of the driver.
COLUMNS = (
    "position, previous, hash, recorded_at, CAST(actor AS BLOB), CAST(reason AS BLOB), "
    "CAST(kind AS BLOB), CAST(id AS BLOB), payload_hash, nonce, CAST(payload AS BLOB)"
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
        actor=row[4].decode(),
        reason=row[5].decode(),
        kind=EntryKind(row[6].decode()),
        id=row[7].decode(),
        payload_hash=row[8].hex(),
        nonce="" if nonce is None else nonce.hex(),
        payload=None if payload is None else payload.decode(),
    )
