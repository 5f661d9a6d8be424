"""Whom others were kept from, or who was kept from others: "was not allowed to see her"."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.model.mention import MentionKind
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.lists import list_beginning
from habeas.reading.frames.sentence import Context
from habeas.reading.frames.subjects import subject_of

_FAR = 8  # phrases from the verb to whom nobody may see


def kept_apart(
    chunks: Sequence[Chunk], at: int, patients: Sequence[Chunk], context: Context
) -> list[Chunk]:
    """The prisoners: who is behind "access to" or "see", else who is refused, else whose lawyer."""
    if reached := _reached(chunks, at, context):
        return reached
    persons = [one for one in patients if _is_prisoner(one, context)]
    if persons:
        return persons
    owners = [
        owner
        for one in [*patients, *subject_of(chunks, at)]
        if (owner := one.possessor) is not None and context.kind(owner) is MentionKind.PERSON
    ]
    return owners[:1]


def _reached(chunks: Sequence[Chunk], at: int, context: Context) -> list[Chunk]:
    for index in range(at + 1, min(at + _FAR, len(chunks) - 1)):
        chunk, behind = chunks[index], chunks[index + 1]
        if chunk.kind is ChunkKind.STOP or (chunk.is_verb and chunk.is_finite):
            break
        is_seeing = chunk.does("seeing_verbs") and not chunk.is_finite
        is_access = index > at and chunk.is_word("goal") and _is_access(chunks[index - 1])
        if (is_seeing or is_access) and _is_prisoner(behind, context):
            return list_beginning(chunks, index + 1)[0]
    return []


def _is_access(chunk: Chunk) -> bool:
    return chunk.is_noun and chunk.ends_in("access_nouns")


def _is_prisoner(chunk: Chunk, context: Context) -> bool:
    """Whether the phrase may be the one held: named or a pronoun, and nobody's lawyer or kin."""
    if not chunk.is_noun or context.kind(chunk) is not MentionKind.PERSON:
        return False
    return chunk.is_pronoun or chunk.is_person_name or chunk.opens_with("name_articles")
