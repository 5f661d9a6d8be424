"""Ties between a detention and what another state does: "в обмен на", "разменная монета"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.model.vocabulary import EventKind, FigureStatus, LeverageKind, Modality
from habeas.reading.slavic.sentence import Sentence
from habeas.reference.paradigms import Case
from habeas.reference.stems import StemHit

_ENDS = (
    EventKind.RELEASED, EventKind.EXCHANGED, EventKind.PARDONED, EventKind.EXPELLED,
    FigureStatus.RELEASED,
)  # fmt: skip
_REACH = 150  # characters between the words that tie and what they tie
_SHORTEST = 4
_THREAT = 25  # characters before an event in which it is threatened


@dataclass(frozen=True, slots=True)
class Tied:
    """What can be tied: an event or figure, its people, and where it is told."""

    kind: EventKind | FigureStatus
    people: tuple[Mention, ...]
    holder: Mention | None
    at: int
    modality: Modality


@dataclass(frozen=True, slots=True)
class TieFound:
    """The slots of a tie and where it is told."""

    slots: dict[str, Any]
    at: int
    modality: Modality


def leverage_of(sentence: Sentence, told: Sequence[Tied]) -> Iterator[TieFound]:
    """The ties of a sentence: each needs its words, and an event of named or counted people."""
    used = False
    for hit in sentence.knowledge.ties.hits(sentence.lower, sentence.begin["ties"]):
        is_release = hit.entry.words.get("near") == "release"
        near = [one for one in told if abs(one.at - hit.start) < _REACH]
        near = [one for one in near if not is_release or one.kind in _ENDS]
        if used or not near or not _is_offered(sentence, hit):
            continue
        tie = _tie(sentence, hit, min(near, key=lambda one: abs(one.at - hit.start)))
        used = tie is not None
        if tie is not None:
            yield tie


def _is_offered(sentence: Sentence, hit: StemHit) -> bool:
    """Whether the verb stands before that some words need: "готова освободить, если"."""
    needs = hit.entry.words.get("needs", "")
    pattern = sentence.knowledge.patterns.get(f"tie-{needs}")
    return pattern is None or bool(pattern.search(sentence.lower, sentence.span.start, hit.start))


def _tie(sentence: Sentence, hit: StemHit, event: Tied) -> TieFound | None:
    thing = _object(sentence, hit)
    kind = LeverageKind(hit.entry.kind)
    if kind is LeverageKind.COUNTERPART and thing is not None and not _is_people(sentence, thing):
        kind = LeverageKind.CONCESSION
    if event.modality is Modality.CONDITIONAL and kind is LeverageKind.COUNTERPART:
        kind = LeverageKind.OFFER
    slots: dict[str, Any] = {
        "leverage": kind,
        "persons": event.people,
        "holder": event.holder,
        "target": _target(sentence, thing),
        "object": thing,
    }
    if _is_wanted(thing, event):
        return _wanted(sentence, hit, slots)
    if sentence.knowledge.patterns["threat"].search(sentence.lower[: event.at][-_THREAT:]):
        slots |= {"leverage": LeverageKind.LINK, "holder": _before(sentence, event.at)}
        return TieFound(slots, hit.start, Modality.ASSERTED)
    return TieFound(slots, hit.start, event.modality)


def _is_wanted(thing: Mention | None, event: Tied) -> bool:
    """Whether the event is what is wanted in return, not the end of the detention spoken of."""
    span = thing.span if thing is not None else None
    return span is not None and span.start <= event.at < span.end


def _wanted(sentence: Sentence, hit: StemHit, slots: dict[str, Any]) -> TieFound | None:
    """The tie of those named before the condition: "включити X до списку, якщо Y відпустить"."""
    persons = [
        one for one in sentence.of_kind(MentionKind.PERSON)
        if one.end <= hit.start and one.cases != {Case.NOMINATIVE}
    ]  # fmt: skip
    if not persons:
        return None
    slots |= {"persons": (persons[-1].mention(Case.ACCUSATIVE),), "holder": None}
    slots["object"] = _without(sentence, slots["object"], slots["target"])
    return TieFound(slots, hit.start, Modality.ASSERTED)


def _without(sentence: Sentence, thing: Mention, target: Mention | None) -> Mention:
    """The thing wanted without the name of who is to do it."""
    if target is None or target.span is None or thing.span is None:
        return thing
    words = sentence.text[target.span.end : thing.span.end]
    start = target.span.end + len(words) - len(words.lstrip())
    text = sentence.text[start : thing.span.end]
    return Mention(text, MentionKind.THING, Span(start, thing.span.end)) if text else thing


def _before(sentence: Sentence, at: int) -> Mention | None:
    """The state or body that threatens: the last in the nominative before a character."""
    able = sentence.of_kind(MentionKind.STATE, MentionKind.BODY)
    found = [one for one in able if one.end <= at and Case.NOMINATIVE in one.cases]
    return found[-1].mention() if found else None


def _object(sentence: Sentence, hit: StemHit) -> Mention | None:
    """What is wanted, offered or given: the words behind, to the end of their part."""
    end = sentence.knowledge.patterns["ends-tie"].search(sentence.text, hit.end, sentence.span.end)
    words = sentence.text[hit.end : end.start() if end else sentence.span.end]
    stripped = words.strip(' ,.;:!?—–-»”«"\n')
    if len(stripped) < _SHORTEST:
        return None
    start = hit.end + words.index(stripped)
    return Mention(stripped, MentionKind.THING, Span(start, start + len(stripped)))


def _is_people(sentence: Sentence, thing: Mention) -> bool:
    """Whether people are given for people."""
    if thing.span is None:
        return False
    low, high = thing.span.start, thing.span.end
    if any(low <= one.start < high for one in sentence.of_kind(MentionKind.PERSON)):
        return True
    words = [token.start for token in sentence.tokens if low <= token.start < high][:4]
    return any(sentence.knowledge.is_person_word(sentence.lower, at) >= 0 for at in words)


def _target(sentence: Sentence, thing: Mention | None) -> Mention | None:
    """Who is to do what is wanted: the state or body it begins with."""
    if thing is None or thing.span is None:
        return None
    able = sentence.of_kind(MentionKind.STATE, MentionKind.BODY)
    found = [piece for piece in able if piece.start == thing.span.start]
    return found[0].mention() if found else None
