"""How much of one document is read before it is left, so that none holds up the others.

A long document is read in portions of whole paragraphs, each as a document of its own; between two
the time is looked at. Nearly all documents are one portion.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from habeas.model.quote import Span
from habeas.model.rendition import Rendition


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """What reading one document may cost, all readers together.

    `letters` and `paragraphs` are those of a portion. `seconds` are looked at between portions,
    `claims` too: what was read until then stands.
    """

    seconds: float = 120.0
    claims: int = 500_000
    letters: int = 1_000_000
    paragraphs: int = 20_000
    clock: Callable[[], float] = field(default=time.monotonic)


@dataclass(slots=True)
class Allotted:
    """What one document has used of its time; `left` is where reading stopped, None at the end."""

    pace: Pace
    claims: int = 0
    left: Span | None = None

    def portions(self, rendition: Rendition) -> Iterator[Rendition]:
        """The portions of a document, until what it may cost is spent.

        Whoever reads them adds to `claims`.
        """
        until = self.pace.clock() + self.pace.seconds
        for number, portion in enumerate(portions(rendition, self.pace)):
            if number and (self.pace.clock() > until or self.claims > self.pace.claims):
                self.left = min((*portion.paragraphs[:1], *portion.tables[:1]))
                return
            yield portion


def portions(rendition: Rendition, pace: Pace) -> Iterator[Rendition]:
    """The rendition whole, where it is short enough; else by its paragraphs, its lists by one."""
    count, letters = len(rendition.paragraphs), sum(map(len, rendition.paragraphs))
    if count <= pace.paragraphs and letters <= pace.letters:
        yield rendition
        return
    if rendition.tables:
        yield replace(rendition, paragraphs=())
    for spans in _runs(rendition.paragraphs, pace):
        yield replace(rendition, paragraphs=tuple(spans), tables=())


def _runs(paragraphs: Sequence[Span], pace: Pace) -> Iterator[list[Span]]:
    run: list[Span] = []
    letters = 0
    for span in paragraphs:
        if run and (len(run) >= pace.paragraphs or letters + len(span) > pace.letters):
            yield run
            run, letters = [], 0
        run.append(span)
        letters += len(span)
    if run:
        yield run
