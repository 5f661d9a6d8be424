"""Who speaks: a person, body or outlet beside a verb of speech, or behind "according to"."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.reading.slavic.sentence import Piece, Sentence
from habeas.reference.paradigms import Case
from habeas.reference.stems import StemHit

_KINDS = (MentionKind.PERSON, MentionKind.BODY, MentionKind.STATE)
_TO_SPEAKER = 90  # characters from a verb to who speaks
_BESIDE = 12  # from a subject to its verb
_TO_SOURCE = 110  # from "according to" to whom
_SEXES = ("male", "female")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, and where that is said; `sex` is empty for bodies."""

    mention: Mention
    start: int
    end: int
    sex: str = ""


def source_behind(sentence: Sentence, hit: StemHit, last: Voice | None) -> Voice | None:
    """The source behind "по данным", "со ссылкой на"; of "по его словам" who spoke last."""
    words = sentence.lower[hit.start : hit.end]
    if sentence.knowledge.patterns["own-words"].search(words):
        return _meant(sentence, hit, last, words)
    if sentence.knowledge.patterns["lead-verb"].search(words):
        return speaker_of(sentence, hit, last)
    ends = sentence.knowledge.patterns["ends-source"]
    found = [
        piece
        for piece in sentence.of_kind(*_KINDS)
        if hit.end <= piece.start < hit.end + _TO_SOURCE
        and not ends.search(sentence.text[hit.end : piece.start])
    ]
    outlet = _outlet(sentence, hit.end, min(hit.end + _TO_SOURCE, sentence.span.end))
    if outlet is not None and not any(piece.start <= outlet.end for piece in found):
        return outlet
    persons = [piece for piece in found if piece.kind is MentionKind.PERSON]
    piece = next(iter([*persons, *found]), None)
    return None if piece is None else _voice(piece, Case.GENITIVE)


def speaker_of(sentence: Sentence, hit: StemHit, last: Voice | None) -> Voice | None:
    """Who says what a verb of speech leads to."""
    piece = _subject_behind(sentence, hit)
    before = subject_before(sentence, hit.start, _BESIDE)
    if before is not None and before.kind is MentionKind.PERSON:
        return _voice(before, Case.NOMINATIVE)  # "X сказав «Полудню»": to whom it is said
    outlet = _outlet(sentence, hit.end, min(hit.end + _TO_SPEAKER, sentence.span.end))
    if outlet is not None and (piece is None or outlet.start < piece.start):
        return outlet
    piece = piece or subject_before(sentence, hit.start)
    return _voice(piece, Case.NOMINATIVE) if piece is not None else _pronoun(sentence, hit, last)


def _voice(piece: Piece, case: Case) -> Voice:
    sexes = piece.person.sexes() if piece.person is not None else set()
    sex = next(iter(sexes)) if len(sexes) == 1 else ""
    return Voice(piece.mention(case), piece.start, piece.end, sex)


def _outlet(sentence: Sentence, start: int, end: int) -> Voice | None:
    """An outlet or group that no list has: "газета «Полдень»", "РИА «Новости»"."""
    match = sentence.knowledge.patterns["outlet"].match(sentence.text, start, end)
    if match is None:
        return None
    at, text = match.start("name"), match["name"]
    taken = any(one.start <= match.end() - 1 < one.end for one in sentence.of_kind(*_KINDS))
    mention = Mention(text, MentionKind.BODY, Span(at, at + len(text)), text.strip('«»"“”'))
    return None if taken else Voice(mention, at, at + len(text))


def _pronoun(sentence: Sentence, hit: StemHit, last: Voice | None) -> Voice | None:
    """Who "сказала она" is: who spoke last, where the sex agrees."""
    words = [token for token in sentence.tokens if token.text[0].isalnum()]
    at = next((i for i, token in enumerate(words) if token.start >= hit.start), len(words))
    for token in words[max(at - 2, 0) : at + 3]:
        lower = sentence.lower[token.start : token.end]
        for sex in _SEXES:
            if sentence.knowledge.patterns[f"subject-{sex}"].fullmatch(lower):
                return _again(sentence, token.start, token.end, sex, last=last)
    return None


def _meant(sentence: Sentence, hit: StemHit, last: Voice | None, words: str) -> Voice | None:
    for sex in _SEXES:
        pronoun = sentence.knowledge.patterns[f"object-{sex}"]
        for word in words.split():
            if pronoun.fullmatch(word):
                start = hit.start + words.index(word)
                return _again(sentence, start, start + len(word), sex, last=last)
    return None


def _again(
    sentence: Sentence, start: int, end: int, sex: str, *, last: Voice | None
) -> Voice | None:
    if last is None or last.sex != sex:
        return None
    mention = Mention(
        sentence.text[start:end], MentionKind.PERSON, Span(start, end), last.mention.label
    )
    return Voice(mention, start, end, sex)


def _subject_behind(sentence: Sentence, hit: StemHit) -> Piece | None:
    """The speaker behind the verb: "заявив міністр X", "повідомляє прес-служба Y"."""
    ends = sentence.knowledge.patterns["ends-source"]
    found = [
        piece
        for piece in sentence.of_kind(*_KINDS)
        if hit.end <= piece.start < hit.end + _TO_SPEAKER
        and not ends.search(sentence.text[hit.end : piece.start])
    ]
    persons = [p for p in found if p.kind is MentionKind.PERSON and Case.NOMINATIVE in p.cases]
    if persons:
        return persons[0]
    bodies = [p for p in found if p.kind is not MentionKind.PERSON]
    bodies = [p for p in bodies if Case.NOMINATIVE in p.cases or _is_in(sentence, p)]
    return bodies[0] if bodies else None


def _is_in(sentence: Sentence, piece: Piece) -> bool:
    """Whether it is said "in" a body: "повідомили у МЗС", "говорится в заявлении МИД"."""
    before = sentence.lower[max(sentence.span.start, piece.start - 60) : piece.start]
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
        before = sentence.lower[max(clause.start, piece.start - 60) : piece.start]
        if piece.kind is not MentionKind.PERSON and patterns["said-in"].search(before):
            return piece
        if Case.NOMINATIVE not in piece.cases:
            continue
        if patterns["governs-body"].search(before):
            continue
        return piece
    return None
