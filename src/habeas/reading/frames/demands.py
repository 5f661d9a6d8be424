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
        if is_open and chunks[at].is_verb and chunks[at].shape == "ing":
            return at - 1  # "..., warning that"
        if _is_other_act(chunks, at) or _is_reported(chunks, at):
            return at - 1
        behind = chunks[at + 1].kind if at + 1 < len(chunks) else None
        if chunks[at].kind is ChunkKind.QUOTE and behind is ChunkKind.COMMA:
            return at
    return stop


def _is_other_act(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether whoever asks does something else now: "... and invites them"."""
    chunk = chunks[at]
    is_next = chunks[at - 1].kind is ChunkKind.CONJUNCTION and chunk.is_verb and chunk.is_finite
    has_object = at + 1 < len(chunks) and chunks[at + 1].kind in (
        ChunkKind.NOUN,
        ChunkKind.PREPOSITION,
    )
    if not is_next or chunk.is_passive or not has_object:
        return False
    return chunk.shape == "s" or (chunk.shape == "past" and chunks[at + 1].is_noun)


def _is_reported(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the sentence ends with who told it: ", X reports"."""
    if chunks[at - 1].kind is not ChunkKind.COMMA or not chunks[at].is_noun:
        return False
    rest = [chunk for chunk in chunks[at + 1 :] if chunk.kind is not ChunkKind.STOP]
    verbs = [chunk for chunk in rest if chunk.is_verb]
    return len(verbs) == 1 and verbs[0].does("reporting_verbs") and verbs[0].is_finite


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
