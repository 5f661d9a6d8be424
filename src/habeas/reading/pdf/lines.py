"""The lines of a PDF page with their places, in the order in which the page draws them."""

from __future__ import annotations

import ctypes
import math
import re
import statistics
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

# PDFium puts this where a hyphen stood between two letters at the end of a line.
_BROKEN_WORD = "\ufffe"
_LAST_UNIT = 0xFFFF
_LINE = re.compile(r"[^\r\n\ufffe]+\ufffe?")
_WORD = re.compile(r"[^ \t\xa0\r\n\ufffe]+\ufffe?")
_BULLET = re.compile(r"[-*•·–—▪◦‣●○■]|\d{1,3}[.)]|[^\W\d_][.)]|\(?[^\W_]{1,3}\)")
# A gap between cells, in units of the size of the type; justified lines stay well below the first.
_CELL_GAP = 2.0
_SMALL_CELL_GAP = 1.0
_TIMES_USUAL = 2.5
_EVEN = 1.5
_EDGE_APART = 0.5
_BOLD = 600
_SAMPLES = 5
_LEVEL = 0.2
_SPACE = 0.15
_NOTE_MARK_SIZE = 0.8  # a figure this much smaller, at the end of a word, calls a footnote


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line. Places are in points, upwards and to the right, as the text stands.

    `cells` are its texts, one unless wide gaps part it; `lefts` is where each begins.
    `is_spread` where all gaps between its words are wide and about the same.
    """

    cells: tuple[str, ...]
    lefts: tuple[float, ...]
    right: float
    baseline: float
    size: float
    is_bold: bool = False
    is_spread: bool = False

    @property
    def left(self) -> float:
        return self.lefts[0]

    @property
    def text(self) -> str:
        return "\t".join(self.cells)


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    left: float
    right: float


def lines_of(textpage: pdfium.PdfTextPage) -> list[Line]:
    """Lines in the order of the page's own drawing, which is mostly that of reading."""
    units = _units(textpage)
    lines = (_line(textpage, units, found) for found in _LINE.finditer(units))
    rows = list(_rows_joined([line for line in lines if line]))
    return _justified(_justified(rows)[::-1])[::-1]


def _units(textpage: pdfium.PdfTextPage) -> str:
    """One character for each character number of the page; surrogates stay two."""
    count = textpage.count_chars()
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium_c.FPDFText_GetText(textpage, 0, count, buffer)
    if written == count + 1:
        return "".join(map(chr, buffer[:count]))
    codes = (pdfium_c.FPDFText_GetUnicode(textpage, at) for at in range(count))
    return "".join(_unit(code) for code in codes)


def _unit(code: int) -> str:
    if code == 2:  # noqa: PLR2004  # PDFium's mark for a hyphen at the end of a line
        return _BROKEN_WORD
    return chr(code) if 0 < code <= _LAST_UNIT else "\ufffd"


def _line(textpage: pdfium.PdfTextPage, units: str, found: re.Match[str]) -> Line | None:
    words = list(_WORD.finditer(units, found.start(), found.end()))
    if not words:
        return None
    size, typical = _typical(textpage, words)
    turns = _quarter_turns(textpage, typical)
    placed = [
        _Word(
            _marked(textpage, word, size),
            _box(textpage, word.start(), turns)[0],
            _box(textpage, word.end() - 1, turns)[1],
        )
        for word in words
    ]
    cells = _cells(placed, size)
    weight = pdfium_c.FPDFText_GetFontWeight(textpage, typical)
    return Line(
        cells=tuple(_text(cell) for cell in cells),
        lefts=tuple(cell[0].left for cell in cells),
        right=placed[-1].right,
        baseline=_baseline(textpage, typical, turns),
        size=size,
        is_bold=weight >= _BOLD,
        is_spread=len(cells) == len(words) and _is_even(placed),
    )


