"""Tables of a page: in which cell a block stands, and which of the tables are lists of people.

The text of a list is a line a row with tabs between its cells (model/rendition). What parts its
blocks is written over, character for character, so that nothing moves; other tables stay as blocks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import NamedTuple, Protocol

from habeas.reading.lists.table import tables_in

_WIDEST = 200  # columns; what spans more is a slip
_LONGEST = 200_000  # characters of a table that is looked at


class Cell(NamedTuple):
    """Which table of the page, row and column, each counted from 0."""

    table: int
    row: int
    column: int


class TableBlock(Protocol):
    """What is asked of a block here."""

    start: int
    end: int
    reason: str
    cell: Cell | None
    is_list: bool


@dataclass(slots=True)
class _Open:
    number: int
    row: int = -1
    column: int = -1
    following: int = 0  # the next free column
    held: dict[int, int] = field(default_factory=dict)  # rows that a cell above still reaches into


@dataclass(slots=True)
class OpenTables:
    """Told of start and end tags; `nested` are tables with a table around or in them."""

    nested: set[int] = field(default_factory=set)
    _open: list[_Open] = field(default_factory=list)
    _count: int = 0

    @property
    def cell(self) -> Cell | None:
        """Where text would stand now."""
        if not self._open or self._open[-1].column < 0:
            return None
        inner = self._open[-1]
        return Cell(inner.number, inner.row, inner.column)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "table":
            self._open.append(_Open(self._count))
            self._count += 1
            if len(self._open) > 1:
                self.nested.update(one.number for one in self._open)
        elif self._open and name == "tr":
            self._next_row(self._open[-1])
        elif self._open and name in ("td", "th"):
            self._next_cell(self._open[-1], attributes)

    def end(self, tables: int) -> None:
        """So many tables are closed."""
        if tables:
            del self._open[-tables:]

    def _next_row(self, table: _Open) -> None:
        for column in [one for one in table.held if one >= table.following]:
            table.held[column] -= 1
        table.row, table.column, table.following = table.row + 1, -1, 0

    def _next_cell(self, table: _Open, attributes: Mapping[str, str]) -> None:
        while table.held.get(table.following, 0) > 0:
            table.held[table.following] -= 1
            table.following += 1
        table.row = max(table.row, 0)
        table.column = table.following
        width, height = _number(attributes, "colspan"), _number(attributes, "rowspan")
        table.following += width
        if height > 1:
            table.held.update((table.column + one, height - 1) for one in range(width))


def _number(attributes: Mapping[str, str], name: str) -> int:
    said = attributes.get(name, "")
    is_number = said.isascii() and said.isdigit()
    return min(max(int(said[:6]), 1), _WIDEST) if is_number else 1


def parting(before: Cell | None, cell: Cell | None) -> str:
    """What stands between two blocks of one table; empty where they are not of one."""
    if before is None or cell is None or before.table != cell.table:
        return ""
    if before.row != cell.row:
        return "\n" + "\t" * min(cell.column, _WIDEST)
    return "\t" * min(max(cell.column - before.column, 0), _WIDEST)


def with_lists(text: str, blocks: Sequence[TableBlock], nested: set[int]) -> str:
    """The text with the blocks of each list of people in lines and cells, which are marked."""
    pieces: list[str] = []
    at = 0
    for number, members in groupby(blocks, key=lambda one: one.cell.table if one.cell else -1):
        own = list(members)
        start, end = own[0].start, own[-1].end
        if number < 0 or number in nested or end - start > _LONGEST or len(own) < len("ab"):
            continue
        written = _written(text, own)
        if next(tables_in(written, is_sheet=False), None) is None:
            continue
        pieces += [text[at:start], written]
        at = end
        for block in own:
            block.is_list = True
    return "".join([*pieces, text[at:]]) if pieces else text


def _written(text: str, blocks: Sequence[TableBlock]) -> str:
    """The table in lines and cells, exactly as long as it was."""
    pieces = [_flat(text, blocks[0])]
    for before, block in pairwise(blocks):
        gap = block.start - before.end
        pieces += [parting(before.cell, block.cell).rjust(gap), _flat(text, block)]
    return "".join(pieces)


def _flat(text: str, block: TableBlock) -> str:
    return text[block.start : block.end].replace("\n", " ").replace("\t", " ")
