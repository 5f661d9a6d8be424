"""Whose words a stretch of text is: reporting verbs, "according to", quotations that run on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.lists import list_beginning
from habeas.reading.frames.sentence import Context, Sentence
from habeas.reading.frames.speakers import (
    announced,
    issuer,
    note_papers,
    quoted,
    source_of,
    speaking,
)
from habeas.reading.frames.speech import Speech
from habeas.reading.frames.subjects import is_passive, subject_of
from habeas.reading.frames.triggers import Form, Hit, TriggerIndex
from habeas.reference.lexicon import Trigger

_QUOTE = re.compile('[“«„"”»]')
_SPEAKERS = {
    MentionKind.PERSON, MentionKind.BODY, MentionKind.STATE, MentionKind.GROUP, MentionKind.PLACE,
    MentionKind.UNSPECIFIED,
}  # fmt: skip
# Behind the last of these, a reporting clause is over.
_TRAILING = {
    ChunkKind.STOP, ChunkKind.QUOTE, ChunkKind.DATE, ChunkKind.ADVERB, ChunkKind.CLOSE,
}  # fmt: skip
_TO_SOURCE = 4  # phrases from "according to" to whom


def speeches(
    sentence: Sentence, context: Context, index: TriggerIndex, frames: Sequence[Trigger]
) -> list[Speech]:
    """Who says what in one sentence; `frames` are entries such as "according to"."""
    found: list[Speech] = []
    note_papers(sentence, context)
    for hit in index.hits(sentence.chunks):
        if hit.form is Form.VERB:
            found += _reported(sentence, hit, context, found)
    found += _according(sentence, context, frames)
    found += announced(sentence, context)
    if persons := [one.speaker for one in found if one.verb >= 0]:
        context.heard = persons[-1]
    return found


def _reported(
    sentence: Sentence, hit: Hit, context: Context, earlier: Sequence[Speech]
) -> list[Speech]:
    chunks, at = sentence.chunks, hit.at
    if chunks[at].is_negated or chunks[at].modal:
        return []
    if chunks[at].is_passive or _is_quoted(chunks, at):
        return quoted(sentence, hit, context)
    if chunks[at].shape == "ing" and not chunks[at].is_finite and earlier:
        # "..., X said, adding that": whoever spoke first goes on.
        return [Speech(Span(chunks[at].end, chunks[-1].end), earlier[-1].speaker, at)]
    subjects = subject_of(chunks, at)
    is_inverted = not _can_speak(subjects, context) or _is_inverted(chunks, at, context)
    if is_inverted:
        subjects = _subject_behind(chunks, at)
    if not _can_speak(subjects, context):
        return _of_paper(sentence, hit, subject_of(chunks, at) or subjects, context)
    speaker = speaking(chunks, subjects[-1] if is_inverted else subjects[0], context)
    if speaker is None:
        return []
    spans = _scopes(sentence, hit, subjects, is_inverted=is_inverted)
    _note_together(subjects, speaker, context)
    return [Speech(span, speaker, at) for span in spans]


def _note_together(subjects: Sequence[Chunk], speaker: Mention, context: Context) -> None:
    """Keeps who speaks together: "A, B and C said in a joint statement"."""
    named = [one for one in subjects if one.name is not None]
    together = context.all(named)
    if len(together) > 1 and together[0].label == speaker.label:
        context.jointly[speaker.label] = together
    else:
        context.jointly.pop(speaker.label, None)


def _of_paper(
    sentence: Sentence, hit: Hit, subjects: Sequence[Chunk], context: Context
) -> list[Speech]:
    """What a paper says is said by who issued it: "the statement reads", "X's report says"."""
    speaker = issuer(subjects[0], context) if subjects else None
    if speaker is None:
        return []
    at = sentence.chunks.index(subjects[0]) if subjects[0] in sentence.chunks else hit.at
    spans = _scopes(sentence, hit, subjects, is_inverted=at > hit.at)
    return [Speech(span, speaker, hit.at) for span in spans]


def _is_quoted(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether somebody is quoted by another: "quoted X as saying"."""
    return chunks[at].does("quoting_verbs") and not chunks[at].is_passive


