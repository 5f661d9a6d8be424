"""What a list says against itself: an end before its beginning, one number for two people.

Both sides stay claims, each on its cell; which of them errs nobody but its source can tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from habeas.model.attribute import Attribute
from habeas.model.claim import AnyClaim, AttributeClaim, EventClaim
from habeas.model.partial_date import PartialDate
from habeas.model.vocabulary import EventKind
from habeas.model.written_date import WrittenDate
from habeas.reading.lists.findings import Findings
from habeas.reading.lists.grid import Cell, Row
from habeas.text.normalise import key

_BEGINS = frozenset({EventKind.ARRESTED, EventKind.DISAPPEARED})
_ENDS = frozenset({EventKind.RELEASED, EventKind.EXCHANGED, EventKind.DIED})
_WORDS = {
    EventKind.ARRESTED: "the arrest", EventKind.DISAPPEARED: "the disappearance",
    EventKind.RELEASED: "the release", EventKind.EXCHANGED: "the exchange",
    EventKind.DIED: "the death",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Person:
    row: Row
    name: str
    born: tuple[PartialDate, ...]


@dataclass(slots=True)
class Contradictions:
    """Of one table, row by row; they go to `findings`."""

    findings: Findings
    _by_number: dict[str, _Person] = field(default_factory=dict)
    _by_birth: dict[tuple[str, str], _Person] = field(default_factory=dict)

    def note(self, row: Row, said: Sequence[AnyClaim]) -> None:
        """Compares what a row says of one person with itself, and with the rows before it."""
        traits = [one for one in said if isinstance(one, AttributeClaim)]
        if len({one.subject for one in traits}) != 1:
            return
        born = tuple(_births(traits))
        person = _Person(row, traits[0].subject.label, tuple(one for one, _ in born))
        self._order(row, born, [one for one in said if isinstance(one, EventClaim)])
        for one in traits:
            if one.attribute is Attribute.EXTERNAL_ID:
                self._same_number(one, person)
        for day, claim in born:
            if day.day is not None:
                self._same_person(claim, person)

    def _order(
        self,
        row: Row,
        born: Sequence[tuple[PartialDate, AttributeClaim]],
        events: Sequence[EventClaim],
    ) -> None:
        dated = [(one, one.date) for one in events if one.date is not None]
        begun = [(one, date) for one, date in dated if one.event in _BEGINS]
        for one, date in dated:
            if one.event in _ENDS and begun and all(_is_before(date, other) for _, other in begun):
                other, day = begun[0]
                self._tell(row, date, f"{_told(one, date)} is before {_told(other, day)}")
            for birth, _ in born:
                if one.event in _WORDS and date.date.is_before(birth):
                    self._tell(row, date, f"{_told(one, date)} is before the birth ({birth})")

    def _same_number(self, claim: AttributeClaim, person: _Person) -> None:
        number = str(claim.value)
        first = self._by_number.setdefault(number, person)
        if first is person:
            return
        where = f"number {number!r} also stands in row {self.findings.line(first.row)}"
        if key(first.name) != key(person.name):
            self._tell_of(person.row, claim, f"{where}, with another name ({first.name})")
        elif not _can_be_one(first.born, person.born):
            born = ", ".join(map(str, first.born))
            self._tell_of(person.row, claim, f"{where}, with another date of birth ({born})")

    def _same_person(self, claim: AttributeClaim, person: _Person) -> None:
        first = self._by_birth.setdefault((key(person.name), str(claim.value)), person)
        if first is not person:
            line = self.findings.line(first.row)
            self._tell_of(
                person.row, claim, f"somebody of this name and birth stands in row {line} too"
            )

    def _tell(self, row: Row, date: WrittenDate, what: str) -> None:
        at = date.span.start if date.span else row.start
        self.findings.doubt(row, _cell_at(row, at), what, code="list-contradicts")

    def _tell_of(self, row: Row, claim: AttributeClaim, what: str) -> None:
        cell = _cell_at(row, claim.quote.span.start)
        self.findings.doubt(row, cell, what, code="list-contradicts")


def _births(traits: Sequence[AttributeClaim]) -> Iterator[tuple[PartialDate, AttributeClaim]]:
    for one in traits:
        if one.attribute is Attribute.BIRTH_DATE and isinstance(one.value, PartialDate):
            yield one.value, one


def _can_be_one(some: Sequence[PartialDate], others: Sequence[PartialDate]) -> bool:
    """Whether two rows can be of one birth; a row that tells none can be."""
    pairs = [(one, other) for one in some for other in others]
    return not pairs or any(one.overlaps(other) is not False for one, other in pairs)


def _is_before(one: WrittenDate, other: WrittenDate) -> bool:
    return one.date.is_before(other.date) is True


def _told(event: EventClaim, date: WrittenDate) -> str:
    return f"{_WORDS[event.event]} ({date.date})"


def _cell_at(row: Row, at: int) -> Cell:
    """The cell a place stands in; the first, where places were moved."""
    return next((cell for cell in row.cells if cell.start <= at < cell.end), row.cells[0])
