"""What happened to persons named: one event for each verb or noun that tells of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from habeas.model.mention import Mention, MentionKind
from habeas.model.vocabulary import Modality
from habeas.reading.slavic.event_found import EventFound
from habeas.reading.slavic.event_parts import each_of, elided_of
from habeas.reading.slavic.event_slots import event_of, kind_of
from habeas.reading.slavic.first_person import own
from habeas.reading.slavic.lines import lines_of
from habeas.reading.slavic.membership import note_befell
from habeas.reading.slavic.nearest import nearest_of
from habeas.reading.slavic.referents import carried, left_out
from habeas.reading.slavic.roles import Patients
from habeas.reading.slavic.sentence import EVENT_KINDS, Memory, Piece, Sentence
from habeas.reading.slavic.sufferers import sufferers_of
from habeas.reading.slavic.untold import (
    by_version,
    gapped,
    held_now,
    together_with,
)
from habeas.reading.slavic.verbless import (
    Told,
    of_line,
    roster_of,
    some_of_counted,
    without_verb,
)
from habeas.reference.stems import StemHit

_REFUSED = ("denied_access", "charged")


def events_of(sentence: Sentence, hits: Sequence[StemHit], memory: Memory) -> Iterator[EventFound]:
    """The events of a sentence that befell somebody who is named."""
    memory.note_time(sentence)
    is_asked = sentence.text[sentence.span.start : sentence.span.end].rstrip().endswith("?")
    if is_asked or memory.is_of_old:
        return
    told: Told = set()
    spared = _take_spared(sentence)
    before: tuple[StemHit, tuple[Mention, ...]] | None = None
    for hit in hits:
        if hit.entry.kind not in EVENT_KINDS:
            continue
        patients, persons = _whom(sentence, hit, hits, memory, before=before)
        key = (kind_of(sentence, hit).value, tuple(one.label for one in persons))
        if not persons or key in told:
            continue
        made = event_of(sentence, hit, hits, patients, persons=persons)
        if made is None:
            continue
        told.add(key)
        before = (hit, persons)
        memory.keep(hit.start, persons, patients.pieces)
        yield from each_of(sentence, made)
        yield from _others(sentence, hit, made, memory)
        if spared:
            left = tuple(piece.mention(patients.case) for piece in spared)
            slots = {"event": made.slots["event"], "persons": left}
            yield EventFound(slots, made.at, modality=Modality.DENIED)
            spared = []
    lately = before[1] if before else ()
    yield from _told_otherwise(sentence, hits, told, lately, memory=memory)
    note_befell(sentence, hits, memory)


def _told_otherwise(
    sentence: Sentence,
    hits: Sequence[StemHit],
    told: Told,
    lately: tuple[Mention, ...],
    *,
    memory: Memory,
) -> Iterator[EventFound]:
    """Events that no verb or noun of the sentence tells; `lately` are those its verbs told of."""
    listed = [] if told else list(lines_of(sentence, memory))
    if not listed:
        memory.lately = lately
    yield from (of_line(sentence, one) for one in listed)
    others = list(some_of_counted(sentence, hits, told, memory))
    yield from others
    if not told and not others and not listed:
        yield from without_verb(sentence)
    if not others and not listed:
        yield from roster_of(sentence, hits, told, memory)
    for untold in (*held_now(sentence, {kind for kind, _ in told}), *by_version(sentence)):
        yield _noted(untold, memory)


def _whom(
    sentence: Sentence,
    hit: StemHit,
    hits: Sequence[StemHit],
    memory: Memory,
    *,
    before: tuple[StemHit, tuple[Mention, ...]] | None,
) -> tuple[Patients, tuple[Mention, ...]]:
    """Whom an event befalls: those the sentence names, else those told of shortly before."""
    is_own, teller = own(sentence, hit, memory)
    if is_own:
        return Patients(), teller
    patients = _patients(sentence, hit, hits, memory)
    persons = patients.mentions() or carried(sentence, hit, before)
    persons = persons or left_out(sentence, hit, memory) or _implied(hit, memory)
    if persons:
        return patients, persons
    patients, told_before = nearest_of(sentence, hit, hits, memory)
    return patients, patients.mentions() or told_before


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


def _implied(hit: StemHit, memory: Memory) -> tuple[Mention, ...]:
    """Who is meant where nobody is named: of a refusal who suffered last."""
    if hit.form != "toward" or hit.entry.kind not in _REFUSED:
        return ()
    last = memory.sufferer_near(hit.start)
    return (last,) if last is not None else ()


def _others(
    sentence: Sentence, hit: StemHit, found: EventFound, memory: Memory
) -> Iterator[EventFound]:
    """Those told of behind it without a verb of their own."""
    for other in elided_of(sentence, found):
        memory.note_sufferers([one.label for one in other.slots["persons"]])
        yield other
    for other_one in gapped(sentence, hit, found.slots):
        yield _noted(other_one, memory)


def _noted(found: EventFound, memory: Memory) -> EventFound:
    """An event without a verb, whose persons are kept as those who suffered last."""
    memory.keep(found.at, found.slots["persons"])
    return found


def _take_spared(sentence: Sentence) -> list[Piece]:
    """Those it did not befall: "X выпустили, Y — нет"; they leave the sentence."""
    pattern = sentence.knowledge.patterns["spared"]
    people = sentence.of_kind(MentionKind.PERSON)
    spared = [one for one in people if pattern.match(sentence.lower, one.end)]
    sentence.pieces = [piece for piece in sentence.pieces if piece not in spared]
    return spared
