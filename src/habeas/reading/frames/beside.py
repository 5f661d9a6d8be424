"""Events told beside another one: who went the other way, and to whom it did not happen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from habeas.model.mention import Mention
from habeas.model.vocabulary import EventKind, Modality, ReleaseForm
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.event_frame import Frame
from habeas.reading.frames.found import Found
from habeas.reading.frames.sentence import Context, Sentence
from habeas.reading.frames.subjects import subject_of

_ENDS = (EventKind.RELEASED, EventKind.EXCHANGED)


def counterparts(sentence: Sentence, at: int, frame: Frame, context: Context) -> list[Chunk]:
    """Those given for others: "was handed over in return for X", "was exchanged for two men"."""
    for one in frame.found.phrases:
        if not one.nouns or one.preposition.rsplit(maxsplit=1)[-1:] != ["for"]:
            continue
        before = sentence.chunks[max(sentence.chunks.index(one.nouns[0]) - 2, at)]
        is_trade = before.is_noun and before.ends_in("trade_nouns")
        is_swap = sentence.chunks[at].does("swapping_verbs")
        people = [noun for noun in one.nouns if noun.is_person_name or noun.quantity is not None]
        if (is_trade or is_swap) and people and context.all(people):
            return people
    return []


def other_way(sentence: Sentence, event: Found, frame: Frame, context: Context) -> Iterator[Found]:
    """The event with its counterparts, and theirs where they are named."""
    found = counterparts(sentence, event.at, frame, context) if _is_end(event) else []
    if not found:
        yield event
        return
    others = context.all(found)
    yield replace(event, slots={**event.slots, "counterparts": others})
    named = context.all([one for one in found if one.is_person_name])
    if named and event.slots["event"] is EventKind.EXCHANGED:
        slots = {
            "event": EventKind.EXCHANGED,
            "persons": named,
            "form": ReleaseForm.EXCHANGED,
            "counterparts": event.slots["persons"],
        }
        yield replace(event, slots=slots)


def _is_end(event: Found) -> bool:
    return event.slots["event"] in _ENDS


def spared(sentence: Sentence, event: Found, context: Context) -> Iterator[Found]:
    """To whom it is said not to have happened: "X was convicted; her deputy, Y, was not"."""
    chunks = sentence.chunks
    if not chunks[event.at].is_passive or event.modality is not Modality.ASSERTED:
        return
    for index in range(event.at + 2, len(chunks)):
        if not _is_bare_denial(chunks, index):
            continue
        persons = context.all([one for one in subject_of(chunks, index) if one.is_person_name])
        if persons and not _shares(persons, event):
            slots = {"event": event.slots["event"], "persons": persons}
            yield Found(slots, index, is_figure=False, modality=Modality.DENIED)
        return


def _is_bare_denial(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a clause ends with "was not"."""
    is_last = at + 1 == len(chunks) or chunks[at + 1].kind is ChunkKind.STOP
    return chunks[at].is_copula and chunks[at].is_negated and is_last


def _shares(persons: Sequence[Mention], event: Found) -> bool:
    told = {person.label for person in event.slots["persons"]}
    return any(person.label in told for person in persons)
