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
_LISTERS = (ChunkKind.COMMA, ChunkKind.DASH, ChunkKind.COLON)
_OPENERS = (ChunkKind.COMMA, ChunkKind.OPEN, ChunkKind.DASH)
_AGES = range(10, 111)
_OF_SOMETHING = 3  # phrases of "mayor of X,"
_MOST_ASIDES = 3  # "X, 34, a teacher (from Melnyk), ..."
_ENDS = (
    ChunkKind.COMMA, ChunkKind.CLOSE, ChunkKind.STOP, ChunkKind.CONJUNCTION, ChunkKind.RELATIVE,
    ChunkKind.DASH, ChunkKind.QUOTE, ChunkKind.COLON, ChunkKind.OPEN,
)  # fmt: skip


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
        yield from _joined_before(chunks, at, context)
        yield Description(Span(start, own[-1].end), chunk.owner, chunk.possessor)
    yield from _shared(chunks, at)
    is_before = at > 1 and chunks[at - 1].kind is ChunkKind.COMMA
    is_indefinite = is_before and at > 2 and chunks[at - 2].opens_with("indefinite")  # noqa: PLR2004
    is_titled = any(word.describes for word in own) and is_before
    is_said = at + 1 < len(chunks) and chunks[at + 1].is_verb and (is_indefinite or is_titled)
    if is_before and not is_said and _describes(chunks[at - 2], context):
        first = chunks[at - 2]
        start = first.owner.start if first.owner else first.start
        yield Description(Span(start, first.end), first.owner, first.possessor)
    elif at > _OF_SOMETHING and chunks[at - 1].kind is ChunkKind.COMMA:
        yield from _of_before(chunks, at, context)
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
            behind = _behind_bracket(chunks, behind)
            continue
        end = found[-1].span.end
        behind = next(i for i in range(behind + 1, len(chunks)) if chunks[i].start >= end)


def _behind_bracket(chunks: Sequence[Chunk], at: int) -> int:
    """Past one short word in brackets that opens at `at`: "X (f), 44"; else the end."""
    is_short = at + 2 < len(chunks) and chunks[at].kind is ChunkKind.OPEN  # fmt: skip
    return at + 3 if is_short and chunks[at + 2].kind is ChunkKind.CLOSE else len(chunks)


def said_to_be(chunks: Sequence[Chunk], at: int, context: Context) -> Iterator[Description]:
    """What stands behind "is" at `at`: "X is a citizen of Y"."""
    if at + 1 < len(chunks) and chunks[at].is_copula and not chunks[at].is_negated:
        yield from _behind(chunks, at + 1, context)


def _of_before(chunks: Sequence[Chunk], at: int, context: Context) -> Iterator[Description]:
    """What stands before the comma with what it is of: "the mayor of Melnyk, X, ..."."""
    first = at - 2
    while first > 1 and _goes_on(chunks[first - 1]) and chunks[first - 2].is_noun:
        first -= 2
    after = chunks[at + 1].kind if at + 1 < len(chunks) else ChunkKind.STOP
    one = chunks[first]
    is_apart = after in (ChunkKind.COMMA, ChunkKind.STOP, ChunkKind.CLOSE) or first == 0
    if first == at - 2 or not is_apart or one.opens_with("indefinite") or _is_plural(one):
        return
    if _describes(one, context):
        start = one.owner.start if one.owner else one.start
        yield Description(Span(start, chunks[at - 2].end), one.owner, one.possessor)


def _joined_before(chunks: Sequence[Chunk], at: int, context: Context) -> Iterator[Description]:
    """What "and" joins to the words before a name: "Lawyer and rights defender X"."""
    if at < 2 or chunks[at - 1].kind is not ChunkKind.CONJUNCTION:  # noqa: PLR2004
        return
    first = chunks[at - 2]
    is_plain = first.name is None and first.quantity is None and first.owner is None
    has_article = chunks[at].opens_with("articles")
    is_one = is_plain and not has_article and not first.ends_in("plural_endings")
    if is_one and _describes(first, context) and not first.opens_with("indefinite"):
        yield Description(first.span)


