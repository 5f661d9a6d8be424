"""Notes who stands in a sentence together, before anything is told of them."""

from __future__ import annotations

from habeas.model.mention import MentionKind
from habeas.reading.frames.chunks import Chunk
from habeas.reading.frames.lists import list_ending
from habeas.reading.frames.sentence import Context, Sentence


def note_people(sentence: Sentence, context: Context) -> None:
    """Keeps the lists of persons in a sentence, and where groups of people stand in it."""
    referents = context.mentions.referents
    chunks = sentence.chunks
    longest: dict[int, tuple[int, tuple[str, ...]]] = {}
    for at, chunk in enumerate(chunks):
        if chunk.is_person_name:
            listed = list_ending(chunks, at)
            names = tuple(one.label for one in context.all(listed))
            longest[listed[0].start] = (listed[0].start, names)
        elif _is_group(chunk, context):
            referents.groups.append(chunk.start)
    referents.lists += [pair for pair in longest.values() if len(pair[1]) > 1]


def _is_group(chunk: Chunk, context: Context) -> bool:
    is_many = chunk.is_noun and chunk.ends_in("plural_endings")
    return is_many and context.kind(chunk) is MentionKind.GROUP
