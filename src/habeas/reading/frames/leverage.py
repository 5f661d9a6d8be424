"""Ties between a detention and what another state does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.model.vocabulary import EventKind, FigureStatus, LeverageKind, Modality
from habeas.reading.frames.event_frame import PEOPLE, can_do
from habeas.reading.frames.found import Found
from habeas.reading.frames.sentence import Context, Sentence
from habeas.reference.lexicon import Tie

_ENDS = {EventKind.RELEASED, EventKind.EXCHANGED, EventKind.PARDONED, EventKind.EXPELLED}
_ENDED = {FigureStatus.RELEASED}
_AHEAD = (Modality.PLANNED, Modality.CONDITIONAL, Modality.DENIED)


@dataclass(frozen=True, slots=True)
class FoundTie:
    """One tie before it is a claim; `at` is the phrase of the event it ties."""

    leverage: LeverageKind
    persons: tuple[Mention, ...]
    holder: Mention | None
    target: Mention | None
    object: Mention | None
    at: int
    modality: Modality = Modality.ASSERTED


def leverage_of(sentence: Sentence, events: Sequence[Found], context: Context) -> list[FoundTie]:
    """The ties of one sentence: each needs its words, and an event with named or counted people.

    Words that tie are used once, by the first entry of the lexicon that knows them.
    """
    found: list[FoundTie] = []
    used: list[Span] = []
    if not events:
        return found
    for tie in context.knowledge.lexicon.ties:
        match = tie.pattern.search(sentence.text, sentence.span.start, sentence.span.end)
        if match is None or any(Span(*match.span()).touches(span) for span in used):
            continue
        near = [one for one in events if _can_tie(tie, one, sentence)]
        if tie.doer:
            wanted = _object(sentence, match.end(), context)
            near = [one for one in near if not _is_inside(one, sentence, wanted)]
        if not near or (tie.doer and not _is_done(sentence, match.end(), tie, context)):
            continue
        used.append(Span(*match.span()))
        tied = _tied(sentence, LeverageKind(tie.kind), near, match.end(), context)
        is_open = tie.near == "planned" and match.group().lower() == "if"
        is_swap = tied.leverage is LeverageKind.COUNTERPART
        is_open |= is_swap and all(one.modality is Modality.CONDITIONAL for one in near)
        found.append(replace(tied, modality=Modality.CONDITIONAL) if is_open else tied)
    return found


def _is_inside(event: Found, sentence: Sentence, wanted: Mention | None) -> bool:
    """Whether an event is itself what is wanted: "if Velmora frees two spies"."""
    told = sentence.chunks[event.at].span
    return wanted is not None and wanted.span is not None and wanted.span.touches(told)


def _is_done(sentence: Sentence, at: int, tie: Tie, context: Context) -> bool:
    """Whether another state acts behind the words: "once X lifts", "after X dropped"."""
    chunks = [chunk for chunk in sentence.chunks if chunk.start >= at]
    if tie.doer == "people":
        return bool(chunks) and context.kind(chunks[0]) in PEOPLE
    while len(chunks) > 1 and chunks[1].owner is chunks[0]:
        chunks.pop(0)
    if len(chunks) < 2 or not chunks[0].is_noun or not chunks[1].is_verb:  # noqa: PLR2004
        return False
    doer, verb = chunks[:2]
    is_named = doer.name is not None or doer.owner is not None
    is_state = is_named and not doer.is_person_name and can_do(doer, context)
    return is_state and (tie.doer == "state" or verb.does("conceding_verbs"))


def _can_tie(tie: Tie, event: Found, sentence: Sentence) -> bool:
    is_end = event.slots.get("event") in _ENDS or event.slots.get("status") in _ENDED
    if tie.near in ("release", "planned") and not is_end:
        return False
    if tie.near == "planned":
        if event.modality not in _AHEAD:
            return False
    elif event.modality is Modality.DENIED:
        return False
    return not tie.verbs or any(c.lemma in tie.verbs for c in sentence.chunks[: event.at])


def _tied(
    sentence: Sentence, kind: LeverageKind, near: Sequence[Found], at: int, context: Context
) -> FoundTie:
    """The tie whose words end at character `at`, with the event nearest to it."""
    event = min(near, key=lambda one: abs(sentence.chunks[one.at].start - at))
    slots = event.slots
    population = slots.get("population")
    thing = _object(sentence, at, context)
    told = sentence.chunks[event.at].span
    if thing is not None and thing.span is not None and thing.span.touches(told):
        thing = None  # "In return X released Y": what it was for was told before
    return FoundTie(
        kind,
        slots.get("persons") or ((population,) if population else ()),
        slots.get("holder") or slots.get("agent"),
        _target(sentence, thing, context),
        thing,
        event.at,
    )


def _object(sentence: Sentence, at: int, context: Context) -> Mention | None:
    """What is wanted, offered or given: the words from `at` to the end of their clause."""
    rest = sentence.text[at : sentence.span.end]
    end = context.knowledge.lexicon.patterns["end-of-tie"].search(rest)
    words = (rest[: end.start()] if end else rest).strip(' "“”.\n')
    if not words:
        return None
    begin = at + rest.index(words)
    return Mention(words, MentionKind.THING, Span(begin, begin + len(words)))


def _target(sentence: Sentence, thing: Mention | None, context: Context) -> Mention | None:
    """Who is to do what is wanted: the state or body that the words begin with."""
    if thing is None or thing.span is None:
        return None
    starts = [chunk for chunk in sentence.chunks if chunk.start == thing.span.start]
    able = [c for c in starts if c.is_noun and not c.is_person_name and can_do(c, context)]
    named = [chunk for chunk in able if chunk.name is not None]
    return context.mention(named[0]) if named else None
