"""The record that an entry's payload writes: of which type it is, and by which id it goes."""

from __future__ import annotations

import json
from dataclasses import dataclass

from habeas.model.action import Action
from habeas.model.claim import AnyClaim, Claim
from habeas.model.codec import (
    claim_from_plain,
    from_plain,
    identity_of,
    written,
    written_and_named,
)
from habeas.model.column_mapping import ColumnMapping
from habeas.model.consent import Consent, Handling
from habeas.model.decision import Decision
from habeas.model.document import Document
from habeas.model.egress import Permission, Sending
from habeas.model.entry import Entry, EntryKind
from habeas.model.errors import ValueMalformed
from habeas.model.finding import Finding
from habeas.model.place import Place
from habeas.model.problem import Problem
from habeas.model.source import Source

Record = (
    AnyClaim
    | Document
    | Source
    | Decision
    | Problem
    | Place
    | Consent
    | Handling
    | Finding
    | Action
    | Permission
    | Sending
    | ColumnMapping
)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A record with the id it is entered under."""

    id: str
    record: Record


_TYPES: dict[EntryKind, type[Record]] = {
    EntryKind.DOCUMENT: Document,
    EntryKind.SOURCE: Source,
    EntryKind.DECISION: Decision,
    EntryKind.PROBLEM: Problem,
    EntryKind.PLACE: Place,
    EntryKind.CONSENT: Consent,
    EntryKind.HANDLING: Handling,
    EntryKind.FINDING: Finding,
    EntryKind.ACTION: Action,
    EntryKind.PERMISSION: Permission,
    EntryKind.SENDING: Sending,
    EntryKind.MAPPING: ColumnMapping,
}


def decoded(kind: EntryKind, payload: str) -> Record:
    """The record that `payload` writes. Raises: ValueMalformed."""
    try:
        plain = json.loads(payload)
    except (ValueError, RecursionError) as broken:
        raise ValueMalformed(
            value=payload[:200], expected="JSON", example='{"claim":"event",...}'
        ) from broken
    return claim_from_plain(plain) if kind is EntryKind.CLAIM else from_plain(_TYPES[kind], plain)


def encoded(record: Record) -> tuple[str, str]:
    """The one payload that writes this record, and the id it is entered under.

    A document goes by its bytes, a claim by what is claimed and where, the rest by all they say.
    Raises: ValueMalformed, for what JSON cannot hold.
    """
    if isinstance(record, Claim):
        return written_and_named(record)
    text = written(record)
    return text, record.sha256 if isinstance(record, Document) else identity_of(type(record), text)


def recorded(entry: Entry) -> Recorded | None:
    """The record in an entry; None once its payload was destroyed. Raises: ValueMalformed."""
    if entry.payload is None:
        return None
    return Recorded(entry.id, decoded(entry.kind, entry.payload))
