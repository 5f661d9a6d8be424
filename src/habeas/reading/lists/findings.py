"""What a list leaves in doubt, gathered while its rows are read and told once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from habeas.model.problem import Problem, Severity
from habeas.model.quote import Span
from habeas.model.rendition import Rendition
from habeas.reading.cells import cell_name
from habeas.reading.lists.grid import Cell, Row
from habeas.reading.lists.names import Evidence, Order

_MOST = 50  # doubtful cells that are named one by one
_SHOWN = 60
_ORDERS = {
    Order.FAMILY_FIRST: "family name first",
    Order.GIVEN_FIRST: "given name first",
}


@dataclass(slots=True)
class Findings:
    """Of one table; `line_at` gives the line that a place stands in, counted from 1."""

    rendition: Rendition
    line_at: dict[int, int]
    _doubts: list[Problem] = field(default_factory=list)
    _unnamed: int = 0
    _rest: dict[int, tuple[int, str, Cell]] = field(default_factory=dict)
    _passed: dict[str, list[Row]] = field(default_factory=dict)

    def doubt(self, row: Row, cell: Cell, what: str, *, code: str = "cell-doubtful") -> None:
        """A cell that could not be understood, or not surely; or that another contradicts."""
        if len(self._doubts) >= _MOST:
            self._unnamed += 1
            return
        self._doubts.append(
            self.note(
                code=code,
                what=f"cell {self.name(row, cell)} ({_short(cell.text)}): {what}",
                remedy="Look at the cell, and correct the claim or enter it by hand.",
                span=cell.span,
            )
        )

    def rest(self, row: Row, cell: Cell, words: str) -> None:
        """Words of a cell that went into no claim."""
        count, first, at = self._rest.get(cell.column, (0, "", cell))
        first = first or f"{self.name(row, cell)}: {_short(words)}"
        self._rest[cell.column] = (count + 1, first, at)

    def passed(self, why: str, row: Row) -> None:
        """A row that is no person."""
        self._passed.setdefault(why, []).append(row)

    def problems(self) -> Iterator[Problem]:
        """Everything in doubt, cell by cell first."""
        yield from self._doubts
        if self._unnamed:
            yield self.note(
                code="cells-doubtful",
                what=f"{self._unnamed} more cells are doubtful in the same ways",
                remedy="Correct the list at its source, or split it, and read it again.",
            )
        for count, first, cell in self._rest.values():
            yield self.note(
                code="cell-remainder",
                what=f"in {count} cells of column {_letter(cell.column)} words stand beside "
                f"what was read (first in {first})",
                remedy="Look whether they change what the cells say; they stand in the quotes.",
                severity=Severity.NOTE,
                span=cell.span,
            )
        for why, rows in self._passed.items():
            yield self.note(
                code="rows-passed-over",
                what=f"{len(rows)} rows {why} (first in line {self.line(rows[0])})",
                remedy="Look at them if they should be people.",
                severity=Severity.NOTE,
                span=rows[0].span,
            )

    def unread(self, words: dict[int, str], span: Span) -> Problem:
        """Columns whose headings are not understood."""
        named = ", ".join(f"{_letter(number)} ({_short(said)})" for number, said in words.items())
        return self.note(
            code="columns-not-read",
            what=f"what stands under these headings was not read: {named}",
            remedy="If one of them matters, name it by a usual word (date of arrest, charge), "
            "and read the list again.",
            span=span,
        )

    def cut(self, count: int, span: Span) -> Problem:
        """Rows that were too many."""
        return self.note(
            code="list-cut",
            what=f"the last {count:,} of its rows were not read: it is too long",
            remedy="Split it, and read the rest as files of their own.",
            span=span,
        )

    def order(self, evidence: Evidence, span: Span) -> Problem:
        """In which order the names were read, and why."""
        votes = f"{evidence.family_first} of its names say family name first, "
        votes += f"{evidence.given_first} given name first"
        if evidence.order is Order.UNKNOWN:
            return self.note(
                code="name-order",
                what=f"the order of the names cannot be told: {votes}",
                remedy="They stand as written. Give surnames a column of their own.",
                span=span,
            )
        by = "by its heading" if evidence.is_by_heading else votes
        return self.note(
            code="name-order",
            what=f"the names were read as {_ORDERS[evidence.order]}: {by}",
            remedy="If that is wrong, give surnames a column of their own and read it again.",
            severity=Severity.NOTE,
            span=span,
        )

    def total(self, row: Row, cell: Cell, counted: int) -> None:
        """A total that is not the number of rows above it."""
        self.doubt(row, cell, f"{counted} people stand above this total")

    def name(self, row: Row, cell: Cell) -> str:
        """The cell as a spreadsheet names it."""
        return cell_name(row=self.line(row), column=cell.column)

    def line(self, row: Row) -> int:
        return self.line_at[row.start]

    def note(
        self,
        *,
        code: str,
        what: str,
        remedy: str,
        severity: Severity = Severity.WARNING,
        span: Span | None = None,
    ) -> Problem:
        offsets = self.rendition.offsets
        return Problem(
            code=code,
            where=self.rendition.title or f"document {self.rendition.document[:12]}",
            what=what,
            remedy=remedy,
            severity=severity,
            document=self.rendition.document,
            span=None if span is None else offsets.to_captured(span),
        )


def _letter(column: int) -> str:
    return cell_name(row=1, column=column)[:-1]


def _short(words: str) -> str:
    return repr(words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…")
