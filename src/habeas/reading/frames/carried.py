"""Whom a sentence is about that names nobody: those to whom something happened just before it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from habeas.model.mention import Mention, MentionKind
from habeas.model.vocabulary import EventKind
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.event_frame import Frame
from habeas.reading.frames.found import Found
from habeas.reading.frames.lists import behind_aside
from habeas.reading.frames.sentence import Context, Sentence
from habeas.reading.frames.triggers import Hit

_REACH = 600  # characters: the paragraph before
_OPENERS = (ChunkKind.PREPOSITION, ChunkKind.SUBORDINATOR)
_TO_OPENER = 2  # phrases: "Three years after she was led away, X ..."


def note_told(found: Sequence[Found], at: int, context: Context) -> None:
    """Keeps to whom something happened in the sentence at `at`, known or only counted."""
    for one in found:
        group = one.slots.get("population")
        persons = one.slots["persons"] if not one.is_figure else (group,) if group else ()
        if persons:
            context.befell.append((at, persons))


def carried(sentence: Sentence, hit: Hit, frame: Frame, context: Context) -> tuple[Mention, ...]:
    """Those meant by "they" behind an event, or whose appeal, term or visit it must be."""
    start = sentence.span.start
    near = [persons for at, persons in context.befell if start - _REACH <= at < start]
    if not near:
        return ()
    plural = [one for one in frame.patients if one.is_pronoun and one.ends_in("plural_pronouns")]
    if plural and len(frame.patients) == 1:
        before = context.mentions.referents.previous
        last = [persons for at, persons in context.befell if before <= at < start]
        return _them(plural[0], last or _told_last(start, context))
    if len(frame.patients) == 1 and (one := _nobody_named(frame.patients[0], near, context)):
        return one
    is_told = hit.is_turned and hit.trigger.kind == EventKind.DENIED_ACCESS.value
    is_thing = hit.trigger.object == "of_persons" or is_told
    if frame.patients or not is_thing or _is_of_others(sentence.chunks, hit):
        return ()
    names = {person.label for persons in near[-2:] for person in persons}
    last_one = near[-1][0]
    is_one = len(names) == 1 and last_one.kind is MentionKind.PERSON
    return (Mention(last_one.label, MentionKind.PERSON),) if is_one else ()


def _told_last(start: int, context: Context) -> list[tuple[Mention, ...]]:
    """To whom something happened last, where no other group was spoken of since."""
    places = [at for at, _ in context.befell if start - _REACH <= at < start]
    if not places:
        return []
    last = max(places)
    starts = context.mentions.referents.starts
    behind = bisect_right(starts, last)
    end = starts[behind] if behind < len(starts) else start
    if any(end <= at < start for at in context.mentions.referents.groups):
        return []
    return [persons for at, persons in context.befell if at == last]


def _them(pronoun: Chunk, told: Sequence[tuple[Mention, ...]]) -> tuple[Mention, ...]:
    """The several persons, or the one group, of the sentence before."""
    sets = {tuple(person.label for person in persons) for persons in told}
    kinds = {person.kind for persons in told for person in persons}
    if len(sets) == len(kinds) == 2:  # noqa: PLR2004  # "X and five men were held. They"
        both = {one.label: one for persons in told for one in persons}
        return tuple(
            Mention(pronoun.text, one.kind, pronoun.span, one.label) for one in both.values()
        )
    lists = {tuple(person.label for person in persons) for persons in told if len(persons) > 1}
    if len(lists) == 1:  # one list, and what is said aside of one of them
        told = [persons for persons in told if len(persons) > 1]
        sets = lists
    if not told:
        return ()
    persons = told[-1]
    kind = persons[0].kind
    is_several = len(persons) > 1 or kind is MentionKind.GROUP
    if len(sets) != 1 or not is_several:
        return ()
    return tuple(Mention(pronoun.text, kind, pronoun.span, one.label) for one in persons)


def _nobody_named(
    pronoun: Chunk, near: Sequence[tuple[Mention, ...]], context: Context
) -> tuple[Mention, ...]:
    """Who "he" is where nobody told of near has a name: "a young man was held. He was beaten"."""
    uses = ("male_pronouns", "female_pronouns", "speaker_pronouns")
    is_one = any(pronoun.ends_in(use) for use in uses)
    if not pronoun.is_pronoun or not is_one or context.mention(pronoun) is not None:
        return ()
    last = near[-1]
    is_one = len(last) == 1 and last[0].kind is MentionKind.GROUP
    if not is_one or last[0].label[:1].isupper() or _is_many(last[0], context):
        return ()
    return (Mention(pronoun.text, last[0].kind, pronoun.span, last[0].label),)


def _is_many(one: Mention, context: Context) -> bool:
    plural = tuple(context.knowledge.lexicon.constructions["plural_endings"])
    return one.label.lower().endswith(plural)


def _is_of_others(chunks: Sequence[Chunk], hit: Hit) -> bool:
    """Whether the clause says whose thing it is, or names persons of its own."""
    near = chunks[max(hit.at - 6, 0) : hit.at + 6]
    return any(one.is_person_name or one.possessor is not None for one in near)


def ahead(chunks: Sequence[Chunk], at: int, patient: Chunk, context: Context) -> Chunk:
    """The bare name a pronoun of an opening phrase stands for: "After his arrest, X said"."""
    is_third = patient.ends_in("male_pronouns") or patient.ends_in("female_pronouns")
    if not patient.is_pronoun or not is_third:
        return patient
    if not any(chunk.kind in _OPENERS for chunk in chunks[:_TO_OPENER]):
        return patient
    if any(chunk.kind is ChunkKind.COMMA for chunk in chunks[: at + 1]):
        return patient
    commas = [i for i in range(at + 1, len(chunks) - 1) if chunks[i].kind is ChunkKind.COMMA]
    named = chunks[commas[0] + 1] if commas else patient
    if not named.is_person_name or not _is_bare(named) or not _tells(chunks, commas[0] + 2):
        return patient
    sexes = context.mentions.sexes(named.name.full or named.name.text) if named.name else set()
    wrong = {"female"} if patient.ends_in("male_pronouns") else {"male"}
    return patient if sexes == wrong else named


def _is_bare(chunk: Chunk) -> bool:
    first = chunk.words[0]
    return first.name >= 0 or first.serves("dotted_titles")


def _tells(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a finite verb stands at `at`, or behind what is said aside there."""
    if at >= len(chunks):
        return False
    if chunks[at].kind is ChunkKind.COMMA:
        at = behind_aside(chunks, at)
        at += at < len(chunks) and chunks[at].kind is ChunkKind.COMMA
    while at < len(chunks) and chunks[at].kind is ChunkKind.ADVERB:
        at += 1
    return at < len(chunks) and chunks[at].is_verb and chunks[at].is_finite
