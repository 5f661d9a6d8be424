"""A document cut into stretches that a model is asked about one at a time.

A quote stands in one segment, and a segment in one chunk, so no quote can straddle two. The
segments before a chunk are shown with it, so that the model sees what "he" refers to; from those
nothing is accepted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.model.quote import Span
from habeas.model.rendition import Rendition
from habeas.reading.language_model.normal import Normal, normal
from habeas.reference.abbreviation_words import abbreviation_words
from habeas.reference.languages import languages_of
from habeas.text.segments import segments

MOST_CHARACTERS = 4000  # of a chunk: small models lose the thread in longer ones
_CONTEXT = 2  # segments


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment of the document with its number (from 1) and its paragraph's normal text."""

    number: int
    span: Span
    language: str
    normal: Normal
    paragraph: str


@dataclass(frozen=True, slots=True)
class Chunk:
    """What is asked about at once, and what stood right before it."""

    segments: tuple[Segment, ...]
    context: tuple[Segment, ...] = ()

    @property
    def characters(self) -> int:
        """How many characters of the document are shown."""
        return sum(len(one.normal.text) for one in (*self.context, *self.segments))


def segments_of(rendition: Rendition, languages: frozenset[str]) -> list[Segment]:
    """The segments in those of the languages, in order."""
    found: list[Segment] = []
    spoken = languages_of(rendition.text, rendition.paragraphs)
    for paragraph, language in zip(rendition.paragraphs, spoken, strict=True):
        if language not in languages:
            continue
        whole = normal(rendition.text, paragraph).text
        for span in segments(rendition.text, paragraph, abbreviation_words(language)):
            words = normal(rendition.text, span)
            if words.text:
                found.append(Segment(len(found) + 1, span, language, words, whole))
    return found


def chunks_of(cut: Sequence[Segment], most: int = MOST_CHARACTERS) -> Iterator[Chunk]:
    """Chunks of whole segments; a segment that is longer than `most` is left out."""
    gathered: list[Segment] = []
    length = 0
    for segment in cut:
        size = len(segment.normal.text)
        if gathered and (size > most or length + size > most):
            yield _chunk(gathered, cut, most)
            gathered, length = [], 0
        if size <= most:
            gathered.append(segment)
            length += size
    if gathered:
        yield _chunk(gathered, cut, most)


def too_long(cut: Sequence[Segment], most: int = MOST_CHARACTERS) -> list[Segment]:
    """The segments that no chunk holds."""
    return [segment for segment in cut if len(segment.normal.text) > most]


def _chunk(gathered: Sequence[Segment], cut: Sequence[Segment], most: int) -> Chunk:
    first = gathered[0].number - 1
    before = cut[max(first - _CONTEXT, 0) : first]
    return Chunk(tuple(gathered), tuple(one for one in before if len(one.normal.text) <= most))
