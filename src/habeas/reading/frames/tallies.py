"""Figures without a verb of their own: "the number of prisoners has reached 1,500"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from habeas.model.mention import Mention
from habeas.model.vocabulary import CountingBasis, FigureStatus
from habeas.reading.frames.arguments import arguments
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.event_frame import Frame
from habeas.reading.frames.found import Found
from habeas.reading.frames.modality import modality_of
from habeas.reading.frames.sentence import Context, Sentence
from habeas.reading.frames.timing import told_on, when
from habeas.reference.lexicon import Trigger

_TO_NUMBER = 6  # phrases from "the number of prisoners" to the number


def tallied(sentence: Sentence, entries: Sequence[Trigger], context: Context) -> list[Found]:
    """The figure of "the number of political prisoners has reached 1,500"; none where none is."""
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks):
        group = chunk.tail if chunk.is_noun and chunk.ends_in("tallies") else None
        if group is None or chunk.tail_use != "of" or chunk.quantity is not None:
            continue
        status = _status_of(chunks, group, entries)
        number = _number_brought(chunks, at) or _number_behind(chunks, at)
        if status is not None and number is not None:
            return [_tally(sentence, (at, *number), status, group, context)]
    return []


def _status_of(
    chunks: Sequence[Chunk], group: Chunk, entries: Sequence[Trigger]
) -> FigureStatus | None:
    """What those counted have in common, by their noun: "political prisoners" are held."""
    after = chunks.index(group) + 1 if group in chunks else len(chunks)
    if after < len(chunks) and chunks[after].does("freed_verbs"):
        return FigureStatus.RELEASED
    for entry in entries:
        if any(f" {group.lower}".endswith(f" {noun}") for noun in entry.nouns):
            return FigureStatus(entry.kind)
    return None


def _number_brought(chunks: Sequence[Chunk], at: int) -> tuple[int, int] | None:
    """Where the number stands in "brings the number of prisoners freed to 400"."""
    if not at or not chunks[at - 1].does("bringing_verbs") or chunks[at - 1].is_negated:
        return None
    for index in range(len(chunks) - 1, at, -1):
        if chunks[index].quantity is not None and chunks[index - 1].is_word("goal"):
            return at - 1, index
    return None


def _number_behind(chunks: Sequence[Chunk], at: int) -> tuple[int, int] | None:
    """Where the verb and the number of a tally stand; of "from 5 to 8" the last."""
    verbs = [i for i in range(at + 1, len(chunks)) if chunks[i].is_verb and chunks[i].is_finite]
    counting = (i for i in verbs if chunks[i].does("counting_verbs") or chunks[i].is_copula)
    verb = next(counting, None)
    if verb is None or chunks[verb].is_negated or chunks[verb].modal:
        return None
    found = None
    for index in range(verb + 1, min(verb + _TO_NUMBER, len(chunks))):
        if chunks[index].kind is ChunkKind.STOP or chunks[index].is_verb:
            break
        count = chunks[index].quantity
        is_by = chunks[index - 1].is_word("agent")  # "rose by 40"
        if count is not None and not is_by:
            # "from 40 to 60" tells of a change here, not of a range.
            found = None if chunks[index].opens_with("source") else index
    return (verb, found) if found is not None else None


def _tally(
    sentence: Sentence,
    places: tuple[int, int, int],
    status: FigureStatus,
    group: Chunk,
    context: Context,
) -> Found:
    at, verb, number = places
    chunks = sentence.chunks
    counted = chunks[number].quantity
    if counted is None:  # pragma: no cover  # `_number_behind` saw it
        raise ValueError(chunks[number])
    time = when(sentence, verb, arguments(chunks, verb), context)
    where = Frame(found=arguments(chunks, chunks.index(group))).places(context, "where")
    slots = shared_slots(status, context.mention(group), CountingBasis.CURRENT)
    slots |= {"quantity": counted.quantity, "territory": context.all(where), "since": time.since}
    modality = modality_of(chunks, verb, context.knowledge.lexicon.modality)
    on = told_on(time, modality)
    return Found(slots, at, is_figure=True, date=on, modality=modality, count=counted.span)


def shared_slots(
    status: FigureStatus, population: Mention | None, basis: CountingBasis | None
) -> dict[str, Any]:
    """What a figure without a verb says besides its number."""
    return {"status": status, "population": population, "basis": basis}


def is_bare(chunk: Chunk) -> bool:
    """Whether a number stands without a noun: "40", "40 of them", "five of the 23"."""
    if chunk.quantity is None:
        return False
    uses = ("of", "of_whom", "articles", "those", "adding")
    behind = [word for word in chunk.words if word.start >= chunk.quantity.span.end]
    return all(word.text[0].isdigit() or any(word.serves(use) for use in uses) for word in behind)
