"""Cells of a workbook: words stay words, whatever they begin with."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | float | None
# Marks that override or embed a writing direction: what is shown must be what is written.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
# OWASP, "CSV Injection": a sheet that is saved as text again would make formulas of these.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_LONGEST = 32_000  # letters; Excel holds 32,767 in a cell
_LINE, _HIGHEST = 15.0, 400.0  # points; Excel allows 409
_ROOM = 1.1  # letters that are wider than the digits widths are counted in
_TOP = Alignment(vertical="top", wrap_text=True)
_HEAD = Font(bold=True)
_SHADE = PatternFill("solid", fgColor="E8EDF2")


class Rows:
    """A sheet that is written row by row, each as high as its words need."""

    def __init__(self, sheet: Worksheet, widths: Sequence[float]) -> None:
        """`widths` are those of the columns, in letters."""
        self._sheet = sheet
        self._widths = widths
        self._count = 0
        for number, width in enumerate(widths, start=1):
            sheet.column_dimensions[get_column_letter(number)].width = width

    def head(self, words: Iterable[str]) -> None:
        """A row of headings."""
        cells = [_cell(self._sheet, word) for word in words]
        for cell in cells:
            cell.font, cell.fill = _HEAD, _SHADE
        self._append(cells)

    def add(self, values: Iterable[Value]) -> None:
        """A row of values; numbers as numbers, everything else as text that is never a formula."""
        self._append([_cell(self._sheet, value) for value in values])

    def _append(self, cells: Sequence[Cell]) -> None:
        self._count += 1
        # Nothing computes the height of a row until somebody touches it in a spreadsheet program.
        lines = max(map(_lines, cells, self._widths), default=1)
        self._sheet.row_dimensions[self._count].height = min(_HIGHEST, _LINE * lines)
        self._sheet.append(list(cells))


def safe(text: str) -> str:
    r"""The text without what a workbook cannot hold or must not obey.

    >>> safe("a\x00b\u202ec")
    'a\ufffdb<U+202E>c'
    """
    text = ILLEGAL_CHARACTERS_RE.sub("\ufffd", text)
    text = _TURNING.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _lines(cell: Cell, width: float) -> int:
    """How many lines the words of a cell take in a column of that width."""
    parts = str(cell.value or "").split("\n")
    return sum(max(1, math.ceil(_ROOM * len(part) / width)) for part in parts)


def _cell(sheet: Worksheet, value: Value) -> Cell:
    cell: Cell = WriteOnlyCell(sheet, safe(value) if isinstance(value, str) else value)
    cell.alignment = _TOP
    if isinstance(value, str):
        cell.data_type = "s"  # "=1+1" would be a formula, "#N/A" an error
        if value.startswith(_FORMULA):
            cell.quotePrefix = True
    elif isinstance(value, float):
        cell.number_format = "0.000"
    return cell
