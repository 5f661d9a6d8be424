"""What is demanded: the clause behind "that", or one deed for each infinitive."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.sentence import Context, Sentence
from habeas.reading.frames.triggers import Hit

_TO_VERB = 9  # phrases from "demanded" to the verb of what is demanded
_TO_DEED = 6  # phrases from "called on" to the first infinitive
_TO_BARE_DEED = 3  # phrases from "made" to the bare verb
_TAIL = {ChunkKind.STOP, ChunkKind.QUOTE, ChunkKind.COMMA, ChunkKind.CONJUNCTION}


def that_clause(chunks: Sequence[Chunk], at: int) -> tuple[Chunk, int] | None:
    """Subject and verb of the clause in "demanded that X release Y"."""
    if at + 1 >= len(chunks) or not chunks[at + 1].is_word("that"):
        return None
    near = range(at + 2, min(at + _TO_VERB, len(chunks)))
    verb = next((index for index in near if chunks[index].is_verb), None)
    subject = next((chunks[index] for index in near if chunks[index].is_noun), None)
    return (subject, verb) if verb is not None and subject is not None else None


def deeds_in(sentence: Sentence, hit: Hit, context: Context) -> list[Mention]:
    """The things demanded: each infinitive after the one addressed, up to the next beside it."""
    chunks = sentence.chunks
    about = hit.trigger.about or context.knowledge.lexicon.constructions["duties"]
    starts = [index for index in range(hit.at + 1, len(chunks)) if _is_deed(chunks, index, hit.at)]
    found = []
    for start, stop in pairwise([*starts, len(chunks)]):
        end = _aside(chunks, start, stop) - 1
        while end > start and chunks[end].kind in _TAIL:
            end -= 1
        words = {word.lower for chunk in chunks[start : end + 1] for word in chunk.words}
        if about & (words | {chunks[start].lemma}):
            found.append(_deed(sentence, start, end))
    return found


def _aside(chunks: Sequence[Chunk], start: int, stop: int) -> int:
    """Where a deed ends: with its quotation, or before more of its last noun (", who ...")."""
    for at in range(start + 1, stop):
        is_open = chunks[at - 1].kind in (ChunkKind.COMMA, ChunkKind.STOP)
        if is_open and chunks[at].kind in (ChunkKind.RELATIVE, ChunkKind.QUOTE):
            return at - 1
        behind = chunks[at + 1].kind if at + 1 < len(chunks) else None
        if chunks[at].kind is ChunkKind.QUOTE and behind is ChunkKind.COMMA:
            return at
    return stop


def _deed(sentence: Sentence, first: int, last: int) -> Mention:
    chunks = sentence.chunks
    start = next(word.start for word in chunks[first].words if not word.serves("infinitive"))
    words = sentence.text[start : chunks[last].end].rstrip(' ,"”')
    start += len(words) - len(words.lstrip('"“'))
    words = words.lstrip('"“')
    return Mention(words, MentionKind.THING, Span(start, start + len(words)))


def _is_deed(chunks: Sequence[Chunk], at: int, verb: int) -> bool:
    chunk = chunks[at]
    if not chunk.is_verb or chunk.shape != "base":
        return False
    if any(word.serves("infinitive") for word in chunk.words):
        joined = chunks[at - 1].kind in (ChunkKind.COMMA, ChunkKind.CONJUNCTION)
        return joined or at - verb <= _TO_DEED
    return chunks[at - 1].is_noun and at - verb <= _TO_BARE_DEED
