"""Whose words a stretch of text is: "за словами X", "X заявив, що", "«...», — сказав X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from habeas.model.mention import Mention
from habeas.model.quote import Span
from habeas.reading.slavic.quoted import closing_of, is_open, opening_of
from habeas.reading.slavic.sentence import Sentence
from habeas.reading.slavic.speakers import Voice, source_behind, speaker_of
from habeas.reference.stems import StemHit

_BACK = 4  # characters before "об этом" at most, so that it opens the sentence
_NEGATION = 12


@dataclass(frozen=True, slots=True)
class Speech:
    """Text in `span` is said by `speaker`; `depth` tells the source from those who pass it on."""

    span: Span
    speaker: Mention
    depth: int = 0


@dataclass(slots=True)
class Talk:
    """What was said so far: by whom last, and where the sentence before and the paragraph are."""

    paragraph: Span
    before: Span | None = None
    last: Voice | None = None
    quoted: list[Speech] = field(default_factory=list)


def speeches(sentence: Sentence, talk: Talk) -> list[Speech]:
    """Who says what, in one sentence or of the one before it."""
    found: list[Speech] = list(_headed(sentence))
    for hit in sentence.knowledge.speech.hits(sentence.lower, sentence.begin["speech"]):
        if sentence.knowledge.patterns["negated"].search(sentence.lower[: hit.start][-_NEGATION:]):
            continue
        if hit.form == "leads":
            found += _led(sentence, hit, talk)
        else:
            found += _reported(sentence, hit, talk)
    if not found and talk.last is not None:
        found += _continued(sentence, talk)
    talk.before = sentence.span
    return found


def chain(found: Sequence[Speech], at: int) -> tuple[Mention | None, tuple[Mention, ...]]:
    """The speaker of the character at `at`, and through whom it came, nearest first."""
    around = sorted(
        (one for one in found if one.span.start <= at < one.span.end),
        key=lambda one: (-one.depth, len(one.span)),
    )
    if not around:
        return None, ()
    speaker = around[0].speaker
    via = [one.speaker for one in around[1:] if one.speaker.label != speaker.label]
    return speaker, tuple(dict.fromkeys(via))


def _headed(sentence: Sentence) -> Iterator[Speech]:
    """A headline that names who says it: "Удерживают 29 человек, — МИД", "МИД: ..."."""
    pattern = sentence.knowledge.patterns["headline-source"]
    for piece in sentence.pieces:
        lead = sentence.text[sentence.span.start : piece.start]
        rest = sentence.text[piece.end : sentence.span.end].strip(' \n.»"')
        if not rest and pattern.search(lead) and lead.strip():
            yield Speech(Span(sentence.span.start, piece.start), piece.mention())


def _led(sentence: Sentence, hit: StemHit, talk: Talk) -> Iterator[Speech]:
    """Behind "по словам", "по данным": the source, then or before it what is said."""
    voice = source_behind(sentence, hit, talk.last)
    if voice is None:
        return
    talk.last = voice
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
    voice = speaker_of(sentence, hit, talk.last)
    if voice is None:
        return
    if _is_back(sentence, hit):
        talk.last = voice
        if talk.before is not None:
            yield Speech(talk.before, voice.mention)
        return
    patterns = sentence.knowledge.patterns
    first, behind = min(hit.start, voice.start), max(hit.end, voice.end)
    if _is_final(sentence, first, is_inverted=hit.start < voice.start):
        talk.last = voice
        start = opening_of(sentence.text, talk.paragraph.start, first)
        start = min(start, sentence.span.start)
        rest = _resumed(sentence, behind, talk)
        yield Speech(Span(start, first), voice.mention)
        if rest > behind:
            yield Speech(Span(behind, rest), voice.mention)
    elif opened := patterns["opens-speech"].match(sentence.text, behind, sentence.span.end):
        talk.last = voice
        mark = opened.end() - 1 if sentence.text[opened.end() - 1] in '«“„"' else opened.end()
        closed = closing_of(sentence.text, mark, talk.paragraph.end)
        yield Speech(Span(behind, max(closed, sentence.span.end)), voice.mention)


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
    """A sentence all in quotation marks behind one that named the speaker, in one paragraph."""
    if talk.last is None or talk.before is None or talk.before.start < talk.paragraph.start:
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
