"""The one text of a document with paragraphs, lists, tables and notes, as it is written down.

Paragraphs are parted by a blank line; list entries and rows of a table are lines, the cells of a
row parted by tabs; notes stand at the end, with the number that calls them in brackets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, auto

_SPACES = re.compile(r"[ \t\n]+")
_UNPRINTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u00ad]")
BULLET = "• "


class _Kind(Enum):
    PARAGRAPH = auto()
    ITEM = auto()
    ROW = auto()


@dataclass(slots=True)
class _Place:
    """Where text goes at the moment: the body or one note, and in it perhaps a cell."""

    blocks: list[tuple[_Kind, str]] = field(default_factory=list)
    paragraphs: list[list[str]] = field(default_factory=list)  # open ones, innermost last
    cells: list[list[str]] = field(default_factory=list)  # of the open row
    depth: int = 0  # of tables; a table within a cell is text of the cell


@dataclass(slots=True)
class FlowingText:
    """Told of a document from its beginning to its end; whatever is not closed is closed."""

    _body: _Place = field(default_factory=_Place)
    _notes: list[_Place] = field(default_factory=list)
    _open: list[_Place] = field(default_factory=list)

    @property
    def _place(self) -> _Place:
        return self._open[-1] if self._open else self._body

    def write(self, text: str) -> None:
        paragraphs = self._place.paragraphs
        if not paragraphs:
            paragraphs.append([])
        paragraphs[-1].append(text)

    def begin_paragraph(self) -> None:
        self._place.paragraphs.append([])

    def end_paragraph(self, *, is_item: bool = False) -> None:
        place = self._place
        text = _clean("".join(place.paragraphs.pop())) if place.paragraphs else ""
        if not text:
            return
        if place.depth:
            if not place.cells:
                place.cells.append([])
            place.cells[-1].append(text)
        elif is_item:
            place.blocks.append((_Kind.ITEM, BULLET + text))
        else:
            place.blocks.append((_Kind.PARAGRAPH, text))

    def begin_table(self) -> None:
        self._end_open_paragraphs()
        self._place.depth += 1

    def begin_cell(self) -> None:
        self._end_open_paragraphs()
        if self._place.depth == 1:
            self._place.cells.append([])

    def end_row(self) -> None:
        self._end_open_paragraphs()
        place = self._place
        if place.depth != 1:
            return
        cells = [_SPACES.sub(" ", " ".join(texts)) for texts in place.cells]
        row = "\t".join(cells).rstrip("\t")
        place.cells.clear()
        if row.strip():
            place.blocks.append((_Kind.ROW, row))

    def end_table(self) -> None:
        if self._place.depth == 1:
            self.end_row()
        self._place.depth = max(self._place.depth - 1, 0)

    def begin_note(self, *, is_called: bool = True) -> None:
        """What follows is a note; the number that calls it stands where it was called."""
        note = _Place()
        self._notes.append(note)
        if is_called:
            self.write(f"[{len(self._notes)}]")
        self._open.append(note)

    def end_note(self) -> None:
        self._end_open_paragraphs()
        if self._open:
            self._open.pop()

    def text(self) -> str:
        """All of it, notes last; empty where nothing was written."""
        while self._open:
            self.end_note()
        self._end_open_paragraphs()
        if self._body.cells:
            self._body.depth = 1
            self.end_row()
        blocks = list(self._body.blocks)
        for number, note in enumerate(self._notes, start=1):
            lines = " ".join(text for _, text in note.blocks)
            if lines:
                blocks.append((_Kind.PARAGRAPH, f"[{number}] {lines}"))
        return _joined(blocks)

    def _end_open_paragraphs(self) -> None:
        while self._place.paragraphs:
            self.end_paragraph()


def _clean(text: str) -> str:
    lines = (
        re.sub(r" *\t[\t ]*", "\t", line).strip() for line in _UNPRINTED.sub("", text).split("\n")
    )
    return "\n".join(line for line in lines if line)


def _joined(blocks: list[tuple[_Kind, str]]) -> str:
    pieces: list[str] = []
    before = _Kind.PARAGRAPH
    for kind, text in blocks:
        if pieces:
            pieces.append("\n" if kind is before and kind is not _Kind.PARAGRAPH else "\n\n")
        pieces.append(text)
        before = kind
    return "".join(pieces) + "\n" if pieces else ""
