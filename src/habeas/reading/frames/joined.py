"""Phrases that are one for the reader though they were cut: quoted names, "parts of X", counts."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.model.mention import MentionKind
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.names import Name
from habeas.reading.frames.words import Pos
from habeas.text.quantities import QuantityFound

_LANDS = (MentionKind.PLACE, MentionKind.STATE, MentionKind.UNSPECIFIED)
_TAILS = ("of", "where")
_OPENERS = {Pos.DETERMINER, Pos.POSSESSIVE}


def with_quoted(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Makes one phrase of a name in quotation marks and the article before it."""
    found: list[Chunk] = []
    at = 0
    while at < len(chunks):
        close = _quoted_name_end(chunks, at)
        if close < 0:
            found.append(chunks[at])
            at += 1
            continue
        inner = next(chunk for chunk in chunks[at + 1 : close] if chunk.is_noun)
        if found and found[-1].is_noun and all(word.pos in _OPENERS for word in found[-1].words):
            inner.first, inner.words = found[-1].first, [*found.pop().words, *inner.words]
        inner.last = chunks[close].last
        found.append(inner)
        at = close + 1
    return found


def _quoted_name_end(chunks: Sequence[Chunk], at: int) -> int:
    """Where the quotation at `at` closes, if one noun phrase is all that stands in it; else -1."""
    if chunks[at].kind is not ChunkKind.QUOTE:
        return -1
    opened = [chunk.kind for chunk in chunks[at : at + 4]]
    if opened[:2] != [ChunkKind.QUOTE, ChunkKind.NOUN]:
        return -1
    behind = opened[2:]
    if behind[:1] == [ChunkKind.QUOTE]:
        return at + 2
    return at + 3 if behind == [ChunkKind.COMMA, ChunkKind.QUOTE] else -1


