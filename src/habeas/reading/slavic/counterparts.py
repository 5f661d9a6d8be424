"""The other side of a release: who went the other way, and who brought it about."""

from __future__ import annotations

from habeas.model.mention import Mention, MentionKind
from habeas.reading.slavic.rows import rows_of
from habeas.reading.slavic.sentence import Piece, Sentence
from habeas.reference.paradigms import Case
from habeas.reference.stems import StemHit

_TO_NAME = 60  # characters from "in exchange for" to a name
_TO_MEDIATOR = 40
_ABLE = (MentionKind.STATE, MentionKind.BODY, MentionKind.PERSON)


def counterparts_of(sentence: Sentence, hit: StemHit) -> tuple[Mention, ...]:
    """Whom the other side gave: "в обмен на X", "обменяли Y на X"."""
    lead = sentence.knowledge.patterns["exchange-lead"].search(
        sentence.lower, hit.start, sentence.span.end
    )
    if lead is None:
        return ()
    for row in rows_of(sentence):
        gap = row[0].start - lead.end()
        if 0 <= gap < _TO_NAME and Case.ACCUSATIVE in row[0].cases:
            return tuple(piece.mention(Case.ACCUSATIVE) for piece in row)
    return ()


def is_counterpart(sentence: Sentence, piece: Piece) -> bool:
    """Whether a name stands behind "in exchange for", so that it is not whom a verb befalls."""
    before = sentence.lower[max(sentence.span.start, piece.start - _TO_NAME) : piece.start]
    return sentence.knowledge.patterns["behind-exchange"].search(before) is not None


def mediator_of(sentence: Sentence) -> Mention | None:
    """Who brought it about: "при посредничестве X"."""
    span = sentence.span
    lead = sentence.knowledge.patterns["mediation"].search(sentence.lower, span.start, span.end)
    if lead is None:
        return None
    for piece in sentence.of_kind(*_ABLE):
        if 0 <= piece.start - lead.end() < _TO_MEDIATOR and Case.GENITIVE in piece.cases:
            return piece.mention(Case.GENITIVE)
    return None
