"""Events of those whom no verb of the sentence governs: lines of lists, some of a number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from habeas.model.vocabulary import EventKind, ReleaseForm
from habeas.reading.slavic.elided import listed_penalty
from habeas.reading.slavic.event_found import EventFound
from habeas.reading.slavic.event_slots import ENDS, event_of
from habeas.reading.slavic.lines import Line
from habeas.reading.slavic.membership import among_counted, among_them
from habeas.reading.slavic.roles import Patients
from habeas.reading.slavic.sentence import EVENT_KINDS, Memory, Sentence
from habeas.reading.slavic.timing import when
from habeas.reference.stems import StemHit

Told = set[tuple[str, tuple[str, ...]]]  # kinds of event, and whom each befell


def of_line(sentence: Sentence, line: Line) -> EventFound:
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


def some_of_counted(
    sentence: Sentence,
    hits: Sequence[StemHit],
    told: Told,
    memory: Memory,
) -> Iterator[EventFound]:
    """The event of those named as some of the people it counts."""
    hit, pieces = among_counted(sentence, hits)
    if hit is None or hit.entry.kind not in EVENT_KINDS or not pieces:
        return
    persons = Patients(pieces).mentions()
    if any(
        kind == hit.entry.kind and set(names) & {p.label for p in persons} for kind, names in told
    ):
        return
    found = event_of(sentence, hit, hits, Patients(pieces), persons=persons)
    if found is not None:
        memory.keep(hit.start, persons, pieces)
        yield found


def without_verb(sentence: Sentence) -> Iterator[EventFound]:
    """A line of a court list, with no verb."""
    if told := listed_penalty(sentence):
        slots: dict[str, Any] = {
            "event": EventKind.SENTENCED,
            "persons": told.persons,
            "sentence": told.penalty,
            "charges": told.charges,
        }
        time = when(sentence, told.at, told.at, is_present=False)
        yield EventFound(slots, told.at, time.on)


def roster_of(
    sentence: Sentence, hits: Sequence[StemHit], told: Told, memory: Memory
) -> Iterator[EventFound]:
    """The event of those named as the people told of without names before."""
    befell, pieces = among_them(sentence, hits, memory)
    if not pieces or befell is None:
        return
    kind = befell.kind
    known = {name for event, names in told if event == kind for name in names}
    persons = tuple(one for one in Patients(pieces).mentions() if one.label not in known)
    if not persons:
        return
    slots: dict[str, Any] = {"event": kind, "persons": persons}
    if kind in ENDS and befell.form:
        slots["form"] = ReleaseForm(befell.form)
    memory.keep(pieces[0].start, persons)
    yield EventFound(slots, pieces[0].start, sentence.today() if kind is EventKind.HELD else None)
