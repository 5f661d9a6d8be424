"""Events without a verb of their own: who is held now, verbs left out, versions told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from habeas.model.charge import Charge
from habeas.model.mention import MentionKind
from habeas.model.vocabulary import EventKind
from habeas.model.written_date import WrittenDate
from habeas.reading.slavic.event_found import EventFound
from habeas.reading.slavic.rows import rows_of
from habeas.reading.slavic.sentence import Piece, Sentence
from habeas.reference.paradigms import Case
from habeas.reference.stems import StemHit

_TO_HOLDER = 90  # characters from a name to where its bearer is said to be now
_BEHIND = 60  # characters before a name in which a left-out verb is seen


def held_now(sentence: Sentence, told: set[str]) -> Iterator[EventFound]:
    """Who is said to be in a prison now, with no verb: "X сейчас в СИЗО-2"."""
    patterns = sentence.knowledge.patterns
    if EventKind.HELD.value in told:
        return
    for place in sentence.of_kind(MentionKind.PLACE):
        lead = patterns["is-now-in"].search(sentence.lower, sentence.span.start, place.start)
        if lead is None or patterns["facility"].match(sentence.text, place.start) is None:
            continue
        persons = [
            one
            for one in sentence.of_kind(MentionKind.PERSON)
            if one.end <= lead.start() < one.end + _TO_HOLDER and Case.NOMINATIVE in one.cases
        ]
        if persons:
            slots: dict[str, Any] = {
                "event": EventKind.HELD,
                "persons": (persons[-1].mention(Case.NOMINATIVE),),
                "place": place.mention(),
            }
            yield EventFound(slots, place.start, sentence.today())
            return


def gapped(sentence: Sentence, hit: StemHit, slots: dict[str, Any]) -> Iterator[EventFound]:
    """Those for whom the verb is left out: "задержали A, на следующий день — B"."""
    wanted = {"active": Case.ACCUSATIVE, "passive": Case.NOMINATIVE}.get(hit.form)
    pattern = sentence.knowledge.patterns["gapped"]
    for row in rows_of(sentence):
        first = row[0]
        low = max(hit.end, first.start - _BEHIND)
        if wanted is None or wanted not in first.cases or first.start < hit.end:
            continue
        lead = pattern.search(sentence.text, low, first.start)
        if lead is None or any(hit.end < one.start < first.start for one in sentence.hits):
            continue
        at = lead.start("when")
        dates = [date.written for date in sentence.dates if _is_within(date.written, at, first)]
        kept: dict[str, Any] = {n: slots[n] for n in ("event", "agent") if n in slots}
        persons = tuple(one.mention(wanted) for one in row if wanted in one.cases)
        yield EventFound({**kept, "persons": persons}, at, dates[0] if dates else None)


def _is_within(date: WrittenDate, at: int, piece: Piece) -> bool:
    return date.span is not None and at <= date.span.start < piece.start


def by_version(sentence: Sentence) -> Iterator[EventFound]:
    """What investigators say somebody did: "По версии следствия, X передавал сведения"."""
    pattern = sentence.knowledge.patterns["by-version"]
    lead = pattern.search(sentence.text, sentence.span.start, sentence.span.end)
    if lead is None:
        return
    for piece in sentence.of_kind(MentionKind.PERSON):
        gap = sentence.text[lead.end() : piece.start] if piece.start >= lead.end() else "-"
        if gap.strip() or Case.NOMINATIVE not in piece.cases:
            continue
        words = sentence.text[piece.end : sentence.span.end].strip(" ,.;\n")
        if sentence.knowledge.patterns["past-verb"].match(words):
            slots: dict[str, Any] = {
                "event": EventKind.CHARGED,
                "persons": (piece.mention(Case.NOMINATIVE),),
                "charges": (Charge(words=words),),
            }
            yield EventFound(slots, piece.start)
        return


def together_with(sentence: Sentence, hit: StemHit, last: int) -> list[Piece]:
    """Those whom it befell together with others: "арестована вместе с директором X"."""
    clause = sentence.clause_at(hit.start)
    pattern = sentence.knowledge.patterns["together-with"]
    return [
        piece
        for piece in sentence.of_kind(MentionKind.PERSON)
        if clause.start <= piece.start < clause.end
        and piece.start >= last
        and Case.INSTRUMENTAL in piece.cases
        and pattern.search(sentence.lower, clause.start, piece.start)
    ]
