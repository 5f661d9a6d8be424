"""How much of one document is read before it is left, so that none holds up the others.

A long document is read in portions of whole paragraphs, each as a document of its own; between two
the time is looked at. Nearly all documents are one portion.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from habeas.model.claim import AnyClaim
from habeas.model.problem import Problem
from habeas.model.quote import Span
from habeas.model.rendition import Rendition
from habeas.protocols import Reader


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
    """What one document has used of its time."""

    pace: Pace
    _until: float = 0.0
    _claims: int = 0

    def __post_init__(self) -> None:
        self._until = self.pace.clock() + self.pace.seconds

    def read(
        self, reader: Reader, rendition: Rendition
    ) -> tuple[list[AnyClaim], list[Problem], Span | None]:
        """Claims, problems, and the place from which on this reader read nothing; None for none.

        Raises: whatever the reader raises.
        """
        claims: dict[AnyClaim, None] = {}
        problems: list[Problem] = []
        for portion in portions(rendition, self.pace):
            if self._is_spent():
                return list(claims), problems, _start(portion)
            found, said = reader.read(portion)
            self._claims += len(found)
            claims.update(dict.fromkeys(found))
            problems += said
        return list(claims), problems, None

    def _is_spent(self) -> bool:
        return self.pace.clock() > self._until or self._claims > self.pace.claims


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


def _start(portion: Rendition) -> Span:
    return min((*portion.paragraphs[:1], *portion.tables[:1]), default=Span(0, 0))
