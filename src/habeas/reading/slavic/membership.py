"""Who is said to be among them: "Среди освобождённых — X и Y", "Среди них X"."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.model.mention import MentionKind
from habeas.model.vocabulary import EventKind, Modality
from habeas.reading.slavic.government import participle_cases
from habeas.reading.slavic.modality import modality_of
from habeas.reading.slavic.participles import is_participle
from habeas.reading.slavic.rows import rows_of
from habeas.reading.slavic.sentence import EVENT_KINDS, Befell, Memory, Piece, Sentence
from habeas.reference.paradigms import Case
from habeas.reference.stems import StemHit

_TO_LEAD = 90  # characters from a number to "among them"
_NAMED = frozenset({Case.NOMINATIVE, Case.ACCUSATIVE})
_KEPT = 500  # characters behind such a sentence within which a list spells it out
_MARKS = frozenset(",.;:()")
_QUOTING = frozenset("»”—–")  # behind these stands who says it
_LEAD = 40  # characters before a participle in which "among" stands


def among(sentence: Sentence, hit: StemHit, hits: Sequence[StemHit]) -> list[Piece]:
    """The persons named as some of those whom a participle or noun speaks of."""
    before = sentence.lower[max(sentence.span.start, hit.start - _LEAD) : hit.start]
    if not sentence.knowledge.patterns["among"].search(before):
        return []
    _, is_plural = participle_cases(sentence.lower[hit.start : hit.end])
    if is_participle(sentence, hit) and is_plural is False:
        return []  # "среди пришедших поддержать находящегося в СИЗО активиста"
    return _named_behind(sentence, hit.end, hits)


def among_them(
    sentence: Sentence, hits: Sequence[StemHit], memory: Memory
) -> tuple[Befell | None, list[Piece]]:
    """The persons named as some, or as all, of people told of shortly before, and what was told."""
    patterns, span = sentence.knowledge.patterns, sentence.span
    kept = memory.befell
    if kept is None and not hits:
        return None, []
    if kept is not None and span.start - kept.at > _KEPT:
        kept = None
    if spelled := patterns["roster-lead"].match(sentence.lower, span.start, span.end):
        own = [hit for hit in hits if hit.start < spelled.end() and hit.entry.kind in EVENT_KINDS]
        named = _named_behind(sentence, spelled.end(), hits, cases=_NAMED)
        if named and _is_led(sentence, spelled.end(), named[0]):
            return (_befell(own[-1], span.start) if own else kept), named
    lead = patterns["among-them"].search(sentence.lower, span.start, span.end)
    if lead is None or any(hit.start < lead.start() for hit in hits):
        return kept, []
    named = _named_behind(sentence, lead.end(), hits)
    is_said = named and set(sentence.text[lead.end() : named[0].start]) & _QUOTING
    return kept, [] if is_said else named


def _befell(hit: StemHit, at: int) -> Befell:
    return Befell(EventKind(hit.entry.kind), hit.entry.words.get("form", ""), at)


def _is_led(sentence: Sentence, at: int, first: Piece) -> bool:
    """Whether only titles stand between the words that announce a list and its first name."""
    gap = sentence.lower[at : first.start]
    is_title = not set(gap) & _MARKS and len(gap) < _TO_LEAD
    return is_title and not sentence.knowledge.patterns["joint-verb"].search(gap)


def note_befell(sentence: Sentence, hits: Sequence[StemHit], memory: Memory) -> None:
    """Keeps what a sentence tells of people whom it counts or describes, and does not name."""
    for hit in hits:
        if hit.entry.kind not in EVENT_KINDS or hit.form == "noun":
            continue
        groups = sentence.of_kind(MentionKind.GROUP)
        is_of_people = sentence.counts or any(
            one.end > hit.end or one.end <= hit.start for one in groups
        )
        is_fact = is_participle(sentence, hit) or (
            modality_of(sentence, hit.start, hit.end) is Modality.ASSERTED
        )
        if is_of_people and is_fact:
            memory.befell = _befell(hit, sentence.span.end)
            return


def among_counted(
    sentence: Sentence, hits: Sequence[StemHit]
) -> tuple[StemHit | None, list[Piece]]:
    """Those named as some of the people that the same sentence counts, and what befell them.

    "Звільнили 49 людей, серед них — X", "затримано 12 осіб, зокрема X".
    """
    if not hits or not sentence.counts:
        return None, []
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
