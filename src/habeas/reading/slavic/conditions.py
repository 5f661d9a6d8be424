"""How somebody is held, tried and kept alive: health, care, letters, pleas, hearings, counsel."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.model.attribute import Attribute
from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.reading.slavic.meant import he, spoken_of
from habeas.reading.slavic.sentence import Memory, Piece, Sentence
from habeas.reading.slavic.traits import Trait
from habeas.reference.paradigms import Case

_OF_CASE = (Attribute.HEARING_ACCESS,)  # told of everybody in a case
_SAID_OF_NAMED = (Attribute.LIST_MEMBERSHIP,)  # never told of somebody who is left out
_TO_OWNER = 40  # characters before counsel in which a pronoun or name says whose


def conditions_of(sentence: Sentence, memory: Memory) -> Iterator[Trait]:
    """What the lexicon of conditions knows, each told of the one person it can be told of."""
    yield from _listed(sentence, memory)
    yield from _death_cause(sentence, memory)
    for piece in sentence.of_kind(MentionKind.PERSON):
        yield from _counsel(sentence, piece, memory)


def _listed(sentence: Sentence, memory: Memory) -> Iterator[Trait]:
    last: Span | None = None
    for found in _stretches(sentence):
        attribute, span = found
        if last is not None and span.start < last.end:
            continue
        last = span
        value = sentence.text[span.start : span.end].strip(" ,")
        value = value[:1].lower() + value[1:]
        for who in _subjects(sentence, span, attribute, memory=memory):
            yield Trait(who, attribute, value, span.start)


def _stretches(sentence: Sentence) -> list[tuple[Attribute, Span]]:
    """Words for conditions in order; of illnesses in a row the whole row."""
    joined = sentence.knowledge.patterns["and-only"]
    cause = _cause(sentence)
    found: list[tuple[Attribute, Span]] = []
    for hit in sentence.knowledge.conditions.hits(sentence.lower, sentence.begin["conditions"]):
        attribute, start = Attribute(hit.entry.kind), hit.start
        if cause is not None and cause.start() <= start < cause.end():
            continue
        if found and found[-1][0] is attribute:
            gap = sentence.lower[found[-1][1].end : start]
            if joined.fullmatch(gap):
                found[-1] = (attribute, Span(found[-1][1].start, hit.end))
                continue
        found.append((attribute, Span(start, hit.end)))
    return found


def _subjects(
    sentence: Sentence, span: Span, attribute: Attribute, *, memory: Memory
) -> tuple[Mention, ...]:
    who = spoken_of(sentence, span, memory)
    if who is not None and (attribute not in _SAID_OF_NAMED or _is_in(sentence, who)):
        return (who,)
    if attribute not in _OF_CASE:
        return ()
    text = sentence.text[span.start : span.end]
    return tuple(Mention(text, MentionKind.PERSON, span, name) for name in memory.group)


def _is_in(sentence: Sentence, who: Mention) -> bool:
    return who.span is not None and who.span.start >= sentence.span.start


def _death_cause(sentence: Sentence, memory: Memory) -> Iterator[Trait]:
    found = _cause(sentence)
    if found is None:
        return
    who = spoken_of(sentence, Span(*found.span()), memory)
    if who is not None:
        yield Trait(who, Attribute.DEATH_CAUSE, found["value"].strip(), found.start())


def _cause(sentence: Sentence) -> re.Match[str] | None:
    pattern = sentence.knowledge.patterns["death-cause"]
    return pattern.search(sentence.text, sentence.span.start, sentence.span.end)


def _counsel(sentence: Sentence, piece: Piece, memory: Memory) -> Iterator[Trait]:
    """Whose counsel a person is: "его адвокат X", "адвокат Меметова X"."""
    low = max(sentence.span.start, piece.start - _TO_OWNER)
    people = [one for one in sentence.of_kind(MentionKind.PERSON) if low <= one.start < piece.start]
    end = people[-1].start if people else piece.start
    counsel = sentence.knowledge.patterns["counsel"].search(sentence.lower, low, end)
    if counsel is None or Case.NOMINATIVE not in piece.cases:
        return
    if people:
        owner = people[-1]
        gap = sentence.text[owner.end : piece.start]
        if Case.GENITIVE in owner.cases and not gap.strip(" ,"):
            yield Trait(owner.mention(Case.GENITIVE), Attribute.LAWYER, piece.mention(), low)
        return
    lead = sentence.knowledge.patterns["condition-subject"]
    before = list(lead.finditer(sentence.lower, low, counsel.start()))
    if before and not sentence.lower[before[-1].end() : counsel.start()].strip():
        owned = he(sentence, memory, Span(*before[-1].span()), str(before[-1].lastgroup))
        if owned is not None:
            yield Trait(owned, Attribute.LAWYER, piece.mention(), counsel.start())