def _shared(chunks: Sequence[Chunk], at: int) -> Iterator[Description]:
    """What is said once before several names: "journalists A and B", "the engineers - A, B"."""
    listed = list_ending(chunks, at)
    described = [one for one in listed if one.words[0].name != one.words[-1].name]
    first = described[-1] if described else listed[0]  # of "teachers A, B and nurses C, D" the last
    own = [word for word in first.words if word.name != first.words[-1].name]
    if len(listed) > 1 and own and own[-1].serves("plural_endings"):
        yield Description(Span(own[0].start, own[-1].end))
    start = chunks.index(first)
    while start > 2 and chunks[start - 2].is_person_name and _is_comma(chunks[start - 1]):  # noqa: PLR2004
        start -= 2
    if own or start < 2 or chunks[start - 1].kind not in _LISTERS:  # noqa: PLR2004
        return
    group = chunks[start - 2]
    is_group = group.is_noun and group.name is None and group.ends_in("plural_endings")
    is_list = len(listed) > 1 or _is_listed_on(chunks, at)
    if is_group and is_list and group.words[-1].describes:
        yield Description(Span(group.words[-1].start, group.end))


def _is_comma(chunk: Chunk) -> bool:
    return chunk.kind is ChunkKind.COMMA


def _is_listed_on(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether another person's name follows behind a comma or "and"."""
    joints = (ChunkKind.COMMA, ChunkKind.CONJUNCTION)
    behind = [chunk for chunk in chunks[at + 1 : at + 4] if chunk.kind not in joints]
    is_joined = at + 1 < len(chunks) and chunks[at + 1].kind in joints
    return is_joined and bool(behind) and behind[0].is_person_name


def _of_entry(chunks: Sequence[Chunk], at: int, context: Context) -> Iterator[Description]:
    """The parts of a list entry, up to its first verb: "X, 52, teacher, arrested on ..."."""
    for index in range(at + 2, len(chunks)):
        if chunks[index].is_verb:
            return
        if chunks[index - 1].kind in _OPENERS:
            yield from _behind(chunks, index, context)


def _behind(chunks: Sequence[Chunk], first: int, context: Context) -> Iterator[Description]:
    chunk = chunks[first]
    if first + 1 < len(chunks) and chunks[first + 1].owner is chunk:
        first, chunk = first + 1, chunks[first + 1]  # "X, Velmora's ambassador to Y,"
    if not _describes(chunk, context):
        return
    is_group = chunk.quantity is not None and context.kind(chunk) is MentionKind.GROUP
    if is_group and not _is_age(chunk):
        return
    last = first
    while last + 2 < len(chunks) and chunks[last + 2].is_noun and _goes_on(chunks[last + 1]):
        last += 2
    while last + 1 < len(chunks) and chunks[last + 1].is_noun:
        if not chunks[last + 1].opens_with("possessive_marks"):
            break
        last += 1
    if last + 1 >= len(chunks) or not _is_over(chunks, last + 1):
        return
    start = chunk.owner.start if chunk.owner is not None else chunk.start
    yield Description(Span(start, chunks[last].end), chunk.owner, chunk.possessor)
    is_joint = chunks[last + 1].kind is ChunkKind.CONJUNCTION and last + 2 < len(chunks)
    if is_joint and chunks[last + 2].name is None and not _is_plural(chunks[last + 2]):
        yield from _behind(chunks, last + 2, context)


def _is_age(chunk: Chunk) -> bool:
    """Whether a number stands alone that can be an age: "(f), 44,"."""
    return len(chunk.words) == 1 and chunk.head.isdigit() and int(chunk.head) in _AGES


def _is_plural(chunk: Chunk) -> bool:
    return chunk.quantity is not None or chunk.ends_in("plural_endings")


def _is_over(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the description ends before `at`: at a mark, or a participle ("jailed in X")."""
    is_participle = chunks[at].is_verb and not chunks[at].is_finite
    is_aside = chunks[at].shape in ("part", "past", "ing")
    return chunks[at].kind in _ENDS or (is_participle and is_aside)


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
