"""What is told of an event beside whom it befell: when, where, by whom, for what, how surely."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from habeas.model.mention import Mention, MentionKind
from habeas.model.partial_date import PartialDate
from habeas.model.vocabulary import EventKind, Modality, ReleaseForm
from habeas.model.written_date import WrittenDate
from habeas.reading.slavic.charges import charges_in, penalty_in
from habeas.reading.slavic.counterparts import counterparts_of, mediator_of
from habeas.reading.slavic.event_found import EventFound
from habeas.reading.slavic.modality import modality_of
from habeas.reading.slavic.places import places_of
from habeas.reading.slavic.roles import Patients, doers_of
from habeas.reading.slavic.sentence import Piece, Sentence
from habeas.reading.slavic.timing import when
from habeas.reference.stems import StemHit

ENDS = (EventKind.RELEASED, EventKind.EXCHANGED, EventKind.PARDONED)
_WITH_HOLDER = (EventKind.HELD, EventKind.REMANDED, EventKind.RELEASED)
_LASTING = (EventKind.HELD, EventKind.REMANDED)
_CHARGED = (
    EventKind.ARRESTED, EventKind.CHARGED, EventKind.REMANDED, EventKind.TRIED,
    EventKind.SENTENCED, EventKind.HELD,
)  # fmt: skip
_UNREAL = (Modality.CONDITIONAL, Modality.PLANNED)  # what has no day yet
_TO_FACT = 60  # characters before a noun in which what governs it stands
_NEGATION = 12  # characters before a participle in which "not" stands
_VERBS = frozenset({"active", "dative", "toward", "subject"})


def event_of(
    sentence: Sentence,
    hit: StemHit,
    hits: Sequence[StemHit],
    patients: Patients,
    *,
    persons: tuple[Mention, ...],
) -> EventFound | None:
    """The event; None where a verb lacks what would make it one."""
    kind = kind_of(sentence, hit)
    words = sentence.lower[hit.start : hit.end]
    modality = _modality(sentence, hit)
    is_present = (
        modality not in _UNREAL and sentence.knowledge.patterns["present"].search(words) is not None
    )
    time = when(sentence, hit.start, hit.end, is_present=is_present)
    text = _told(sentence, hit, hits)
    until = _to_come(sentence, time.until)
    slots: dict[str, Any] = {"event": kind, "persons": persons, "until": until}
    if kind in _CHARGED:
        slots["charges"] = charges_in(text, sentence.knowledge) or charges_in(
            _led_by(sentence, hit, hits), sentence.knowledge
        )
    penalty = penalty_in(text, sentence.knowledge)
    if hit.entry.words.get("needs") == "term" and penalty is None:
        return None
    if kind is EventKind.SENTENCED:
        slots["sentence"] = penalty
    slots |= _where(sentence, hit, kind, patients) | _by_whom(sentence, hit, kind, patients)
    if kind in ENDS:
        slots["form"] = _form(sentence, hit, text)
        slots["counterparts"] = counterparts_of(sentence, hit)
        slots["mediator"] = mediator_of(sentence)
    if hit.form == "noun" and kind in ENDS and modality is Modality.ASSERTED:
        before = sentence.lower[max(sentence.span.start, hit.start - _TO_FACT) : hit.start]
        if sentence.knowledge.patterns["worked-for"].search(before):
            return None  # "механізми для звільнення X": it has not come about
    if hit.form == "noun" and kind is EventKind.HELD and modality is Modality.ASSERTED:
        is_named = any(one.kind is MentionKind.PERSON for one in persons)
        if not is_named or not (slots["place"] or time.on or time.since):
            return None  # "утримання X — свавільне" judges a custody told of elsewhere
    on = time.since if time.since and kind in _LASTING else time.on or time.since
    return EventFound(slots, hit.start, on, modality)


def kind_of(sentence: Sentence, hit: StemHit) -> EventKind:
    """What happens: an arrest by a court, or for months, is custody before trial."""
    kind = EventKind(hit.entry.kind)
    patterns = sentence.knowledge.patterns
    if kind is not EventKind.ARRESTED or hit.form not in ("active", "passive"):
        return kind
    if not patterns["court-arrest"].match(sentence.lower, hit.start):
        return kind
    before = [one for one in sentence.hits if one.end <= hit.start and one.entry is hit.entry]
    if any(not patterns["court-arrest"].match(sentence.lower, one.start) for one in before):
        return EventKind.REMANDED  # "задержаны 7 октября, а 9 октября арестованы"
    is_court = any(patterns["court"].search(one.text.lower()) for one in doers_of(sentence, hit))
    is_long = (
        patterns["remand-term"].search(_told(sentence, hit, sentence.hits).lower()) is not None
    )
    return EventKind.REMANDED if is_court or is_long else kind


def _to_come(sentence: Sentence, until: WrittenDate | None) -> WrittenDate | None:
    """The day custody ends: one without a year is the next such day, not the last."""
    if until is None or sentence.anchor is None or not until.is_year_inferred:
        return until
    text = until.date.text
    if text >= sentence.anchor.text or not text[:4].isdigit():
        return until
    return replace(until, date=PartialDate(f"{int(text[:4]) + 1}{text[4:]}"))


def _modality(sentence: Sentence, hit: StemHit) -> Modality:
    """In what manner it is told; what a participle says of somebody by the way is a fact."""
    if written := hit.entry.words.get("modality"):
        return Modality(written)
    if sentence.knowledge.patterns["negated-inside"].search(sentence.lower, hit.start, hit.end):
        return Modality.DENIED
    found = modality_of(sentence, hit.start, hit.end, is_verb=hit.form == "active")
    patterns = sentence.knowledge.patterns
    is_noun = hit.form in ("noun", "dative", "toward")
    if found is Modality.DEMANDED and is_noun and hit.entry.kind not in ENDS:
        # "закликає реагувати на арешт X": what is demanded is an answer to a fact.
        is_fact = patterns["of-a-fact"].search(sentence.lower[: hit.start][-_TO_FACT:])
        return Modality.ASSERTED if is_fact else found
    if found is Modality.ALLEGED or not patterns["attributive"].match(sentence.lower, hit.start):
        return found
    is_negated = patterns["negated"].search(sentence.lower[: hit.start][-_NEGATION:])
    return Modality.DENIED if is_negated else Modality.ASSERTED


def _told(sentence: Sentence, hit: StemHit, hits: Sequence[StemHit]) -> str:
    """The words from an event to the next one that is not its own detail."""
    others = [one for one in hits if one.start > hit.end and _is_another(hit, one)]
    guilt = sentence.knowledge.patterns["needs-guilt"]
    if hit.entry.words.get("needs") == "guilt" or guilt.search(
        sentence.lower, hit.start, hit.end
    ):  # "признал виновной и приговорил к 6 годам" is one event
        others = [one for one in others if one.entry.kind != hit.entry.kind]
    behind = [one.start for one in others]
    end = min([*behind, sentence.span.end])
    return sentence.text[hit.start : end]


def _led_by(sentence: Sentence, hit: StemHit, hits: Sequence[StemHit]) -> str:
    """The words of its clause before an event: "по статье 275 его приговорили"."""
    clause = sentence.clause_at(hit.start)
    before = [one.end for one in hits if clause.start <= one.end <= hit.start]
    return sentence.text[max([clause.start, *before]) : hit.start]


def _is_another(hit: StemHit, other: StemHit) -> bool:
    """Whether what follows is told for itself, not a detail of the first."""
    return other.form == hit.form or {hit.form, other.form} <= _VERBS


def _where(
    sentence: Sentence, hit: StemHit, kind: EventKind, patients: Patients
) -> dict[str, Mention | None]:
    found = places_of(sentence, hit)
    here = [] if _are_apart(found.here, patients) else found.here
    if kind is EventKind.TRANSFERRED:
        here = found.goal or found.here
    elif kind is EventKind.EXPELLED:
        here = found.here or found.goal
    if kind is EventKind.SENTENCED:  # "к 8 годам колонии" is no place
        sort = sentence.knowledge.patterns["sort-of-place"]
        here = [piece for piece in here if not sort.fullmatch(piece.text.lower())]
    return {
        "place": here[0].mention() if here else None,
        "origin": found.origin[0].mention() if found.origin else None,
    }


def _are_apart(places: Sequence[Piece], patients: Patients) -> bool:
    """Whether each of several people has a place of his own: "X в Ялте, Y в Саках"."""
    rows = patients.pieces
    return any(rows[0].end < one.start < rows[-1].start for one in places) if rows else False


def _by_whom(
    sentence: Sentence, hit: StemHit, kind: EventKind, patients: Patients
) -> dict[str, Mention | None]:
    taken = {piece.start for piece in patients.pieces}
    doers = [piece for piece in doers_of(sentence, hit) if piece.start not in taken]
    occupied = sentence.knowledge.patterns["occupied"]  # "в оккупированном Россией Крыму"
    doers = [one for one in doers if not occupied.search(sentence.lower[: one.start][-40:])]
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
