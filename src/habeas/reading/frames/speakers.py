"""Who is heard: those named beside an office, whoever issued a paper, who is quoted by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.reading.frames.arguments import arguments
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.lists import list_beginning
from habeas.reading.frames.sentence import Context, Sentence
from habeas.reading.frames.speech import Speech
from habeas.reading.frames.subjects import subject_of
from habeas.reading.frames.triggers import Hit

_ISSUERS = (MentionKind.STATE, MentionKind.BODY, MentionKind.PERSON)
_HEARD = (*_ISSUERS, MentionKind.GROUP, MentionKind.PLACE)
_LONGEST_OFFICE = 6  # phrases of "the Commissioner for the Rights of X, Y"
_TO_SAYING = 8  # phrases from "quoted" to "as saying"
_LONGEST_LABEL = 3  # phrases before the colon of a heading


def speaking(chunks: Sequence[Chunk], subject: Chunk, context: Context) -> Mention | None:
    """The speaker that a phrase names: the person beside an office, the one heard last for "he"."""
    if subject.is_pronoun:
        return _heard_before(subject, context) or context.mention(subject)
    if subject in chunks and not subject.is_person_name:
        named = _named_beside(chunks, chunks.index(subject), context)
        if named is not None:
            return context.mention(named)
    return context.mention(subject)


def _heard_before(pronoun: Chunk, context: Context) -> Mention | None:
    """Who goes on speaking: "X said ... He added", "the experts said ... They added"."""
    heard = context.heard
    if heard is None or pronoun.ends_in("speaker_pronouns") or pronoun.ends_in("our_pronouns"):
        return None
    plural = tuple(context.knowledge.lexicon.constructions["plural_endings"])
    is_group = heard.kind is MentionKind.GROUP
    is_several = is_group and heard.text.lower().endswith(plural)
    if pronoun.ends_in("plural_pronouns") is not is_several:
        return None
    is_person = heard.kind is MentionKind.PERSON or is_group
    if not is_several and (not is_person or not _fits(pronoun, heard, context)):
        return None
    found = replace(heard, text=pronoun.words[0].text, name=heard.label, span=pronoun.span)
    context.pronouns[pronoun.start] = found
    if not is_several and pronoun.ends_in("female_pronouns"):
        context.people.note_sex(heard.label, "female")
    elif not is_several and pronoun.ends_in("male_pronouns"):
        context.people.note_sex(heard.label, "male")
    return found


def _fits(pronoun: Chunk, heard: Mention, context: Context) -> bool:
    """Whether the one heard can be of the sex that the pronoun tells."""
    sexes = context.mentions.sexes(heard.label)
    unlike = "male" if pronoun.ends_in("female_pronouns") else "female"
    return sexes != {unlike}


def _named_beside(chunks: Sequence[Chunk], at: int, context: Context) -> Chunk | None:
    """The person named right behind an office, or behind its comma: "the Commissioner for X, Y"."""
    if context.kind(chunks[at]) not in (MentionKind.PERSON, MentionKind.BODY, MentionKind.GROUP):
        return None
    behind = at + 1
    if behind < len(chunks) and chunks[behind].is_person_name:
        return chunks[behind]
    is_office = any(context.knowledge.is_office(word.text) for word in chunks[at].words)
    end = min(at + _LONGEST_OFFICE, len(chunks) - 1)
    while is_office and behind < end and chunks[behind].kind in _INSIDE_OFFICE:
        behind += 1
    if not is_office or behind >= len(chunks) - 1 or chunks[behind].kind is not ChunkKind.COMMA:
        return None
    is_named = chunks[behind + 1].is_person_name
    after = chunks[behind + 2].kind if behind + 2 < len(chunks) else ChunkKind.STOP
    is_closed = after in (ChunkKind.COMMA, ChunkKind.STOP, ChunkKind.QUOTE, ChunkKind.VERB)
    return chunks[behind + 1] if is_named and is_closed else None


_INSIDE_OFFICE = (ChunkKind.PREPOSITION, ChunkKind.NOUN, ChunkKind.CONJUNCTION)


def note_papers(sentence: Sentence, context: Context) -> None:
    """Keeps whose statement or resolution is spoken of: "X issued a statement"."""
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks):
        if not chunk.does("issuing_verbs") or chunk.is_passive or chunk.is_negated:
            continue
        able = [one for one in subject_of(chunks, at) if context.kind(one) in _ISSUERS]
        owners = context.all(able)
        papers = (c for c in chunks[at + 1 :] if context.kind(c) is MentionKind.INSTRUMENT)
        paper = next((c for c in papers if c.is_noun and c.name is None), None)
        if owners and paper is not None:
            context.issued[paper.head] = owners


def issuer(paper: Chunk, context: Context) -> Mention | None:
    """Who speaks in a paper: its owner, who it is by, or who was said to issue it."""
    if context.kind(paper) is not MentionKind.INSTRUMENT or paper.name is not None:
        return None
    by = paper.owner or (paper.tail if paper.tail_use == "of" else None)
    if by is not None and context.kind(by) in _HEARD:
        return context.mention(by)
    return next(iter(context.issued.get(paper.head, ())), None)


def source_of(chunks: Sequence[Chunk], at: int, context: Context) -> int:
    """Whose data are the source: "according to data from X", "information available to X"."""
    if at + 1 < len(chunks) and chunks[at + 1].owner is chunks[at]:
        at += 1
    for index in range(at + 1, min(at + _LONGEST_OFFICE, len(chunks))):
        if chunks[index].kind in (ChunkKind.COMMA, ChunkKind.STOP):
            break
        is_source = any(chunks[index - 1].is_word(use) for use in ("of", "agent", "source", "goal"))
        if chunks[index].is_noun and is_source and context.kind(chunks[index]) in _HEARD:
            return index
    return -1


def quoted(sentence: Sentence, hit: Hit, context: Context) -> list[Speech]:
    """Who is quoted: "Y quoted X as saying Z", "X was quoted by Y as saying Z"."""
    chunks, at = sentence.chunks, hit.at
    if not chunks[at].does("quoting_verbs"):
        return []
    saying = _as_saying(chunks, at)
    if saying < 0:
        return []
    found = arguments(chunks, at)
    speakers, passers = found.objects, subject_of(chunks, at)
    if chunks[at].is_passive:
        speakers, passers = passers, found.used("agent")
    span = Span(chunks[saying].end, sentence.span.end)
    if not speakers or (speaker := speaking(chunks, speakers[0], context)) is None:
        return []
    via = context.all([one for one in passers if context.kind(one) in _HEARD])
    return [Speech(span, speaker, at), *[Speech(sentence.span, one, at) for one in via[:1]]]


def _as_saying(chunks: Sequence[Chunk], at: int) -> int:
    for index in range(at + 1, min(at + _TO_SAYING, len(chunks))):
        if chunks[index].is_verb and chunks[index].shape == "ing" and index > at + 1:
            return index if chunks[index - 1].is_word("role") else -1
    return -1


def announced(sentence: Sentence, context: Context) -> list[Speech]:
    """Who is put before the colon of a heading: "Minister: five were freed"."""
    chunks = sentence.chunks
    colons = (i for i, c in enumerate(chunks[:_LONGEST_LABEL]) if c.kind is ChunkKind.COLON)
    colon = next(colons, 0)
    if not colon or not all(chunk.is_noun for chunk in chunks[:colon]):
        return []
    goes_on = any(chunk.is_verb for chunk in chunks[colon + 1 :])
    speaker = chunks[colon - 1]
    is_office = any(context.knowledge.is_office(word.text) for word in speaker.words)
    if not goes_on or not (speaker.is_person_name or is_office):
        return []
    mention = context.mention(list_beginning(chunks, colon - 1)[0][0])
    return [Speech(Span(chunks[colon].end, sentence.span.end), mention)] if mention else []
