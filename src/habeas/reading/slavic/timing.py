"""When a thing is true: the date in its clause, one that opens the sentence, or the document's."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.model.written_date import WrittenDate
from habeas.reading.slavic.sentence import Sentence
from habeas.text.written_dates import DateFound, Relation

_FAR = 100  # characters from a verb to a date that another may be nearer to
_LEAD = 30  # from the beginning of a clause to a date that leads it
_ENDS = (Relation.SINCE, Relation.UNTIL)


@dataclass(frozen=True, slots=True)
class When:
    """When something is true, since when, until when; None where nothing says so."""

    on: WrittenDate | None = None
    since: WrittenDate | None = None
    until: WrittenDate | None = None


def when(sentence: Sentence, start: int, end: int, *, is_present: bool) -> When:
    """The dates of what stands between two characters."""
    clause = sentence.clause_at(start)
    inside = [
        date
        for date in sentence.dates
        if date.written.span is not None and clause.start <= date.written.span.start < clause.end
    ]
    inside = [date for date in inside if not _is_of_another(sentence, date, end)]
    inside = [date for date in inside if not _is_far(sentence, date, start, end)]
    inside.sort(key=lambda date: _distance(date, start, end))
    near = inside or _opening(sentence, start)
    on = next((date.written for date in near if date.relation not in _ENDS), None)
    since = next((date.written for date in inside if date.relation is Relation.SINCE), None)
    until = next((date.written for date in inside if date.relation is Relation.UNTIL), None)
    if on is None and since is None and is_present:
        on = sentence.today()
    return When(on, since, until)


def _is_of_another(sentence: Sentence, date: DateFound, end: int) -> bool:
    """Whether a date behind an event stands behind another one too, and so tells when that was."""
    span = date.written.span
    return span is not None and any(end < hit.start < span.start for hit in sentence.hits)


def _is_far(sentence: Sentence, date: DateFound, start: int, end: int) -> bool:
    """Whether a date inside a long sentence is of something else than this verb tells."""
    span = date.written.span
    if span is None or _distance(date, start, end) < _FAR:
        return False
    is_lead = span.start - sentence.clause_at(start).start < _LEAD
    low, high = sorted((span.start, start))
    return not is_lead and "," in sentence.text[low:high]


def _distance(date: DateFound, start: int, end: int) -> int:
    span = date.written.span
    if span is None:
        return 0
    return span.start - end if span.start >= end else start - span.end


def _opening(sentence: Sentence, start: int) -> list[DateFound]:
    """A date at the very beginning of the sentence, where the clause is not a relative one."""
    if sentence.clause_at(start).opener:
        return []
    return [
        date
        for date in sentence.dates[:1]
        if date.written.span is not None and date.written.span.start - sentence.span.start <= 2  # noqa: PLR2004
    ]
