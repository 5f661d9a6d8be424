"""One event told of several: a penalty for each, and those whose verb is left out."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.model.charge import Sentence as Penalty
from habeas.model.mention import Mention
from habeas.model.vocabulary import EventKind
from habeas.reading.slavic.apportioned import apportioned
from habeas.reading.slavic.elided import also_charged, also_sentenced
from habeas.reading.slavic.event_found import EventFound
from habeas.reading.slavic.rows import rows_of
from habeas.reading.slavic.sentence import Sentence
from habeas.reading.slavic.shared_out import shared_out


def each_of(sentence: Sentence, found: EventFound) -> Iterator[EventFound]:
    """An event of all, or one for each where penalties are told in the order of the names."""
    text = sentence.text[found.at : sentence.span.end]
    persons = found.slots["persons"]
    parts: list[tuple[Mention, Penalty]] = []
    if found.slots["event"] is EventKind.SENTENCED and len(persons) > 1:
        parts = shared_out(persons, text, sentence.knowledge)
        parts = parts or apportioned(sentence, persons, found.at)
    if not parts:
        yield found
        return
    for person, penalty in parts:
        slots = {**found.slots, "persons": (person,), "sentence": penalty}
        yield EventFound(slots, found.at, found.date, found.modality)


def elided_of(sentence: Sentence, found: EventFound) -> Iterator[EventFound]:
    """The others of a list whose verb is left out."""
    if charges := found.slots.get("charges"):
        for row, others in also_charged(sentence, charges, found.at):
            yield EventFound(
                {**found.slots, "persons": row, "charges": others},
                found.at,
                found.date,
                found.modality,
            )
    if found.slots["event"] is EventKind.REMANDED:
        yield from _also_held(sentence, found)
    penalty = found.slots.get("sentence")
    if penalty is None:
        return
    for told in also_sentenced(sentence, penalty, found.at):
        slots = {**found.slots, "persons": told.persons, "sentence": told.penalty}
        if told.persons != found.slots["persons"]:
            yield EventFound(slots, told.at, found.date, found.modality)


def _also_held(sentence: Sentence, found: EventFound) -> Iterator[EventFound]:
    """Others whom a court sent elsewhere: "отправил X под домашний арест, а Y — под стражу"."""
    known = {one.label for one in found.slots["persons"]}
    pattern = sentence.knowledge.patterns["elided-measure"]
    for row in rows_of(sentence):
        if row[0].start <= found.at or not pattern.match(sentence.text, row[-1].end):
            continue
        persons = tuple(one.mention() for one in row if one.mention().label not in known)
        if persons:
            yield EventFound({**found.slots, "persons": persons}, row[0].start, found.date)