def _typical(textpage: pdfium.PdfTextPage, words: list[re.Match[str]]) -> tuple[float, int]:
    """The middle size of type in the line and a letter of that size; bullets and code differ."""
    step = -(-len(words) // _SAMPLES)
    sizes = sorted((_size(textpage, word.start()), word.start()) for word in words[::step])
    return sizes[len(sizes) // 2]


def _marked(textpage: pdfium.PdfTextPage, word: re.Match[str], size: float) -> str:
    """The word; a raised figure at its end in brackets, or "2031" and note 2 make "20312"."""
    text = word.group()
    digits = re.search(r"[0-9]{1,3}$", text)
    if not digits:
        return text
    at = digits.start()
    while at < len(text) and _size(textpage, word.start() + at) >= _NOTE_MARK_SIZE * size:
        at += 1
    return text if at == len(text) else f"{text[:at]}[{text[at:]}]"


def _text(cell: list[_Word]) -> str:
    joined = " ".join(word.text for word in cell).replace(_BROKEN_WORD, "-")
    whole = joined.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", whole)


def _cells(words: list[_Word], size: float) -> list[list[_Word]]:
    gaps = [right.left - left.right for left, right in pairwise(words)]
    usual = statistics.median(gaps) if gaps else 0.0
    least = min(_CELL_GAP * size, max(_SMALL_CELL_GAP * size, _TIMES_USUAL * usual))
    if len(gaps) == 1:
        least = _SMALL_CELL_GAP * size
    cells = [[words[0]]]
    for gap, word in zip(gaps, words[1:], strict=True):
        if gap > least and not (len(cells) == 1 and _BULLET.fullmatch(cells[0][0].text)):
            cells.append([word])
        else:
            cells[-1].append(word)
    return cells


def _is_even(words: list[_Word]) -> bool:
    gaps = [right.left - left.right for left, right in pairwise(words)]
    return bool(gaps) and max(gaps) < _EVEN * min(gaps)


def _justified(lines: list[Line]) -> list[Line]:
    """A line spread out to the edges of a line without gaps next to it is no row of cells."""
    mended: list[Line] = []
    for line in lines:
        before = mended[-1] if mended else None
        if before and line.is_spread and len(before.cells) == 1 and _has_edges_of(before, line):
            mended.append(replace(line, cells=(" ".join(line.cells),), lefts=line.lefts[:1]))
        else:
            mended.append(line)
    return mended


def _has_edges_of(line: Line, other: Line) -> bool:
    apart = max(abs(line.left - other.left), abs(line.right - other.right))
    return apart < _EDGE_APART * line.size


def _rows_joined(lines: list[Line]) -> Iterator[Line]:
    """What stands on one height, left to right, is one line: rows of tables, and after raised text.

    PDFium ends a line at every raised figure.
    """
    held: Line | None = None
    for line in lines:
        if held and _is_beside(held, line):
            held = _beside(held, line)
        elif held and _is_note_mark(held, line):
            cells = (*held.cells[:-1], f"{held.cells[-1]}[{line.text}]")
            held = replace(held, cells=cells, right=line.right)
        else:
            if held:
                yield held
            held = line
    if held:
        yield held


def _is_beside(line: Line, following: Line) -> bool:
    is_level = abs(line.baseline - following.baseline) < _LEVEL * line.size
    return is_level and following.left > line.right - _LEVEL * line.size


def _is_note_mark(line: Line, following: Line) -> bool:
    is_raised = 0 < following.baseline - line.baseline < line.size
    is_small = following.size < _NOTE_MARK_SIZE * line.size
    is_next = abs(following.left - line.right) < _SMALL_CELL_GAP * line.size
    return is_raised and is_small and is_next and bool(re.fullmatch(r"\d{1,3}", following.text))


def _beside(line: Line, following: Line) -> Line:
    """The two as one line, as more cells or, where no wide gap parts them, as one text."""
    cells, lefts = following.cells, following.lefts
    before = line.cells
    gap = following.left - line.right
    if gap <= _SMALL_CELL_GAP * line.size:
        space = " " if gap > _SPACE * line.size else ""
        before, cells = line.cells[:-1], (f"{line.cells[-1]}{space}{cells[0]}", *cells[1:])
        lefts = lefts[1:]
    return replace(
        line,
        cells=before + cells,
        lefts=line.lefts + lefts,
        right=following.right,
        is_bold=line.is_bold and following.is_bold,
        is_spread=line.is_spread and following.is_spread,
    )


def _size(textpage: pdfium.PdfTextPage, at: int) -> float:
    """Height of the type as drawn; the page may scale a nominal size of 1."""
    matrix = pdfium_c.FS_MATRIX()
    nominal = pdfium_c.FPDFText_GetFontSize(textpage, at)
    if pdfium_c.FPDFText_GetMatrix(textpage, at, matrix):
        nominal *= math.hypot(matrix.c, matrix.d)
    return nominal if math.isfinite(nominal) and nominal > 0 else 1.0


def _quarter_turns(textpage: pdfium.PdfTextPage, at: int) -> int:
    angle = pdfium_c.FPDFText_GetCharAngle(textpage, at)
    return round(angle / (math.pi / 2)) % 4 if math.isfinite(angle) and angle >= 0 else 0


def _box(textpage: pdfium.PdfTextPage, at: int, turns: int) -> tuple[float, float]:
    """Where a character begins and ends along its line."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium_c.FPDFText_GetCharBox(textpage, at, left, right, bottom, top)
    ways = [
        (left.value, right.value),
        (bottom.value, top.value),
        (-right.value, -left.value),
        (-top.value, -bottom.value),
    ]
    return ways[turns]


def _baseline(textpage: pdfium.PdfTextPage, at: int, turns: int) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium_c.FPDFText_GetCharOrigin(textpage, at, x, y)
    return [y.value, -x.value, -y.value, x.value][turns]
