"""Tables whose cells lost their columns: aligned with spaces, or each cell in a line of its own.

So the text of a PDF has them. The headings are those of any table; without a heading that names
people nothing is taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from habeas.reading.lists.grid import Cell, Row
from habeas.reading.lists.headings import Headings, headings_at
from habeas.reading.lists.names import is_name
from habeas.reading.lists.table import Table
from habeas.reading.lists.text_lines import Line
from habeas.reference.list_words import NAMED_BY, column_headed

_CELL = re.compile(r"\S+(?:[ ]\S+)*")
_WIDE = re.compile(r"\S[ ]{2,}\S")
_FEWEST = 2  # headings, and rows of cells in lines of their own
_LONGEST = 60  # characters of a cell in a line of its own


def tables_in_lines(lines: Sequence[Line]) -> Iterator[tuple[Table, list[Line]]]:
    """Each such table, with the lines that make it up."""
    at = 0
    while at < len(lines):
        found = _aligned(lines, at) or _below_each_other(lines, at)
        if found is None:
            at += 1
            continue
        yield found
        at += len(found[1])


def _aligned(lines: Sequence[Line], at: int) -> tuple[Table, list[Line]] | None:
    """Cells in columns, two spaces or more between them."""
    if not _WIDE.search(lines[at].text):
        return None
    top = _row(lines[at])
    headings = headings_at((top,), is_sheet=False)
    if headings is None:
        return None
    rows: list[Row] = []
    for line in lines[at + 1 :]:
        if not _WIDE.search(line.text):
            break
        row = _row(line)
        rows.append(row if len(row.cells) == len(top.cells) else _under(top, row, lines[at], line))
    if not rows:
        return None
    return Table(headings, (top,), tuple(rows)), list(lines[at : at + 1 + len(rows)])


def _row(line: Line) -> Row:
    cells = [
        Cell(found[0], line.start + found.start(), number)
        for number, found in enumerate(_CELL.finditer(line.text), start=1)
    ]
    return Row(tuple(cells), line.start, line.end, int(line.gap))


def _under(top: Row, row: Row, heading: Line, line: Line) -> Row:
    """The row with each cell in the column whose heading stands above it."""
    starts = [cell.start - heading.start + heading.indent for cell in top.cells]
    cells = []
    for cell in row.cells:
        at = cell.start - line.start + line.indent
        nearest = min(range(len(starts)), key=lambda number: abs(starts[number] - at))
        cells.append(Cell(cell.text, cell.start, nearest + 1))
    return Row(tuple(cells), row.start, row.end, row.gap)


def _below_each_other(lines: Sequence[Line], at: int) -> tuple[Table, list[Line]] | None:
    """Headings in lines of their own, then as many lines for each row."""
    if len(lines[at].text) > _LONGEST or column_headed(lines[at].text) is None:
        return None
    end = at
    while end < len(lines) and _is_heading(lines[end].text):
        end += 1
    words = {number: line.text for number, line in enumerate(lines[at:end], start=1)}
    headings = _headings(words)
    if headings is None:
        return None
    name = headings.number(next(one for one in headings.columns.values() if one in NAMED_BY))
    rows = list(_rows(lines, end, len(words), name))
    if len(rows) < _FEWEST:
        return None
    taken = list(lines[at : end + len(rows) * len(words)])
    top = Row(tuple(_cells(lines[at:end])), lines[at].start, lines[end - 1].end, 1)
    return Table(headings, (top,), tuple(rows)), taken


def _is_heading(text: str) -> bool:
    return column_headed(text) is not None


def _headings(words: dict[int, str]) -> Headings | None:
    columns = {number: column_headed(said) for number, said in words.items()}
    known = {number: column for number, column in columns.items() if column is not None}
    is_named = bool(NAMED_BY.intersection(known.values()))
    is_clear = len(set(known.values())) == len(known)
    if not (is_named and is_clear and len(known) >= _FEWEST):
        return None
    return Headings(known, words, len(words))


def _rows(lines: Sequence[Line], at: int, width: int, name: int) -> Iterator[Row]:
    """As many lines a row as there are headings, as long as a name stands where it should."""
    while at + width <= len(lines):
        part = lines[at : at + width]
        if not is_name(part[name - 1].text) or any(len(one.text) > _LONGEST for one in part):
            return
        yield Row(tuple(_cells(part)), part[0].start, part[-1].end, 0)
        at += width


def _cells(lines: Sequence[Line]) -> Iterator[Cell]:
    for number, line in enumerate(lines, start=1):
        yield Cell(line.text, line.start, number)
