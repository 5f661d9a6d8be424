"""Noun phrases in a row: "A, B and C"."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.reading.frames.chunks import Chunk, ChunkKind


def list_ending(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    """The noun phrase at `at` and those listed before it."""
    found = [chunks[at]]
    has_conjunction = False
    while at > 1:
        link = at - 1
        if chunks[link].kind is ChunkKind.CONJUNCTION:
            has_conjunction = True
            if chunks[link - 1].kind is ChunkKind.COMMA:
                link -= 1
        elif chunks[link].kind is not ChunkKind.COMMA or not has_conjunction:
            break
        if link < 1 or not chunks[link - 1].is_noun or not _same_sort(chunks[link - 1], found[0]):
            break
        at = link - 1
        found.insert(0, chunks[at])
        if at and chunks[at - 1].kind is ChunkKind.PREPOSITION and not chunks[at - 1].is_word("of"):
            break
    return found


def list_beginning(chunks: Sequence[Chunk], at: int) -> tuple[list[Chunk], int]:
    """The noun phrase at `at` with those listed after it, and the index behind the list."""
    found, end = [chunks[at]], at + 1
    while end < len(chunks):
        link = end
        if chunks[link].kind is ChunkKind.COMMA:
            link += 1
        if link < len(chunks) and chunks[link].kind is ChunkKind.CONJUNCTION:
            link += 1
        if link == end or link >= len(chunks) or not chunks[link].is_noun:
            break
        if not _same_sort(found[-1], chunks[link]) or begins_clause(chunks, link):
            break
        if chunks[link - 1].kind is ChunkKind.COMMA and not _list_goes_on(chunks, link, found[0]):
            break
        found.append(chunks[link])
        end = link + 1
    return found, end


def begins_clause(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the phrase at `at` is the subject of a verb of its own, not the last of a list."""
    after = at + 1
    while after < len(chunks) and chunks[after].kind is ChunkKind.ADVERB:
        after += 1
    if after >= len(chunks) or not chunks[after].is_verb or not chunks[after].is_finite:
        return False
    auxiliaries = [
        word for word in chunks[after].words if not word.forms and not word.serves("adverb_endings")
    ]
    if auxiliaries or chunks[after].shape not in ("part", "past"):
        return True
    return after + 1 < len(chunks) and chunks[after + 1].is_noun


def _same_sort(one: Chunk, two: Chunk) -> bool:
    if one.is_pronoun or two.is_pronoun:
        return False
    return one.is_person_name == two.is_person_name or f"{one.head}{two.head}".islower()


def _list_goes_on(chunks: Sequence[Chunk], at: int, first: Chunk) -> bool:
    """Whether a comma lists: a conjunction comes later, or all are names of persons."""
    while at < len(chunks) and (chunks[at].is_noun or chunks[at].kind is ChunkKind.COMMA):
        if chunks[at].is_noun and first.is_person_name and chunks[at].is_person_name:
            return True
        at += 1
    return at < len(chunks) and chunks[at].kind is ChunkKind.CONJUNCTION
