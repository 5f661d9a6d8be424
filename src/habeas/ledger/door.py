"""What a batch must be before it is let in; every check is made before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import NoReturn

from habeas.ledger.quotes import fault_of
from habeas.ledger.records import Record, decoded, encoded
from habeas.ledger.shelf import Shelf
from habeas.ledger.subjects import family, is_subject, subjects_of
from habeas.model.claim import Claim
from habeas.model.decision import Choice, Decision
from habeas.model.document import Document
from habeas.model.entry import Draft, Entry, EntryKind
from habeas.model.errors import EntryRefused, ValueMalformed
from habeas.protocols import Store


@dataclass(frozen=True, slots=True)
class Admitted:
    """A draft that passed, with its record and all the subjects it touches, sorted."""

    draft: Draft
    record: Record
    subjects: tuple[str, ...]


def find_exactly(store: Store, name: str, kind: EntryKind | None = None) -> Entry | None:
    """The entry of exactly that id; the first, should a damaged ledger have several."""
    return next((entry for entry in store.find(name, kind) if entry.id == name), None)


def with_named(
    record: Record, name: str, subjects_named: Callable[[str], Sequence[str]]
) -> tuple[str, ...]:
    """The subjects a record touches: a decision touches those of all records it names."""
    own = subjects_of(record, name)
    if not isinstance(record, Decision):
        return own
    named = {one for one in (*record.about, record.supersedes) if one and not is_subject(one)}
    return tuple(sorted({subject for one in named for subject in subjects_named(one)}.union(own)))


def listed_under(store: Store, name: str) -> Sequence[str]:
    """The subjects that the record of exactly this id is listed under."""
    entry = find_exactly(store, name)
    return store.subjects_of(entry.position) if entry else ()


def admit(store: Store, drafts: Sequence[Draft]) -> tuple[list[Admitted], Shelf]:
    """The batch with its records and subjects, and the documents it speaks of.

    Raises: EntryRefused, for the first draft that does not pass.
    """
    read = [_read(draft, at) for at, draft in enumerate(drafts, start=1)]
    documents = [record for record in read if isinstance(record, Document)]
    door = _Door(store, drafts, read, Shelf(store, extra=documents))
    return list(door.admitted()), door.shelf


class _Door:
    def __init__(
        self, store: Store, drafts: Sequence[Draft], read: Sequence[Record], shelf: Shelf
    ) -> None:
        self.shelf = shelf
        self._store = store
        self._drafts = drafts
        self._read = read
        self._batch: dict[str, int] = {}
        for at, draft in enumerate(drafts):
            self._batch.setdefault(draft.id, at)

    def admitted(self) -> Iterator[Admitted]:
        for at, (draft, record) in enumerate(zip(self._drafts, self._read, strict=True)):
            self._check_new(draft, at)
            if isinstance(record, Document):
                self._check_blob(record, at + 1)
            elif isinstance(record, Claim):
                self._check_quote(record, at + 1)
            elif isinstance(record, Decision):
                self._check_decision(record, at + 1)
            subjects = self._subjects(record, draft.id)
            if not set(draft.subjects) <= set(subjects):
                _refuse(at + 1, "it names subjects its record is not about", "Leave them out.")
            yield Admitted(draft, record, subjects)

    def _check_new(self, draft: Draft, at: int) -> None:
        if self._batch[draft.id] != at:
            _refuse(
                at + 1,
                f"{draft.kind.value} {draft.id} stands in the batch twice",
                "Leave the second out.",
            )
        known = find_exactly(self._store, draft.id)
        if known is not None:
            what = f"{draft.kind.value} {draft.id} is in the ledger already"
            _refuse(at + 1, f"{what}, as entry {known.position}", "Leave it out.")

    def _check_blob(self, document: Document, index: int) -> None:
        content = self._store.blob(document.sha256)
        if content is None:
            _refuse(index, f"the bytes of document {document.sha256} are not kept", "Capture it.")
        if sha256(content).hexdigest() != document.sha256 or len(content) != document.size:
            _refuse(index, f"the bytes kept as {document.sha256} are others", "Run habeas check.")

    def _check_quote(self, claim: Claim, index: int) -> None:
        quote = claim.quote
        document = self.shelf.document(quote.document)
        if document is None:
            _refuse(index, f"its document {quote.document} is not in the ledger", "Enter it first.")
        try:
            captured = self.shelf.captured(document)
        except (UnicodeError, LookupError) as broken:
            _refuse(index, f"document {quote.document} is not {document.encoding}: {broken}", "")
        if captured is None:
            _refuse(index, f"the bytes of document {quote.document} are gone", "Run habeas check.")
        if fault := fault_of(quote, document=document, captured=captured):
            _refuse(index, f"in document {quote.document} {fault}", "No quote, no claim.")

    def _check_decision(self, decision: Decision, index: int) -> None:
        for name in (*decision.about, *decision.instead):
            if not self._is_known(name):
                _refuse(index, f"nothing here is called {name}", "Name what is in the ledger.")
        if decision.supersedes and not self._is_decision(decision.supersedes):
            what = f"there is no decision {decision.supersedes} to supersede"
            _refuse(index, what, "Name a decision in the ledger.")
        if decision.choice in (Choice.SAME, Choice.DIFFERENT):
            named = set(decision.about)
            if len(named) < 2 or not all(map(is_subject, named)):  # noqa: PLR2004  # two to compare
                _refuse(index, "same and different need two subjects", "Name person:... twice.")
            if len(set(map(family, named))) > 1:
                _refuse(index, "its subjects are of different sorts", "Name those of one sort.")

    def _is_known(self, name: str) -> bool:
        if not is_subject(name):
            return name in self._batch or find_exactly(self._store, name) is not None
        return (
            self._store.projection(name) is not None
            or next(self._store.entries_about(name), None) is not None
            or name in self._subjects_in_batch
        )

    def _is_decision(self, name: str) -> bool:
        if name in self._batch:
            return isinstance(self._read[self._batch[name]], Decision)
        return find_exactly(self._store, name, EntryKind.DECISION) is not None

    @cached_property
    def _subjects_in_batch(self) -> set[str]:
        return {
            subject
            for draft, record in zip(self._drafts, self._read, strict=True)
            if not isinstance(record, Decision)
            for subject in subjects_of(record, draft.id)
        }

    def _subjects(self, record: Record, name: str) -> tuple[str, ...]:
        return with_named(record, name, self._subjects_named)

    def _subjects_named(self, name: str) -> Sequence[str]:
        if name in self._batch:
            return self._subjects(self._read[self._batch[name]], name)
        return listed_under(self._store, name)


def _read(draft: Draft, index: int) -> Record:
    if not isinstance(draft.kind, EntryKind):
        _refuse(index, f"{draft.kind!r} is no kind of entry", f"One of: {', '.join(EntryKind)}.")
    try:
        record = decoded(draft.kind, draft.payload)
        payload, name = encoded(record)
    except ValueMalformed as broken:
        _refuse(index, f"its payload is no {draft.kind.value}: {broken}", "")
    if payload != draft.payload:
        _refuse(index, "its payload is not canonical JSON", "Make it with ledger.drafts.")
    if draft.id != name:
        _refuse(index, f"{draft.id!r} is not its id", "Make it with ledger.drafts.")
    return record


def _refuse(index: int, what: str, remedy: str) -> NoReturn:
    raise EntryRefused(index=index, what=what, remedy=remedy)
