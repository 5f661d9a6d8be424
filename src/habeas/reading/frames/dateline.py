"""The lines a document begins with that say when and where it was written.

They date the document where its container does not, and what stands before their dash is no part
of the first sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.model.partial_date import PartialDate
from habeas.model.quote import Span
from habeas.reading.frames.knowledge import Knowledge
from habeas.text.tokens import tokenise
from habeas.text.written_dates import find_dates

_FIRST_LINES = 4
_LONGEST_LINE = 100  # characters; a longer one tells of something


@dataclass(frozen=True, slots=True)
class Dateline:
    """The words that are no part of a sentence, and the day they name, if any."""

    span: Span
    date: PartialDate | None = None


def datelines(text: str, paragraphs: Sequence[Span], knowledge: Knowledge) -> Iterator[Dateline]:
    """Place and date before a dash ("SARNOVA, 4 December 2023 (Wire) -"), or a line of its own.

    A line of its own ends in a whole date, and has nothing before it but names, or a word that
    says what the document is ("Statement of 21 June 2023").
    """
    lines = (line for span in paragraphs[:_FIRST_LINES] for line in _lines(text, span))
    for _, line in zip(range(_FIRST_LINES), lines, strict=False):
        before = _before_dash(text, line, knowledge)
        date = _whole_date(text, before or line, knowledge)
        if before is not None or (date is not None and _is_own(text, line, date[1], knowledge)):
            yield Dateline(before or line, date[0] if date is not None else None)


def _lines(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for line in text[span.start : span.end].splitlines(keepends=True):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line)


def _before_dash(text: str, line: Span, knowledge: Knowledge) -> Span | None:
    """The dateline that a line begins with: it names a day or an agency."""
    found = knowledge.lexicon.patterns["dateline"].match(text, line.start, line.end)
    if found is None or not any(mark.isdigit() or mark == "(" for mark in found.group()):
        return None
    return Span(*found.span())


def _whole_date(text: str, line: Span, knowledge: Knowledge) -> tuple[PartialDate, Span] | None:
    words = knowledge.date_words
    for found in find_dates(text, words, anchor=None, start=line.start, end=line.end):
        written = found.written
        if written.span is not None and written.date.day is not None:
            return written.date, written.span
    return None


def _is_own(text: str, line: Span, date: Span, knowledge: Knowledge) -> bool:
    before, after = text[line.start : date.start].strip(), text[date.end : line.end].strip()
    if after not in ("", ".") or len(line) > _LONGEST_LINE:
        return False
    words = [token.text for token in tokenise(before)]
    if any(knowledge.serves(word.lower(), "document_words") for word in words):
        return True
    return all(word[0].isupper() or not word[0].isalnum() for word in words)
