"""Notes who stands in a sentence together, before anything is told of them."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.model.mention import MentionKind
from habeas.reading.frames.chunks import Chunk, ChunkKind
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
        elif _is_group(chunk, context) and not _is_named_behind(chunks, at):
            referents.groups.append(chunk.start)
    crowd = [one.label for c in chunks if c.is_person_name and (one := context.mention(c))]
    if len(all_named := tuple(dict.fromkeys(crowd))) > 1:
        referents.crowds.append((sentence.span.start, all_named))
    for at, chunk in enumerate(chunks):
        if chunk.is_person_name:
            _note_words(chunks, at, context)
    in_lists = {name for _, names in longest.values() if len(names) > 1 for name in names}
    topic = _topic(sentence, context, in_lists) or (all_named[0] if len(all_named) == 1 else "")
    if topic:
        referents.topics.append((sentence.span.start, topic))
    referents.lists += [pair for pair in longest.values() if len(pair[1]) > 1]


def _is_group(chunk: Chunk, context: Context) -> bool:
    is_many = chunk.is_noun and chunk.ends_in("plural_endings")
    return is_many and context.kind(chunk) is MentionKind.GROUP


def _is_named_behind(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether those in the group are named right behind: "three activists, X, Y and Z"."""
    marks = (ChunkKind.COMMA, ChunkKind.COLON, ChunkKind.DASH)
    behind = chunks[at + 1 : at + 3]
    return len(behind) > 1 and behind[0].kind in marks and behind[1].is_person_name


def _topic(sentence: Sentence, context: Context, listed: set[str]) -> str:
    """Whom a sentence names first, not behind a preposition and not as an owner."""
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks):
        if not chunk.is_person_name:
            continue
        if at and chunks[at - 1].kind is ChunkKind.PREPOSITION:
            continue
        if any(other.owner is chunk for other in chunks[at + 1 : at + 2]):
            continue
        one = context.mention(chunk)
        label = one.label if one is not None else ""
        return "" if label in listed else label
    return ""


def _note_words(chunks: Sequence[Chunk], at: int, context: Context) -> None:
    """Keeps by what word somebody is called: "the painter X", "X, a painter"."""
    own = [word for word in chunks[at].words if word.name != chunks[at].words[-1].name]
    heads = [own[-1]] if own else []
    behind = chunks[at + 1 : at + 3]
    if len(behind) > 1 and behind[0].kind is ChunkKind.COMMA and behind[1].is_noun:
        heads += [behind[1].words[-1]] if behind[1].opens_with("indefinite") else []
    for head in heads:
        if head.describes and not head.serves("plural_endings") and head.name < 0:
            one = context.mention(chunks[at])
            if one is not None:
                context.mentions.referents.describe(head.lower, one.label)
