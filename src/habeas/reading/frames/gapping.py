"""Clauses that leave their verb out: "X received nine years, Y seven", "... respectively"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from habeas.model.charge import Sentence as Penalty
from habeas.model.mention import Mention
from habeas.reading.frames.charges import sentence_in
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.found import Found
from habeas.reading.frames.lists import list_ending
from habeas.reading.frames.sentence import Context, Sentence
from habeas.reading.frames.words import Pos
from habeas.text.durations import find_durations

_JOINTS = (ChunkKind.COMMA, ChunkKind.CONJUNCTION, ChunkKind.STOP)
_UNIT = re.compile(r"[^\W\d_]+")
_MOST_LINKS = 2  # a dash and a preposition: "Y - to seven"


@dataclass(frozen=True, slots=True)
class Gap:
    """Those a clause without verb is about, and the phrases `first` to `last` said of them."""

    persons: list[Chunk]
    first: int
    last: int


def gaps(chunks: Sequence[Chunk], at: int) -> Iterator[Gap]:
    """Clauses behind the verb at `at` that share it: ", Y seven", "and Y to a colony in Z"."""
    for index in range(at + 2, len(chunks)):
        chunk = chunks[index]
        if chunk.is_verb and chunk.is_finite and len(chunk.words) > 1:
            return
        if not chunk.is_person_name:
            continue
        if gap := _behind_person(chunks, index) or _before_person(chunks, index):
            yield gap


def _behind_person(chunks: Sequence[Chunk], at: int) -> Gap | None:
    """Where what is said stands behind the name: ", Y to seven years"."""
    persons = list_ending(chunks, at)
    opened = chunks.index(persons[0]) - 1
    if chunks[opened].kind not in _JOINTS:
        return None
    first = at + 1
    for _ in range(_MOST_LINKS):
        is_link = first < len(chunks) and (
            chunks[first].kind is ChunkKind.DASH or chunks[first].is_word("gap_links")
        )
        first += is_link
    if first >= len(chunks) or not _is_said(chunks[first], is_linked=first > at + 1):
        return None
    last = first + 1
    while last < len(chunks) and not _ends(chunks, last):
        last += 1
    return Gap(persons, first, last)


def _before_person(chunks: Sequence[Chunk], at: int) -> Gap | None:
    """Where it stands before the name: "and seven years to Y"."""
    if at < 3 or not chunks[at - 1].is_word("with_whom"):  # noqa: PLR2004  # "and seven years to"
        return None
    is_joined = chunks[at - 3].kind in _JOINTS and _is_number(chunks[at - 2])
    return Gap([chunks[at]], at - 2, at - 1) if is_joined else None


def _is_said(chunk: Chunk, *, is_linked: bool) -> bool:
    return _is_number(chunk) or (is_linked and chunk.is_noun and not chunk.is_person_name)


def _is_number(chunk: Chunk) -> bool:
    first = chunk.words[0]
    is_number = first.pos is Pos.NUMBER or first.text[0].isdigit()
    return chunk.is_noun and is_number


def _ends(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the clause is over: at a mark, or where the next one begins."""
    chunk = chunks[at]
    if chunk.kind in _JOINTS or chunk.is_person_name:
        return True
    return chunk.is_verb and chunk.is_finite and len(chunk.words) > 1


def term_in(sentence: Sentence, gap: Gap, base: Penalty, context: Context) -> Penalty | None:
    """The term a gap tells; a bare number has the unit of the term before it."""
    chunks = sentence.chunks
    words = sentence.text[chunks[gap.first].start : chunks[gap.last - 1].end]
    lexicon, units = context.knowledge.lexicon, context.knowledge.duration_words
    if (found := sentence_in(words, lexicon, units)) is not None:
        return found
    unit = _UNIT.findall(base.words)[-1:]
    if not unit:
        return None
    for one in _UNIT.findall(base.words):
        found = sentence_in(f"{chunks[gap.first].text} {one}", lexicon, units)
        if found is not None:
            return replace(found, words=chunks[gap.first].text)
    return None


def shared_out(
    sentence: Sentence, found: Found, persons: Sequence[Mention], context: Context
) -> list[Found]:
    """One event for each person where terms or dates are told "respectively".

    Where they cannot be told apart, none of them is kept: a wrong term is worse than no term.
    """
    chunks = sentence.chunks
    behind = sentence.text[chunks[found.at].start : sentence.span.end]
    units = context.knowledge.duration_words
    terms = [behind[span.start : span.end] for _, span in find_durations(behind, units)]
    lengths = [duration for duration, _ in find_durations(behind, units)]
    dates = [
        date.written for date in sentence.dates if _is_behind(date.written.span, chunks, found)
    ]
    base = found.slots.get("sentence")
    made: list[Found] = []
    for number, person in enumerate(persons):
        slots = {**found.slots, "persons": (person,)}
        if base is not None:
            is_each = len(lengths) == len(persons)
            slots["sentence"] = (
                replace(base, duration=lengths[number], words=terms[number]) if is_each else None
            )
        is_dated = len(dates) == len(persons)
        date = dates[number] if is_dated else found.date if len(dates) < len(persons) else None
        made.append(replace(found, slots=slots, date=date))
    return made


def _is_behind(span: object, chunks: Sequence[Chunk], found: Found) -> bool:
    start = getattr(span, "start", -1)
    return isinstance(start, int) and start >= chunks[found.at].start


def is_shared_out(sentence: Sentence, at: int) -> bool:
    """Whether the clause of the verb at `at` says "respectively"."""
    for chunk in sentence.chunks[at + 1 :]:
        if chunk.kind is ChunkKind.STOP:
            return False
        if chunk.is_word("in_this_order"):
            return True
    return False
