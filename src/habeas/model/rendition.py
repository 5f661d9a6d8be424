"""A document's text made readable, with the way back to where every character stood."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from habeas.model.document import DateBasis
from habeas.model.partial_date import PartialDate
from habeas.model.quote import Span


@dataclass(frozen=True, slots=True)
class Run:
    """`length` characters of cleaned text from `cleaned` stand at `captured` in the captured text.

    `width` is how many captured characters they take: equal to `length` where text was copied,
    other where one stands for several (an entity `&amp;` is one character, width 5).
    """

    cleaned: int
    captured: int
    length: int
    width: int


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """The way from cleaned text back to captured text; runs in order of both."""

    runs: tuple[Run, ...]

    @property
    def is_identity(self) -> bool:
        """Whether every character stands where it stood, so that no span has to be moved."""
        if len(self.runs) != 1:
            return False
        (run,) = self.runs
        return run.cleaned == run.captured == 0 and run.length == run.width

    def to_captured(self, span: Span) -> Span:
        """The captured characters a stretch of cleaned text stands for; markup inside is included.

        An empty span gives an empty span, and so does one with no captured character under it, at
        the next run.
        """
        touched = self._touched(span)
        if not touched:
            at = self._next_start(span.start)
            return Span(at, at)
        first, last = touched[0], touched[-1]
        start, end = first.captured, last.captured + last.width
        if first.length == first.width:
            start += max(span.start - first.cleaned, 0)
        if last.length == last.width:
            end = last.captured + min(span.end - last.cleaned, last.length)
        return Span(start, end if len(span) else start)

    def to_cleaned(self, span: Span) -> Span | None:
        """The stretch of cleaned text made of these captured characters; None where none was.

        A run whose captured characters are only touched counts whole where it is not a copy.
        """
        first = bisect_right(self.runs, span.start, key=lambda run: run.captured + run.width)
        last = bisect_left(self.runs, span.end, key=lambda run: run.captured) - 1
        if first > last or not len(span):
            return None
        begin, end = self.runs[first], self.runs[last]
        start, stop = begin.cleaned, end.cleaned + end.length
        if begin.length == begin.width:
            start += max(span.start - begin.captured, 0)
        if end.length == end.width:
            stop = end.cleaned + min(span.end - end.captured, end.length)
        return Span(start, stop)

    def _touched(self, span: Span) -> list[Run]:
        at = max(bisect_right(self.runs, span.start, key=lambda run: run.cleaned) - 1, 0)
        touched = []
        for index in range(at, len(self.runs)):  # no slice: a long page has thousands of runs
            run = self.runs[index]
            if run.cleaned >= span.end:
                break
            if run.cleaned + run.length > span.start:
                touched.append(run)
        return touched

    def _next_start(self, cleaned: int) -> int:
        at = bisect_left(self.runs, cleaned, key=lambda run: run.cleaned)
        if at < len(self.runs):
            return self.runs[at].captured
        return self.runs[-1].captured + self.runs[-1].width if self.runs else 0


def identity(length: int) -> OffsetMap:
    """The map of a text that was not changed."""
    return OffsetMap((Run(0, 0, length, length),) if length else ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """What a reader reads: cleaned text, the map back, and what the container says of itself.

    `text` has the furniture (menus, teasers, bylines, container headers) masked with spaces, so
    that nothing moves; `furniture` lists what was masked, in cleaned offsets, each with a word why.
    `paragraphs` are spans of `text`. `encoding` names how the bytes became `captured`
    (text/decoding); `url` is where the document says it stands. `renderer` is name/version of what
    made it. `tables` are stretches of `text` that are lists of people, a row a line with tabs
    between its cells; what is in a table and to be read as prose is among the paragraphs.
    """

    document: str
    captured: str
    text: str
    offsets: OffsetMap
    paragraphs: tuple[Span, ...]
    furniture: tuple[tuple[Span, str], ...] = ()
    tables: tuple[Span, ...] = ()
    published: PartialDate | None = None
    published_basis: DateBasis = DateBasis.UNKNOWN
    title: str = ""
    publisher: str = ""
    language: str = ""
    url: str = ""
    encoding: str = ""
    renderer: str = ""
