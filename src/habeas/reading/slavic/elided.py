"""Verbs left out: "A получил 11 лет, B — девять, C и D — по семь", and lines of court lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from habeas.model.charge import Charge, PenaltyKind
from habeas.model.charge import Sentence as Penalty
from habeas.model.mention import Mention
from habeas.reading.slavic.charges import charges_in, penalty_in
from habeas.reading.slavic.rows import rows_of
from habeas.reading.slavic.sentence import Piece, Sentence

_UNITS = {
    "ru": {"Y": " лет", "M": " месяцев", "D": " суток"},
    "uk": {"Y": " років", "M": " місяців", "D": " діб"},
    "be": {"Y": " гадоў", "M": " месяцаў", "D": " сутак"},
}


@dataclass(frozen=True, slots=True)
class Told:
    """A penalty told of persons without a verb, and where."""

    persons: tuple[Mention, ...]
    penalty: Penalty
    charges: tuple[Charge, ...]
    at: int


def also_sentenced(sentence: Sentence, first: Penalty, at: int) -> Iterator[Told]:
    """The persons behind the first whose verb is left out, each with a penalty of its own."""
    known = first
    for row in rows_of(sentence):
        if row[0].start <= at:
            continue
        words = _words_behind_dash(sentence, row[-1])
        if not words:
            continue
        penalty = _penalty(sentence, words, known)
        if penalty is not None:
            known = penalty
            yield Told(_mentions(row), penalty, (), row[0].start)


def also_charged(
    sentence: Sentence, first: Sequence[Charge], at: int
) -> Iterator[tuple[tuple[Mention, ...], tuple[Charge, ...]]]:
    """Persons behind the first with articles of their own: "X — за ч. 1 ст. 5, Y — за ч. 2"."""
    patterns = sentence.knowledge.patterns
    rows = [row for row in rows_of(sentence) if row[0].start > at]
    ends = [*(row[0].start for row in rows[1:]), sentence.span.end]
    for row, end in zip(rows, ends, strict=False):
        lead = patterns["elided-charge"].match(sentence.text, row[-1].end, end)
        if lead is None:
            continue
        words = sentence.text[lead.end() : end]
        charges = charges_in(words, sentence.knowledge)
        same = patterns["same-article"].match(words)
        if same is not None and first[0].article:
            part = next(number for name, number in same.groupdict().items() if number)
            charges = (replace(first[0], part=_ordinal(sentence, part), words=same.group()),)
        if charges:
            yield _mentions(row), charges


def _ordinal(sentence: Sentence, word: str) -> str:
    """The number of a part told by a word: "частиною другою"."""
    numbers = enumerate(sentence.knowledge.patterns["ordinals"].pattern.split("|"), start=1)
    return next((str(n) for n, stem in numbers if word.lower().startswith(stem)), word)


def _words_behind_dash(sentence: Sentence, piece: Piece) -> str:
    match = sentence.knowledge.patterns["elided-term"].match(
        sentence.text, piece.end, sentence.span.end
    )
    return match.group("term").strip() if match else ""


def _penalty(sentence: Sentence, words: str, known: Penalty) -> Penalty | None:
    """The penalty; one that names no unit or colony takes those of the penalty before it."""
    penalty = penalty_in(words, sentence.knowledge)
    if penalty is None and known.duration is not None:
        units = _UNITS[sentence.knowledge.language]
        unit = next((u for u in units if u in str(known.duration)), "Y")
        penalty = penalty_in(words + units[unit], sentence.knowledge)
    if penalty is None:
        return None
    if penalty.kind is PenaltyKind.UNSPECIFIED:
        penalty = replace(penalty, kind=known.kind, regime=penalty.regime or known.regime)
    return replace(penalty, words=penalty.words if penalty.words in words else words)


def listed_penalty(sentence: Sentence) -> Told | None:
    """A line of a court list: a name, then the penalty, and no verb."""
    rows = rows_of(sentence)
    if not rows:
        return None
    patterns = sentence.knowledge.patterns
    lead = sentence.text[sentence.span.start : rows[0][0].start]
    rest = sentence.text[rows[0][-1].end : sentence.span.end]
    if not patterns["line-lead"].fullmatch(lead) or not patterns["penalty-line"].search(rest):
        return None
    penalty = penalty_in(rest, sentence.knowledge)
    if penalty is None or penalty.kind is PenaltyKind.UNSPECIFIED:
        return None
    charges = charges_in(rest, sentence.knowledge)
    return Told(_mentions(rows[0]), penalty, charges, rows[0][0].start)


def _mentions(row: Sequence[Piece]) -> tuple[Mention, ...]:
    return tuple(piece.mention() for piece in row)
