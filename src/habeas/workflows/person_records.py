"""What is kept of a person beside claims: findings, actions, consents, how it is to be handled.

Of what was described anew, or superseded, the last stands. What is said of a person is kept under
every key that was joined into one, and of a detention under the key of the episode.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from habeas.ledger.records import Record
from habeas.ledger.view import View
from habeas.model.action import Action
from habeas.model.consent import Consent, Handling
from habeas.model.entry import EntryKind
from habeas.model.finding import Finding

_KINDS = (EntryKind.FINDING, EntryKind.ACTION, EntryKind.CONSENT, EntryKind.HANDLING)


@dataclass(frozen=True, slots=True)
class RecordShown:
    """One record: of what kind, of which day, by whom, and all it says, part by part."""

    kind: str
    when: str
    by: str
    said: tuple[tuple[str, str], ...]


def records_of(view: View, subjects: Iterable[str]) -> Iterator[RecordShown]:
    """The records under these keys and under the episodes of each, kind by kind."""
    named = sorted(set(subjects))
    for kind in _KINDS:
        found = {one.id: one.record for key in named for one in view.records_on(key, kind)}
        for record in _standing(found):
            yield _shown(record)


def _standing(found: dict[str, Record]) -> list[Record]:
    superseded = {one.supersedes for one in found.values() if isinstance(one, Finding)}
    last: dict[object, Record] = {}
    for name, record in found.items():
        if name not in superseded:
            key = record.id if isinstance(record, Action) else name
            last[record.subject if isinstance(record, Handling) else key] = record
    return list(last.values())


def _shown(record: Record) -> RecordShown:
    match record:
        case Finding():
            return _of(record, "finding", str(record.on), record.by)
        case Action():
            return _of(record, "action", str(record.on or ""), ", ".join(record.by))
        case Consent():
            return _of(record, "consent", str(record.given), record.giver)
        case Handling():
            return _of(record, "handling", str(record.last_verified or ""), record.reviewer)
        case _:
            raise TypeError(record)


def _of(
    record: Finding | Action | Consent | Handling, kind: str, when: str, by: str
) -> RecordShown:
    slots = ((slot.name, _words(getattr(record, slot.name))) for slot in fields(record))
    return RecordShown(kind, when, by, tuple((name, words) for name, words in slots if words))


def _words(value: object) -> str:
    """A part of a record in words; empty where there is nothing."""
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