def joined(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Makes one phrase of "parts of X" (a place) and "citizens of X" (a group)."""
    found: list[Chunk] = []
    for chunk in chunks:
        if _is_paired(found, chunk):
            link, first = found.pop(), found.pop()
            chunk.words = [*first.words, *link.words, *chunk.words]
            chunk.first, chunk.owner = first.first, first.owner
        kind = _whole_kind(found, chunk)
        if kind is None:
            found.append(chunk)
            continue
        of, head = found.pop(), found.pop()
        found.append(_whole(head, of, chunk, kind))
    return found


def _is_paired(found: Sequence[Chunk], chunk: Chunk) -> bool:
    """Whether "and" joins two adjectives of one noun: "immediate and unconditional release"."""
    if len(found) < 2 or not chunk.is_noun or chunk.is_pronoun or len(chunk.words) < 2:  # noqa: PLR2004
        return False
    link, first = found[-1], found[-2]
    is_joint = link.kind in (ChunkKind.CONJUNCTION, ChunkKind.COMMA)
    is_open = first.is_noun and first.name is None and first.ends_in("paired_adjectives")
    return is_joint and is_open and chunk.opens_with("paired_adjectives")


def with_dated(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Makes one phrase of "his" and "arrest" in "his September 2001 arrest", the date behind it."""
    found = list(chunks)
    for at in range(len(found) - 2):
        if at + 1 >= len(found) or found[at + 1].kind is not ChunkKind.DATE:
            continue
        opener, last = found[at], at + 1
        while last < len(found) and found[last].kind is ChunkKind.DATE:
            last += 1
        is_open = opener.is_noun and all(word.pos in _OPENERS for word in opener.words)
        if not is_open or last in (at + 1, len(found)) or not _is_bare_noun(found[last]):
            continue
        noun = found[last]
        noun.words, noun.first, noun.owner = (
            [*opener.words, *noun.words],
            opener.first,
            opener.owner,
        )
        found[at : last + 1] = [noun, *found[at + 1 : last]]
    return found


def with_as_well(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Makes one conjunction of "as well as"."""
    found: list[Chunk] = []
    for chunk in chunks:
        found.append(chunk)
        if len(found) > 3 and [one.lower for one in found[-3:]] == ["as", "well", "as"]:  # noqa: PLR2004
            words = [word for one in found[-3:] for word in one.words]
            found[-3:] = [Chunk(ChunkKind.CONJUNCTION, found[-3].first, chunk.last, words)]
    return found


def with_all_of(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Makes one phrase of "all of them" and "both of these men"."""
    found: list[Chunk] = []
    for chunk in chunks:
        is_of = len(found) > 1 and found[-1].is_word("of") and found[-2].is_word("all_of")
        is_them = chunk.is_noun and (chunk.is_word("of_whom") or chunk.opens_with("those"))
        if is_of and is_them and not chunk.ends_in("relative_only"):
            of, first = found.pop(), found.pop()
            chunk.words, chunk.first = [*first.words, *of.words, *chunk.words], first.first
            chunk.is_pronoun = False
        found.append(chunk)
    return found


def _is_bare_noun(chunk: Chunk) -> bool:
    is_plain = chunk.is_noun and chunk.name is None and not chunk.is_pronoun
    return is_plain and not any(word.pos in _OPENERS for word in chunk.words)


def _whole(head: Chunk, of: Chunk, chunk: Chunk, kind: MentionKind) -> Chunk:
    text = f"{head.head} of {chunk.name.text if chunk.name else chunk.lower}"
    name = Name(head.first, chunk.last, kind, text, state=chunk.name.state if chunk.name else "")
    words = [*head.words, *of.words, *chunk.words]
    whole = Chunk(ChunkKind.NOUN, head.first, chunk.last, words, name=name, is_whole=True)
    whole.owner = head.owner
    return whole


def _whole_kind(found: Sequence[Chunk], chunk: Chunk) -> MentionKind | None:
    if chunk.name is None or chunk.name.kind not in _LANDS or len(found) < 2:  # noqa: PLR2004
        return None
    head, of = found[-2:]
    if not of.is_word("of") or not head.is_noun:
        return None
    if head.name is not None:
        return None
    if head.ends_in("place_parts"):
        return MentionKind.PLACE
    return MentionKind.GROUP if head.ends_in("belonging") else None


def with_counts(chunks: list[Chunk], counts: Sequence[QuantityFound]) -> list[Chunk]:
    """Gives counts to their noun phrases, and makes one phrase of "dozens of prisoners"."""
    for count in counts:
        last = count.span.end - 1
        at = next((i for i, c in enumerate(chunks) if c.is_noun and c.start <= last < c.end), None)
        if at is None or chunks[at].quantity is not None:  # "five of the 23": five are counted
            continue
        if chunks[at].end <= count.span.end and _is_of_noun(chunks, at):
            whole = chunks[at + 2]
            whole.words = chunks[at].words + chunks[at + 1].words + whole.words
            whole.first = chunks[at].first
            del chunks[at : at + 2]
        elif chunks[at].end <= count.span.end and _is_of_them(chunks, at):
            chunks[at].words = [word for chunk in chunks[at : at + 3] for word in chunk.words]
            chunks[at].last = chunks[at + 2].last
            chunks[at].is_pronoun = False  # "one of whom"
            del chunks[at + 1 : at + 3]
        chunks[at].quantity = count
        _take_modifier(chunks, at, count)
    return chunks


def _is_of_noun(chunks: Sequence[Chunk], at: int) -> bool:
    following = chunks[at + 1 : at + 3]
    if [chunk.kind for chunk in following] != [ChunkKind.PREPOSITION, ChunkKind.NOUN]:
        return False
    return following[0].is_word("of") and not following[1].is_pronoun


def _is_of_them(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether "of them", "of whom" or "of these" stands behind a number without noun."""
    following = chunks[at + 1 : at + 3]
    if len(following) < 2 or not following[0].is_word("of"):  # noqa: PLR2004
        return False
    return following[1].is_word("of_whom")


def _take_modifier(chunks: list[Chunk], at: int, count: QuantityFound) -> None:
    """Words such as "about" and "more than" before the number are its, not the sentence's."""
    while at and chunks[at - 1].start >= count.span.start and not chunks[at - 1].is_verb:
        chunks[at].words = chunks[at - 1].words + chunks[at].words
        chunks[at].first = chunks[at - 1].first
        del chunks[at - 1]
        at -= 1


def with_tails(chunks: list[Chunk]) -> list[Chunk]:
    """Notes what each noun phrase without a name is of or in."""
    for at in range(len(chunks) - 3, -1, -1):
        chunk, link, behind = chunks[at : at + 3]
        if not chunk.is_noun or chunk.is_pronoun or not behind.is_noun or behind.is_pronoun:
            continue
        name = chunk.name if chunk.name is None or not chunk.name.is_role else None
        if name is not None and (name.kind is not MentionKind.BODY or not link.is_word("where")):
            continue
        use = next((one for one in _TAILS if link.is_word(one)), "")
        if use and link.kind is ChunkKind.PREPOSITION:
            chunk.tail, chunk.tail_use = _owned(chunks, at + 2), use
    return chunks


def _owned(chunks: Sequence[Chunk], at: int) -> Chunk:
    """The phrase that the one at `at` owns, where it does: "of Velmora's police"."""
    while at + 1 < len(chunks) and chunks[at + 1].owner is chunks[at]:
        at += 1
    return chunks[at]
