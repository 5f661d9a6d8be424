"""What happened to persons named: one event for each verb or noun that tells of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from habeas.model.mention import Mention
from habeas.model.vocabulary import EventKind, Modality, ReleaseForm
from habeas.model.written_date import WrittenDate
from habeas.reading.slavic.charges import charges_in, penalty_in
from habeas.reading.slavic.modality import modality_of
from habeas.reading.slavic.places import places_of
from habeas.reading.slavic.roles import Patients, doers_of, patients_of
from habeas.reading.slavic.sentence import Memory, Sentence
from habeas.reading.slavic.timing import when
from habeas.reference.stems import StemHit

_ENDS = (EventKind.RELEASED, EventKind.EXCHANGED, EventKind.PARDONED)
_WITH_HOLDER = (EventKind.HELD, EventKind.REMANDED, EventKind.RELEASED)
_LASTING = (EventKind.HELD, EventKind.REMANDED)
_CHARGED = (
    EventKind.ARRESTED, EventKind.CHARGED, EventKind.REMANDED, EventKind.TRIED,
    EventKind.SENTENCED, EventKind.HELD,
)  # fmt: skip
_KINDS = frozenset(kind.value for kind in EventKind)


@dataclass(frozen=True, slots=True)
class EventFound:
    """The slots of an event and where it is told."""

    slots: dict[str, Any]
    at: int
    date: WrittenDate | None
    modality: Modality


def event_hits(sentence: Sentence) -> list[StemHit]:
    """Where a sentence tells of events, each place once."""
    return list(sentence.knowledge.events.hits(sentence.lower, sentence.starts()))


def events_of(sentence: Sentence, hits: Sequence[StemHit], memory: Memory) -> Iterator[EventFound]:
    """The events of a sentence that befell somebody who is named."""
    told: set[tuple[str, tuple[str, ...]]] = set()
    for hit in hits:
        if hit.entry.kind not in _KINDS:
            continue
        patients = patients_of(sentence, hit, hits, memory)
        persons = patients.mentions()
        key = (hit.entry.kind, tuple(one.label for one in persons))
        if not persons or key in told:
            continue
        found = _event(sentence, hit, hits, patients, persons=persons)
        if found is not None:
            told.add(key)
            yield found


def _event(
    sentence: Sentence,
    hit: StemHit,
    hits: Sequence[StemHit],
    patients: Patients,
    *,
    persons: tuple[Mention, ...],
) -> EventFound | None:
    kind = EventKind(hit.entry.kind)
    words = sentence.lower[hit.start : hit.end]
    is_present = sentence.knowledge.patterns["present"].search(words) is not None
    time = when(sentence, hit.start, hit.end, is_present=is_present)
    text = _told(sentence, hit, hits)
    slots: dict[str, Any] = {"event": kind, "persons": persons, "until": time.until}
    if kind in _CHARGED:
        slots["charges"] = charges_in(text, sentence.knowledge)
    penalty = penalty_in(text, sentence.knowledge)
    if hit.entry.words.get("needs") == "term" and penalty is None:
        return None
    if kind is EventKind.SENTENCED:
        slots["sentence"] = penalty
    slots |= _where(sentence, hit, kind) | _by_whom(sentence, hit, kind, patients)
    if kind in _ENDS:
        slots["form"] = _form(sentence, hit, text)
    on = time.since if time.since and kind in _LASTING else time.on or time.since
    modality = modality_of(sentence, hit.start, hit.end, is_verb=hit.form == "active")
    return EventFound(slots, hit.start, on, modality)


def _told(sentence: Sentence, hit: StemHit, hits: Sequence[StemHit]) -> str:
    """The words from an event to the next one that is not its own detail."""
    behind = [one.start for one in hits if one.start > hit.end and one.form == hit.form]
    end = min([*behind, sentence.span.end])
    return sentence.text[hit.start : end]


def _where(sentence: Sentence, hit: StemHit, kind: EventKind) -> dict[str, Mention | None]:
    found = places_of(sentence, hit)
    here = found.here
    if kind is EventKind.TRANSFERRED:
        here = found.goal or found.here
    elif kind is EventKind.EXPELLED:
        here = found.here or found.goal
    return {
        "place": here[0].mention() if here else None,
        "origin": found.origin[0].mention() if found.origin else None,
    }


def _by_whom(
    sentence: Sentence, hit: StemHit, kind: EventKind, patients: Patients
) -> dict[str, Mention | None]:
    taken = {piece.start for piece in patients.pieces}
    doers = [piece for piece in doers_of(sentence, hit) if piece.start not in taken]
    court = sentence.knowledge.patterns["court"]
    courts = [piece for piece in doers if court.search(piece.text.lower())]
    others = [piece for piece in doers if piece not in courts]
    slot = "holder" if kind in _WITH_HOLDER else "agent"
    return {
        "court": courts[0].mention() if courts else None,
        slot: others[0].mention() if others else None,
    }


def _form(sentence: Sentence, hit: StemHit, text: str) -> ReleaseForm | None:
    if form := hit.entry.words.get("form"):
        return ReleaseForm(form)
    lower = text.lower()
    kinds = (kind for kind, pattern in sentence.knowledge.release_forms if pattern.search(lower))
    return next((ReleaseForm(kind) for kind in kinds), None)
