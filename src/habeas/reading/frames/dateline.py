"""The day a document names as its own in its first lines, for texts whose container names none."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.model.partial_date import PartialDate
from habeas.model.quote import Span
from habeas.reading.frames.knowledge import Knowledge
from habeas.text.tokens import tokenise
from habeas.text.written_dates import find_dates

_FIRST_LINES = 4
_LONGEST_LINE = 100  # characters; a longer one tells of something


def dateline(text: str, paragraphs: Sequence[Span], knowledge: Knowledge) -> PartialDate | None:
    """The whole date in one of the first lines; None where none is the document's own.

    Either it stands between a place in capitals and a dash ("SARNOVA, 4 December 2023 (Wire) -"),
    or it ends a short line that is nothing else or says what the document is.
    """
    lines = [line for span in paragraphs[:_FIRST_LINES] for line in _lines(text, span)]
    for line in lines[:_FIRST_LINES]:
        for found in find_dates(
            text, knowledge.date_words, anchor=None, start=line.start, end=line.end
        ):
            place = found.written.span
            is_whole = found.written.date.day is not None
            if place is not None and is_whole and _is_own(text, line, place, knowledge):
                return found.written.date
    return None


def _lines(text: str, span: Span) -> list[Span]:
    found, start = [], span.start
    for line in text[span.start : span.end].splitlines(keepends=True):
        if line.strip():
            found.append(Span(start, start + len(line)))
        start += len(line)
    return found


def _is_own(text: str, line: Span, date: Span, knowledge: Knowledge) -> bool:
    before, after = text[line.start : date.start].strip(), text[date.end : line.end].strip()
    patterns = knowledge.lexicon.patterns
    if patterns["dateline-before"].fullmatch(before) and patterns["dateline-after"].match(after):
        return True
    if after not in ("", ".") or len(line) > _LONGEST_LINE:
        return False
    words = [token.text.lower() for token in tokenise(before)]
    return not words or any(knowledge.serves(word, "document_words") for word in words)
