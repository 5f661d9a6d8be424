"""The words that call an act so: adjectives, adverbs, and verbs that say it of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from habeas.model.mention import MentionKind
from habeas.reading.frames.arguments import arguments
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.event_frame import directly_of
from habeas.reference.lexicon import Label

# What a declaration or a committee is named is nobody's verdict on a case.
TITLES = (MentionKind.INSTRUMENT, MentionKind.BODY, MentionKind.FORUM)
_TO_CALLING = 5  # phrases from "called" to what it calls so


def act_of(chunk: Chunk, label: Label) -> str:
    """The act that is so called, empty where the phrase says nothing of the kind."""
    if chunk.name is not None and chunk.name.kind in TITLES:
        return ""
    words = chunk.lower
    if any(f" {words}".endswith(f" {noun}") for noun in label.nouns):
        return chunk.head
    before = words.removesuffix(chunk.head)
    is_called = any(f" {adjective} " in f" {before}" for adjective in label.adjectives)
    return chunk.head if is_called and chunk.head in label.acts else ""


def joined_act(chunks: Sequence[Chunk], at: int, label: Label) -> str:
    """The act of an adjective joined to another: "the arbitrary and unlawful detention"."""
    joints = (ChunkKind.CONJUNCTION, ChunkKind.COMMA)
    if at < 2 or chunks[at - 1].kind not in joints or not chunks[at - 2].is_noun:  # noqa: PLR2004
        return ""
    words = [word.lower for word in chunks[at - 2].words if not word.serves("left_out")]
    return (
        chunks[at].head
        if " ".join(words) in label.adjectives and _has_act(chunks[at], label)
        else ""
    )


def _has_act(chunk: Chunk, label: Label) -> bool:
    return chunk.head in label.acts and chunk.name is None


def is_so_done(chunks: Sequence[Chunk], at: int, label: Label) -> bool:
    """Whether a verb tells of a deed done so, or says it by itself: "tortured"."""
    chunk = chunks[at]
    is_so = chunk.does("deed_verbs") and _has_adverb(chunks, at, label)
    return is_so or (chunk.lemma in label.verbs and not chunk.is_negated)


def _has_adverb(chunks: Sequence[Chunk], at: int, label: Label) -> bool:
    """Whether the verb is said to be done so, alone or with another: "illegally and cruelly"."""
    words = [word.lower for word in chunks[at].words]
    if at and chunks[at - 1].kind is ChunkKind.ADVERB:
        words.append(chunks[at - 1].lower)
    if at > 1 and chunks[at - 1].kind is ChunkKind.CONJUNCTION:
        words.append(chunks[at - 2].lower)
    behind = chunks[at + 1].lower if at + 1 < len(chunks) else ""
    return any(word in label.adverbs for word in [*words, behind])


def inner_act(chunk: Chunk, label: Label) -> str:
    """The participle inside a phrase for people: "the arbitrarily detained journalists"."""
    for before, word in pairwise(chunk.words):
        if before.lower in label.adverbs and word.serves("deed_verbs"):
            return word.lower
    return ""


def said_to_be(chunks: Sequence[Chunk], at: int, label: Label) -> str:
    """The act that a verb says to be so: "the trial was unfair", "considers the arrests arbitrary".

    Empty where none does.
    """
    words = [word.lower for word in chunks[at].words]
    verb = chunks[at - 1] if at else None
    for number, word in enumerate(words[:-1]):
        is_so = word in label.acts and " ".join(words[number + 1 :]) in label.adjectives
        if is_so and verb is not None and verb.does("calling_verbs") and not verb.is_negated:
            return word
    if words[-1] not in label.acts:
        return ""
    if verb is not None and (_is_dismissed(chunks, at, label) or _is_called(chunks, at, label)):
        return words[-1]
    behind = chunks[arguments(chunks, at).end :]
    if not behind or not behind[0].is_verb or behind[0].is_negated or behind[0].modal:
        return ""
    verb = behind[0]
    if verb.is_copula or verb.does("linking_verbs"):
        is_so = len(behind) > 1 and behind[1].is_noun and behind[1].lower in label.adjectives
    else:  # "are fabricated": an adjective that is a participle
        is_so = verb.is_passive and verb.words[-1].lower in label.adjectives
    return words[-1] if is_so else ""


def _is_called(chunks: Sequence[Chunk], at: int, label: Label) -> bool:
    """Whether a verb calls it so behind it: "called the trial unfair and the verdict political"."""
    verb = next((c for c in reversed(chunks[max(at - _TO_CALLING, 0) : at]) if c.is_verb), None)
    if verb is None or not verb.does("calling_verbs") or verb.is_negated:
        return False
    behind = " ".join(chunk.lower for chunk in chunks[at + 1 : at + 3])
    return any(f"{behind} ".startswith(f"{adjective} ") for adjective in label.adjectives)


def _is_dismissed(chunks: Sequence[Chunk], at: int, label: Label) -> bool:
    """Whether a verb before and "as" behind call it so: "condemned the sentence as unjust"."""
    verb = chunks[at - 1]
    if verb.does("denying_verbs") and chunks[at].head.startswith(("accusation", "allegation")):
        return False  # what a state is accused of, no charge
    role = at + 3 if directly_of(chunks, at) else at + 1
    is_open = verb.does("dismissing_verbs") and not verb.is_negated and role + 1 < len(chunks)
    return is_open and chunks[role].is_word("role") and chunks[role + 1].lower in label.adjectives


def is_predicate(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a verb calls something so: "amounted to torture", "was called a hostage"."""
    verb = next((chunk for chunk in reversed(chunks[max(at - 2, 0) : at]) if chunk.is_verb), None)
    if verb is None or verb.is_negated:
        return False
    return verb.does("naming_verbs") or (verb.is_passive and verb.does("calling_verbs"))
