"""Paragraphs out of printed lines, by the room left at their ends, by gaps, type and bullets."""

from __future__ import annotations

import re
import statistics
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from habeas.reading.pdf.hyphens import joined
from habeas.reading.pdf.lines import Line

_BULLET = re.compile(r"(?:[-*•·–—▪◦‣●○■]|\d{1,3}[.)]|[^\W\d_][.)]|\(?[^\W_]{1,3}\))\s")
_MARK = re.compile(r"[•▪◦‣●○■]\s")  # a dash or a number may also begin a line by chance
_ENDED = re.compile(r"[.!?…:;][\"'”’»)\]\d]*$")
_WIDER = 1.25  # a step this much wider than usual parts paragraphs
_SAME_SIZE = 0.08
_STEPS = (0.8, 2.5)  # what can be a step from line to line, in units of the size of the type
_INDENT = 0.8
_COLUMN_APART = 0.5  # cells of one column begin this near to each other, in units of the size


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, or one row of a table (`is_row`), with the size of its type."""

    text: str
    size: float
    is_row: bool = False
    is_margin: bool = False


def steps_of(lines: Sequence[Line]) -> dict[float, float]:
    """The usual step from line to line for each size of type, rounded to half a point."""
    found: dict[float, list[float]] = defaultdict(list)
    for line, following in pairwise(lines):
        step = line.baseline - following.baseline
        least, most = (bound * line.size for bound in _STEPS)
        if _is_alike(line, following) and least < step < most:
            found[_rounded(line.size)].append(step)
    return {size: statistics.median(steps) for size, steps in found.items()}


def flow(
    lines: Sequence[Line], steps: dict[float, float], known: frozenset[str]
) -> list[Paragraph]:
    """The paragraphs of one page in the order of its lines; a sentence over a column is whole."""
    paragraphs: list[Paragraph] = []
    for block in _blocks(lines, steps):
        if len(block[0].cells) > 1:
            paragraphs += [Paragraph(row, block[0].size, is_row=True) for row in _rows(block)]
            continue
        for group in _grouped(block):
            text = group[0].text
            for line in group[1:]:
                text = joined(text, line.text, known)
            paragraph = Paragraph(text, group[0].size)
            if paragraphs and goes_on(paragraphs[-1], paragraph):
                paragraph = continued(paragraphs.pop(), paragraph, known)
            paragraphs.append(paragraph)
    return paragraphs


def goes_on(paragraph: Paragraph, following: Paragraph) -> bool:
    """Whether a sentence runs from one paragraph, the last of a column or page, into the next."""
    is_text = not (paragraph.is_row or following.is_row or paragraph.is_margin)
    is_open = not _ENDED.search(paragraph.text) and following.text[:1].islower()
    return (
        is_text and is_open and abs(paragraph.size - following.size) < _SAME_SIZE * following.size
    )


def continued(paragraph: Paragraph, following: Paragraph, known: frozenset[str]) -> Paragraph:
    """The two as one."""
    return Paragraph(joined(paragraph.text, following.text, known), paragraph.size)


def _blocks(lines: Sequence[Line], steps: dict[float, float]) -> Iterator[list[Line]]:
    """Lines that stand in one column without a gap, in one type; rows of a table apart."""
    block: list[Line] = []
    for line in lines:
        if block and not _is_near(block[-1], line, steps):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_near(line: Line, following: Line, steps: dict[float, float]) -> bool:
    is_row, is_next_row = len(line.cells) > 1, len(following.cells) > 1
    if is_row or is_next_row:
        return is_row and is_next_row and following.baseline < line.baseline
    step = line.baseline - following.baseline
    usual = steps.get(_rounded(line.size), 1.25 * line.size)
    return _is_alike(line, following) and 0 < step < _WIDER * usual


def _is_alike(line: Line, following: Line) -> bool:
    is_same_size = abs(line.size - following.size) <= _SAME_SIZE * line.size
    return is_same_size and line.is_bold == following.is_bold


def _grouped(block: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of a block by paragraph."""
    edge = max(line.right for line in block)
    group = [block[0]]
    for at in range(1, len(block)):
        after = block[at + 1] if at + 1 < len(block) else None
        if _begins(group, block[at], after, edge):
            yield group
            group = []
        group.append(block[at])
    yield group


def _begins(group: Sequence[Line], line: Line, after: Line | None, edge: float) -> bool:
    last = group[-1]
    if _MARK.match(line.text):
        return True
    if _BULLET.match(line.text) and (_ENDED.search(last.text) or _has_room(last, line, edge)):
        return True
    if _BULLET.match(line.text) and _BULLET.match(group[0].text):
        return True
    indent = _INDENT * line.size
    is_indented = line.left > last.left + indent and not _BULLET.match(group[0].text)
    if is_indented and (after is None or after.left < line.left - indent):
        return True
    return _has_room(last, line, edge)


def _has_room(line: Line, following: Line, edge: float) -> bool:
    """Whether the first word of the next line would have fitted on this one."""
    text = following.text
    length = len(text.split(maxsplit=1)[0])
    if line.text.endswith(("-", "\u00ad")) or not text:
        return False
    width = (following.right - following.left) / len(text)
    return line.right + (length + 1) * width + 0.5 * line.size < edge


def _rows(block: Sequence[Line]) -> Iterator[str]:
    """Rows with a tab for each empty cell, where the columns of a table are told by their left."""
    columns: list[float] = []
    for left in sorted(left for line in block for left in line.lefts):
        if not columns or left - columns[-1] > _COLUMN_APART * block[0].size:
            columns.append(left)
    widest = max(len(line.cells) for line in block)
    for line in block:
        yield _row(line, columns) if len(columns) == widest else line.text


def _row(line: Line, columns: Sequence[float]) -> str:
    cells = [""] * len(columns)
    for left, cell in zip(line.lefts, line.cells, strict=True):
        nearest = min(range(len(columns)), key=lambda at: abs(columns[at] - left))
        cells[nearest] = f"{cells[nearest]} {cell}".strip()
    return "\t".join(cells).rstrip("\t")


def _rounded(size: float) -> float:
    return round(2 * size) / 2
