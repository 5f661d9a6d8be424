"""Who is said to be among them: "Среди освобождённых — X и Y", "Среди них X"."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.reading.slavic.rows import rows_of
from habeas.reading.slavic.sentence import Memory, Piece, Sentence
from habeas.reference.paradigms import Case
from habeas.reference.stems import StemHit

_LEAD = 40  # characters before a participle in which "among" stands


def among(sentence: Sentence, hit: StemHit, hits: Sequence[StemHit]) -> list[Piece]:
    """The persons named as some of those whom a participle or noun speaks of."""
    before = sentence.lower[max(sentence.span.start, hit.start - _LEAD) : hit.start]
    if not sentence.knowledge.patterns["among"].search(before):
        return []
    return _named_behind(sentence, hit.end, hits)


def among_them(sentence: Sentence, hits: Sequence[StemHit], memory: Memory) -> list[Piece]:
    """The persons named as some of those whom the sentence before spoke of."""
    if memory.befell is None:
        return []
    lead = sentence.knowledge.patterns["among-them"].search(
        sentence.lower, sentence.span.start, sentence.span.end
    )
    if lead is None or any(hit.start < lead.start() for hit in hits):
        return []
    return _named_behind(sentence, lead.end(), hits)


def _named_behind(sentence: Sentence, at: int, hits: Sequence[StemHit]) -> list[Piece]:
    """Names in the nominative behind a character, up to a verb that tells something else."""
    stop = min(
        [hit.start for hit in hits if hit.start > at and hit.form in ("active", "subject")],
        default=sentence.span.end,
    )
    found: list[Piece] = []
    for row in rows_of(sentence):
        clause = sentence.clause_at(row[0].start)
        if not at <= row[0].start < stop or (clause.start >= at and _is_aside(sentence, clause)):
            continue
        found += [piece for piece in row if Case.NOMINATIVE in piece.cases]
    return found


def _is_aside(sentence: Sentence, clause: object) -> bool:
    opener = getattr(clause, "opener", "")
    return bool(opener) and sentence.knowledge.patterns["that"].fullmatch(opener) is not None
