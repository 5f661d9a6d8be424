"""Figures that are parts of another: "116 of them", "of the 187, 41 ...", "including 12 women"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.model.vocabulary import FigureStatus
from habeas.model.written_date import WrittenDate
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.found import Found
from habeas.reading.frames.sentence import Context, Counted, Sentence
from habeas.reading.frames.tallies import is_bare, shared_slots
from habeas.reading.frames.timing import is_present

_JOINTS = (ChunkKind.COMMA, ChunkKind.CONJUNCTION)
_CLOSED = (*_JOINTS, ChunkKind.STOP, ChunkKind.CLOSE, ChunkKind.RELATIVE)


def announce(sentence: Sentence, figures: Sequence[Found]) -> None:
    """Makes parts of the figures behind "Of the 245 detained, 116 ..., 80 ..."."""
    for start, end, whole in _announced(sentence.chunks):
        for one in figures:
            if not one.is_figure or one.count is None:
                continue
            if one.count == whole:
                one.is_part = one.is_loose = False
            elif start <= one.count.start < end and _is_bare_at(sentence, one.count):
                one.is_part, one.is_loose, one.whole = True, False, whole


def _announced(chunks: Sequence[Chunk]) -> list[tuple[int, int, Span | None]]:
    """From where to where numbers are parts, and the whole where its number stands there too."""
    found: list[tuple[int, int, Span | None]] = []
    for at, chunk in enumerate(chunks[:-1]):
        is_open = at == 0 or chunks[at - 1].kind is ChunkKind.STOP
        noun = chunks[at + 1]
        if not is_open or not chunk.is_word("of") or not noun.is_noun:
            continue
        stops = (c.start for c in chunks[at:] if c.kind is ChunkKind.STOP)
        end = next(stops, chunks[-1].end)
        if noun.quantity is not None and noun.opens_with("definite"):
            found.append((noun.end, end, noun.quantity.span))
        elif noun.is_word("of_whom"):
            found.append((noun.end, end, None))
    return found


def _is_bare_at(sentence: Sentence, count: Span) -> bool:
    return any(c.quantity is not None and c.quantity.span == count and is_bare(c)
               for c in sentence.chunks)  # fmt: skip


def parts_told(sentence: Sentence, figures: Sequence[Found], context: Context) -> list[Found]:
    """Parts of a figure that no verb tells of: "116 of them are Tatars", "including 12 women"."""
    chunks = sentence.chunks
    told = [one.count for one in figures]
    stretches = _announced(chunks)
    found: list[Found] = []
    last = -1  # the part before, where the list it opens may go on
    for at, chunk in enumerate(chunks):
        count = chunk.quantity
        if count is None or count.span in told:
            continue
        is_announced = any(start <= chunk.start < end for start, end, _ in stretches)
        is_listed = last >= 0 and _is_list(chunks[last + 1 : at])
        if count.of_whom is None and not is_announced and not is_listed:
            continue
        whole = _whole_of(chunk, [one for one in figures if one.is_figure], context)
        part = _part(sentence, at, whole, context) if whole is not None else None
        if part is not None:
            found.append(part)
            last = at
    return found


def _is_list(between: Sequence[Chunk]) -> bool:
    return bool(between) and all(chunk.kind in _JOINTS for chunk in between)


def _part(sentence: Sentence, at: int, whole: Counted, context: Context) -> Found | None:
    chunks = sentence.chunks
    count = chunks[at].quantity
    people = _who(chunks, at, whole, context)
    if count is None or people is None or whole.status is None:
        return None
    slots = shared_slots(whole.status, people, whole.basis) | {"quantity": count.quantity}
    on = _date_behind(sentence, at) or whole.on
    part = Found(slots, at, is_figure=True, date=on, count=count.span, is_part=True)
    part.whole = whole.count
    part.modality = whole.modality
    return part


def _date_behind(sentence: Sentence, at: int) -> WrittenDate | None:
    """The day a part without verb is told of: "six of them this month"."""
    behind = sentence.chunks[at + 1 : at + 2]
    if not is_bare(sentence.chunks[at]) or not behind or behind[0].kind is not ChunkKind.DATE:
        return None
    dates = [one.written for one in sentence.dates if one.written.span is not None]
    near = [
        one
        for one in dates
        if one.span is not None and one.span.start <= behind[0].start < one.span.end
    ]
    return near[0] if near else None


def _whole_of(chunk: Chunk, figures: Sequence[Found], context: Context) -> Counted | None:
    """The figure it is a part of: the last one before it in the sentence, else before that."""
    before = [
        one
        for one in figures
        if not one.is_part and one.count is not None and one.count.start < chunk.start
    ]
    return before[-1].counted() if before else context.counted


def _who(chunks: Sequence[Chunk], at: int, whole: Counted, context: Context) -> Mention | None:
    """Who the part are: named by the number's own noun, or behind it; else those of the whole."""
    behind = chunks[at + 1 : at + 4]
    kinds = [chunk.kind for chunk in behind]
    if kinds[:2] == [ChunkKind.VERB, ChunkKind.NOUN]:
        verb, noun = behind[:2]
        if not verb.is_copula or verb.is_negated or verb.modal or not is_present(verb):
            return None
        return _people(noun, context)
    if kinds[:1] == [ChunkKind.VERB] and behind[0].is_finite:
        return None
    if not is_bare(chunks[at]):
        return _people(chunks[at], context)
    if kinds[:1] == [ChunkKind.NOUN] and _is_closed(chunks, at + 2):
        return _people(behind[0], context)
    return whole.population if _is_same_kind(chunks, at, whole) else None


def _is_closed(chunks: Sequence[Chunk], at: int) -> bool:
    return at >= len(chunks) or chunks[at].kind in _CLOSED


def _is_same_kind(chunks: Sequence[Chunk], at: int, whole: Counted) -> bool:
    """Whether a part without noun shares what is told: "22 of them in prison"."""
    behind = chunks[at + 1 : at + 3]
    kinds = [chunk.kind for chunk in behind]
    if kinds[:1] == [ChunkKind.DATE]:
        dates = [i for i in range(at + 1, len(chunks)) if chunks[i].kind is not ChunkKind.DATE]
        return not dates or _is_closed(chunks, dates[0])
    if kinds != [ChunkKind.PREPOSITION, ChunkKind.NOUN]:
        return False
    is_term = whole.status is FigureStatus.SENTENCED and behind[0].is_word("goal")
    is_penalty = is_term and any(word.serves("penalties") for word in behind[1].words)
    return is_penalty or behind[1].ends_in("captivity")


def _people(chunk: Chunk, context: Context) -> Mention | None:
    kind = context.kind(chunk)
    is_people = chunk.name is not None and chunk.ends_in("plural_endings")  # "are Tavrans"
    is_unknown = kind is MentionKind.UNSPECIFIED and is_people
    if is_bare(chunk) or not (kind is MentionKind.GROUP or is_unknown):
        return None
    mention = context.mention(chunk)
    if mention is None or mention.kind not in (MentionKind.GROUP, MentionKind.UNSPECIFIED):
        return None
    return replace(mention, kind=MentionKind.GROUP)
