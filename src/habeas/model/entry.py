"""One line of the ledger.

The chain holds over the hash of each payload, not the payload itself: a payload can be destroyed
under two signatures (expunged) and every hash still verifies. The nonce keeps a short payload
from being guessed from its hash, and is destroyed with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class EntryKind(StrEnum):
    """What an entry records."""

    DOCUMENT = "document"
    SOURCE = "source"
    CLAIM = "claim"
    DECISION = "decision"
    PROBLEM = "problem"
    PLACE = "place"
    CONSENT = "consent"
    HANDLING = "handling"
    FINDING = "finding"
    ACTION = "action"
    PERMISSION = "permission"
    SENDING = "sending"
    MAPPING = "mapping"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An entry before it has a place in the chain.

    `id` is the record's own identity (a document's SHA-256, a claim's id): the same id is never
    appended twice. `subjects` are the keys of the projections it touches: an index that follows
    from the payload, so it stands outside the chain and can be rebuilt. `payload` is canonical
    JSON.
    """

    kind: EntryKind
    id: str
    payload: str
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry in its place. `position` counts from 1; `previous` of the first is 64 zeros.

    `payload` is None once expunged; `nonce` (hex) is then empty. `recorded_at` is UTC: when we
    learned it. Entries of one append share actor, reason and time.
    """

    position: int
    previous: str
    hash: str
    recorded_at: datetime
    actor: str
    reason: str
    kind: EntryKind
    id: str
    payload_hash: str
    nonce: str
    payload: str | None


@dataclass(frozen=True, slots=True)
class Head:
    """Where a ledger ends: position 0 and 64 zeros when it is empty."""

    position: int
    hash: str


GENESIS = Head(0, "0" * 64)