def _is_inverted(chunks: Sequence[Chunk], at: int, context: Context) -> bool:
    """Whether the speaker stands behind: "X was jailed, says the ministry"."""
    if not chunks[at].does("reporting_verbs") or chunks[at].lemma == "tell":
        return False
    behind = _subject_behind(chunks, at)
    if not _can_speak(behind, context) or behind[-1].is_pronoun:
        return False
    after = chunks.index(behind[-1]) + 1 if behind[-1] in chunks else len(chunks)
    rest = chunks[after : after + 1]
    return not rest or not (rest[0].is_verb or rest[0].kind is ChunkKind.SUBORDINATOR)


def _can_speak(chunks: Sequence[Chunk], context: Context) -> bool:
    if not chunks:
        return False
    kind = context.kind(chunks[0])
    if chunks[0].is_pronoun:
        return kind in _SPEAKERS - {MentionKind.UNSPECIFIED} or chunks[0].ends_in("plural_pronouns")
    if kind is MentionKind.GROUP:
        return chunks[0].quantity is None
    if kind in (MentionKind.UNSPECIFIED, MentionKind.PLACE):  # a capital is its government
        return chunks[0].name is not None
    return kind in _SPEAKERS


def _subject_behind(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    """The speaker behind the verb ("..., said Minister X"), if a quotation or comma is before."""
    before = chunks[at - 1].kind if at else None
    if chunks[at].shape == "ing" and not chunks[at].is_finite:
        return []  # "..., demanding X and Y were freed"
    if before not in (ChunkKind.QUOTE, ChunkKind.COMMA) or at + 1 >= len(chunks):
        return []
    if not chunks[at + 1].is_noun:
        return []
    first = at + 1
    while first + 1 < len(chunks) and chunks[first + 1].owner is chunks[first]:
        first += 1
    return list_beginning(chunks, first)[0]


def _scopes(
    sentence: Sentence, hit: Hit, subjects: Sequence[Chunk], *, is_inverted: bool
) -> list[Span]:
    """The stretches of the sentence that are the speaker's: before, behind, or both."""
    chunks, at = sentence.chunks, hit.at
    places = [at, *(chunks.index(chunk) for chunk in subjects)]
    behind = max(places) + 1
    is_final = _nothing_follows(chunks, _behind_listener(chunks, at, behind))
    found = []
    is_split = _splits_quote(chunks, min(places))
    if _opens_with_as(chunks, min(places)):
        return [Span(chunks[behind - 1].end, sentence.span.end)]
    if hit.trigger.strength == "says" and (is_final or is_split or is_inverted):
        first = min((subjects[0].owner or subjects[0]).start, chunks[at].start)
        found.append(Span(sentence.span.start, max(first, sentence.span.start)))
    if is_inverted:  # "..., says X, a nurse who was freed": only a quotation goes on
        opens = (c.start for c in chunks[behind:] if c.kind is ChunkKind.QUOTE)
        found += [Span(start, sentence.span.end) for start in opens][:1]
    elif not is_final and (chunks[at].is_finite or chunks[at].shape == "ing"):
        found.append(Span(chunks[at].end, _end_of_scope(chunks, behind)))
    return [span for span in found if len(span)]


def _opens_with_as(chunks: Sequence[Chunk], first: int) -> bool:
    """Whether the sentence opens with "As X said, ..."."""
    return first == 1 and chunks[0].is_word("role") and chunks[0].start < chunks[1].start


def _behind_listener(chunks: Sequence[Chunk], at: int, behind: int) -> int:
    """Behind those to whom it is told: "X was freed, Y told reporters"."""
    is_told = chunks[at].lemma == "tell" and behind < len(chunks) and chunks[behind].is_noun
    return list_beginning(chunks, behind)[1] if is_told else behind


def _nothing_follows(chunks: Sequence[Chunk], at: int) -> bool:
    rest = [c for c in chunks[at:] if c.kind not in _TRAILING and not c.ends_in("weekdays")]
    if not rest:
        return True
    goes_on = any((c.is_verb and c.is_finite) or c.kind is ChunkKind.QUOTE for c in chunks[at:])
    return rest[0].kind in (ChunkKind.PREPOSITION, ChunkKind.COMMA) and not goes_on


def _splits_quote(chunks: Sequence[Chunk], first: int) -> bool:
    """Whether a quotation closes before the speaker and goes on behind."""
    return first > 1 and ChunkKind.QUOTE in [c.kind for c in chunks[max(first - 2, 0) : first]]


def _end_of_scope(chunks: Sequence[Chunk], start: int) -> int:
    """Where reported words end: at "and" with another verb of the speaker, else at the end."""
    is_that = any(chunk.kind is ChunkKind.SUBORDINATOR for chunk in chunks[start : start + 2])
    if is_that:
        return chunks[-1].end
    for index in range(start + 1, len(chunks)):
        joint, after = chunks[index - 1], chunks[index]
        is_told = after.is_verb and after.is_finite and after.shape in ("past", "s")
        is_theirs = is_passive(chunks, index) and after.does("done_to_people")
        if joint.kind is ChunkKind.CONJUNCTION and is_told and not is_theirs:
            return joint.start
    return chunks[-1].end


def _according(sentence: Sentence, context: Context, frames: Sequence[Trigger]) -> list[Speech]:
    chunks = sentence.chunks
    first = {phrase[0] for frame in frames for phrase in frame.phrases}
    for at in range(len(chunks)):
        noun = _source_at(chunks, at, frames) if chunks[at].words[0].lower in first else -1
        while noun >= 0 and noun + 1 < len(chunks) and chunks[noun + 1].owner is chunks[noun]:
            noun += 1  # "according to Velmora's Network for Rights"
        if noun >= 0 and context.kind(chunks[noun]) not in _SPEAKERS:
            noun = source_of(chunks, noun, context)
        if noun < 0 or context.kind(chunks[noun]) not in _SPEAKERS:
            continue
        nouns, end = list_beginning(chunks, noun)
        if nouns[0] is not chunks[noun] and end < len(chunks) and chunks[end].is_finite:
            nouns = [chunks[noun]]  # "according to her husband, X was moved"
        one = nouns[-1] if nouns[-1].is_person_name else nouns[0]
        speaker = speaking(chunks, one, context)
        if speaker is None:
            continue
        opens = at <= 1 or _opens_clause(chunks, at)
        before = Span(sentence.span.start, chunks[at].start)
        return [Speech(Span(nouns[-1].end, sentence.span.end) if opens else before, speaker)]
    return []


def _opens_clause(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a clause begins with it: "X said that, according to Y, Z was held"."""
    before = [chunk.kind for chunk in chunks[max(at - 2, 0) : at]]
    return ChunkKind.SUBORDINATOR in before


def _source_at(chunks: Sequence[Chunk], at: int, frames: Sequence[Trigger]) -> int:
    """Index of the noun phrase behind words such as "according to" at `at`, or -1."""
    words = [word.lower for chunk in chunks[at : at + _TO_SOURCE] for word in chunk.words]
    lengths = [len(p) for f in frames for p in f.phrases if tuple(words[: len(p)]) == p]
    if not lengths:
        return -1
    end = sum(len(chunk.words) for chunk in chunks[:at]) + max(lengths)
    for index in range(at, min(at + _TO_SOURCE, len(chunks))):
        if chunks[index].is_noun and chunks[index].last > end:
            return index
    return -1


def quotations(text: str, paragraph: Span) -> list[Span]:
    """Stretches of a paragraph between quotation marks; one left open runs to its end."""
    found: list[Span] = []
    opened = -1
    for met in _QUOTE.finditer(text, paragraph.start, paragraph.end):
        at, mark = met.start(), met.group()
        if opened < 0 and (mark in "“«„" or (mark == '"' and _may_open(text, at))):
            opened = at
        elif opened >= 0 and mark in '”»"“':
            found.append(Span(opened, at + 1))
            opened = -1
    if opened >= 0:
        found.append(Span(opened, paragraph.end))
    return found


def _may_open(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()
