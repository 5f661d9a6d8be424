"""The stretches of a sentence that say who somebody is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.model.mention import MentionKind
from habeas.model.quote import Span
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.lists import list_ending
from habeas.reading.frames.sentence import Context
from habeas.reading.frames.subjects import fragment_subject

_LISTS = ("offices", "occupations", "nationality_heads", "kinship", "ethnicities")
_OPENERS = (ChunkKind.COMMA, ChunkKind.OPEN)
_MOST_ASIDES = 3  # "X, 34, a teacher (from Melnyk), ..."
_ENDS = (ChunkKind.COMMA, ChunkKind.CLOSE, ChunkKind.STOP, ChunkKind.CONJUNCTION)


@dataclass(frozen=True, slots=True)
class Description:
    """A stretch of text that says who somebody is.

    `owner` is whose office or kin it names, `whose` the pronoun that stands for that person.
    """

    span: Span
    owner: Chunk | None = None
    whose: Chunk | None = None


def descriptions(chunks: Sequence[Chunk], at: int, context: Context) -> Iterator[Description]:
    """What describes the name at phrase `at`: before it, around it, behind its comma."""
    chunk = chunks[at]
    own = [word for word in chunk.words if word.name != chunk.words[-1].name]
    if own:
        start = chunk.owner.start if chunk.owner else own[0].start
        yield Description(Span(start, own[-1].end), chunk.owner, chunk.possessor)
    yield from _shared(chunks, at)
    if at > 1 and chunks[at - 1].kind is ChunkKind.COMMA and _describes(chunks[at - 2], context):
        first = chunks[at - 2]
        start = first.owner.start if first.owner else first.start
        yield Description(Span(start, first.end), first.owner, first.possessor)
    if fragment_subject(chunks) == at:
        yield from _of_entry(chunks, at, context)
        return
    behind = at + 1
    for _ in range(_MOST_ASIDES):
        if behind + 1 >= len(chunks) or chunks[behind].kind not in _OPENERS:
            return
        found = list(_behind(chunks, behind + 1, context))
        yield from found
        if not found:
            return
        end = found[0].span.end
        behind = next(i for i in range(behind + 1, len(chunks)) if chunks[i].start >= end)


def said_to_be(chunks: Sequence[Chunk], at: int, context: Context) -> Iterator[Description]:
    """What stands behind "is" at `at`: "X is a citizen of Y"."""
    if at + 1 < len(chunks) and chunks[at].is_copula and not chunks[at].is_negated:
        yield from _behind(chunks, at + 1, context)


def _shared(chunks: Sequence[Chunk], at: int) -> Iterator[Description]:
    """What is said once before several names: "journalists A and B"."""
    listed = list_ending(chunks, at)
    first = listed[0]
    own = [word for word in first.words if word.name != first.words[-1].name]
    if len(listed) > 1 and own and own[-1].serves("plural_endings"):
        yield Description(Span(own[0].start, own[-1].end))


def _of_entry(chunks: Sequence[Chunk], at: int, context: Context) -> Iterator[Description]:
    """The parts of a list entry, up to its first verb: "X, 52, teacher, arrested on ..."."""
    for index in range(at + 2, len(chunks)):
        if chunks[index].is_verb:
            return
        if chunks[index - 1].kind in _OPENERS:
            yield from _behind(chunks, index, context)


def _behind(chunks: Sequence[Chunk], first: int, context: Context) -> Iterator[Description]:
    chunk = chunks[first]
    if not _describes(chunk, context):
        return
    if chunk.quantity is not None and context.kind(chunk) is MentionKind.GROUP:
        return
    last = first
    while last + 2 < len(chunks) and chunks[last + 2].is_noun and _goes_on(chunks[last + 1]):
        last += 2
    while last + 1 < len(chunks) and chunks[last + 1].is_noun:
        if not chunks[last + 1].opens_with("possessive_marks"):
            break
        last += 1
    if last + 1 < len(chunks) and chunks[last + 1].kind in _ENDS:
        yield Description(Span(chunk.start, chunks[last].end), chunk.owner)


def _goes_on(link: Chunk) -> bool:
    return link.kind is ChunkKind.PREPOSITION and link.is_word("described_by")


def _describes(chunk: Chunk, context: Context) -> bool:
    """Whether the phrase can say who a person is."""
    if not chunk.is_noun or chunk.is_pronoun or chunk.is_person_name:
        return False
    if (chunk.name is not None and chunk.name.is_role) or chunk.head.isdigit():
        return True
    if chunk.ends_in("age_heads"):
        return any(word.text.isdigit() for word in chunk.words)
    people = context.knowledge.lexicon.people
    heads = {chunk.head, " ".join(word.lower for word in chunk.words[-2:])}
    if chunk.is_whole:  # "citizen of Velmora" is one phrase
        heads = {word.lower for word in chunk.words}
    if any(heads & people[name] for name in _LISTS):
        return True
    return any(word.lower in people["offices"] for word in chunk.words)
