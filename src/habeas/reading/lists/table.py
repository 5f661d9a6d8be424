"""Lists of people in a text: where each begins and ends, what its rows are, what is left to prose.

What no list takes stays with the paragraphs: titles, notes, lines between tables, and the cells of
columns that hold whole sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.model.quote import Span
from habeas.reading.lists.grid import Row, rows_of
from habeas.reading.lists.headings import Headed, Headings, headings_at
from habeas.reference.list_words import Column, column_headed

MOST_ROWS = 100_000  # of one list that are read
_SEARCHED = 40  # first lines of a block in which headings are looked for
_PROSE = frozenset({Column.NOTES})
_NAME = frozenset({Column.FULL_NAME, Column.FAMILY_NAME})
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Table:
    """One list: its headings, the lines they stand in, and the rows under them."""

    headings: Headings
    heading_rows: tuple[Row, ...]
    rows: tuple[Row, ...]

    @property
    def span(self) -> Span:
        """From its first heading to the end of its last row."""
        last = self.rows[-1] if self.rows else self.heading_rows[-1]
        return Span(self.heading_rows[0].start, last.end)

    def cut(self, most: int) -> Table:
        """The table with no more rows than that."""
        return Table(self.headings, self.heading_rows, self.rows[:most])

    def is_prose(self, row: Row) -> bool:
        """Whether a line among the rows is none of them: a title, a note, a heading within."""
        if len(row.cells) > 1 or len(self.headings.words) == 1:
            return False
        cell = row.cells[0]
        is_name = self.headings.columns.get(cell.column) in _NAME
        return not is_name or len(cell.text) > _LONGEST_NAME

    def repeats_headings(self, row: Row) -> bool:
        """Whether the headings stand here again, as at the head of a page."""
        first = self.heading_rows[0].cells if self.heading_rows else ()
        return bool(first) and [cell.text for cell in row.cells] == [cell.text for cell in first]


def tables_in(
    text: str, *, is_sheet: bool, within: Span | None = None, headed: Headed = column_headed
) -> Iterator[Table]:
    """The lists of a text, in order; `is_sheet`: the text is a table throughout.

    Headings are looked for at the top of each block of lines and below each line of one cell. In a
    sheet a list runs to the next headings; in other texts it ends with its lines of cells.
    """
    if "\t" not in text and not is_sheet:
        return
    stretch = within or Span(0, len(text))
    rows = list(rows_of(text, stretch.start, stretch.end))
    at = since_break = 0
    while at < len(rows):
        row = rows[at]
        since_break = 0 if row.gap > 0 or len(row.cells) == 1 else since_break + 1
        found = None
        if since_break < _SEARCHED:
            found = headings_at(tuple(rows[at : at + 2]), is_sheet=is_sheet, headed=headed)
        if found is None:
            at += 1
            continue
        end = _end(rows, at + found.lines, found, is_sheet=is_sheet, headed=headed)
        yield _table(rows, at, end, found)
        at, since_break = end, 0


def prose_cells(table: Table) -> Iterator[Span]:
    """What stands in a list and is read as prose: lines of one cell, cells of whole sentences."""
    columns = {number for number, one in table.headings.columns.items() if one in _PROSE}
    for row in table.rows:
        if table.is_prose(row):
            yield row.span
        elif not table.repeats_headings(row):
            yield from (cell.span for cell in row.cells if cell.column in columns)


def _table(rows: Sequence[Row], start: int, end: int, found: Headings) -> Table:
    body = start + found.lines
    table = Table(found, tuple(rows[start:body]), tuple(rows[body:end]))
    while table.rows and table.is_prose(table.rows[-1]):
        table = Table(found, table.heading_rows, table.rows[:-1])
    return table


def _end(rows: Sequence[Row], at: int, found: Headings, *, is_sheet: bool, headed: Headed) -> int:
    """Where the rows of a list end: before other headings, or before lines that are no rows."""
    while at < len(rows):
        row = rows[at]
        if len(row.cells) == 1 and not is_sheet and row.gap > 0:
            return at
        is_fresh = rows[at - 1].gap > 0 or row.gap > 0 or len(rows[at - 1].cells) == 1
        here = tuple(rows[at : at + 2])
        if is_fresh and (other := headings_at(here, is_sheet=False, headed=headed)):
            words = list(other.words.values())
            if words != list(found.words.values()):
                return at
        at += 1
    return at
