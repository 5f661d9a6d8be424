"""Which projections a change touches, and what they become: computed from what was entered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from habeas.ledger.fold import Documents, fold
from habeas.ledger.records import Recorded, recorded
from habeas.ledger.rulings import joined, linked_to
from habeas.ledger.shelf import Shelf
from habeas.model.codec import canonical
from habeas.protocols import Store

About = Callable[[str], Sequence[Recorded]]
SAME_AS = "same_as"


def refolded(
    touched: Iterable[str], about: About, documents: Documents
) -> Iterator[tuple[str, str | None]]:
    """Subjects and their new projections; None where nothing is held any more.

    Besides the subjects touched, these are all that any decision ever joined with them. Of
    subjects that are one, the first carries the projection, the others say which that is.
    """
    done: set[str] = set()
    for subject in sorted(set(touched)):
        if subject in done:
            continue
        region = region_of(subject, about)
        done.update(region)
        everything = [one for records in region.values() for one in records]
        for group in joined(region, everything):
            yield from _projections(group, region, documents)


def subjects_in(store: Store, until: int | None = None) -> set[str]:
    """All subjects that entries are listed under."""
    return {
        subject
        for entry in store.entries(until=until)
        for subject in store.subjects_of(entry.position)
    }


def records_about(store: Store, until: int | None = None) -> About:
    """What a store lists under a subject, as records, up to and with an entry."""

    def about(subject: str) -> list[Recorded]:
        entries = store.entries_about(subject)
        known = (recorded(one) for one in entries if until is None or one.position <= until)
        return [one for one in known if one is not None]

    return about


def fresh(store: Store, documents: Documents, subjects: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Subjects with what their projections should be now, folded from the entries alone."""
    for subject, content in refolded(subjects, records_about(store), documents):
        if content is not None:
            yield subject, content


def rebuild(store: Store) -> None:
    """Puts freshly folded projections in the place of all stored ones.

    Raises: RegisterNotWritable; ValueMalformed or RegisterDamaged, where entries are damaged.
    """
    store.replace_projections(_all_fresh(store))


def _all_fresh(store: Store) -> Iterator[tuple[str, str]]:
    """What should be stored, of what is entered when the first is asked for.

    A store asks within its transaction, so nobody's append can come in between and be dropped.
    """
    yield from fresh(store, Shelf(store).document, subjects_in(store))


def region_of(subject: str, about: About) -> dict[str, Sequence[Recorded]]:
    """A subject and all that decisions ever joined with it, with what is entered under each."""
    region: dict[str, Sequence[Recorded]] = {}
    waiting = {subject}
    while waiting:
        one = waiting.pop()
        region[one] = about(one)
        waiting.update(linked_to(one, region[one]) - region.keys())
    return region


def _projections(
    group: frozenset[str], region: dict[str, Sequence[Recorded]], documents: Documents
) -> Iterator[tuple[str, str | None]]:
    first = min(group)
    records = {one.id: one for subject in sorted(group) for one in region[subject]}
    content = fold(group, list(records.values()), documents)
    yield first, content
    for other in sorted(group - {first}):
        yield other, None if content is None else canonical({SAME_AS: first})
