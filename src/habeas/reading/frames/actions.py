"""Actions of states, bodies and officials."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from habeas.model.mention import Mention, MentionKind
from habeas.model.vocabulary import ActionKind, Modality
from habeas.model.written_date import WrittenDate
from habeas.reading.frames.action_parts import TARGETS, Parts, parts_of
from habeas.reading.frames.chunks import Chunk
from habeas.reading.frames.modality import modality_of
from habeas.reading.frames.sentence import Context, Sentence
from habeas.reading.frames.speech import chain
from habeas.reading.frames.subjects import is_done_by
from habeas.reading.frames.timing import when
from habeas.reading.frames.triggers import Form, Hit

_ACTORS = TARGETS - {MentionKind.GROUP}
_NEEDED = {
    "forum": {MentionKind.FORUM},
    "instrument": {MentionKind.INSTRUMENT},
    "instrument_or_forum": {MentionKind.INSTRUMENT, MentionKind.FORUM},
}
# Acts that are worth keeping when nobody is named as doing them.
_WITHOUT_ACTOR = {ActionKind.LAUNCH, ActionKind.INITIATE, ActionKind.SANCTION, ActionKind.VOTE}


@dataclass(slots=True)
class FoundAction:
    """The slots of an action before it is a claim; `at` is the phrase that names it."""

    slots: dict[str, Any]
    at: int
    date: WrittenDate | None = None
    modality: Modality = Modality.ASSERTED


def actions_of(sentence: Sentence, hit: Hit, context: Context) -> list[FoundAction]:
    """The actions a trigger makes: one for each object ("to comply ..., to release ...")."""
    kind = ActionKind(hit.trigger.kind)
    if kind is ActionKind.PARTICIPATE and _is_invited(sentence, hit):
        return []
    parts = parts_of(sentence, hit, context)
    if not _fits(sentence, hit, parts):
        return []
    actors = _actors(sentence, hit, parts, context)
    # The document itself speaks; what it reports is all of it.
    is_ours = hit.trigger.by != "body" and any(_is_we(one) for one in parts.actors)
    if not actors and not (parts.objects and (is_ours or kind in _WITHOUT_ACTOR)):
        return []
    addressed = [one for one in parts.targets if context.kind(one) in TARGETS]
    targets = context.all(addressed, keep_count=True)
    if hit.trigger.object == "target" and not targets:
        return []
    on = when(sentence, hit.at, parts.found, context).on
    is_invitation = kind is ActionKind.INVITE
    slots: dict[str, Any] = {
        "action": kind,
        "actors": actors,
        "on_behalf_of": _on_behalf(actors, context),
        "targets": targets,
        "due": on if is_invitation else None,
    }
    objects: list[Mention | None] = [*parts.objects] or [None]
    modality = modality_of(sentence.chunks, hit.at, context.knowledge.lexicon.modality)
    if hit.trigger.by == "speaker":  # the demand is made in speaking
        modality, on = Modality.ASSERTED, on or context.document_date()
    return [
        FoundAction({**slots, "object": one}, hit.at, None if is_invitation else on, modality)
        for one in objects
    ]


def _is_invited(sentence: Sentence, hit: Hit) -> bool:
    """Whether somebody is only asked to: in "invited X to take part", nobody took part yet."""
    before = sentence.chunks[: hit.at]
    is_asked = any(chunk.does("inviting_verbs") for chunk in before)
    return is_asked and not sentence.chunks[hit.at].is_finite


def _is_we(chunk: Chunk) -> bool:
    return chunk.is_pronoun and chunk.ends_in("our_pronouns")


def _actors(sentence: Sentence, hit: Hit, parts: Parts, context: Context) -> tuple[Mention, ...]:
    by = hit.trigger.by
    if by == "speaker" or any(_is_we(one) for one in parts.actors):
        speaker, _ = chain(context.said, sentence.chunks[hit.at].start)
        return (speaker,) if speaker is not None else ()
    allowed = {MentionKind.BODY} if by == "body" else _ACTORS
    able = [one for one in parts.actors if _can_act(one, allowed, context)]
    actors = context.all(able, keep_count=True)
    if hit.trigger.kind == ActionKind.DENY:
        actors = tuple(one for one in actors if _speaks_for_others(one, context))
    return tuple(one for one in actors if by != "court" or _is_court(one, context))


def _speaks_for_others(actor: Mention, context: Context) -> bool:
    """Whether somebody holds an office; what an accused denies is a plea."""
    offices = context.mentions.referents.offices
    words = actor.label.lower().split()
    is_office = any(word in context.knowledge.lexicon.people["offices"] for word in words)
    return actor.kind is not MentionKind.PERSON or is_office or actor.label in offices.values()


def _can_act(chunk: Chunk, allowed: AbstractSet[MentionKind], context: Context) -> bool:
    kind = context.kind(chunk)
    is_nobody = chunk.is_pronoun and kind is MentionKind.UNSPECIFIED
    return kind in allowed and not is_nobody


def _is_court(actor: Mention, context: Context) -> bool:
    return any(context.knowledge.serves(word, "courts") for word in actor.label.lower().split())


def _on_behalf(actors: Sequence[Mention], context: Context) -> tuple[Mention, ...]:
    states = [context.represents[a.label] for a in actors if a.label in context.represents]
    return tuple(dict.fromkeys(states))


def _fits(sentence: Sentence, hit: Hit, parts: Parts) -> bool:
    """Whether what the entry needs is there: the right sort of object, a word of the field."""
    needs, about = hit.trigger.needs, hit.trigger.about
    if needs in _NEEDED and not parts.object_kinds & _NEEDED[needs]:
        return False
    if needs == "state_target" and not any(_is_state(one) for one in parts.targets):
        return False
    if about and not about & _words_near(sentence, hit):
        return False
    return bool(parts.objects or parts.targets)


def _is_state(chunk: Chunk) -> bool:
    kinds = (MentionKind.STATE, MentionKind.UNSPECIFIED, MentionKind.PLACE)
    return chunk.name is not None and chunk.name.kind in kinds


def _words_near(sentence: Sentence, hit: Hit) -> set[str]:
    """The words and verbs from the act on; of the whole sentence, where it is suffered."""
    chunks = sentence.chunks
    found = {chunk.lemma for chunk in chunks[hit.at :]}
    is_whole = hit.form is not Form.NOUN and is_done_by(chunks, hit.at)
    stretch = chunks if is_whole else chunks[hit.at :]
    return found | {word.lower for chunk in stretch for word in chunk.words}
