"""Whose words a stretch of text is: "за словами X", "X заявив, що", "«...», — сказав X"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.reading.slavic.sentence import Piece, Sentence
from habeas.reference.paradigms import Case
from habeas.reference.stems import StemHit

_KINDS = (MentionKind.PERSON, MentionKind.BODY, MentionKind.STATE)
_TO_SPEAKER = 70  # characters from a verb to who speaks
_TO_SOURCE = 90  # from "according to" to whom


@dataclass(frozen=True, slots=True)
class Speech:
    """Text in `span` is said by `speaker`."""

    span: Span
    speaker: Mention


def speeches(sentence: Sentence) -> list[Speech]:
    """Who says what in one sentence."""
    found: list[Speech] = []
    for hit in sentence.knowledge.speech.hits(sentence.lower, sentence.starts()):
        found += _led(sentence, hit) if hit.form == "leads" else _reported(sentence, hit)
    return found


def chain(found: Sequence[Speech], at: int) -> tuple[Mention | None, tuple[Mention, ...]]:
    """The speaker of the character at `at`, and through whom it came, nearest first."""
    around = sorted(
        (one for one in found if one.span.start <= at < one.span.end),
        key=lambda one: len(one.span),
    )
    if not around:
        return None, ()
    speaker = around[0].speaker
    via = [one.speaker for one in around[1:] if one.speaker.label != speaker.label]
    return speaker, tuple(dict.fromkeys(via))


def _led(sentence: Sentence, hit: StemHit) -> list[Speech]:
    """Behind "за словами", "за даними", "у": the source, then or before it what is said."""
    source = _first_behind(sentence, hit)
    if source is None:
        return []
    speaker = source.mention(Case.GENITIVE)
    is_opening = hit.start - sentence.span.start <= 4  # noqa: PLR2004  # "Як", "І "
    if is_opening:
        return [Speech(Span(source.end, sentence.span.end), speaker)]
    rest = sentence.text[source.end : sentence.span.end].strip(' .,»”"')
    if rest and sentence.text[hit.start - 2 : hit.start].strip() == ",":
        return [Speech(Span(sentence.span.start, sentence.span.end), speaker)]
    return [Speech(Span(sentence.span.start, hit.start), speaker)]


def _first_behind(sentence: Sentence, hit: StemHit) -> Piece | None:
    """The person or body behind a lead: a person whose office stands before, else the nearest."""
    found = [
        piece
        for piece in sentence.of_kind(*_KINDS)
        if hit.end <= piece.start < hit.end + _TO_SOURCE
        and not sentence.knowledge.patterns["ends-source"].search(
            sentence.text[hit.end : piece.start]
        )
    ]
    persons = [piece for piece in found if piece.kind is MentionKind.PERSON]
    return next(iter([*persons, *found]), None)


def _reported(sentence: Sentence, hit: StemHit) -> list[Speech]:
    if sentence.knowledge.patterns["negated"].search(sentence.lower[: hit.start][-12:]):
        return []
    speaker = _subject_behind(sentence, hit) or subject_before(sentence, hit.start)
    if speaker is None:
        return []
    mention = speaker.mention(Case.NOMINATIVE)
    if _is_final(sentence, hit, speaker):
        return [Speech(Span(sentence.span.start, min(hit.start, speaker.start)), mention)]
    if sentence.knowledge.patterns["opens-speech"].match(
        sentence.text, max(hit.end, speaker.end), sentence.span.end
    ):
        return [Speech(Span(max(hit.end, speaker.end), sentence.span.end), mention)]
    return []


def _is_final(sentence: Sentence, hit: StemHit, speaker: Piece) -> bool:
    """Whether what is said stands before: a dash, or a comma with the speaker behind the verb."""
    first = min(hit.start, speaker.start)
    lead = sentence.text[max(sentence.span.start, first - 40) : first]
    if not sentence.knowledge.patterns["closes-speech"].search(lead):
        return False
    return hit.start < speaker.start or sentence.knowledge.patterns["dash"].search(lead) is not None


def _subject_behind(sentence: Sentence, hit: StemHit) -> Piece | None:
    """The speaker behind the verb: "заявив міністр X", "повідомляє прес-служба Y"."""
    found = [
        piece
        for piece in sentence.of_kind(*_KINDS)
        if hit.end <= piece.start < hit.end + _TO_SPEAKER
    ]
    gap_pattern = sentence.knowledge.patterns["ends-source"]
    found = [p for p in found if not gap_pattern.search(sentence.text[hit.end : p.start])]
    persons = [p for p in found if p.kind is MentionKind.PERSON and Case.NOMINATIVE in p.cases]
    if persons:
        return persons[0]
    bodies = [p for p in found if Case.NOMINATIVE in p.cases or _is_in(sentence, p)]
    return bodies[0] if bodies else None


def _is_in(sentence: Sentence, piece: Piece) -> bool:
    """Whether it is said "in" a body: "повідомили у МЗС"."""
    before = sentence.lower[max(sentence.span.start, piece.start - 20) : piece.start]
    return sentence.knowledge.patterns["said-in"].search(before) is not None


def subject_before(sentence: Sentence, at: int, reach: int = 110) -> Piece | None:
    """Who does what a verb tells: the nearest subject before it in its clause."""
    clause = sentence.clause_at(at)
    found = [
        piece
        for piece in sentence.of_kind(*_KINDS)
        if clause.start <= piece.start and piece.end <= at and at - piece.end <= reach
    ]
    patterns = sentence.knowledge.patterns
    for piece in reversed(found):
        gap = sentence.lower[piece.end : at]
        if patterns["breaks-subject"].search(gap):
            return None
        before = sentence.lower[max(clause.start, piece.start - 30) : piece.start]
        if piece.kind is not MentionKind.PERSON and patterns["said-in"].search(before):
            return piece
        if Case.NOMINATIVE not in piece.cases:
            continue
        if patterns["governs-body"].search(before):
            continue
        return piece
    return None
