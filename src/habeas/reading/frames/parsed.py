"""Whom a verb happens to by a parser, where our own frames find nobody, or not all in the row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from habeas.reading.frames.chunks import Chunk
from habeas.reading.frames.sentence import Context


def with_parsed(
    chunks: Sequence[Chunk], at: int, patients: list[Chunk], context: Context
) -> list[Chunk]:
    """The sufferers of the verb at `at`, with what the parser adds to our own.

    It may name somebody where we have nobody, and more persons where it agrees on one of ours;
    where it names somebody else, our own reading holds (docs/explanation/taggers.md).
    """
    named = list(dict.fromkeys(_named(chunks, at, context)))
    if not patients:
        return named
    if not any(one in patients for one in named):
        return patients
    return [*patients, *(one for one in named if one.is_person_name and one not in patients)]


def _named(chunks: Sequence[Chunk], at: int, context: Context) -> Iterator[Chunk]:
    """The noun phrases in which the words stand that the parser gives for the verb."""
    for verb in reversed(chunks[at].words):
        if verb.start in context.sufferers:
            for start in context.sufferers[verb.start]:
                yield from (c for c in chunks if c.is_noun and c.start <= start < c.end)
            return
