"""Ties between a detention and what another state does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.model.vocabulary import EventKind, LeverageKind
from habeas.reading.frames.found import Found
from habeas.reading.frames.sentence import Context, Sentence

_ENDS = {EventKind.RELEASED, EventKind.EXCHANGED, EventKind.PARDONED, EventKind.EXPELLED}


@dataclass(frozen=True, slots=True)
class FoundTie:
    """One tie before it is a claim; `at` is the phrase of the event it ties."""

    leverage: LeverageKind
    persons: tuple[Mention, ...]
    holder: Mention | None
    object: Mention | None
    at: int


def leverage_of(sentence: Sentence, events: Sequence[Found], context: Context) -> list[FoundTie]:
    """The ties of one sentence: each needs its words, and an event with named or counted people."""
    found = []
    lower = sentence.text[sentence.span.start : sentence.span.end].lower()
    for tie in context.knowledge.lexicon.ties:
        near = [one for one in events if tie.near != "release" or one.slots.get("event") in _ENDS]
        matches = (re.search(rf"(?<!\w){re.escape(words)}(?!\w)", lower) for words in tie.words)
        match = next((one for one in matches if one is not None), None)
        if near and match is not None:
            at = sentence.span.start + match.end()
            found.append(_tied(sentence, LeverageKind(tie.kind), near, at, context))
    return found


def _tied(
    sentence: Sentence, kind: LeverageKind, near: Sequence[Found], at: int, context: Context
) -> FoundTie:
    """The tie whose words end at character `at`, with the event nearest to it."""
    event = min(near, key=lambda one: abs(sentence.chunks[one.at].start - at))
    slots = event.slots
    population = slots.get("population")
    rest = sentence.text[at : sentence.span.end]
    end = context.knowledge.lexicon.patterns["end-of-tie"].search(rest)
    words = (rest[: end.start()] if end else rest).strip(' "“”.\n')
    thing = None
    if words:
        begin = at + rest.index(words)
        thing = Mention(words, MentionKind.THING, Span(begin, begin + len(words)))
    return FoundTie(
        kind,
        slots.get("persons") or ((population,) if population else ()),
        slots.get("holder") or slots.get("agent"),
        thing,
        event.at,
    )
