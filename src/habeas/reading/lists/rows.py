"""One row of a list, its cells by what their headings say they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.model.written_date import WrittenDate
from habeas.reading.lists.cell_dates import dates_of
from habeas.reading.lists.cell_text import Piece, bare, notes_in, says_nothing, sources, values
from habeas.reading.lists.findings import Findings
from habeas.reading.lists.grid import Cell, Row
from habeas.reading.lists.headings import Headings
from habeas.reference.list_words import Column

_BIRTH = frozenset({Column.BIRTH_DATE, Column.BIRTH})


@dataclass(frozen=True, slots=True)
class ListedRow:
    """Asked for what stands under a heading; what cannot be understood goes to `findings`."""

    row: Row
    headings: Headings
    findings: Findings

    def cell(self, column: Column) -> Cell | None:
        """The cell under a heading, where it says something."""
        number = self.headings.number(column)
        cell = self.row.cell(number) if number else None
        return None if cell is None or says_nothing(cell.text) else cell

    def cells(self, *columns: Column) -> list[Cell]:
        """The cells under these headings that say something."""
        return [cell for column in columns if (cell := self.cell(column))]

    def heading(self, column: Column) -> str:
        return self.headings.words.get(self.headings.number(column), "")

    def values(self, column: Column, *, is_listed: bool = False) -> Iterator[tuple[Cell, Piece]]:
        """Each value under a heading, with its cell; brackets are left over."""
        cell = self.cell(column)
        if cell is None:
            return
        yield from ((cell, piece) for piece in values(cell, is_listed=is_listed))
        self._leave_notes(cell)

    def mentions(self, column: Column, kind: MentionKind) -> list[Mention]:
        """What is named under a heading."""
        return [
            Mention(piece.text, kind, Span(piece.start, piece.end))
            for _, piece in self.values(column)
        ]

    def sources(self) -> tuple[Mention, ...]:
        """Whom the list has it from."""
        cell = self.cell(Column.SOURCE)
        return tuple(
            Mention(piece.text, span=Span(piece.start, piece.end))
            for piece in (sources(cell) if cell else ())
        )

    def dates(self, column: Column) -> tuple[list[WrittenDate], str]:
        """The dates under a heading, and the words beside them."""
        found: list[WrittenDate] = []
        rest: list[str] = []
        cell = self.cell(column)
        if cell is None:
            return found, ""
        whole = bare(cell)
        read = dates_of(whole, is_birth=column in _BIRTH)
        pieces = [whole] if read.dates or read.doubt else list(values(cell))
        for piece in pieces:
            read = dates_of(piece, is_birth=column in _BIRTH)
            found += read.dates
            rest += [read.rest] if read.rest else []
            if read.doubt:
                self.findings.doubt(self.row, cell, read.doubt)
        self._leave_notes(cell)
        return found, " ".join(rest)

    def place_beside(self, column: Column, words: str) -> Mention | None:
        """What stands beside the date in a cell of both."""
        cell = self.cell(column)
        if cell is None or not words or words not in cell.text:
            return None
        start = cell.start + cell.text.index(words)
        return Mention(words, MentionKind.PLACE, Span(start, start + len(words)))

    def doubt(self, cell: Cell, what: str) -> None:
        self.findings.doubt(self.row, cell, what)

    def leave(self, column: Column, words: str) -> None:
        """Words of a cell that go into no claim; no date among them is a doubt of its own."""
        cell = self.cell(column)
        if cell is not None and words:
            self.findings.rest(self.row, cell, words)

    def _leave_notes(self, cell: Cell) -> None:
        for note in notes_in(cell):
            if not says_nothing(note.text):
                self.findings.rest(self.row, cell, note.text)
