"""Ties between a detention and what another state does: "в обмен на", "разменная монета"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.model.vocabulary import EventKind, FigureStatus, LeverageKind, Modality
from habeas.reading.slavic.sentence import Sentence
from habeas.reference.stems import StemHit

_ENDS = (
    EventKind.RELEASED, EventKind.EXCHANGED, EventKind.PARDONED, EventKind.EXPELLED,
    FigureStatus.RELEASED,
)  # fmt: skip
_REACH = 150  # characters between the words that tie and what they tie
_SHORTEST = 4


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
        used = True
        yield _tie(sentence, hit, min(near, key=lambda one: abs(one.at - hit.start)))


def _is_offered(sentence: Sentence, hit: StemHit) -> bool:
    """Whether the verb stands before that some words need: "готова освободить, если"."""
    needs = hit.entry.words.get("needs", "")
    pattern = sentence.knowledge.patterns.get(f"tie-{needs}")
    return pattern is None or bool(pattern.search(sentence.lower, sentence.span.start, hit.start))


def _tie(sentence: Sentence, hit: StemHit, event: Tied) -> TieFound:
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
    return TieFound(slots, hit.start, event.modality)


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
