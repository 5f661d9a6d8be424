"""Figures: how many people something befell, with whose captivity, where, and of how many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.model.vocabulary import CountingBasis, CountingUnit, EventKind, FigureStatus, Modality
from habeas.model.written_date import WrittenDate
from habeas.reading.slavic.modality import modality_of
from habeas.reading.slavic.places import places_of
from habeas.reading.slavic.roles import doers_of
from habeas.reading.slavic.sentence import Sentence
from habeas.reading.slavic.timing import when
from habeas.reference.stems import StemHit
from habeas.text.quantities import QuantityFound

_TO_NOUN = 5  # words from a number to the noun it counts
_REACH = 110  # characters from a verb to the number it tells of
_STATUS = {
    EventKind.ARRESTED: FigureStatus.ARRESTED, EventKind.ABDUCTED: FigureStatus.DISAPPEARED,
    EventKind.SEARCHED: FigureStatus.SEARCHED, EventKind.CHARGED: FigureStatus.CHARGED,
    EventKind.REMANDED: FigureStatus.HELD, EventKind.HELD: FigureStatus.HELD,
    EventKind.SENTENCED: FigureStatus.SENTENCED, EventKind.TRIED: FigureStatus.CHARGED,
    EventKind.RELEASED: FigureStatus.RELEASED, EventKind.EXCHANGED: FigureStatus.RELEASED,
    EventKind.PARDONED: FigureStatus.RELEASED, EventKind.DIED: FigureStatus.KILLED,
    EventKind.DISAPPEARED: FigureStatus.DISAPPEARED,
}  # fmt: skip
_EVENTS = frozenset(kind.value for kind in EventKind)
_CURRENT = (FigureStatus.HELD, FigureStatus.OTHER)


@dataclass(frozen=True, slots=True)
class FigureFound:
    """The slots of a figure, where it is told, and the count it is part of."""

    slots: dict[str, Any]
    at: int
    count: Span
    whole: Span | None
    date: WrittenDate | None
    modality: Modality


def figures_of(sentence: Sentence, hits: list[StemHit]) -> Iterator[FigureFound]:
    """Each count of people with what befell them; a part shares the event of its whole."""
    told: dict[Span, StemHit] = {}
    if not hits:
        return
    for count in sentence.counts:
        noun = _noun(sentence, count)
        hit = _hit_of(sentence, count, hits)
        if hit is None and count.whole is not None:
            hit = told.get(count.whole)
        if hit is None or (noun is None and count.of_whom is None):
            continue
        status = _status(hit)
        if status is None:
            continue
        told[count.span] = hit
        yield _figure(sentence, count, noun, hit=hit, status=status)


def _status(hit: StemHit) -> FigureStatus | None:
    if hit.entry.kind in {status.value for status in FigureStatus}:
        return FigureStatus(hit.entry.kind)
    return _STATUS.get(EventKind(hit.entry.kind)) if hit.entry.kind in _EVENTS else None


def _noun(sentence: Sentence, count: QuantityFound) -> Span | None:
    """The words behind a number up to the noun for people; None where none is there."""
    words = [t for t in sentence.tokens if t.start >= count.span.end][:_TO_NOUN]
    for token in words:
        if not token.text[0].isalpha():
            return None
        end = sentence.knowledge.is_person_word(sentence.lower, token.start)
        if end >= 0:
            if sentence.knowledge.is_person_word(sentence.text, count.span.start) >= 0:
                return None
            return Span(words[0].start, end)
    return None


def _hit_of(sentence: Sentence, count: QuantityFound, hits: list[StemHit]) -> StemHit | None:
    """The nearest event in the clause that can befall the counted."""
    clause = sentence.clause_at(count.span.start)
    best: StemHit | None = None
    least = _REACH
    for hit in hits:
        is_behind = hit.end <= count.span.start
        distance = count.span.start - hit.end if is_behind else hit.start - count.span.end
        if not clause.start <= hit.start < clause.end or not distance < least:
            continue
        if hit.form == "noun" and not is_behind:
            continue
        if hit.form == "active" and not is_behind and not _is_impersonal(sentence, hit):
            continue
        best, least = hit, distance
    return best


def _is_impersonal(sentence: Sentence, hit: StemHit) -> bool:
    words = sentence.lower[hit.start : hit.end]
    return sentence.knowledge.patterns["plural-verb"].search(words) is not None


def _figure(
    sentence: Sentence,
    count: QuantityFound,
    noun: Span | None,
    *,
    hit: StemHit,
    status: FigureStatus,
) -> FigureFound:
    is_now = _is_present(sentence, hit)
    time = when(sentence, hit.start, hit.end, is_present=is_now)
    found = places_of(sentence, hit)
    holders = doers_of(sentence, hit)
    slots: dict[str, Any] = {
        "status": status,
        "quantity": count.quantity,
        "population": _population(sentence, noun),
        "territory": tuple(place.mention() for place in found.here[:1]),
        "holder": holders[0].mention() if holders else None,
        "unit": _unit(sentence, noun),
        "basis": _basis(status, hit, is_now=is_now, since=time.since),
        "grounds": _grounds(sentence, hit),
        "since": time.since,
    }
    modality = modality_of(sentence, hit.start, hit.end, is_verb=hit.form == "active")
    return FigureFound(slots, hit.start, count.span, count.whole, time.on, modality)


def _population(sentence: Sentence, noun: Span | None) -> Mention | None:
    if noun is None:
        return None
    end = noun.end
    for piece in sentence.of_kind(MentionKind.STATE):
        if piece.start == end + 1:  # "громадян України"
            end = piece.end
    text = sentence.text[noun.start : end]
    return Mention(text, MentionKind.GROUP, Span(noun.start, end))


def _unit(sentence: Sentence, noun: Span | None) -> CountingUnit:
    if noun is None:
        return CountingUnit.PERSON
    words = sentence.lower[noun.start : noun.end].split()[-1]
    is_case = sentence.knowledge.patterns["case-unit"].fullmatch(words)
    return CountingUnit.CASE if is_case else CountingUnit.PERSON


def _is_present(sentence: Sentence, hit: StemHit) -> bool:
    words = sentence.lower[hit.start : hit.end]
    return sentence.knowledge.patterns["present"].search(words) is not None


def _basis(
    status: FigureStatus, hit: StemHit, *, is_now: bool, since: WrittenDate | None
) -> CountingBasis | None:
    if status in _CURRENT:
        return CountingBasis.CURRENT if is_now else None
    return CountingBasis.CUMULATIVE if since or hit.form == "noun" else None


def _grounds(sentence: Sentence, hit: StemHit) -> str:
    clause = sentence.clause_at(hit.start)
    found = sentence.knowledge.patterns["grounds"].search(sentence.text, clause.start, clause.end)
    return found.group().strip() if found else ""
