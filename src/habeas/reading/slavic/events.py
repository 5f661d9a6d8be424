"""What happened to persons named: one event for each verb or noun that tells of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from habeas.model.mention import Mention, MentionKind
from habeas.model.partial_date import PartialDate
from habeas.model.vocabulary import EventKind, Modality, ReleaseForm
from habeas.model.written_date import WrittenDate
from habeas.reading.slavic.charges import charges_in, penalty_in
from habeas.reading.slavic.counterparts import counterparts_of, mediator_of
from habeas.reading.slavic.elided import also_charged, also_sentenced, listed_penalty
from habeas.reading.slavic.lines import Line, held_line, lines_of, note_heading
from habeas.reading.slavic.membership import among_counted, among_them
from habeas.reading.slavic.modality import modality_of
from habeas.reading.slavic.nearest import nearest_of
from habeas.reading.slavic.places import places_of
from habeas.reading.slavic.referents import carried, left_out
from habeas.reading.slavic.roles import Patients, doers_of
from habeas.reading.slavic.sentence import Memory, Piece, Sentence
from habeas.reading.slavic.shared_out import shared_out
from habeas.reading.slavic.sufferers import sufferers_of
from habeas.reading.slavic.timing import when
from habeas.reading.slavic.untold import (
    Untold,
    by_version,
    gapped,
    held_now,
    note_roll,
    of_roll,
    together_with,
    topic_of_line,
)
from habeas.reference.paradigms import Case
from habeas.reference.stems import StemHit

_ENDS = (EventKind.RELEASED, EventKind.EXCHANGED, EventKind.PARDONED)
_WITH_HOLDER = (EventKind.HELD, EventKind.REMANDED, EventKind.RELEASED)
_LASTING = (EventKind.HELD, EventKind.REMANDED)
_CHARGED = (
    EventKind.ARRESTED, EventKind.CHARGED, EventKind.REMANDED, EventKind.TRIED,
    EventKind.SENTENCED, EventKind.HELD,
)  # fmt: skip
_UNREAL = (Modality.CONDITIONAL, Modality.PLANNED)  # what has no day yet
_LEAD = 60  # characters before an event whose words make it something else
_HEAD = 20  # characters before a relative clause in which its noun stands
_UNHELD = frozenset(
    {
        "held",
        "arrested",
        "released",
        "exchanged",
        "pardoned",
        "expelled",
        "died",
        "disappeared",
    }
)  # what leaves nothing to say of custody under a heading of those held
_NEGATION = 12  # characters before a participle in which "not" stands
_VERBS = frozenset({"active", "dative", "toward", "subject"})
_REFUSED = (EventKind.DENIED_ACCESS, EventKind.CHARGED)
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
    found = sentence.knowledge.events.hits(sentence.lower, sentence.begin["events"])
    sentence.hits = [hit for hit in found if _has_what_it_needs(sentence, hit)]
    return list(sentence.hits)


def events_of(sentence: Sentence, hits: Sequence[StemHit], memory: Memory) -> Iterator[EventFound]:
    """The events of a sentence that befell somebody who is named."""
    memory.note_time(sentence)
    note_heading(sentence, memory)
    is_asked = sentence.text[sentence.span.start : sentence.span.end].rstrip().endswith("?")
    if is_asked or memory.is_of_old:
        return
    told: set[tuple[str, tuple[str, ...]]] = set()
    spared = _take_spared(sentence)
    before: tuple[StemHit, tuple[Mention, ...]] | None = None
    for found in of_roll(sentence, memory):
        told.add((found.slots["event"], tuple(one.label for one in found.slots["persons"])))
        yield from _noted(found, memory)
    for hit in hits:
        if hit.entry.kind not in _KINDS:
            continue
        patients, persons = _whom(sentence, hit, hits, memory, before=before)
        key = (hit.entry.kind, tuple(one.label for one in persons))
        if not persons or key in told:
            continue
        made = _event(sentence, hit, hits, patients, persons=persons)
        if made is None:
            continue
        told.add(key)
        before = (hit, persons)
        memory.note_sufferers([one.label for one in persons])
        memory.suffer(hit.start, patients.pieces, persons[len(patients.pieces) :])
        yield from _each(sentence, made)
        yield from _others(sentence, hit, made, memory)
        if spared:
            left = tuple(piece.mention(patients.case) for piece in spared)
            slots = {"event": made.slots["event"], "persons": left}
            yield EventFound(slots, made.at, None, Modality.DENIED)
            spared = []
    lately = before[1] if before else ()
    yield from _told_otherwise(sentence, hits, told, lately, memory=memory)
    note_roll(sentence, hits, memory)
    memory.befell = _of_unnamed(sentence, hits) if not told else None


def _told_otherwise(
    sentence: Sentence,
    hits: Sequence[StemHit],
    told: set[tuple[str, tuple[str, ...]]],
    lately: tuple[Mention, ...],
    *,
    memory: Memory,
) -> Iterator[EventFound]:
    """Events that no verb or noun of the sentence tells; `lately` are those its verbs told of."""
    listed = [] if told else list(lines_of(sentence, memory))
    if not listed:
        memory.lately = lately
    yield from (_of_line(sentence, one) for one in listed)
    others = list(_some_of_counted(sentence, hits, told, memory))
    yield from others
    held = held_line(sentence, memory)
    if held is not None and not _UNHELD & {kind for kind, _ in told}:
        yield _of_line(sentence, held)
    if not told and not others and not listed:
        yield from _without_verb(sentence, hits, memory)
    for untold in (*held_now(sentence, {kind for kind, _ in told}), *by_version(sentence)):
        yield from _noted(untold, memory)


def _whom(
    sentence: Sentence,
    hit: StemHit,
    hits: Sequence[StemHit],
    memory: Memory,
    *,
    before: tuple[StemHit, tuple[Mention, ...]] | None,
) -> tuple[Patients, tuple[Mention, ...]]:
    """Whom an event befalls: those the sentence names, else those told of shortly before."""
    patients = _patients(sentence, hit, hits, memory)
    persons = patients.mentions() or carried(sentence, hit, before)
    persons = persons or left_out(sentence, hit, memory) or _implied(sentence, hit, memory)
    if persons:
        return patients, persons
    patients, told_before = nearest_of(sentence, hit, hits, memory)
    return patients, patients.mentions() or told_before


def _of_line(sentence: Sentence, line: Line) -> EventFound:
    """The event that a line without a verb tells of."""
    slots: dict[str, Any] = {"event": line.kind, "persons": line.persons, "place": line.place}
    if line.kind is EventKind.SENTENCED:
        slots["sentence"] = line.penalty
    if line.charges:
        slots["charges"] = line.charges
    is_now = line.kind is EventKind.HELD
    on = sentence.today() if is_now else None
    if line.kind is EventKind.SENTENCED:
        on = when(sentence, line.at, line.at, is_present=False).on
    return EventFound(slots, line.at, on, line.modality)


def _some_of_counted(
    sentence: Sentence,
    hits: Sequence[StemHit],
    told: set[tuple[str, tuple[str, ...]]],
    memory: Memory,
) -> Iterator[EventFound]:
    """The event of those named as some of the people it counts."""
    hit, pieces = among_counted(sentence, hits)
    if hit is None or hit.entry.kind not in _KINDS or not pieces:
        return
    persons = Patients(pieces).mentions()
    if any(
        kind == hit.entry.kind and set(names) & {p.label for p in persons} for kind, names in told
    ):
        return
    found = _event(sentence, hit, hits, Patients(pieces), persons=persons)
    if found is not None:
        memory.note_sufferers([one.label for one in persons])
        memory.suffer(hit.start, pieces, ())
        yield found


def _noted(found: Untold, memory: Memory) -> Iterator[EventFound]:
    """An event without a verb, whose persons are kept as those who suffered last."""
    persons = found.slots["persons"]
    memory.note_sufferers([one.label for one in persons])
    memory.suffer(found.at, (), persons)
    yield EventFound(found.slots, found.at, found.date, found.modality)


def _patients(
    sentence: Sentence, hit: StemHit, hits: Sequence[StemHit], memory: Memory
) -> Patients:
    """Whom an event befalls, and who together with them."""
    patients = sufferers_of(sentence, hit, hits, memory)
    if patients.pieces and hit.form in ("active", "passive", "subject"):
        last = max(hit.end, patients.pieces[-1].end)
        others = together_with(sentence, hit, last)
        taken = {one.start for one in patients.pieces}
        patients.pieces = [*patients.pieces, *(one for one in others if one.start not in taken)]
        if others:
            patients.case = None
    return patients


def _implied(sentence: Sentence, hit: StemHit, memory: Memory) -> tuple[Mention, ...]:
    """Who is meant where nobody is named: of a line its topic, of a refusal who suffered last."""
    if hit.form in ("noun", "toward") and memory.roll is not None:
        topic = topic_of_line(sentence)
        if topic:
            return (topic[0].mention(Case.NOMINATIVE),)
    if hit.form != "toward" or hit.entry.kind not in _REFUSED:
        return ()
    last = memory.sufferer_near(hit.start)
    return (last,) if last is not None else ()


def _others(
    sentence: Sentence, hit: StemHit, found: EventFound, memory: Memory
) -> Iterator[EventFound]:
    """Those told of behind it without a verb of their own."""
    for other in _elided(sentence, found):
        memory.note_sufferers([one.label for one in other.slots["persons"]])
        yield other
    for other_one in gapped(sentence, hit, found.slots):
        yield from _noted(other_one, memory)


def _take_spared(sentence: Sentence) -> list[Piece]:
    """Those it did not befall: "X выпустили, Y — нет"; they leave the sentence."""
    pattern = sentence.knowledge.patterns["spared"]
    people = sentence.of_kind(MentionKind.PERSON)
    spared = [one for one in people if pattern.match(sentence.lower, one.end)]
    sentence.pieces = [piece for piece in sentence.pieces if piece not in spared]
    return spared


def _of_unnamed(sentence: Sentence, hits: Sequence[StemHit]) -> StemHit | None:
    """What a sentence tells of people it counts, for "among them" in the next."""
    told = next((hit for hit in hits if hit.entry.kind in _KINDS and hit.form != "noun"), None)
    return told if told is not None and sentence.counts else None


def _each(sentence: Sentence, found: EventFound) -> Iterator[EventFound]:
    """An event of all, or one for each where penalties are told in the order of the names."""
    text = sentence.text[found.at : sentence.span.end]
    persons = found.slots["persons"]
    parts = shared_out(persons, text, sentence.knowledge) if len(persons) > 1 else []
    if found.slots["event"] is not EventKind.SENTENCED or not parts:
        yield found
        return
    for person, penalty in parts:
        slots = {**found.slots, "persons": (person,), "sentence": penalty}
        yield EventFound(slots, found.at, found.date, found.modality)


def _elided(sentence: Sentence, found: EventFound) -> Iterator[EventFound]:
    """The others of a list whose verb is left out."""
    if charges := found.slots.get("charges"):
        for row, others in also_charged(sentence, charges, found.at):
            yield EventFound(
                {**found.slots, "persons": row, "charges": others},
                found.at,
                found.date,
                found.modality,
            )
    penalty = found.slots.get("sentence")
    if penalty is None:
        return
    for told in also_sentenced(sentence, penalty, found.at):
        slots = {**found.slots, "persons": told.persons, "sentence": told.penalty}
        if told.persons != found.slots["persons"]:
            yield EventFound(slots, told.at, found.date, found.modality)


def _without_verb(
    sentence: Sentence, hits: Sequence[StemHit], memory: Memory
) -> Iterator[EventFound]:
    """Lines of lists, and those named as some of the people counted before."""
    if told := listed_penalty(sentence):
        slots: dict[str, Any] = {
            "event": EventKind.SENTENCED,
            "persons": told.persons,
            "sentence": told.penalty,
            "charges": told.charges,
        }
        time = when(sentence, told.at, told.at, is_present=False)
        yield EventFound(slots, told.at, time.on, Modality.ASSERTED)
    elif (pieces := among_them(sentence, hits, memory)) and memory.befell is not None:
        kind = EventKind(memory.befell.entry.kind)
        slots = {"event": kind, "persons": Patients(pieces).mentions()}
        if kind in _ENDS and (form := memory.befell.entry.words.get("form")):
            slots["form"] = ReleaseForm(form)
        yield EventFound(slots, pieces[0].start, None, Modality.ASSERTED)


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
    slots |= _where(sentence, hit, kind) | _by_whom(sentence, hit, kind, patients)
    if kind in _ENDS:
        slots["form"] = _form(sentence, hit, text)
        slots["counterparts"] = counterparts_of(sentence, hit)
        slots["mediator"] = mediator_of(sentence)
    if hit.form == "noun" and kind is EventKind.HELD and modality is Modality.ASSERTED:
        is_named = any(one.kind is MentionKind.PERSON for one in persons)
        if not is_named or not (slots["place"] or time.on or time.since):
            return None  # "утримання X — свавільне" judges a custody told of elsewhere
    on = time.since if time.since and kind in _LASTING else time.on or time.since
    return EventFound(slots, hit.start, on, modality)


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
    if found is Modality.ALLEGED or not patterns["attributive"].match(sentence.lower, hit.start):
        return found
    is_negated = patterns["negated"].search(sentence.lower[: hit.start][-_NEGATION:])
    return Modality.DENIED if is_negated else Modality.ASSERTED


def _has_what_it_needs(sentence: Sentence, hit: StemHit) -> bool:
    """Whether a verb of many meanings has the words beside it that make it tell of an event."""
    before = sentence.lower[max(sentence.span.start, hit.start - _LEAD) : hit.start]
    if sentence.knowledge.patterns["of-an-office"].search(before):
        return False  # "уповноважений з питань осіб, зниклих безвісти"
    if hit.form == "noun" and sentence.knowledge.patterns["penalty-before"].search(before):
        return False  # "до двох років ув'язнення" is the penalty
    needs = hit.entry.words.get("needs", "")
    pattern = sentence.knowledge.patterns.get(f"needs-{needs}")
    if not needs or pattern is None:
        return True
    clause = sentence.clause_at(hit.start)
    start = clause.start
    if sentence.knowledge.patterns["relative-object"].fullmatch(clause.opener) or (
        sentence.knowledge.patterns["relative-subject"].fullmatch(clause.opener)
    ):
        start = max(sentence.span.start, start - _HEAD)  # "вирок, який суд виніс X"
    return pattern.search(sentence.lower, start, clause.end) is not None


def _told(sentence: Sentence, hit: StemHit, hits: Sequence[StemHit]) -> str:
    """The words from an event to the next one that is not its own detail."""
    behind = [one.start for one in hits if one.start > hit.end and _is_another(hit, one)]
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


def _where(sentence: Sentence, hit: StemHit, kind: EventKind) -> dict[str, Mention | None]:
    found = places_of(sentence, hit)
    here = found.here
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
