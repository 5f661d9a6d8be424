"""A register from one store to another, entry by entry, with the same chain at its end.

Entries are not made anew: what is copied has the same hashes, times and actors, so the head of the
copy is that of the original, and whoever noted a head can check either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from habeas.model.entry import GENESIS, Entry, Head
from habeas.model.errors import RegistersDiffer
from habeas.protocols import Store

_AT_ONCE = 2000
Told = Callable[[int, int, str], None]


def copy(source: Store, target: Store, told: Told | None = None) -> Head:
    """Brings `target` to the head that `source` has when this begins; gives that head.

    What an earlier copy brought is kept and gone on from.
    Raises: RegistersDiffer, where `target` holds other entries; LostRace; RegisterNotWritable.
    """
    head = source.head()
    after = _agreed(source, target, head)
    _blobs(source, target, told)
    while after < head.position:
        batch = list(islice(source.entries(after=after, until=head.position), _AT_ONCE))
        with target.writing(after) as writer:
            for entry in batch:
                writer.add(entry, source.subjects_of(entry.position))
        after = batch[-1].position
        if told:
            told(after, head.position, "entries")
    if target.head() != head:
        raise RegistersDiffer(path=target.location, what="it ends otherwise after copying")
    target.replace_projections(_projections(source))
    return head


def _agreed(source: Store, target: Store, head: Head) -> int:
    """Up to which entry both hold the same; the end of the target's ledger."""
    theirs = target.head()
    if theirs == GENESIS:
        return 0
    if theirs.position > head.position:
        what = f"it has {theirs.position} entries, and the other only {head.position}"
        raise RegistersDiffer(path=target.location, what=what)
    ours = _entry(source, theirs.position)
    if ours is None or ours.hash != theirs.hash:
        what = f"its entry {theirs.position} has another hash"
        raise RegistersDiffer(path=target.location, what=what)
    return theirs.position


def _entry(store: Store, position: int) -> Entry | None:
    return next(store.entries(after=position - 1, until=position), None)


def _blobs(source: Store, target: Store, told: Told | None) -> None:
    there = set(target.blobs())
    missing = [name for name in source.blobs() if name not in there]
    for number, name in enumerate(missing, start=1):
        content = source.blob(name)
        if content is not None:
            target.put_blob(content)
        if told:
            told(number, len(missing), "documents")


def _projections(source: Store) -> Iterator[tuple[str, str]]:
    yield from source.projections()
