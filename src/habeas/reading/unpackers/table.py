"""Tables in text files (CSV and its kin): whatever parts the cells, and in whatever encoding."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from habeas.model.document import Document
from habeas.model.part import Part
from habeas.model.problem import Problem, Severity
from habeas.reading.cells import TABLE
from habeas.reading.renderers.captured_text import captured_text
from habeas.reading.unpackers.allowance import Allowance, Taking, TooMuch
from habeas.reading.unpackers.sheet_text import SheetText

_SAMPLE_LINES = 60
_SAMPLE = 100_000
_DELIMITERS = ",;\t|~^¦\x1f"
_SEP_LINE = "sep="  # what Excel writes before a table to say what parts its cells
_MOST_ROWS = 1_048_576  # what a sheet of a spreadsheet program holds
_MOST_BREAKS = 60  # a cell with more lines is no cell: a quotation mark was never closed


class TableUnpacker:
    """One part: the table as UTF-8 with tabs. It is named `table`, since it has no sheets."""

    name = "table"
    version = "1"
    media_types = frozenset({"text/csv", TABLE})

    def __init__(self, allowance: Allowance | None = None, *, most_rows: int = _MOST_ROWS) -> None:
        self._allowance = allowance or Allowance()
        self._most_rows = most_rows

    def unpack(
        self, document: Document, content: bytes
    ) -> tuple[Sequence[Part], Sequence[Problem]]:
        text, _, problems = captured_text(document, content)
        if text is None:
            return (), problems
        taking = Taking(document, len(content), self._allowance)
        taking.problems += problems
        try:
            _take(text, taking, self._most_rows)
        except TooMuch as much:
            taking.over(much)
        return taking.parts, taking.problems


def _take(text: str, taking: Taking, most_rows: int) -> None:
    delimiter = _delimiter(text, taking.document.media_type)
    rows = _quoted_rows(text, delimiter, most_rows + 1)
    if rows is None:
        taking.note(
            "table-quotes",
            "a quotation mark in it is never closed; all of them are read as plain characters",
            remedy="Look at the cells with quotation marks, or mend the file and read it again.",
        )
        lines = islice(io.StringIO(text), most_rows + 1)
        rows = [line.split(delimiter) for line in lines]
    sheet = SheetText("table", taking)
    for row in rows[:most_rows]:
        sheet.add(row)
    sheet.close()
    if len(rows) > most_rows:
        taking.note(
            "too-many-rows",
            f"it has more than {most_rows:,} rows, of which these were taken",
            remedy="The whole is kept. Split it, and read the rest as files of their own.",
        )
    if not taking.parts:
        taking.note("table-empty", "no cell of it is filled", severity=Severity.ERROR)


def _delimiter(text: str, media_type: str) -> str:
    """The sign that parts most lines into the same number of cells."""
    start = text[:_SAMPLE].lstrip("\ufeff")
    if start.lower().startswith(_SEP_LINE) and len(start) > len(_SEP_LINE):
        return start[len(_SEP_LINE)]
    if media_type == TABLE:
        return "\t"
    return max(_DELIMITERS, key=lambda sign: _evenness(start, sign))


def _evenness(start: str, sign: str) -> tuple[float, int]:
    """How many of the first rows have as many cells as most do, two at least; and how many."""
    counts: Counter[int] = Counter()
    try:
        for row, _ in zip(_rows(start, sign), range(_SAMPLE_LINES), strict=False):
            counts[len(row)] += bool(row)
    except csv.Error:
        return 0.0, 0
    several = {cells: count for cells, count in counts.items() if cells > 1}
    if not several:
        return 0.0, 0
    cells = max(several, key=lambda one: (several[one], one))
    return several[cells] / counts.total(), cells


def _quoted_rows(text: str, delimiter: str, most: int) -> list[list[str]] | None:
    try:
        rows = list(islice(_rows(text, delimiter), most))
    except csv.Error:  # a cell of more than 131,072 characters
        return None
    is_swallowed = any(cell.count("\n") > _MOST_BREAKS for row in rows for cell in row)
    return None if is_swallowed else rows


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
