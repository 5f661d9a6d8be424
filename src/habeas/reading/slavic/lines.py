"""Lines of lists that tell without a verb: defendants with articles, verdicts, those held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from habeas.model.charge import Charge
from habeas.model.charge import Sentence as Penalty
from habeas.model.mention import Mention, MentionKind
from habeas.model.vocabulary import EventKind, Modality
from habeas.reading.slavic.charges import charges_in, penalty_in
from habeas.reading.slavic.rows import rows_of
from habeas.reading.slavic.sentence import Memory, Piece, Sentence
from habeas.reference.paradigms import Case

_LONGEST = 220  # characters of a line that only lists somebody


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


def note_heading(sentence: Sentence, memory: Memory) -> None:
    """Keeps under which heading the lines behind stand: "Утримуються:", "Список політв'язнів"."""
    patterns, span = sentence.knowledge.patterns, sentence.span
    if sentence.of_kind(MentionKind.PERSON):
        return
    if patterns["held-heading"].match(sentence.lower, span.start, span.end):
        memory.is_list_of_held = True
    elif patterns["other-heading"].match(sentence.lower, span.start, span.end):
        memory.is_list_of_held = False


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


def held_line(sentence: Sentence, memory: Memory) -> Line | None:
    """Somebody listed under a heading of those held: nothing else need be told of him."""
    span = sentence.span
    if not memory.is_list_of_held or span.end - span.start > _LONGEST:
        return None
    rows = rows_of(sentence)
    patterns = sentence.knowledge.patterns
    if not rows or len(rows[0]) > 1 or Case.NOMINATIVE not in rows[0][0].cases:
        return None
    lead = sentence.text[span.start : rows[0][0].start]
    behind = sentence.text[rows[0][0].end : span.end]
    if not patterns["listing-lead"].fullmatch(lead) or not patterns["listing-end"].match(behind):
        return None
    unsure = patterns["unconfirmed"].search(sentence.lower, span.start, span.end) is not None
    return Line(
        EventKind.HELD,
        (rows[0][0].mention(),),
        rows[0][0].start,
        place=_place(sentence, rows[0][0]),
        modality=Modality.ALLEGED if unsure else Modality.ASSERTED,
    )


def _place(sentence: Sentence, person: Piece) -> Mention | None:
    known = sentence.knowledge.patterns["place-of-custody"]
    places = [one for one in sentence.of_kind(MentionKind.PLACE) if one.start > person.end]
    found = [one for one in places if known.match(one.text.lower())]
    return found[0].mention() if found else None
