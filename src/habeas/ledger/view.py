"""What is held, as one unchanging look: up to an entry, of the world on a day."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import NamedTuple, TypeVar

from habeas.ledger.matter import KeptDocument, Matter
from habeas.ledger.records import Recorded, recorded
from habeas.ledger.refold import SAME_AS, records_about, refolded, region_of, subjects_in
from habeas.ledger.rulings import (
    ClaimStatus,
    contradictions,
    in_force,
    joined,
)
from habeas.ledger.shelf import Shelf
from habeas.ledger.standing import Standing
from habeas.ledger.subjects import DOCUMENT, MAPPING, PERSON, is_subject
from habeas.model.claim import AnyClaim, Claim
from habeas.model.codec import CLAIM_KINDS, from_plain
from habeas.model.column_mapping import ColumnMapping
from habeas.model.decision import Decision
from habeas.model.document import Document
from habeas.model.entry import GENESIS, Entry, EntryKind, Head
from habeas.model.errors import NothingFound, RegisterDamaged
from habeas.model.partial_date import from_day
from habeas.model.person import Person
from habeas.model.problem import Problem
from habeas.protocols import Store
from habeas.text.normalise import key

T = TypeVar("T")


class KeptClaim(NamedTuple):
    """A claim with its id and the entry that says who entered it, when and why."""

    id: str
    claim: AnyClaim
    entry: Entry


@dataclass(frozen=True, eq=False)
class View:
    """One look at a register; what is appended later does not show in it.

    Made by `Register.view`. `head` is the last entry it knows of. Without limits it reads stored
    projections; with limits, or once the register has moved on, it folds what was entered.
    """

    store: Store
    head: Head
    as_of: date | None = None
    is_all_known: bool = True
    standing: Standing | None = None

    def documents(self) -> list[Document]:
        """All documents, in the order of capture."""
        kept = [from_plain(KeptDocument, plain) for plain in self._projected(DOCUMENT)]
        return sorted((one.document for one in kept), key=lambda one: (one.captured_at, one.sha256))

    def document(self, prefix: str) -> Document:
        """The one document whose SHA-256 begins so. Raises: NothingFound."""
        record = self._only(prefix, EntryKind.DOCUMENT)[1].record
        if not isinstance(record, Document):
            raise TypeError(record)
        return record

    def captured_text(self, sha256: str) -> str:
        """The text that offsets count in; empty where the document has none.

        Raises: NothingFound; RegisterDamaged, when the bytes are gone or others.
        """
        document = self.document(sha256)
        try:
            text = self._shelf.captured(document)
        except (UnicodeError, LookupError) as broken:
            what = f"document {document.sha256} is not {document.encoding} ({broken})"
            raise RegisterDamaged(path=self.store.location, what=what) from broken
        if text is None:
            what = f"the bytes of document {document.sha256} are gone"
            raise RegisterDamaged(path=self.store.location, what=what)
        return text

    def claims(self, kind: str | None = None) -> Iterator[KeptClaim]:
        """Claims in the order they were entered, those set aside included (see `status_of`).

        `kind` is one of event, figure, attribute, action, characterisation, leverage.
        """
        wanted = Claim if kind is None else CLAIM_KINDS[kind]
        for entry in self._entries(EntryKind.CLAIM):
            found = recorded(entry)
            if found is not None and isinstance(found.record, wanted) and self._is_open(found):
                yield KeptClaim(entry.id, found.record, entry)

    def claim(self, prefix: str) -> KeptClaim:
        """The one claim whose id begins so, whatever its date. Raises: NothingFound."""
        entry, found = self._only(prefix, EntryKind.CLAIM)
        return KeptClaim(entry.id, found.record, entry)  # type: ignore[arg-type]

    def status_of(self, claim_id: str) -> ClaimStatus:
        """Whether a claim counts: held, rejected or retracted."""
        return self._standing.on(claim_id, self.head.position).status_of(claim_id)

    def proposed(self) -> list[KeptClaim]:
        """Claims that wait for a person to accept them, in the order they were entered."""
        names = self._standing.made_wait(self.head.position)
        waiting = [one for one in names if self.status_of(one) is ClaimStatus.PROPOSED]
        found = [one for name in waiting for one in self._claims_called(name)]
        return sorted(found, key=lambda one: one.entry.position)

    def is_accepted(self, claim_id: str) -> bool:
        """Whether a decision in force accepts the claim."""
        return claim_id in self._standing.on(claim_id, self.head.position).accepted

    def is_left_open(self, claim_id: str) -> bool:
        """Whether somebody looked at the claim and was not sure."""
        return claim_id in self._standing.on(claim_id, self.head.position).left_open

    def asking(self, claim_id: str) -> frozenset[str]:
        """Who asked for a second pair of eyes on the claim that nobody else has given yet."""
        return self._standing.on(claim_id, self.head.position).asking.get(claim_id, frozenset())

    def decisions_on(self, record_id: str) -> list[tuple[str, Decision]]:
        """Decisions in force about one record, sorted by id."""
        return self._standing.in_force(record_id, self.head.position)

    def decisions(self) -> list[tuple[str, Decision]]:
        """Decisions in force with their ids, sorted by id; what was superseded is left out."""
        return in_force(self._decisions)

    def one_with(self) -> dict[str, str]:
        """Subjects that decisions speak of, each with the id of the person it belongs to."""
        named = {about for _, one in self.decisions() for about in one.about if is_subject(about)}
        groups = joined(named, self._decisions)
        return {subject: min(group) for group in groups for subject in group}

    def ever_joined(self, subject: str) -> frozenset[str]:
        """The subject and all that any decision, in force or not, ever joined with it."""
        return frozenset(region_of(subject, self._about))

    def claims_about(self, subject: str) -> list[KeptClaim]:
        """Claims listed under a subject or what is one with it, in the order they were entered."""
        region = region_of(subject, self._about)
        records = [one for about in region.values() for one in about]
        group = next(one for one in joined(region, records) if subject in one)
        names = {one.id for each in group for one in region[each] if isinstance(one.record, Claim)}
        found = [one for name in names for one in self._claims_called(name)]
        return sorted(found, key=lambda one: one.entry.position)

    def persons(self) -> list[Person]:
        """All persons, by name."""
        return list(self._persons)

    def persons_among(self, subjects: Iterable[str]) -> list[Person]:
        """Persons that any of these keys belongs to, folded from what was entered; by id.

        For a look at a few of many: `persons` reads or folds them all.
        """
        wanted = [one for one in subjects if one.startswith(PERSON)]
        folded = refolded(wanted, self._about, self._shelf.document)
        plain = [json.loads(content) for _, content in folded if content is not None]
        found = [from_plain(Person, one) for one in plain if SAME_AS not in one]
        return sorted(found, key=lambda one: one.id)

    def person(self, name_or_prefix: str) -> list[Person]:
        """Persons of that name or id; where none has exactly that, all whose name or id has it in.

        Capitals, quotation marks and dashes make no difference; an id may be cut short after four
        digits.
        """
        wanted = key(name_or_prefix)
        digits = name_or_prefix.removeprefix(PERSON)
        by_id = [one for one in self._persons if one.id.removeprefix(PERSON).startswith(digits)]
        if by_id and len(digits) >= _FEWEST_DIGITS:
            return by_id
        exact = [one for one in self._persons if wanted in _keys(one)]
        return exact or [
            one for one in self._persons if wanted and any(wanted in name for name in _keys(one))
        ]

    def records_on(self, subject: str, kind: EntryKind) -> list[Recorded]:
        """What was entered of a kind under just this subject, in that order."""
        found = [
            recorded(entry)
            for entry in self.store.entries_about(subject)
            if entry.kind is kind and entry.position <= self.head.position
        ]
        return [one for one in found if one is not None]

    def figures(self) -> list[KeptClaim]:
        """Figures that count, in the order they were entered."""
        return self.held("figure")

    def actions(self) -> list[KeptClaim]:
        """Actions that count, in the order they were entered."""
        return self.held("action")

    def held(self, kind: str) -> list[KeptClaim]:
        """Claims of a kind that count: figure, action, characterisation, leverage.

        Of events and attributes, those that are about no named person.
        """
        matters = [from_plain(Matter, plain) for plain in self._projected(f"{kind}:")]
        claims = [self.claim(claim) for matter in matters for claim in matter.held]
        return sorted(claims, key=lambda one: one.entry.position)

    def mapping(self, source: str) -> ColumnMapping | None:
        """What the columns of a source's lists are read as; None where nobody has settled it."""
        found = [from_plain(ColumnMapping, one) for one in self._projected(MAPPING + source)]
        return next((one for one in found if one.source == source), None)

    def problems(self) -> list[Problem]:
        """Difficulties entered while reading, and decisions that contradict one another."""
        entered = [found.record for found in self._records(EntryKind.PROBLEM)]
        clashes = [_clash(subjects) for subjects in contradictions(self._decisions)]
        return [one for one in entered if isinstance(one, Problem)] + clashes

    @cached_property
    def _persons(self) -> tuple[Person, ...]:
        persons = [from_plain(Person, plain) for plain in self._projected(PERSON)]
        return tuple(sorted(persons, key=lambda one: (key(one.name), one.id)))

    @cached_property
    def _decisions(self) -> Sequence[Recorded]:
        return list(self._standing.records(self.head.position))

    @cached_property
    def _standing(self) -> Standing:
        return self.standing or Standing(self.store)

    @cached_property
    def _shelf(self) -> Shelf:
        return Shelf(self.store, until=self.head.position)

    @cached_property
    def _subjects(self) -> set[str]:
        return subjects_in(self.store, self.head.position)

    def _entries(self, kind: EntryKind) -> Iterator[Entry]:
        return self.store.entries(until=self.head.position, kind=kind)

    def _records(self, kind: EntryKind) -> Iterator[Recorded]:
        for entry in self._entries(kind):
            found = recorded(entry)
            if found is not None:
                yield found

    def _only(self, prefix: str, kind: EntryKind) -> tuple[Entry, Recorded]:
        found = [
            (entry, one)
            for entry in (self.store.find(prefix, kind) if prefix else ())
            if entry.position <= self.head.position and (one := recorded(entry)) is not None
        ]
        if len(found) != 1:
            raise NothingFound(what=kind.value, wanted=prefix, remedy=_remedy(kind, found))
        return found[0]

    def _projected(self, prefix: str) -> list[dict[str, object]]:
        """What is held of subjects that begin so, stored or fresh; of those that are one, once."""
        contents = [json.loads(content) for content in self._contents(prefix)]
        return [plain for plain in contents if SAME_AS not in plain]

    def _contents(self, prefix: str) -> list[str]:
        if self.is_all_known and self.as_of is None:
            stored = [content for _, content in self.store.projections(prefix)]
            if self.store.head() == self.head:  # nobody has appended meanwhile
                return stored
        touched = [subject for subject in self._subjects if subject.startswith(prefix)]
        folded = refolded(touched, self._about, self._shelf.document)
        return [content for _, content in folded if content is not None]

    def _about(self, subject: str) -> list[Recorded]:
        records = records_about(self.store, self.head.position)(subject)
        return [one for one in records if self._is_open(one)]

    def _claims_called(self, name: str) -> Iterator[KeptClaim]:
        """The claim of exactly this id; none where it was destroyed or is not open yet."""
        for entry in self.store.find(name, EntryKind.CLAIM):
            found = recorded(entry) if entry.id == name else None
            if found is not None and isinstance(found.record, Claim) and self._is_open(found):
                yield KeptClaim(entry.id, found.record, entry)

    def _is_open(self, one: Recorded) -> bool:
        """Whether it can be true by the day looked at: not what is dated wholly later."""
        if self.as_of is None or not isinstance(one.record, Claim) or one.record.date is None:
            return True
        return from_day(self.as_of).is_before(one.record.date.date) is not True


