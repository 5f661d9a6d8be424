"""Where text of documents may go: what the last word on each endpoint says."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.ledger.records import recorded
from habeas.model.egress import Permission, Sending
from habeas.model.entry import EntryKind
from habeas.protocols import Store


def permissions_in_force(store: Store) -> dict[str, Permission]:
    """The permission that holds for each endpoint to which text may go."""
    holding: dict[str, Permission] = {}
    for entry in store.entries(kind=EntryKind.PERMISSION):
        found = recorded(entry)
        if found is None:
            # What was destroyed may have taken back any of them.
            holding.clear()
        elif isinstance(found.record, Permission):
            holding.pop(found.record.endpoint, None)
            if found.record.is_allowed:
                holding[found.record.endpoint] = found.record
    return holding


def sendings(store: Store) -> Iterator[Sending]:
    """Every sending of text, in order."""
    for entry in store.entries(kind=EntryKind.SENDING):
        found = recorded(entry)
        if found is not None and isinstance(found.record, Sending):
            yield found.record
