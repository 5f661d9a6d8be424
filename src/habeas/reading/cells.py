"""Cells of a table that is kept as text: one line a row, tabs between cells."""

from __future__ import annotations

from string import ascii_uppercase

TABLE = "text/tab-separated-values"


def cell_of(text: str, offset: int, sheet: str = "") -> str:
    r"""The cell that a character stands in, as spreadsheets name it.

    >>> cell_of("name\tsince\nOlha B.\t2031", 19, "Held")
    'Held!B2'
    """
    start = text.rfind("\n", 0, offset) + 1
    name = cell_name(row=text.count("\n", 0, start) + 1, column=text.count("\t", start, offset) + 1)
    return f"{sheet}!{name}" if sheet else name


def cell_name(*, row: int, column: int) -> str:
    """The name of a cell; both count from 1.

    >>> cell_name(row=7, column=2), cell_name(row=1, column=28)
    ('B7', 'AB1')
    """
    letters = ""
    while column > 0:
        column, letter = divmod(column - 1, len(ascii_uppercase))
        letters = ascii_uppercase[letter] + letters
    return f"{letters}{row}"
