"""An event or figure before it is a claim, and the stretch of text that tells of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from habeas.model.quote import Span
from habeas.model.vocabulary import Modality
from habeas.model.written_date import WrittenDate
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.event_frame import Frame
from habeas.reading.frames.sentence import Counted, Sentence
from habeas.reading.frames.triggers import Hit

_LONGEST_QUOTE = 14  # phrases of a charge in quotation marks


@dataclass(slots=True)
class Found:
    """The slots of an event or figure; `at` is the phrase that tells of it.

    Of a figure, `count` is where its number stands, and `whole` where the number stands that it is
    a part of; `is_part` where it is one of a number told before.
    """

    slots: dict[str, Any]
    at: int
    is_figure: bool
    date: WrittenDate | None = None
    modality: Modality = Modality.ASSERTED
    count: Span | None = None
    whole: Span | None = None
    is_part: bool = False
    is_loose: bool = False  # a part only by standing alone: "71 are still held"

    def counted(self) -> Counted | None:
        """What its parts need to know of a figure; None of what counts nobody."""
        if self.count is None or not self.is_figure:
            return None
        slots = self.slots
        return Counted(
            self.count,
            slots.get("population"),
            slots.get("status"),
            slots.get("basis"),
            self.date,
            slots["quantity"].high,
            slots["quantity"].low,
            self.modality,
        )


def region(sentence: Sentence, hit: Hit, frame: Frame) -> Span:
    """The text of the event: from its verb to the next verb that tells of something else."""
    chunks = sentence.chunks
    end = _behind_quote(chunks, hit.at, max(frame.found.end, hit.at + 1))
    while end < len(chunks) and chunks[end].kind is not ChunkKind.STOP:
        if chunks[end].is_verb and chunks[end].is_finite and not _is_aside(chunks, end):
            break
        is_joint = chunks[end].kind is ChunkKind.CONJUNCTION
        if is_joint and end + 1 < len(chunks) and chunks[end + 1].is_verb:
            break
        end = _behind_quote(chunks, hit.at, end + 1)
    return Span(chunks[hit.at].start, chunks[min(end, len(chunks)) - 1].end)


def _behind_quote(chunks: Sequence[Chunk], at: int, end: int) -> int:
    """Past words in quotation marks behind a preposition: "convicted of “public calls”"."""
    marks = [i for i in range(at, min(end, len(chunks))) if chunks[i].kind is ChunkKind.QUOTE]
    if len(marks) % 2 == 0 or chunks[marks[-1] - 1].kind is not ChunkKind.PREPOSITION:
        return end
    near = range(end, min(end + _LONGEST_QUOTE, len(chunks)))
    return next((i + 1 for i in near if chunks[i].kind is ChunkKind.QUOTE), end)


def _is_aside(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a participle stands alone between commas: "five years in prison, suspended, ..."."""
    around = [chunk.kind for chunk in chunks[at - 1 : at + 2]]
    is_closed = around[2:] in ([ChunkKind.COMMA], [ChunkKind.STOP], [])
    return len(chunks[at].words) == 1 and around[0] is ChunkKind.COMMA and is_closed
