"""Who holds which office, and for which state: "the Minister" in later sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.reading.frames.chunks import Chunk
from habeas.reading.frames.descriptions import Description
from habeas.reading.frames.sentence import Context, Sentence

_CAPITALS = re.compile(r"[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*")


def note_office(
    parts: Sequence[str],
    described: Description,
    sentence: Sentence,
    subject: Mention,
    context: Context,
) -> None:
    """Keeps who holds the offices among the words `parts`, and for which state."""
    for part in parts:
        if part in context.knowledge.lexicon.people["offices"]:
            context.mentions.referents.offices[part] = subject.label
    context.mentions.referents.offices[" ".join(parts)] = subject.label
    state = _state(described.owner, described.span, sentence, context)
    if state is not None:
        context.represents[subject.label] = state


def _state(owner: Chunk | None, span: Span, sentence: Sentence, context: Context) -> Mention | None:
    if owner is not None and context.kind(owner) is MentionKind.STATE:
        return context.mention(owner)
    for found in _CAPITALS.finditer(sentence.text, span.start, span.end):
        if (state := _named(found.group(), found.start(), context)) is not None:
            return state
    return None


def _named(words: str, at: int, context: Context) -> Mention | None:
    """The state that these words, or one of them, name or belong to."""
    for candidate in (words, *words.split()):
        start = at + words.find(candidate)
        span = Span(start, start + len(candidate))
        if candidate in context.people.lands:
            return Mention(candidate, MentionKind.STATE, span)
        known = context.knowledge.named(candidate)
        if known is not None and known[0] is MentionKind.STATE:
            name = known[1] if known[1] != candidate else ""
            return Mention(candidate, MentionKind.STATE, span, name)
        if state := context.state_of(candidate):
            return Mention(candidate, MentionKind.STATE, span, state)
    return None
