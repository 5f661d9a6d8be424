"""Stretches of text that somebody says, and who is heard at a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.model.mention import Mention
from habeas.model.quote import Span


@dataclass(frozen=True, slots=True)
class Speech:
    """Text from `span` is said by `speaker`; `verb` is the chunk that reports it, else -1."""

    span: Span
    speaker: Mention
    verb: int = -1


def chain(found: Sequence[Speech], at: int) -> tuple[Mention | None, tuple[Mention, ...]]:
    """The speaker of the character at `at`, and through whom it came, nearest first."""
    around = [one for one in found if one.span.start <= at < one.span.end]
    if not around:
        return None, ()
    around.sort(key=lambda one: len(one.span))
    speaker = around[0].speaker
    via = [one.speaker for one in around[1:] if one.speaker.label != speaker.label]
    return speaker, tuple(dict.fromkeys(via))
