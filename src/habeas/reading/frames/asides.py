"""Stretches between commas, dashes or brackets that stand between a subject and its verb."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.reading.frames.chunks import Chunk, ChunkKind

_LONGEST = 24  # phrases of an aside
_MARKS = {ChunkKind.COMMA, ChunkKind.DASH}
_ENDS = {ChunkKind.STOP, ChunkKind.COLON}
_OPENERS = {ChunkKind.NOUN, ChunkKind.PREPOSITION, ChunkKind.DATE, ChunkKind.ADVERB}


def before_closed(chunks: Sequence[Chunk], close: int) -> int:
    """The phrase before the aside that ends with the mark at `close`; -1 where it ends none."""
    kind = chunks[close].kind
    if kind in (ChunkKind.CLOSE, ChunkKind.QUOTE):
        return _opening(chunks, close) - 1
    if kind not in _MARKS:
        return -1
    for at in range(close - 1, max(close - _LONGEST, 0) - 1, -1):
        if chunks[at].kind in _ENDS:
            return -1
        if chunks[at].kind is kind and is_aside(chunks[at + 1 : close]):
            return at - 1
    return -1


def is_aside(content: Sequence[Chunk]) -> bool:
    """Whether what stands between two commas is no part of the clause around it."""
    if not content:
        return False
    first = content[0]
    if first.kind is ChunkKind.RELATIVE or first.ends_in("relative_only"):
        return True  # "who lives in X", "three of whom are free"
    if any(chunk.kind is ChunkKind.RELATIVE for chunk in content):
        return first.kind in _OPENERS
    finite = [chunk for chunk in content if chunk.is_verb and _is_told(content, chunk)]
    if first.is_noun and len(finite) == 1:  # "X, his lawyer said, was arrested"
        return content[-1] is finite[0] and finite[0].does("aside_verbs")
    return not finite and (first.kind in _OPENERS or first.is_verb)


def _is_told(content: Sequence[Chunk], chunk: Chunk) -> bool:
    """Whether a verb is finite for sure: a bare participle may open or end an aside."""
    if not chunk.is_finite:
        return False
    is_bare = chunk.shape in ("past", "part") and len(chunk.words) == 1
    behind = content[content.index(chunk) + 1 :][:1]
    return not (is_bare and (chunk is content[0] or not (behind and behind[0].is_noun)))


def _opening(chunks: Sequence[Chunk], close: int) -> int:
    """Where the bracket or quotation that closes at `close` opened, if that is near; else 0."""
    wanted = ChunkKind.OPEN if chunks[close].kind is ChunkKind.CLOSE else ChunkKind.QUOTE
    for at in range(close - 1, max(close - _LONGEST, 0) - 1, -1):
        if chunks[at].kind is wanted:
            return at
    return 0
