"""Whose words a stretch of text is: "за словами X", "X заявив, що", "«...», — сказав X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.reading.slavic.quoted import closing_of, is_open, opening_of
from habeas.reading.slavic.sentence import Piece, Sentence
from habeas.reading.slavic.speakers import Voice, source_behind, speaker_of
from habeas.reference.stems import StemHit

_BACK = 4  # characters before "об этом" at most, so that it opens the sentence
_NEGATION = 12
_STOPS = ".!?…"
_PRESUMED = -1  # the depth of words whose speaker only stands before them
_SHORTEST = 8  # characters that are said at least behind "X:"


@dataclass(frozen=True, slots=True)
class Speech:
    """Text in `span` is said by `speaker`; `depth` tells the source from those who pass it on.

    What is presumed holds where nobody else is told to say it.
    """

    span: Span
    speaker: Mention
    depth: int = 0


@dataclass(slots=True)
class Talk:
    """What was said so far: by whom last, and where the sentence before and the paragraph are."""

    paragraph: Span
    before: Span | None = None
    last: Voice | None = None
    named: Span | None = None  # the sentence that named who spoke last
    is_quoting: bool = False  # whether the paragraph opens with the words of who spoke last


def speeches(sentence: Sentence, talk: Talk) -> list[Speech]:
    """Who says what, in one sentence or of the one before it."""
    found: list[Speech] = list(_headed(sentence, talk))
    for hit in sentence.knowledge.speech.hits(sentence.lower, sentence.begin["speech"]):
        if sentence.knowledge.patterns["negated"].search(sentence.lower[: hit.start][-_NEGATION:]):
            continue
        if hit.form == "leads":
            found += _led(sentence, hit, talk)
        else:
            found += _reported(sentence, hit, talk)
    if sentence.span.start == talk.paragraph.start:
        talk.is_quoting = talk.named is not None and talk.named == talk.before
    if not found and talk.last is not None:
        found += _continued(sentence, talk)
    talk.before = sentence.span
    return found


def _note(sentence: Sentence, voice: Voice, talk: Talk) -> None:
    """Keeps who spoke last, and where that was said."""
    talk.last, talk.named = voice, sentence.span


def chain(found: Sequence[Speech], at: int) -> tuple[Mention | None, tuple[Mention, ...]]:
    """The speaker of the character at `at`, and through whom it came, nearest first."""
    around = sorted(
        (one for one in found if one.span.start <= at < one.span.end),
        key=lambda one: (-one.depth, len(one.span)),
    )
    if any(one.depth > _PRESUMED for one in around):
        around = [one for one in around if one.depth > _PRESUMED]
    if not around:
        return None, ()
    speaker = around[0].speaker
    via = [one.speaker for one in around[1:] if one.speaker.label != speaker.label]
    return speaker, tuple(dict.fromkeys(via))


def _headed(sentence: Sentence, talk: Talk) -> Iterator[Speech]:
    """A headline that names who says it: "Удерживают 29 человек, — МИД", "МИД: ..."."""
    patterns, span = sentence.knowledge.patterns, sentence.span
    is_headline = sentence.text[span.end - 1] not in _STOPS
    for piece in sentence.of_kind(MentionKind.PERSON, MentionKind.BODY):
        lead = sentence.text[span.start : piece.start]
        rest = sentence.text[piece.end : span.end].strip(' \n.»"')
        closes = patterns["headline-source"].search(lead) or (
            is_headline and patterns["headline-dash"].search(lead)
        )
        if not rest and closes and lead.strip():
            yield Speech(Span(span.start, piece.start), piece.mention())
    first = next(iter(sentence.of_kind(MentionKind.PERSON, MentionKind.BODY)), None)
    if first is not None and _opens_headline(sentence, first):
        is_answer = first.kind is MentionKind.PERSON and span.start == talk.paragraph.start
        end = talk.paragraph.end if is_answer else span.end
        yield Speech(Span(first.end, end), first.mention(), _PRESUMED if is_answer else 0)


def _opens_headline(sentence: Sentence, piece: Piece) -> bool:
    """Whether a line begins with who says the rest: "Бойко: у полоні 28 тисяч цивільних"."""
    lead = sentence.lower[sentence.span.start : piece.start]
    behind = sentence.text[piece.end : sentence.span.end]
    is_led = sentence.knowledge.patterns["line-lead"].fullmatch(lead) is not None
    # In a docket the surname comes first, and the line tells of whom it names.
    is_as_spoken = piece.mention().label == piece.text or " " not in piece.text
    is_said = behind.startswith(": ") and not behind[2:3].islower() and len(behind) > _SHORTEST
    return is_led and is_as_spoken and is_said


def _led(sentence: Sentence, hit: StemHit, talk: Talk) -> Iterator[Speech]:
    """Behind "по словам", "по данным": the source, then or before it what is said."""
    voice = source_behind(sentence, hit, talk.last)
    if voice is None:
        return
    _note(sentence, voice, talk)
    is_source = sentence.knowledge.patterns["passes-on"].search(sentence.lower, hit.start, hit.end)
    depth = 1 if is_source else 0
    end = max(voice.end, hit.end)
    if _is_back(sentence, hit):
        if talk.before is not None:
            yield Speech(talk.before, voice.mention, depth)
        return
    is_opening = hit.start - sentence.span.start <= _BACK
    rest = sentence.text[end : sentence.span.end].strip(' .,»”"')
    is_inside = sentence.text[hit.start - 2 : hit.start].strip() in (",", "(", "—", "–", "-")
    if is_opening:
        yield Speech(Span(end, sentence.span.end), voice.mention, depth)
    elif (rest and is_inside) or is_source:
        yield Speech(sentence.span, voice.mention, depth)
    else:
        yield Speech(Span(sentence.span.start, hit.start), voice.mention, depth)


def _reported(sentence: Sentence, hit: StemHit, talk: Talk) -> Iterator[Speech]:
    voice = speaker_of(sentence, hit, talk.last) or _same(sentence, hit, talk)
    if voice is None:
        return
    if _is_back(sentence, hit):
        _note(sentence, voice, talk)
        if talk.before is not None:
            yield Speech(talk.before, voice.mention)
        return
    patterns = sentence.knowledge.patterns
    first, behind = min(hit.start, voice.start), max(hit.end, voice.end)
    if _is_final(sentence, first, is_inverted=hit.start < voice.start):
        _note(sentence, voice, talk)
        start = opening_of(sentence.text, talk.paragraph.start, first)
        start = min(start, sentence.span.start)
        rest = _resumed(sentence, behind, talk)
        yield Speech(Span(start, first), voice.mention)
        if rest > behind:
            yield Speech(Span(behind, rest), voice.mention, _PRESUMED)
    elif opened := patterns["opens-speech"].match(sentence.text, behind, sentence.span.end):
        _note(sentence, voice, talk)
        mark = opened.end() - 1 if sentence.text[opened.end() - 1] in '«“„"' else opened.end()
        closed = closing_of(sentence.text, mark, talk.paragraph.end)
        yield Speech(Span(behind, max(closed, sentence.span.end)), voice.mention)


def _same(sentence: Sentence, hit: StemHit, talk: Talk) -> Voice | None:
    """Who spoke last, where the words name only what was issued: "йдеться у повідомленні"."""
    there = sentence.knowledge.patterns["said-there"].match(
        sentence.lower, hit.end, sentence.span.end
    )
    if talk.last is None or there is None:
        return None
    return Voice(talk.last.mention, hit.start, there.end(), talk.last.sex)


def _is_back(sentence: Sentence, hit: StemHit) -> bool:
    """Whether it is said of the sentence before: "Об этом сообщает X"."""
    start = sentence.span.start
    back = sentence.knowledge.patterns["back"].search(sentence.lower, start, hit.end + 1)
    return back is not None and back.start() - start <= _BACK


def _resumed(sentence: Sentence, at: int, talk: Talk) -> int:
    """Where a quotation ends that goes on behind the speaker: "— сказал X. — ...»"."""
    rest = sentence.text[at : at + 4].strip()
    if not rest.startswith((". —", ". –", ". -", ", —", ", –", ".", ",")):
        return at
    start = at + len(sentence.text[at : at + 4]) - len(sentence.text[at : at + 4].lstrip(" .,"))
    return closing_of(sentence.text, start, talk.paragraph.end)


def _continued(sentence: Sentence, talk: Talk) -> Iterator[Speech]:
    """A sentence in quotation marks behind one that named the speaker, or its whole paragraph."""
    if talk.last is None or talk.before is None:
        return
    if talk.before.start < talk.paragraph.start or talk.is_quoting:
        end = closing_of(sentence.text, talk.paragraph.start, talk.paragraph.end)
        if talk.is_quoting and sentence.span.start < end:
            yield Speech(sentence.span, talk.last.mention, _PRESUMED)
        return
    end = closing_of(sentence.text, sentence.span.start, talk.paragraph.end)
    if is_open(sentence.text, talk.paragraph.start, sentence.span.start):
        end = sentence.span.end
    if end >= sentence.span.end - 1:
        yield Speech(Span(sentence.span.start, end), talk.last.mention)


def _is_final(sentence: Sentence, first: int, *, is_inverted: bool) -> bool:
    """Whether what is said stands before: a dash, or a comma with the speaker behind the verb."""
    lead = sentence.text[max(sentence.span.start, first - 40) : first]
    if not sentence.knowledge.patterns["closes-speech"].search(lead):
        return False
    return is_inverted or sentence.knowledge.patterns["dash"].search(lead) is not None
