"""Actions of states, bodies and officials."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.model.vocabulary import ActionKind, Modality
from habeas.model.written_date import WrittenDate
from habeas.reading.frames.action_parts import TARGETS, Parts, parts_of
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.modality import modality_of
from habeas.reading.frames.sentence import Context, Sentence
from habeas.reading.frames.speech import chain
from habeas.reading.frames.subjects import is_done_by, subject_of
from habeas.reading.frames.timing import when
from habeas.reading.frames.triggers import Form, Hit

_ACTORS = TARGETS - {MentionKind.GROUP}
_NEAR = 4  # phrases before a verb that is suffered
_NEEDED = {
    "forum": {MentionKind.FORUM},
    "instrument": {MentionKind.INSTRUMENT},
    "instrument_or_forum": {MentionKind.INSTRUMENT, MentionKind.FORUM},
}
# Acts that are worth keeping when nobody is named as doing them.
_WITHOUT_ACTOR = {
    ActionKind.LAUNCH, ActionKind.INITIATE, ActionKind.SANCTION, ActionKind.VOTE,
    ActionKind.DESIGNATE,
}  # fmt: skip


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
    is_ours = hit.trigger.by not in ("body", "press") and any(_is_we(one) for one in parts.actors)
    if not actors and not (parts.objects and (is_ours or kind in _WITHOUT_ACTOR)):
        return []
    addressed = [one for one in parts.targets if context.kind(one) in TARGETS]
    targets = context.all(addressed, keep_count=True)
    targets = targets or _them(parts, context)
    is_empty = kind is ActionKind.DEMAND and not parts.objects
    if not targets and (hit.trigger.object == "target" or is_empty):
        return []
    context.addressed = targets or context.addressed
    on = when(sentence, hit.at, parts.found, context).on
    is_invitation = kind is ActionKind.INVITE
    slots: dict[str, Any] = {
        "action": kind,
        "actors": actors,
        "on_behalf_of": _on_behalf(actors, context),
        "targets": targets,
        "due": on if is_invitation else None,
    }
    objects: list[Mention | None] = [*_whole(sentence, kind, parts.objects)] or [None]
    modality = modality_of(sentence.chunks, hit.at, context.knowledge.lexicon.modality)
    is_voted = kind is ActionKind.VOTE and _is_voted(sentence, hit)
    if modality is Modality.PLANNED and (is_voted or _is_at_forum(sentence, hit, context)):
        modality = Modality.ASSERTED
    if modality is Modality.DEMANDED and kind is not ActionKind.DEMAND:
        return []  # it is what the demand before it is about
    if hit.trigger.by == "speaker":  # the demand is made in speaking
        modality, on = Modality.ASSERTED, on or context.document_date()
    return [
        FoundAction({**slots, "object": one}, hit.at, None if is_invitation else on, modality)
        for one in objects
    ]


def _whole(sentence: Sentence, kind: ActionKind, objects: Sequence[Mention]) -> Sequence[Mention]:
    """What an act is about, as one; only of demands is each thing one of its own."""
    if kind is ActionKind.DEMAND or len(objects) < 2:  # noqa: PLR2004
        return objects
    first, last = objects[0].span, objects[-1].span
    if first is None or last is None:
        return objects
    span = Span(first.start, last.end)
    return [Mention(sentence.text[span.start : span.end], objects[0].kind, span)]


def _is_voted(sentence: Sentence, hit: Hit) -> bool:
    """Whether the vote is told as taken: "voted to pass a resolution"."""
    before = [chunk for chunk in sentence.chunks[: hit.at] if chunk.is_verb]
    return bool(before) and before[-1].lemma == "vote" and before[-1].is_finite


def _them(parts: Parts, context: Context) -> tuple[Mention, ...]:
    """Whom "them" or "it" stands for: who was addressed last."""
    pronouns = [one for one in parts.targets if one.is_pronoun]
    if not pronouns:
        return ()
    word = pronouns[0].words[0]
    return tuple(
        replace(one, text=word.text, name=one.label, span=pronouns[0].span)
        for one in context.addressed
    )


def _is_at_forum(sentence: Sentence, hit: Hit, context: Context) -> bool:
    """Whether a meeting was held for it: "took part in a conference to launch X"."""
    chunk = sentence.chunks[hit.at]
    before = sentence.chunks[: hit.at] if chunk.words[0].serves("infinitive") else []
    return any(one.is_noun and context.kind(one) is MentionKind.FORUM for one in before)


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
        if speaker is None:
            return ()
        return context.jointly.get(speaker.label, (speaker,)) if by != "speaker" else (speaker,)
    allowed = {MentionKind.BODY} if by in ("body", "press") else _ACTORS
    able = [one for one in parts.actors if _can_act(one, allowed, context)]
    actors = context.all(able, keep_count=True) or _issuers(parts, context)
    is_asked = hit.trigger.kind in (ActionKind.DEMAND, ActionKind.DENOUNCE)
    if is_asked and not actors and parts.actors and parts.actors[0].is_pronoun:
        actors = _heard_at(sentence.chunks[hit.at].start, parts.actors[0], context)
    if hit.trigger.kind == ActionKind.DENY:
        actors = tuple(one for one in actors if _speaks_for_others(one, context))
    if wanted := {"court": "ruling_bodies", "press": "press_organs"}.get(by):
        actors = tuple(one for one in actors if _is_one_of(one, wanted, context))
    return actors


def _heard_at(at: int, pronoun: Chunk, context: Context) -> tuple[Mention, ...]:
    """Who is meant by "it" or "they" in what they say: "X said they called on Y to free Z"."""
    speaker, _ = chain(context.said, at)
    is_body = speaker is not None and speaker.kind in (MentionKind.BODY, MentionKind.STATE)
    is_it = not any(pronoun.ends_in(use) for use in ("person_pronouns", "speaker_pronouns"))
    return (speaker,) if speaker is not None and is_body and is_it else ()


def _speaks_for_others(actor: Mention, context: Context) -> bool:
    """Whether somebody holds an office; what an accused denies is a plea."""
    offices = context.mentions.referents.offices
    words = actor.label.lower().split()
    is_office = any(word in context.knowledge.lexicon.people["offices"] for word in words)
    return actor.kind is not MentionKind.PERSON or is_office or actor.label in offices.values()


def _can_act(chunk: Chunk, allowed: AbstractSet[MentionKind], context: Context) -> bool:
    kind = context.kind(chunk)
    if kind is MentionKind.GROUP:
        whole = chunk.tail if chunk.tail is not None and chunk.ends_in("group_words") else chunk
        return whole.ends_in("acting_groups")  # "a group of experts"
    is_nobody = chunk.is_pronoun and kind is MentionKind.UNSPECIFIED
    return kind in allowed and not is_nobody


def _issuers(parts: Parts, context: Context) -> tuple[Mention, ...]:
    """Whose resolution or statement it is that asks: the one that passed it."""
    for chunk in parts.actors:
        if context.kind(chunk) is not MentionKind.INSTRUMENT or chunk.name is not None:
            continue
        by = chunk.owner or chunk.tail
        if by is not None and context.kind(by) in _ACTORS:
            return context.all([by])
        return context.issued.get(chunk.head) or context.all([chunk])
    return ()


def _is_one_of(actor: Mention, use: str, context: Context) -> bool:
    return any(context.knowledge.serves(word, use) for word in actor.label.lower().split())


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
    near = _words_near(sentence, hit)
    if (about and not about & near) or hit.trigger.unless & near:
        return False
    if hit.trigger.kind == ActionKind.DENOUNCE and _is_punished(sentence, hit, parts):
        return False
    return bool(parts.objects or parts.targets)


def _is_punished(sentence: Sentence, hit: Hit, parts: Parts) -> bool:
    """Whether people are condemned to something: "condemned X to ten years"."""
    people = {MentionKind.PERSON, MentionKind.GROUP}
    is_people = bool(parts.object_kinds) and parts.object_kinds <= people
    behind = sentence.chunks[hit.at + 1 :]
    return is_people and any(
        one.is_word("goal") and two.is_noun and any(word.serves("penalties") for word in two.words)
        for one, two in pairwise(behind)
    )


def _is_state(chunk: Chunk) -> bool:
    kinds = (MentionKind.STATE, MentionKind.UNSPECIFIED, MentionKind.PLACE)
    return chunk.name is not None and chunk.name.kind in kinds


def _words_near(sentence: Sentence, hit: Hit) -> set[str]:
    """The words and verbs from the act to the end of its clause; what suffers it, before it."""
    chunks = sentence.chunks
    stops = (i for i in range(hit.at, len(chunks)) if chunks[i].kind is ChunkKind.STOP)
    stretch = chunks[hit.at : next(stops, len(chunks))]
    found = {chunk.lemma for chunk in stretch}
    if hit.form is not Form.NOUN and is_done_by(chunks, hit.at):
        stretch = [*subject_of(chunks, hit.at), *chunks[: hit.at][-_NEAR:], *stretch]
    return found | {word.lower for chunk in stretch for word in chunk.words}
