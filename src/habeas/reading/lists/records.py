"""People told key by key, a line each: "Name: ...", "Born: ...", "Date of arrest: ...".

The keys are the headings of tables, so a record is read as a table of one row whose cells stand
below each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from habeas.reading.lists.grid import Cell, Row
from habeas.reading.lists.headings import Headings
from habeas.reading.lists.table import Table
from habeas.reading.lists.text_lines import Line
from habeas.reference.list_words import NAMED_BY, Column, column_headed

_KEYED = re.compile(r"(?P<key>[^\W\d_][^:\n]{0,40}?)\s*:[ \t]+(?P<value>\S[^\n]*)")
_LONGEST = 160  # characters of a value
_FEWEST = 2  # known keys of a record, the name among them
_MOST_STRANGE = 4  # lines in one record whose keys are not known


_Keyed = tuple[Line, Cell, "Column | None", str]


def records_in(lines: Sequence[Line]) -> Iterator[tuple[Table, list[Line]]]:
    """Each record as a table of one row, with its lines; no order of names is common to them."""
    keyed = [(line, found) for line in lines if (found := _keyed(line)) is not None]
    rows: list[list[_Keyed]] = []
    for line, (column, cell, key) in keyed:
        if column in NAMED_BY and _begins(rows, column):
            rows.append([])
        if rows and (column is not None or not line.gap):
            rows[-1].append((line, cell, column, key))
    for row in map(_cut, rows):
        if sum(one[2] is not None for one in row) >= _FEWEST:
            yield _table(row), [one[0] for one in row]


def _keyed(line: Line) -> tuple[Column | None, Cell, str] | None:
    """The sort of value a line gives, and the value; None for a line of another shape."""
    found = _KEYED.fullmatch(line.said)
    if found is None or len(found["value"]) > _LONGEST:
        return None
    column = column_headed(found["key"])
    if column is Column.GIVEN_NAME:
        column = Column.FULL_NAME  # a lone "Ім'я" or "Имя" heads the whole name
    cell = Cell(found["value"].strip(), line.words + found.start("value"), 0)
    return column, cell, found["key"]


def _begins(rows: list[list[_Keyed]], column: Column) -> bool:
    """Whether a name begins another record: it stands there already, or nothing does."""
    if not rows:
        return True
    return any(one[2] is column for one in rows[-1]) or not any(
        one[2] in NAMED_BY for one in rows[-1]
    )


def _cut(row: list[_Keyed]) -> list[_Keyed]:
    """The record up to the first empty line, or until too little of it is understood."""
    kept = row[:1]
    strange = 0
    for one in row[1:]:
        strange += one[2] is None
        if one[0].gap or strange > _MOST_STRANGE:
            break
        kept.append(one)
    return kept


def _table(row: list[_Keyed]) -> Table:
    columns: dict[int, Column] = {}
    words: dict[int, str] = {}
    cells: list[Cell] = []
    for number, (_, cell, column, key) in enumerate(row, start=1):
        words[number] = key
        if column is not None and column not in columns.values():
            columns[number] = column
        cells.append(Cell(cell.text, cell.start, number))
    made = Row(tuple(cells), row[0][0].start, row[-1][0].end, 1)
    return Table(Headings(columns, words, 0), (), (made,))
