"""Whom a sentence speaks of where no name stands by the words: a pronoun, or who was told of."""

from __future__ import annotations

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.reading.slavic.sentence import Memory, Piece, Sentence
from habeas.reference.paradigms import Case

_NEAR = 70  # characters from words that tell of somebody to a name or pronoun
_ENDS = frozenset(".;:«»")
_SUBJECTS = frozenset({Case.NOMINATIVE, Case.DATIVE})


def he(sentence: Sentence, memory: Memory, span: Span, sex: str) -> Mention | None:
    """The person a pronoun means: the last of that sex in the sentence, else in those before."""
    before = [
        piece
        for piece in sentence.of_kind(MentionKind.PERSON)
        if piece.end <= span.start and piece.person is not None and piece.person.sexes() & {"", sex}
    ]
    name = before[-1].mention().label if before else memory.near(span.start, sex)
    text = sentence.text[span.start : span.end]
    return Mention(text, MentionKind.PERSON, span, name) if name else None


def spoken_of(sentence: Sentence, span: Span, memory: Memory) -> Mention | None:
    """The one person some words tell of: named, by a pronoun, or told of just before."""
    near = _near(sentence, span)
    if near is not None:
        return near.mention()
    low, high = _stretch(sentence, span)
    pronoun = sentence.knowledge.patterns["condition-subject"].search(sentence.lower, low, high)
    if pronoun is not None:
        return he(sentence, memory, Span(*pronoun.span()), str(pronoun.lastgroup))
    last = memory.sufferer_near(span.start)
    if last is not None:
        return last
    return memory.lately[0] if len(memory.lately) == 1 else None


def _near(sentence: Sentence, span: Span) -> Piece | None:
    """The nearest name that the words can be told of: "у X", "X-у", or X before the verb."""
    low, high = _stretch(sentence, span)
    found = [
        piece
        for piece in sentence.of_kind(MentionKind.PERSON)
        if low <= piece.start and piece.end <= high and _may_be(sentence, piece)
    ]
    return min(found, key=lambda piece: abs(piece.start - span.start)) if found else None


def _may_be(sentence: Sentence, piece: Piece) -> bool:
    if _SUBJECTS & piece.cases or Case.ACCUSATIVE in piece.cases:
        return True
    before = sentence.lower[max(sentence.span.start, piece.start - 40) : piece.start]
    return sentence.knowledge.patterns["owned-by"].search(before) is not None


def _stretch(sentence: Sentence, span: Span) -> tuple[int, int]:
    """The characters around some words up to a mark that parts sentences."""
    low, high = span.start, span.end
    while (
        low > max(sentence.span.start, span.start - _NEAR) and sentence.text[low - 1] not in _ENDS
    ):
        low -= 1
    while high < min(sentence.span.end, span.end + _NEAR) and sentence.text[high] not in _ENDS:
        high += 1
    return low, high
