"""The chain: what each entry's hash is taken over, and how the next entry is made.

The chain runs over the hash of a payload, not the payload, so that a payload can be destroyed and
every hash still verifies. The nonce keeps a short payload from being guessed from its hash.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256

from habeas.model.codec import canonical
from habeas.model.entry import Draft, Entry, EntryKind, Head

NONCE_BYTES = 16


def random_nonce() -> bytes:
    """Bytes nobody can guess, fresh for each entry."""
    return os.urandom(NONCE_BYTES)


def payload_hash(nonce: bytes, payload: str) -> str:
    """SHA-256 (hex) over the nonce and then the payload in UTF-8."""
    return sha256(nonce + payload.encode()).hexdigest()


def entry_hash(entry: Entry) -> str:
    """SHA-256 (hex) over everything in the entry but its own hash, its payload and its nonce."""
    return _Shared.of(entry.actor, entry.reason, entry.recorded_at).hash_of(
        position=entry.position,
        previous=entry.previous,
        kind=entry.kind,
        id=entry.id,
        payload_hash=entry.payload_hash,
    )


class _Shared:
    """What all entries of one append share, written once."""

    def __init__(self, actor: str, reason: str, recorded_at: datetime) -> None:
        self._actor = canonical(actor)
        self._reason = canonical(reason)
        self._recorded_at = canonical(_written(recorded_at))

    @classmethod
    @lru_cache(maxsize=64)
    def of(cls, actor: str, reason: str, recorded_at: datetime) -> _Shared:
        return cls(actor, reason, recorded_at)

    def hash_of(
        self,
        *,
        position: int,
        previous: str,
        kind: EntryKind,
        id: str,  # noqa: A002  # as in an entry
        payload_hash: str,
    ) -> str:
        """SHA-256 (hex) over canonical JSON: the names stand sorted."""
        text = (
            f'{{"actor":{self._actor},"id":{canonical(id)},"kind":{_KINDS[kind]},'
            f'"payload_hash":{canonical(payload_hash)},"position":{position},'
            f'"previous":{canonical(previous)},"reason":{self._reason},'
            f'"recorded_at":{self._recorded_at}}}'
        )
        return sha256(text.encode()).hexdigest()


_KINDS = {kind: canonical(kind.value) for kind in EntryKind}


def _written(at: datetime) -> str:
    """The time in UTC, ISO 8601, so that one moment has one hash."""
    return at.astimezone(UTC).isoformat()


class Chain:
    """Makes entries that follow one another, all of one append: one actor, reason and time."""

    def __init__(
        self,
        *,
        head: Head,
        recorded_at: datetime,
        actor: str,
        reason: str,
        nonces: Callable[[], bytes] = random_nonce,
    ) -> None:
        self.head = head
        self._recorded_at = recorded_at
        self._shared = _Shared(actor, reason, recorded_at)
        self._actor = actor
        self._reason = reason
        self._nonces = nonces

    def link(self, draft: Draft) -> Entry:
        """The entry that `draft` becomes behind the head, which moves on to it."""
        nonce = self._nonces()
        position, previous = self.head.position + 1, self.head.hash
        payload_hashed = payload_hash(nonce, draft.payload)
        hashed = self._shared.hash_of(
            position=position,
            previous=previous,
            kind=draft.kind,
            id=draft.id,
            payload_hash=payload_hashed,
        )
        self.head = Head(position, hashed)
        return Entry(
            position=position,
            previous=previous,
            hash=hashed,
            recorded_at=self._recorded_at,
            actor=self._actor,
            reason=self._reason,
            kind=draft.kind,
            id=draft.id,
            payload_hash=payload_hashed,
            nonce=nonce.hex(),
            payload=draft.payload,
        )
