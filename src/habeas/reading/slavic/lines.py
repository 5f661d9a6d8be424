"""Sentences of dockets that tell without a verb: defendants with articles, and verdicts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from habeas.model.charge import Charge
from habeas.model.charge import Sentence as Penalty
from habeas.model.mention import Mention, MentionKind
from habeas.model.vocabulary import EventKind, Modality
from habeas.reading.slavic.charges import charges_in, penalty_in
from habeas.reading.slavic.sentence import Memory, Sentence
from habeas.reference.paradigms import Case


@dataclass(frozen=True, slots=True)
class Line:
    """What a line tells of whom."""

    kind: EventKind
    persons: tuple[Mention, ...]
    at: int
    charges: tuple[Charge, ...] = ()
    penalty: Penalty | None = None
    place: Mention | None = None
    modality: Modality = Modality.ASSERTED


def lines_of(sentence: Sentence, memory: Memory) -> Iterator[Line]:
    """What a line tells of the persons it opens with, or of the one before it."""
    defendants = list(_defendants(sentence))
    if defendants:
        persons = tuple(person for one in defendants for person in one.persons)
        memory.lately = persons if len(persons) == 1 else ()
        yield from defendants
    elif verdict := _verdict(sentence, memory):
        yield verdict


def _defendants(sentence: Sentence) -> Iterator[Line]:
    """Those a line of a docket names, with the articles behind each."""
    people = sentence.of_kind(MentionKind.PERSON)
    if not people:
        return
    lead = sentence.lower[sentence.span.start : people[0].start]
    if not sentence.knowledge.patterns["defendant-lead"].fullmatch(lead):
        return
    ends = [*(one.start for one in people[1:]), sentence.span.end]
    for piece, end in zip(people, ends, strict=True):
        charges = charges_in(sentence.text[piece.end : end], sentence.knowledge)
        if charges and Case.NOMINATIVE in piece.cases:
            yield Line(EventKind.TRIED, (piece.mention(),), piece.start, charges)


def _verdict(sentence: Sentence, memory: Memory) -> Line | None:
    """The penalty of the defendant before it: "Вирок 06.02.2024: 3 роки умовно"."""
    span = sentence.span
    lead = sentence.knowledge.patterns["verdict-lead"].match(sentence.text, span.start, span.end)
    if lead is None or len(memory.lately) != 1 or sentence.of_kind(MentionKind.PERSON):
        return None
    penalty = penalty_in(sentence.text[lead.end() : span.end], sentence.knowledge)
    if penalty is None:
        return None
    return Line(EventKind.SENTENCED, memory.lately, span.start, penalty=penalty)
