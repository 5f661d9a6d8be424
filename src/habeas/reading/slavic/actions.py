"""What states, bodies and officials do: condemn, demand, sanction, support, invite ..."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.model.vocabulary import ActionKind, Modality
from habeas.model.written_date import WrittenDate
from habeas.reading.slavic.modality import modality_of
from habeas.reading.slavic.sentence import Piece, Sentence
from habeas.reading.slavic.speakers import subject_before
from habeas.reading.slavic.timing import when
from habeas.reference.paradigms import Case
from habeas.reference.stems import StemHit

_TARGETS = (MentionKind.STATE, MentionKind.BODY)
_TO_TARGET = 40  # characters from a verb to at whom
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class ActionFound:
    """The slots of an action and where it is told."""

    slots: dict[str, Any]
    at: int
    date: WrittenDate | None
    modality: Modality


def actions_of(sentence: Sentence) -> Iterator[ActionFound]:
    """The actions of a sentence whose actor is named."""
    for hit in sentence.knowledge.actions.hits(sentence.lower, sentence.starts()):
        actor = subject_before(sentence, hit.start) or _actor_behind(sentence, hit)
        if actor is None or not _may_act(sentence, actor):
            continue
        rest = _rest(sentence, hit, actor)
        about = sentence.knowledge.patterns.get(f"about-{hit.entry.words.get('needs', '')}")
        if about is not None and not about.search(sentence.lower, rest.start, rest.end):
            continue
        targets = _targets(sentence, hit, actor)
        is_present = sentence.knowledge.patterns["present"].search(
            sentence.lower[hit.start : hit.end]
        )
        time = when(sentence, hit.start, hit.end, is_present=is_present is not None)
        slots: dict[str, Any] = {
            "action": ActionKind(hit.entry.kind),
            "actors": (actor.mention(Case.NOMINATIVE),),
            "targets": targets,
            "object": _object(sentence, rest),
        }
        modality = modality_of(sentence, hit.start, hit.end)
        yield ActionFound(slots, hit.start, time.on, modality)


def _may_act(sentence: Sentence, actor: Piece) -> bool:
    """Whether it is a body or state, or a person with an office before the name."""
    if actor.kind is not MentionKind.PERSON:
        return True
    before = sentence.lower[max(sentence.span.start, actor.start - 90) : actor.start]
    index = sentence.knowledge.people["offices"]
    starts = [t.start for t in sentence.tokens if actor.start - 90 <= t.start < actor.start]
    return bool(before.strip()) and any(index.at(sentence.lower, start) for start in starts)


def _actor_behind(sentence: Sentence, hit: StemHit) -> Piece | None:
    """The subject right behind the verb: "засудило МЗС України"."""
    for piece in sentence.of_kind(*_TARGETS, MentionKind.PERSON):
        if piece.start < hit.end:
            continue
        gap = sentence.text[hit.end : piece.start].strip()
        is_near = not gap or (piece.kind is MentionKind.PERSON and len(gap) < _TO_TARGET)
        return piece if is_near and piece.cases == {Case.NOMINATIVE} else None
    return None


def _rest(sentence: Sentence, hit: StemHit, actor: Piece) -> Span:
    """What stands behind verb and actor, to the end of the clause or what it governs."""
    start = max(hit.end, actor.end)
    end = sentence.span.end
    for clause in sentence.clauses:
        is_new = clause.start > start and not sentence.knowledge.patterns["that"].fullmatch(
            clause.opener
        )
        if is_new:
            end = clause.start
            break
    return Span(start, max(start, end))


def _targets(sentence: Sentence, hit: StemHit, actor: Piece) -> tuple[Mention, ...]:
    """At whom: whom one calls upon, from whom one demands, against whom one acts."""
    use = hit.entry.words.get("object", "")
    if use not in ("target", "target-or-object"):
        return ()
    for piece in sentence.of_kind(*_TARGETS):
        if piece is actor or piece.start < hit.end or piece.start - hit.end > _TO_TARGET:
            continue
        before = sentence.lower[hit.end : piece.start]
        is_object = Case.ACCUSATIVE in piece.cases and not before.strip()
        if is_object or sentence.knowledge.patterns["at-target"].search(before):
            return (piece.mention(),)
    return ()


def _object(sentence: Sentence, rest: Span) -> Mention | None:
    """The words of what the action is about, without the marks around them."""
    words = sentence.text[rest.start : rest.end]
    stripped = words.strip(" \n\t,.;:!?—–-")
    if len(stripped) < _SHORTEST:
        return None
    start = rest.start + words.index(stripped)
    return Mention(stripped, MentionKind.THING, Span(start, start + len(stripped)))
