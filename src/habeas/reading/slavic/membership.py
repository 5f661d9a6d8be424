"""Who is said to be among them: "Среди освобождённых — X и Y", "Среди них X"."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.reading.slavic.rows import rows_of
from habeas.reading.slavic.sentence import Memory, Piece, Sentence
from habeas.reference.paradigms import Case
from habeas.reference.stems import StemHit

_TO_LEAD = 90  # characters from a number to "among them"
_NAMED = frozenset({Case.NOMINATIVE, Case.ACCUSATIVE})
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


def among_counted(
    sentence: Sentence, hits: Sequence[StemHit]
) -> tuple[StemHit | None, list[Piece]]:
    """Those named as some of the people that the same sentence counts, and what befell them.

    "Звільнили 49 людей, серед них — X", "затримано 12 осіб, зокрема X".
    """
    for lead in sentence.knowledge.patterns["among-counted"].finditer(
        sentence.lower, sentence.span.start, sentence.span.end
    ):
        counted = [one.span.start for one in sentence.counts if one.span.end <= lead.start()]
        told = [hit for hit in hits if hit.end <= lead.start()]
        if not counted or not told or lead.start() - counted[-1] > _TO_LEAD:
            continue
        hit = min(told, key=lambda one: abs(one.start - counted[-1]))
        return hit, _named_behind(sentence, lead.end(), hits, cases=_NAMED)
    return None, []


def _named_behind(
    sentence: Sentence,
    at: int,
    hits: Sequence[StemHit],
    *,
    cases: frozenset[Case] = frozenset({Case.NOMINATIVE}),
) -> list[Piece]:
    """Names in such a case behind a character, up to a verb that tells something else."""
    stop = min(
        [hit.start for hit in hits if hit.start > at and hit.form in ("active", "subject")],
        default=sentence.span.end,
    )
    found: list[Piece] = []
    for row in rows_of(sentence):
        clause = sentence.clause_at(row[0].start)
        if not at <= row[0].start < stop or (clause.start >= at and _is_aside(sentence, clause)):
            continue
        found += [piece for piece in row if cases & piece.cases]
    return found


def _is_aside(sentence: Sentence, clause: object) -> bool:
    opener = getattr(clause, "opener", "")
    return bool(opener) and sentence.knowledge.patterns["that"].fullmatch(opener) is not None
