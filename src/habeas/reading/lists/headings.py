"""Which line, or two lines, of a table say what its columns are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from habeas.reading.lists.grid import Row
from habeas.reference.list_words import NAMED_BY, Column, column_headed

# What stands under a heading; None where it is not known.
Headed = Callable[[str], Column | None]
_LEAST_COLUMNS = 2  # that are understood, a name among them
_LEAST_SHARE = 0.5  # of the filled headings
_LONGEST = 60  # characters of a second line of headings


@dataclass(frozen=True, slots=True)
class Headings:
    """The columns by number: what stands under each, and what its heading says.

    `unread` are those whose heading is not understood, or says what another said before.
    """

    columns: Mapping[int, Column]
    words: Mapping[int, str]
    lines: int

    @property
    def unread(self) -> tuple[int, ...]:
        return tuple(number for number in sorted(self.words) if number not in self.columns)

    def number(self, column: Column) -> int:
        """Where a column stands; 0 where there is none of its sort."""
        return next((number for number, one in self.columns.items() if one is column), 0)


def headings_at(
    rows: tuple[Row, ...], *, is_sheet: bool, headed: Headed = column_headed
) -> Headings | None:
    """The headings that begin with the first of these rows, in one line or two.

    `is_sheet`: the text is a table throughout, where one heading is enough for a list of names.
    """
    if not rows:
        return None
    one = _headings({cell.column: cell.text for cell in rows[0].cells}, headed, lines=1)
    two = _two_lines(rows[0], rows[1], headed) if len(rows) > 1 else None
    best = max(filter(None, (two, one)), key=lambda found: len(found.columns))
    return best if _is_enough(best, is_sheet=is_sheet) else None


def _headings(words: Mapping[int, str], headed: Headed, *, lines: int) -> Headings:
    columns: dict[int, Column] = {}
    for number, heading in words.items():
        column = headed(heading)
        if column is not None and column not in columns.values():
            columns[number] = column
    return Headings(_named(columns), words, lines)


def _named(columns: dict[int, Column]) -> dict[int, Column]:
    """A lone "name" is the whole name; beside "surname" it is the given name."""
    kinds = set(columns.values())
    if not kinds & NAMED_BY:
        change = {Column.GIVEN_NAME: Column.FULL_NAME}
    elif kinds >= NAMED_BY and Column.GIVEN_NAME not in kinds:
        change = {Column.FULL_NAME: Column.GIVEN_NAME}
    else:
        return columns
    return {number: change.get(column, column) for number, column in columns.items()}


def _two_lines(upper: Row, lower: Row, headed: Headed) -> Headings | None:
    """A heading over several columns is written over the first of them."""
    if len(upper.cells) < _LEAST_COLUMNS or lower.gap:
        return None
    if any(len(cell.text) > _LONGEST or any(map(str.isdigit, cell.text)) for cell in lower.cells):
        return None
    above = {cell.column: cell.text for cell in upper.cells}
    words = dict(above)
    for cell in lower.cells:
        over = max((number for number in above if number <= cell.column), default=0)
        joined = f"{above.get(over, '')} {cell.text}".strip()
        is_alone = headed(joined) is None and headed(cell.text) is not None
        words[cell.column] = cell.text if is_alone else joined
    found = _headings(dict(sorted(words.items())), headed, lines=2)
    return found if _says_more(upper, lower, found, headed) else None


def _says_more(upper: Row, lower: Row, found: Headings, headed: Headed) -> bool:
    """Whether the lower line is one of headings, and not a first row of values."""
    above = {cell.column: headed(cell.text) for cell in upper.cells}
    sorts = {cell.column: found.columns.get(cell.column) for cell in lower.cells}
    # "Simferopol" under "Place of arrest" leaves that column what it was.
    changed = [number for number, sort in sorts.items() if sort and sort is not above.get(number)]
    known = [number for number, sort in sorts.items() if sort]
    named = [
        cell for cell in lower.cells if sorts[cell.column] in NAMED_BY and cell.column in above
    ]
    is_name_free = all(headed(cell.text) is not None for cell in named)
    return bool(changed) and is_name_free and len(known) >= _LEAST_SHARE * len(sorts)


def _is_enough(found: Headings, *, is_sheet: bool) -> bool:
    if not NAMED_BY.intersection(found.columns.values()):
        return False
    if is_sheet and len(found.words) == 1:
        return True
    is_known = len(found.columns) >= _LEAST_SHARE * len(found.words)
    return is_known and len(found.columns) >= _LEAST_COLUMNS
