"""A sheet as text from which each cell can be told: one line a row, tabs between cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.model.part import Part
from habeas.model.problem import Severity
from habeas.reading.cells import TABLE, cell_name
from habeas.reading.unpackers.allowance import Taking

# Within a cell these would look like another cell or row.
_BREAKS = re.compile("\r\n|[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


class SheetText:
    """The rows of one sheet as they come; the first line is its first row, empty or not."""

    def __init__(self, name: str, taking: Taking) -> None:
        self._name = name
        self._taking = taking
        self._lines: list[str] = []
        self._blank = 0  # empty rows that count only when something comes after them
        self._size = 0
        self._broken: list[str] = []
        self._breaks = 0

    def add(self, cells: Sequence[str], *, times: int = 1) -> None:
        """The next row, or so many of the same. Raises: TooMuch."""
        if not any(cells):
            self._blank += times
            return
        line = "\t".join(self._flat(cell, column) for column, cell in enumerate(cells, start=1))
        line = line.rstrip("\t")
        self._size += self._blank + times * (len(line.encode("utf-8", "replace")) + 1)
        self._taking.room_for(self._size)
        self._lines += [""] * self._blank + [line] * times
        self._blank = 0

    def close(self) -> None:
        """Adds the sheet to what was taken out; one without a filled cell is left out."""
        if not self._lines:
            return
        content = "\n".join([*self._lines, ""]).encode("utf-8", "replace")
        self._taking.add(Part(name=self._name, content=content, media_type=TABLE, encoding="utf-8"))
        if self._breaks:
            self._taking.note(
                "cell-breaks",
                f"{self._breaks} cells have line breaks or tabs in them, which are kept as spaces "
                f"(first in {self._broken[0]})",
                member=self._name,
                remedy="No word is lost; where a quote seems to run together, see the whole.",
                severity=Severity.NOTE,
            )

    def _flat(self, cell: str, column: int) -> str:
        flat, count = _BREAKS.subn(" ", cell.strip())
        if count:
            self._breaks += 1
            if not self._broken:
                row = len(self._lines) + self._blank + 1
                self._broken.append(cell_name(row=row, column=column))
        return flat
