"""When the thing a verb or noun tells of is true: its dates in the sentence, or the document's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.model.vocabulary import Modality
from habeas.model.written_date import WrittenDate
from habeas.reading.frames.arguments import Arguments, opens_dated
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.sentence import Context, Sentence
from habeas.reading.frames.subjects import clause_start, is_passive
from habeas.text.written_dates import DateFound, Relation

_NOT_YET = (Modality.DEMANDED, Modality.PLANNED, Modality.CONDITIONAL)


@dataclass(frozen=True, slots=True)
class When:
    """When something is true, since when, and until when; None where nothing says so."""

    on: WrittenDate | None = None
    since: WrittenDate | None = None
    until: WrittenDate | None = None


def when(sentence: Sentence, at: int, found: Arguments, context: Context) -> When:
    """When the thing at chunk `at` is true.

    A date behind it in its clause comes first, then one that opens the clause; the present tense
    without a date is the document's.
    """
    behind = [date for chunk in found.dates for date in _dates_in(sentence, chunk)]
    # A participle tells of another time than its sentence: "the pact, initiated by X".
    opens = [] if is_bare_participle(sentence.chunks, at) else _opening_dates(sentence.chunks, at)
    started = _since_opening(sentence.chunks, at)
    opening = [date for c in opens if c not in started for date in _dates_in(sentence, c)]
    opening = opening or _days_before(sentence, at)
    on = _first([*behind, *opening], wanted=None)
    if on is None and is_present(sentence.chunks[at]):
        on = context.document_date()
    since = _first([*behind, *opening], wanted=Relation.SINCE) or _since_clause(sentence, at)
    if since is None and started:
        since = next((d.written for c in started for d in _dates_in(sentence, c)), None)
    return When(on, since, _first([*behind, *_later_dates(sentence, at)], wanted=Relation.UNTIL))


def extended(chunks: Sequence[Chunk], time: When) -> When:
    """The day behind "to" is the end: "had been extended to 18 February"."""
    if time.on is None or time.on.span is None or time.until is not None:
        return time
    start = time.on.span.start
    at = next((i for i, chunk in enumerate(chunks) if chunk.start == start), 0)
    return When(None, time.since, time.on) if at and chunks[at - 1].is_word("goal") else time


def _later_dates(sentence: Sentence, at: int) -> list[DateFound]:
    """Dates behind an infinitive of the same clause: "was not allowed to see him until 30 May"."""
    chunks = sentence.chunks
    found: list[DateFound] = []
    for chunk in chunks[at + 1 :]:
        if chunk.kind in (ChunkKind.STOP, ChunkKind.SUBORDINATOR, ChunkKind.RELATIVE):
            break
        if chunk.is_verb and chunk.is_finite:
            break
        found += _dates_in(sentence, chunk) if chunk.kind is ChunkKind.DATE else []
    return found


def _days_before(sentence: Sentence, at: int) -> list[DateFound]:
    """The day of the verb before, which goes for both: "was arrested on 3 May and beaten".

    A month does not: "was arrested in May and charged".
    """
    chunks = sentence.chunks
    if not at or chunks[at - 1].kind is not ChunkKind.CONJUNCTION or len(chunks[at].words) > 1:
        return []
    before = chunks[clause_start(chunks, at) : at]
    dates = [d for c in before if c.kind is ChunkKind.DATE for d in _dates_in(sentence, c)]
    return [date for date in dates if date.written.date.day is not None][-1:]


def _since_opening(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    """The dates of the clause the sentence opens with: "Since the war began in 2028, ..."."""
    if not chunks[0].opens_with("since"):
        return []
    return [chunk for chunk in chunks[:at] if chunk.kind is ChunkKind.DATE]


def _since_clause(sentence: Sentence, at: int) -> WrittenDate | None:
    """The date of what something has gone on since: "since the protests began in May 2028"."""
    chunks = sentence.chunks
    for index in range(at + 1, len(chunks)):
        if chunks[index].kind is ChunkKind.STOP:
            return None
        if chunks[index].is_word("since"):
            later = (date for c in chunks[index + 1 :] for date in _dates_in(sentence, c))
            return next((date.written for date in later), None)
    return None


def told_on(time: When, modality: Modality) -> WrittenDate | None:
    """The date of what is told as true; the document's is no date of what is only wanted."""
    is_written = time.on is not None and time.on.span is not None
    return time.on if is_written or modality not in _NOT_YET else None


def _first(dates: Sequence[DateFound], *, wanted: Relation | None) -> WrittenDate | None:
    """The first date with this relation; without one, the first that is no end of a stretch."""
    ends = (Relation.SINCE, Relation.UNTIL)
    for date in dates:
        if date.relation is wanted or (wanted is None and date.relation not in ends):
            return date.written
    return None


def is_bare_participle(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a verb group is a participle without helpers that suffers: "initiated by X"."""
    if not chunks[at].is_verb or chunks[at].is_passive or not is_passive(chunks, at):
        return False
    behind = chunks[at + 1 :]
    if not behind:
        return False
    return behind[0].is_word("agent") or any(c.is_verb and c.is_finite for c in behind)


def is_present(chunk: Chunk) -> bool:
    """Whether a verb group tells of now."""
    if not chunk.is_verb or not chunk.is_finite or chunk.modal:
        return False
    quiet = ("adverb_endings", "there")
    first = next((w for w in chunk.words if not any(w.serves(use) for use in quiet)), None)
    if first is None:
        return False
    if first.serves("have_now") and chunk.words[-1] is not first:
        return chunk.is_passive and any(word.serves("been") for word in chunk.words)
    return first.serves("now") or chunk.shape in ("base", "s")


def _dates_in(sentence: Sentence, chunk: Chunk) -> list[DateFound]:
    return [
        date
        for date in sentence.dates
        if date.written.span is not None and date.written.span.touches(chunk.span)
    ]


def _opening_dates(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    """Dates before the thing in its clause: "On 3 May, police ...", "police on Friday ..."."""
    before = chunks[_start_of_dated(chunks, at) : at]
    verb = next((index for index, chunk in enumerate(before) if chunk.is_verb), len(before))
    # "was arrested in May and charged": the month is that of the arrest.
    return [chunk for chunk in reversed(before[:verb]) if chunk.kind is ChunkKind.DATE]


def _start_of_dated(chunks: Sequence[Chunk], at: int) -> int:
    """Where its clause begins, or the part behind "and" that has a date of its own."""
    start = clause_start(chunks, at)
    parts = (i for i in range(at - 1, start, -1) if opens_dated(chunks, i))
    return next(parts, start)
