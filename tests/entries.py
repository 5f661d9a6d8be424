"""Entries made past the door, for tests of stores and chains: a store asks no questions."""

from __future__ import annotations

from datetime import UTC, datetime

from habeas.ledger.chain import Chain
from habeas.model.entry import GENESIS, Draft, Entry, EntryKind, Head
from habeas.protocols import Store

NOON = datetime(2026, 3, 3, 12, 0, 0, 123456, tzinfo=UTC)


def entries_of(*drafts: Draft, head: Head = GENESIS) -> list[Entry]:
    """The entries that drafts become behind `head`, with nonces that never change."""
    chain = Chain(
        head=head, recorded_at=NOON, actor="Vera", reason="a test", nonces=lambda: b"n" * 16
    )
    return [chain.link(draft) for draft in drafts]


def claim(name: str, *subjects: str) -> Draft:
    return Draft(kind=EntryKind.CLAIM, id=name, payload=f'{{"n":"{name}"}}', subjects=subjects)


def keep(store: Store, *drafts: Draft, after: int | None = None) -> list[Entry]:
    """Appends drafts as they are."""
    head = store.head()
    entries = entries_of(*drafts, head=head)
    with store.writing(head.position if after is None else after) as writer:
        for entry, draft in zip(entries, drafts, strict=True):
            writer.add(entry, draft.subjects)
    return entries
