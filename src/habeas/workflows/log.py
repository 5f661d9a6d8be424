"""The ledger's entries in order, each with one line on what it records."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.ledger.register import Register
from habeas.model.entry import Entry


def log(register: Register, *, after: int = 0, last: int | None = None) -> Iterator[Entry]:
    """Entries behind position `after`; of these the `last` ones only, where that is given."""
    if last is not None:
        after = max(after, register.head.position - last)
    return register.log(after=after)
