"""What of a rendition is list and what is prose, decided once, before any reader sees it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from habeas.model.quote import Span
from habeas.model.rendition import Rendition
from habeas.reading.cells import TABLE
from habeas.reading.lists.headings import Headed
from habeas.reading.lists.table import prose_cells, tables_in
from habeas.reference.list_words import column_headed

READER = "list"  # the reader that lists are left to
LINES = "lines"  # the reader of lists in lines, which prose is read beside


def divided(rendition: Rendition, media_type: str, *, headed: Headed = column_headed) -> Rendition:
    """The rendition with its lists in `tables` and out of `paragraphs`, so that none is read twice.

    A table whose headings say nothing of people stays in the paragraphs.
    """
    tables = list(tables_in(rendition.text, is_sheet=media_type == TABLE, headed=headed))
    if not tables:
        return rendition
    inside = [span for table in tables for span in prose_cells(table)]
    return set_apart(rendition, [table.span for table in tables], inside)


def set_apart(rendition: Rendition, tables: Sequence[Span], prose: Sequence[Span]) -> Rendition:
    """The rendition with these stretches as tables too; `prose` in them stays with paragraphs."""
    outside = [
        rest for span in rendition.paragraphs for rest in _outside(rendition.text, span, tables)
    ]
    return replace(
        rendition,
        tables=tuple(sorted([*rendition.tables, *tables])),
        paragraphs=tuple(sorted([*outside, *prose])),
    )


def _outside(text: str, span: Span, tables: Sequence[Span]) -> Iterator[Span]:
    """What of a paragraph stands in no table: all of it mostly, or its lines before and behind."""
    at = span.start
    first = max(bisect_right(tables, span.start, key=lambda table: table.start) - 1, 0)
    for table in tables[first:]:
        if table.start >= span.end:
            break
        yield from _words_in(text, at, min(table.start, span.end))
        at = max(at, table.end)
    yield from _words_in(text, at, span.end)


def _words_in(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end].strip()
    if words:
        start = text.index(words, start)
        yield Span(start, start + len(words))
