"""One row of a table of figures: its number, what it counts, and the parts it is divided into."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from habeas.model.errors import ValueMalformed
from habeas.model.mention import Mention, MentionKind
from habeas.model.partial_date import PartialDate
from habeas.model.quantity import VAGUE_BOUNDS, Qualifier, Quantity
from habeas.model.quote import Span
from habeas.model.vocabulary import FigureStatus
from habeas.model.written_date import WrittenDate
from habeas.reading.lists.cell_dates import dates_of
from habeas.reading.lists.cell_text import Piece, bare, notes_in, says_nothing
from habeas.reading.lists.findings import Findings
from habeas.reading.lists.grid import Cell, Row
from habeas.reading.tallies.breakdown import Parts, parts_of, quantity_of
from habeas.reading.tallies.headings import Columns
from habeas.reading.tallies.phrases import Meaning, hedge_words, meaning, since, territory
from habeas.reference.figure_tables import Heading, told
from habeas.reference.meanings import plain


@dataclass(frozen=True)
class TallyRow:
    """Asked for what its cells say; what cannot be understood goes to `findings`."""

    row: Row
    columns: Columns
    findings: Findings

    def cell(self, heading: Heading) -> Cell | None:
        """The cell under a heading, where it says something."""
        number = self.columns.number(heading)
        cell = self.row.cell(number) if number else None
        return None if cell is None or says_nothing(cell.text) else cell

    @cached_property
    def quantity(self) -> Quantity | None:
        """The number of the row; None where it tells none."""
        cell, hedge = self.cell(Heading.NUMBER), self.cell(Heading.HEDGE)
        if cell is not None and any(map(str.isdigit, cell.text)):
            return _number(cell, hedge.text if hedge else "")
        words = hedge or cell
        vague = next(map(Qualifier, hedge_words(words.text)), None) if words else None
        if words is None or vague not in VAGUE_BOUNDS:
            return None
        return Quantity.vague(vague, words.text)

    @cached_property
    def meaning(self) -> Meaning:
        """What the row says it counts; by the heading of its number where no cell does."""
        cell = self.cell(Heading.WHAT)
        number = self.columns.number(Heading.NUMBER)
        return meaning(cell.text if cell else self.columns.words.get(number, ""))

    @property
    def counts_what(self) -> bool:
        """Whether it says at all what it counts."""
        return self.meaning.status is not None

    @property
    def span(self) -> Span:
        """From its first cell to its last."""
        return self.row.span

    def slots(self) -> dict[str, Any]:
        """What the claim of the whole row holds."""
        what = self.cell(Heading.WHAT)
        piece = bare(what) if what else None
        return {
            "status": self.meaning.status or FigureStatus.OTHER,
            "quantity": self.quantity,
            "population": Mention(what.text, MentionKind.GROUP, what.span) if what else None,
            "territory": self._territory(piece),
            "unit": self.meaning.unit,
            "basis": self.meaning.basis,
            "counted": self.meaning.counted,
            "since": since(piece) if piece else None,
        }

    def said(self) -> dict[str, Any]:
        """When it holds, who says so and where that was found."""
        speaker, via = self._source()
        page = self.cell(Heading.PAGE)
        if page is not None:
            via = (*via, Mention(page.text, span=page.span))
        return {"date": self.date, "speaker": speaker, "via": via}

    @cached_property
    def date(self) -> WrittenDate | None:
        """The day it is true of; one in doubt where a note in brackets says so."""
        cell = self.cell(Heading.DATE)
        if cell is None:
            return None
        read = dates_of(bare(cell))
        if read.doubt or not read.dates:
            self.findings.doubt(self.row, cell, read.doubt or "no date was understood in it")
        if read.rest:
            self.findings.rest(self.row, cell, read.rest)
        is_unsure = False
        for note in notes_in(cell):
            is_unsure = is_unsure or any(one.value == "unsure" for one in told("link", note.text))
            self.findings.rest(self.row, cell, note.text)
        found = read.dates[0] if read.dates else None
        return _unsure(found) if found and is_unsure else found

    def columns_of_parts(self) -> Iterator[tuple[str, Quantity]]:
        """Parts that have a column of their own: the words of its heading, and the number."""
        for number, words in self.columns.parts.items():
            cell = self.row.cell(number)
            if cell is None or says_nothing(cell.text):
                continue
            if not any(map(str.isdigit, cell.text)):
                self.findings.rest(self.row, cell, cell.text)
                continue
            counted = _number(cell, "")
            if counted is not None:
                yield words, counted

    def breakdown(self) -> Iterator[Parts]:
        """The parts that its breakdown names."""
        cell = self.cell(Heading.BREAKDOWN)
        if cell is not None:
            yield from parts_of(Piece(cell.text, cell.start))

    def _territory(self, what: Piece | None) -> tuple[Mention, ...]:
        cell = self.cell(Heading.TERRITORY)
        found = territory(bare(cell)) if cell else ()
        if cell is not None and not found:
            found = (Mention(cell.text, MentionKind.PLACE, cell.span),)
        return found or (territory(what) if what else ())

    def _source(self) -> tuple[Mention | None, tuple[Mention, ...]]:
        """Who says it, and through whom: "Ministry via Rights House"."""
        cell = self.cell(Heading.SOURCE)
        if cell is None:
            return None, ()
        for one in told("link", cell.text):
            is_plain = len(plain(cell.text)) == len(cell.text)
            if one.value == "via" and is_plain and one.start and one.end < len(cell.text):
                through = _mention(cell, one.end, len(cell.text))
                return _mention(cell, 0, one.start), (through,)
        return Mention(cell.text, MentionKind.BODY, cell.span), ()


def _mention(cell: Cell, start: int, end: int) -> Mention:
    words = cell.text[start:end].strip(" ,;")
    at = cell.start + cell.text.index(words, start)
    return Mention(words, MentionKind.BODY, Span(at, at + len(words)))


def _number(cell: Cell, hedge: str) -> Quantity | None:
    """The number of a cell; a cell of several numbers counts by its first part."""
    parts = next(parts_of(Piece(cell.text, cell.start)), None)
    if parts is None:
        return None
    found = parts.parts[0].quantity
    return quantity_of(found.words, hedge) if hedge else found


def _unsure(written: WrittenDate) -> WrittenDate:
    text = written.date.text
    if text[-1:] in "~?%" or "/" in text:
        return written
    try:
        date = PartialDate(f"{text}?")
    except ValueMalformed:
        return written
    return WrittenDate(date, written.words, written.span, written.anchor, written.is_year_inferred)
