"""The only door into the ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from habeas.ledger.chain import Chain, random_nonce
from habeas.ledger.door import Admitted, admit, find_exactly
from habeas.ledger.records import Recorded
from habeas.ledger.refold import About, records_about, refolded
from habeas.ledger.register import Register
from habeas.ledger.shelf import Shelf
from habeas.model.actor import Actor
from habeas.model.entry import Draft, Head
from habeas.model.errors import EntryRefused, LostRace
from habeas.protocols import Store, Writer


def append(
    register: Register,
    drafts: Sequence[Draft],
    *,
    actor: Actor,
    reason: str,
    after: int,
    nonces: Callable[[], bytes] = random_nonce,
) -> Head:
    """Enters drafts behind position `after`, all or none, and refolds what they touch.

    Returns the new head; an empty batch changes nothing. When this returns, all is durable.
    Raises: EntryRefused, when one does not pass the checks; LostRace, when the ledger has moved
    on from `after`; RegisterNotWritable. In each case nothing was written.
    """
    if not actor.name.strip() or not reason.strip():
        missing = "actor" if not actor.name.strip() else "reason"
        raise EntryRefused(index=1, what=f"no {missing} is given", remedy="Say who and why.")
    head = register.head
    if head.position != after:
        raise LostRace(after=after, head=head.position)
    if not drafts:
        return head
    store = register.store
    admitted, shelf = admit(store, drafts)
    chain = Chain(
        head=head,
        recorded_at=_moment(register),
        actor=actor.name,
        reason=reason,
        nonces=nonces,
    )
    # The checks were made against `after`, and hold: what is behind it never changes.
    with store.writing(after) as writer:
        _write(writer, admitted, chain)
        _refold(writer, store, admitted, shelf, until=after)
    return chain.head


def is_known(register: Register, name: str) -> bool:
    """Whether a record of exactly that id is in the ledger."""
    return find_exactly(register.store, name) is not None


def _moment(register: Register) -> datetime:
    """The clock's time in UTC; never before the last entry's, however clocks are set."""
    at = register.clock().astimezone(UTC)
    last = register.head.position
    return max([at, *(entry.recorded_at for entry in register.log(after=last - 1))])


def _write(writer: Writer, admitted: Sequence[Admitted], chain: Chain) -> None:
    for one in admitted:
        writer.add(chain.link(one.draft), one.subjects)


def _refold(
    writer: Writer, store: Store, admitted: Sequence[Admitted], shelf: Shelf, *, until: int
) -> None:
    added: dict[str, list[Recorded]] = defaultdict(list)
    for one in admitted:
        for subject in one.subjects:
            added[subject].append(Recorded(one.draft.id, one.record))
    about = _with_added(records_about(store, until), added)
    for subject, content in refolded(added, about, shelf.document):
        writer.set_projection(subject, content)


def _with_added(before: About, added: dict[str, list[Recorded]]) -> About:
    """What was entered under a subject before, and behind it what is being entered."""
    return lambda subject: [*before(subject), *added.get(subject, ())]
