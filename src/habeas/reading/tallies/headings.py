"""Which line of a table says that its rows are figures, and what its columns are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from habeas.model.quote import Span
from habeas.reading.lists.grid import Row, rows_of
from habeas.reading.lists.headings import headings_at
from habeas.reference.figure_tables import Heading, heading, spaced, told
from habeas.reference.populations import bounds_in

_SEARCHED = 40  # first lines of a table in which headings are looked for
_LONGEST = 90
_SAYING_WHOSE = frozenset(
    {Heading.WHAT, Heading.SOURCE, Heading.DATE, Heading.TERRITORY, Heading.BREAKDOWN}
)
_FEWEST_PARTS = 2


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns by number: those with a meaning of their own, and those that count a part.

    `parts` are headed by whom they count: "of them women", "in prison". `words` are all headings.
    """

    known: Mapping[int, Heading]
    parts: Mapping[int, str]
    words: Mapping[int, str]

    def number(self, wanted: Heading) -> int:
        """Where a column stands; 0 where there is none of its sort."""
        return next((at for at, one in self.known.items() if one is wanted), 0)


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table of figures in a text."""

    columns: Columns
    head: Row
    rows: tuple[Row, ...]

    @property
    def span(self) -> Span:
        """From its first heading to the end of its last row."""
        return Span(self.head.start, (self.rows or (self.head,))[-1].end)


def figure_tables(
    text: str, *, is_sheet: bool, within: Span | None = None
) -> Iterator[FigureTable]:
    """The tables of figures of a text, in order; a list of people is none.

    In a sheet a table runs to its end, in other texts to the first line of a single cell.
    """
    if "\t" not in text:
        return
    stretch = within or Span(0, len(text))
    rows = list(rows_of(text, stretch.start, stretch.end))
    at = 0
    while at < min(len(rows), _SEARCHED if is_sheet else len(rows)):
        columns = _columns(rows[at])
        if columns is None or headings_at(tuple(rows[at : at + 2]), is_sheet=False):
            at += 1
            continue
        end = len(rows) if is_sheet else _end(rows, at + 1)
        yield FigureTable(columns, rows[at], tuple(rows[at + 1 : end]))
        at = end


def asides(table: FigureTable) -> Iterator[Span]:
    """The cells of a table that are read as prose: notes beside the figures."""
    number = table.columns.number(Heading.ASIDE)
    for row in table.rows:
        cell = row.cell(number) if number else None
        if cell is not None:
            yield cell.span


def _columns(row: Row) -> Columns | None:
    """What a line of headings says; None where it is none, or of no table of figures."""
    if len(row.cells) < 2 or any(len(cell.text) > _LONGEST for cell in row.cells):  # noqa: PLR2004
        return None
    known: dict[int, Heading] = {}
    parts: dict[int, str] = {}
    for cell in row.cells:
        one = heading(cell.text)
        if one is not None and one not in known.values():
            known[cell.column] = one
        elif one is None and _counts(cell.text):
            parts[cell.column] = _without_number(spaced(cell.text))
    kinds = set(known.values())
    is_counting = Heading.NUMBER in kinds or len(parts) >= _FEWEST_PARTS
    if not is_counting or not kinds & _SAYING_WHOSE or not (Heading.WHAT in kinds or parts):
        return None
    return Columns(known, parts, {cell.column: cell.text for cell in row.cells})


def _counts(text: str) -> bool:
    """Whether a heading tells whom its numbers count."""
    words = spaced(text)
    return bool(told("status", words) or told("counted", words) or bounds_in(words))


def _without_number(words: str) -> str:
    """Whom a heading counts: "n crimean tatar", "number of women"."""
    first = next((one for one in told("column", words) if one.value == Heading.NUMBER), None)
    is_first = first is not None and first.start == 0 and first.end < len(words)
    return words[first.end :].strip() if first is not None and is_first else words


def _end(rows: Sequence[Row], at: int) -> int:
    while at < len(rows) and len(rows[at].cells) > 1 and rows[at].gap <= 0:
        at += 1
    return at
