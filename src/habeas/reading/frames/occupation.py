"""Places said to be occupied, and by whom."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.model.mention import Mention, MentionKind
from habeas.model.written_date import WrittenDate
from habeas.reading.frames.arguments import arguments
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.lists import list_ending
from habeas.reading.frames.sentence import Context, Sentence
from habeas.reading.frames.subjects import is_passive, subject_of
from habeas.reading.frames.timing import when

_OCCUPIERS = (MentionKind.STATE, MentionKind.BODY)


@dataclass(frozen=True, slots=True)
class Occupied:
    """A place, who occupies it, and when that is said to be; `at` is the phrase that says so."""

    place: Mention
    by: Mention
    on: WrittenDate | None
    at: int


def occupied(sentence: Sentence, context: Context) -> list[Occupied]:
    """Every place in a sentence that is said to be occupied or annexed, and by whom."""
    found: list[Occupied] = []
    for at, chunk in enumerate(sentence.chunks):
        if chunk.does("occupying_verbs") and not chunk.is_negated and not chunk.modal:
            found += _occupied_at(sentence, at, context)
    return found


def _occupied_at(sentence: Sentence, at: int, context: Context) -> list[Occupied]:
    chunks = sentence.chunks
    behind = arguments(chunks, at)
    if not is_passive(chunks, at):
        places, by = behind.objects, subject_of(chunks, at)
    else:
        by = behind.used("agent")
        before = at - 1
        if before > 0 and chunks[before].kind is ChunkKind.COMMA and not chunks[at].is_passive:
            before -= 1  # "Crimea, occupied by Russia"
        is_behind_noun = before >= 0 and chunks[before].is_noun
        places = list_ending(chunks, before) if is_behind_noun else subject_of(chunks, at)
    occupiers = context.all([one for one in by if _can_occupy(one, context)])
    dated = when(sentence, at, behind, context)
    on = dated.since or dated.on or context.document_date()
    return [
        Occupied(place, occupiers[0], on, at)
        for place in context.all(places)
        if occupiers and place.kind is MentionKind.PLACE
    ]


def _can_occupy(chunk: Chunk, context: Context) -> bool:
    is_unknown = chunk.name is not None and chunk.name.kind is MentionKind.UNSPECIFIED
    return is_unknown or context.kind(chunk) in _OCCUPIERS
