"""A table of people, read row by row, and what is doubtful in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.model.claim import AnyClaim, AttributeClaim, EventClaim, FigureClaim, Reading
from habeas.model.mention import Mention
from habeas.model.problem import Problem
from habeas.model.quantity import Quantity
from habeas.model.quote import Span
from habeas.model.rendition import Rendition, identity
from habeas.model.vocabulary import FigureStatus
from habeas.reading.lists.cell_text import is_error
from habeas.reading.lists.contradictions import Contradictions
from habeas.reading.lists.findings import Findings
from habeas.reading.lists.grid import Cell, Row, lines_of
from habeas.reading.lists.happenings import happenings_of
from habeas.reading.lists.names import Evidence, Order
from habeas.reading.lists.person import Named, evidence_of, named_in
from habeas.reading.lists.rows import ListedRow
from habeas.reading.lists.table import Table
from habeas.reading.lists.traits import traits_of
from habeas.reading.quoted_span import quote_of
from habeas.reading.relocate import relocated
from habeas.reference.list_words import Column, begins

_NUMBER = re.compile(r"(?<!\d)\d{1,7}(?!\d)")


class TableReading:
    """One table, row by row."""

    def __init__(self, rendition: Rendition, table: Table, reading: Reading) -> None:
        self._rendition = rendition
        self._table = table
        self._reading = reading
        self._findings = Findings(
            rendition, lines_of(rendition.text, (*table.heading_rows, *table.rows))
        )
        self._against = Contradictions(self._findings)
        self._evidence = evidence_of(table.headings, table.rows)
        # A sheet is captured as it is read: its places need no moving, and there are many.
        self._is_moved = rendition.offsets != identity(len(rendition.captured))
        self._counted = 0

    def claims(self) -> Iterator[AnyClaim]:
        for row in self._table.rows:
            if self._table.is_prose(row) or self._table.repeats_headings(row):
                continue
            total = next((cell for cell in row.cells[:3] if begins("total", cell.text)), None)
            if total is not None:
                yield from self._total(row, total)
            else:
                said = list(self._row(row))
                self._against.note(row, said)
                yield from said

    def problems(self, *, cut: int) -> list[Problem]:
        """What is doubtful; `cut` is how many rows were too many, where it is more than none."""
        headings = self._table.headings
        found = list(self._findings.problems())
        if cut > 0:
            found.append(self._findings.cut(cut, self._table.rows[-1].span))
        if headings.unread:
            said = {number: headings.words[number] for number in headings.unread}
            found.append(self._findings.unread(said, self._heading_span))
        if self._evidence is not None and self._counted:
            found.append(self._findings.order(self._evidence, self._heading_span))
        return found

    @property
    def _heading_span(self) -> Span:
        rows = self._table.heading_rows or self._table.rows
        return Span(rows[0].span.start, rows[-1].span.end)

    def _row(self, row: Row) -> Iterator[AnyClaim]:
        named = named_in(row, self._table.headings, _order(self._evidence))
        listed = ListedRow(row, self._table.headings, self._findings)
        self._errors(row)
        if not named:
            self._findings.passed("name nobody", row)
            return
        self._counted += len(named)
        via = listed.sources()
        for one in named:
            yield from self._names(one, via)
        if len(named) == 1:
            yield from self._traits(listed, named[0].mention, via)
        else:
            self._shared(row, listed)
        persons = tuple(one.mention for one in named)
        yield from self._events(listed, persons, via)

    def _errors(self, row: Row) -> None:
        for cell in row.cells:
            if cell.column in self._table.headings.columns and is_error(cell.text):
                self._findings.doubt(row, cell, "an error stands where a value should")

    def _names(self, one: Named, via: tuple[Mention, ...]) -> Iterator[AnyClaim]:
        for attribute, words, span in one.traits:
            made = AttributeClaim(
                subject=one.mention,
                attribute=attribute,
                value=words,
                quote=quote_of(self._rendition, span),
                via=via,
                reading=self._reading,
            )
            yield self._placed(made)

    def _traits(
        self, row: ListedRow, subject: Mention, via: tuple[Mention, ...]
    ) -> Iterator[AnyClaim]:
        for trait in traits_of(row):
            made = AttributeClaim(
                subject=subject,
                attribute=trait.attribute,
                value=trait.value,
                quote=quote_of(self._rendition, trait.span),
                via=via,
                reading=self._reading,
            )
            yield self._placed(made)

    def _events(
        self, row: ListedRow, persons: tuple[Mention, ...], via: tuple[Mention, ...]
    ) -> Iterator[AnyClaim]:
        for one in happenings_of(row):
            places = [cell.span for cell in one.cells]
            places += [person.span for person in persons if person.span]
            span = Span(min(one.start for one in places), max(one.end for one in places))
            made = EventClaim(
                event=one.kind,
                persons=persons,
                date=one.date,
                quote=quote_of(self._rendition, span),
                via=via,
                reading=self._reading,
                **one.slots,
            )
            yield self._placed(made)

    def _shared(self, row: Row, listed: ListedRow) -> None:
        cell = next(iter(listed.cells(Column.FULL_NAME)), row.cells[0])
        self._findings.doubt(
            row, cell, "several people stand in it; what the row says of one of them is not read"
        )

    def _total(self, row: Row, label: Cell) -> Iterator[AnyClaim]:
        numbers = {int(found[0]) for cell in row.cells for found in _NUMBER.finditer(cell.text)}
        if len(numbers) != 1:
            self._findings.passed("are totals without one number", row)
            return
        number = numbers.pop()
        if number != self._counted:
            self._findings.total(row, label, self._counted)
        yield FigureClaim(
            status=FigureStatus.OTHER,
            quantity=Quantity.of(number, words=str(number)),
            quote=quote_of(self._rendition, row.span),
            reading=self._reading,
        )

    def _placed(self, claim: AnyClaim) -> AnyClaim:
        return relocated(claim, self._rendition.offsets) if self._is_moved else claim


def _order(evidence: Evidence | None) -> Order:
    return Order.UNKNOWN if evidence is None else evidence.order
