"""Participles that tell of a name what befell it: "задержанного X", "X, осуждённый к 8 годам"."""

from __future__ import annotations

from habeas.reading.slavic.government import participle_cases
from habeas.reading.slavic.rows import rows_of
from habeas.reading.slavic.sentence import Piece, Sentence
from habeas.reference.stems import StemHit

_TO_NAME = 130  # characters from a participle to the name it stands before


def is_participle(sentence: Sentence, hit: StemHit) -> bool:
    """Whether a passive hit is a full participle, which agrees with a noun."""
    words = sentence.lower[hit.start : hit.end]
    pattern = sentence.knowledge.patterns["participle"]
    return hit.form == "passive" and pattern.search(words) is not None


def described_by(sentence: Sentence, hit: StemHit) -> list[Piece]:
    """The persons a full participle stands with, behind them or before them."""
    return _behind_names(sentence, hit) or _before_names(sentence, hit)


def _behind_names(sentence: Sentence, hit: StemHit) -> list[Piece]:
    cases, is_plural = participle_cases(sentence.lower[hit.start : hit.end])
    pattern = sentence.knowledge.patterns["before-participle"]
    for whole in rows_of(sentence):
        row = [piece for piece in whole if piece.end <= hit.start]
        if not row or not cases & row[-1].cases:
            continue
        gap = sentence.text[row[-1].end : hit.start]
        if "," in gap and pattern.fullmatch(gap):
            return row[-1:] if is_plural is False else row
    return []


def _before_names(sentence: Sentence, hit: StemHit) -> list[Piece]:
    cases, is_plural = participle_cases(sentence.lower[hit.start : hit.end])
    patterns = sentence.knowledge.patterns
    for row in rows_of(sentence):
        if not hit.end <= row[0].start < hit.end + _TO_NAME:
            continue
        gap = sentence.lower[hit.end : row[0].start]
        if patterns["ends-description"].search(gap) or not cases & row[0].cases:
            return []
        if patterns["governed"].search(gap):
            return []
        return row[:1] if is_plural is False else row
    return []
