"""A stretch of text as rows of cells: a row a line, tabs between cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from habeas.model.quote import Span

_LINE = re.compile(r"[^\n]+")
_CELL = re.compile(r"[^\t\n]+")


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of a cell without space around them, and their place; columns count from 1."""

    text: str
    start: int
    column: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        """Where it stands in the text of the rendition."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Row:
    """The filled cells of a line; `gap` is how many empty lines stand before it."""

    cells: tuple[Cell, ...]
    start: int
    end: int
    gap: int

    def cell(self, column: int) -> Cell | None:
        """The cell of a column, where it is filled."""
        return next((cell for cell in self.cells if cell.column == column), None)

    @property
    def span(self) -> Span:
        """From the first word of its first cell to the last of its last."""
        return Span(self.cells[0].start, self.cells[-1].end)


def rows_of(text: str, start: int = 0, end: int | None = None) -> Iterator[Row]:
    """The lines that have a filled cell, one after another; time grows with the text."""
    end = len(text) if end is None else end
    before = start
    for line in _LINE.finditer(text, start, end):
        cells = tuple(_cells(text, line.start(), line.end()))
        if cells:
            yield Row(cells, line.start(), line.end(), text.count("\n", before, line.start()) - 1)
            before = line.end()


def lines_of(text: str, rows: Iterable[Row]) -> dict[int, int]:
    """The line each row stands in, by its start, counted from 1 in the whole text."""
    found: dict[int, int] = {}
    line, at = 1, 0
    for row in rows:
        line += text.count("\n", at, row.start)
        found[row.start], at = line, row.start
    return found


def _cells(text: str, start: int, end: int) -> Iterator[Cell]:
    column, at = 1, start
    for found in _CELL.finditer(text, start, end):
        column += text.count("\t", at, found.start())
        at = found.start()
        words = found[0].strip()
        if words:
            yield Cell(words, at + found[0].index(words), column)
