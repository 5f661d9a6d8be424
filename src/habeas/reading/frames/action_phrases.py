"""Phrases around an act that are no plain object: labels, late objects, titles."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.model.mention import Mention
from habeas.reading.frames.arguments import arguments
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.lists import list_beginning
from habeas.reading.frames.sentence import Context, Sentence

_TO_FAR = 12  # phrases from a verb to the preposition of its phrase
_TO_CALLED = 5  # phrases from "condemned as" to what is so called
_NOTHING = {ChunkKind.STOP, ChunkKind.QUOTE, ChunkKind.COMMA, ChunkKind.PREPOSITION}


def titled(chunks: Sequence[Chunk], nouns: Sequence[Chunk]) -> list[Chunk]:
    """With those named behind a plural title instead of it: "by deputies A and B"."""
    found: list[Chunk] = []
    for noun in nouns:
        at = chunks.index(noun) + 1 if noun in chunks else len(chunks)
        is_title = noun.name is None and noun.ends_in("plural_endings") and at < len(chunks)
        if is_title and chunks[at].is_person_name:
            found += list_beginning(chunks, at)[0]
        else:
            found.append(noun)
    return found


def told_behind(chunks: Sequence[Chunk], things: Sequence[Chunk]) -> int:
    """Where the words are that a report denied tells: "dismissed reports that X"; else 0."""
    if len(things) != 1 or things[0] not in chunks:
        return 0
    at = chunks.index(things[0])
    return at if at + 1 < len(chunks) and chunks[at + 1].is_word("that") else 0


def label_of(sentence: Sentence, at: int, context: Context) -> list[Mention]:
    """What somebody is designated: behind "as", else the last noun of "declared X a hostage"."""
    chunks = sentence.chunks
    found = arguments(chunks, at)
    role = next((i for i in range(at + 1, len(chunks) - 1) if chunks[i].is_word("role")), None)
    if role is not None:
        first = role + 1
    elif chunks[at].is_passive:
        first = at + 1
    else:
        first = found.end
    while first < len(chunks) and chunks[first].kind in (ChunkKind.QUOTE, ChunkKind.ADVERB):
        first += 1
    if first >= len(chunks) or chunks[first].kind in _NOTHING:
        return []
    last = extent(chunks, first) if chunks[first].is_noun else first
    return [context.mentions.phrase(chunks[first], chunks[last])]


def far(chunks: Sequence[Chunk], at: int, preposition: str) -> list[Chunk]:
    """What stands behind a preposition later in the clause: "voted on Monday, 9 to 3, for X"."""
    for index in range(at + 1, min(at + _TO_FAR, len(chunks) - 1)):
        if chunks[index].kind is ChunkKind.STOP:
            break
        is_it = chunks[index].kind is ChunkKind.PREPOSITION and chunks[index].lower == preposition
        if is_it and chunks[index + 1].is_noun:
            return [chunks[index + 1]]
    return []


def extent(chunks: Sequence[Chunk], at: int) -> int:
    """The last phrase of what begins at `at`: prepositional phrases behind it belong to it."""
    last = at
    while last + 2 < len(chunks) and chunks[last + 2].is_noun:
        link = chunks[last + 1]
        is_verb_behind = last + 3 < len(chunks) and chunks[last + 3].is_verb
        is_role = link.is_word("role") and not is_verb_behind
        if link.is_word("agent"):
            break
        if link.kind is not ChunkKind.PREPOSITION and not is_role:
            break
        last += 2
    return last


def behind_verdict(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    """What stands behind what it is called: "condemned as unjust a sentence against X"."""
    nouns = [i for i in range(at + 1, min(at + _TO_CALLED, len(chunks))) if chunks[i].is_noun]
    if len(nouns) > 1 and chunks[nouns[0]].ends_in("manners") and nouns[1] == nouns[0] + 1:
        return list_beginning(chunks, nouns[1])[0]  # "in the strongest terms the sentence"
    is_called = at + 1 < len(chunks) and chunks[at + 1].is_word("role") and len(nouns) > 1
    if not is_called or nouns[1] != nouns[0] + 1 or not chunks[nouns[1]].opens_with("articles"):
        return []
    return [chunks[nouns[1]]]


def topic_of(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    """What concern is expressed about: "concern over the arrest", "concern that X was held"."""
    for index in range(at + 1, min(at + _TO_FAR, len(chunks) - 1)):
        if chunks[index].kind is ChunkKind.STOP:
            break
        is_about = chunks[index].is_word("topic") or chunks[index].is_word("concerning")
        if is_about and chunks[index + 1].is_noun:
            return list_beginning(chunks, _owned_at(chunks, index + 1))[0]
    return []


def _owned_at(chunks: Sequence[Chunk], at: int) -> int:
    while at + 1 < len(chunks) and chunks[at + 1].owner is chunks[at]:
        at += 1
    return at