_FEWEST_DIGITS = 4


def take(
    store: Store,
    *,
    as_of: date | None,
    known_at: datetime | None,
    standing: Standing | None = None,
) -> View:
    """The look at a store within limits; `known_at` without a zone is UTC."""
    if known_at is None:
        return View(store, store.head(), as_of, standing=standing)
    at = known_at.replace(tzinfo=UTC) if known_at.tzinfo is None else known_at
    return View(store, _head_at(store, at), as_of, is_all_known=False, standing=standing)


def _head_at(store: Store, at: datetime) -> Head:
    """The last entry made by then; times never run backwards along the chain."""
    low, high, found = 0, store.head().position, GENESIS
    while low < high:
        middle = (low + high + 1) // 2
        (entry,) = store.entries(after=middle - 1, until=middle)
        if entry.recorded_at <= at:
            low, found = middle, Head(entry.position, entry.hash)
        else:
            high = middle - 1
    return found


def _keys(person: Person) -> list[str]:
    return [key(name.value) for name in person.names]


def _remedy(kind: EntryKind, found: Sequence[tuple[Entry, Recorded]]) -> str:
    if not found:
        return f"List what is there: habeas show {kind.value}s"
    several = ", ".join(entry.id[:12] for entry, _ in found[:5])
    return f"Several begin so: {several}. Give more digits."


def _clash(subjects: tuple[str, ...]) -> Problem:
    return Problem(
        code="contradicting-decisions",
        where=", ".join(subjects),
        what="decisions in force call them the same and different; they are kept apart",
        remedy="Supersede one of the decisions.",
    )
