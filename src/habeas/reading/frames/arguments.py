"""What follows a verb or a noun in its clause: objects, prepositional phrases, dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.lists import begins_clause, behind_aside, list_beginning

_LONGEST_BRACKET = 8  # phrases
# What stands between a preposition and its noun without changing what it governs.
_INSIDE_PHRASE = {ChunkKind.PREPOSITION, ChunkKind.ADVERB, ChunkKind.QUOTE}


@dataclass(frozen=True, slots=True)
class Governed:
    """A preposition, what the language uses it for, and the noun phrases behind it."""

    preposition: str
    uses: frozenset[str]
    nouns: list[Chunk]


@dataclass(slots=True)
class Arguments:
    """What follows a verb or a noun in its clause.

    `objects` stand without preposition, `phrases` with one; `end` is the index behind the last.
    """

    objects: list[Chunk] = field(default_factory=list)
    phrases: list[Governed] = field(default_factory=list)
    dates: list[Chunk] = field(default_factory=list)
    end: int = 0

    def used(self, *uses: str) -> list[Chunk]:
        """Noun phrases behind prepositions that serve one of the uses, in order."""
        wanted = set(uses)
        return [noun for one in self.phrases if one.uses & wanted for noun in one.nouns]

    def with_word(self, preposition: str) -> list[Chunk]:
        """Noun phrases behind one preposition, in order."""
        return [n for one in self.phrases if one.preposition == preposition for n in one.nouns]


def arguments(chunks: Sequence[Chunk], at: int) -> Arguments:
    """What belongs to the verb group or noun phrase at `at`, to its right, within its clause."""
    found = Arguments(end=at + 1)
    index = at + 1
    while index < len(chunks):
        step = _argument(chunks, index, found, is_verb=chunks[at].is_verb)
        if step == index:
            break
        index = step
        found.end = index
    return found


def _argument(chunks: Sequence[Chunk], at: int, found: Arguments, *, is_verb: bool) -> int:
    """Takes one step into `found`; returns the next index, or `at` where the clause ends."""
    chunk = chunks[at]
    following = chunks[at + 1].kind if at + 1 < len(chunks) else None
    step = at
    match chunk.kind:
        case ChunkKind.NOUN:
            step = _noun(chunks, at, found, is_verb=is_verb)
        case ChunkKind.DATE:
            found.dates.append(chunk)
            step = at + 1
        case ChunkKind.ADVERB:
            step = at + 1
        case ChunkKind.PREPOSITION:
            step = _prepositional(chunks, at, found)
        case ChunkKind.QUOTE if following in (ChunkKind.NOUN, ChunkKind.PREPOSITION):
            step = at + 1
        case ChunkKind.COMMA | ChunkKind.CONJUNCTION if following is not None:
            step = _through(chunks, at, found)
        case ChunkKind.OPEN:
            step = _past_bracket(chunks, at)
    return step


def _noun(chunks: Sequence[Chunk], at: int, found: Arguments, *, is_verb: bool) -> int:
    behind = chunks[at + 1].kind if at + 1 < len(chunks) else None
    if behind is ChunkKind.QUOTE and all(word.serves("articles") for word in chunks[at].words):
        return at + 1  # the "arbitrary detention"
    if chunks[at - 1].kind is ChunkKind.CLOSE:  # "a fine (about 50 crowns) to X"
        return at + 1
    # "released on bail two activists": an object may come late where it is plain.
    is_late = chunks[at].quantity is not None or chunks[at].is_person_name
    if is_verb and not found.objects and (is_late or not found.phrases):
        found.objects, end = list_beginning(chunks, at)
        while end < len(chunks) and chunks[end].owner is found.objects[-1]:
            found.objects, end = [*found.objects[:-1], chunks[end]], end + 1
        return end
    return at + 1 if chunks[at].opens_with("possessive_marks") else at


def _past_bracket(chunks: Sequence[Chunk], at: int) -> int:
    for index in range(at, min(at + _LONGEST_BRACKET, len(chunks))):
        if chunks[index].kind is ChunkKind.CLOSE:
            return index + 1
    return at


def _prepositional(chunks: Sequence[Chunk], at: int, found: Arguments) -> int:
    words, uses = [chunks[at].lower], chunks[at].words[0].uses
    index = at + 1
    while index < len(chunks) and chunks[index].kind in _INSIDE_PHRASE:
        if chunks[index].kind is ChunkKind.PREPOSITION:
            words.append(chunks[index].lower)
            uses &= chunks[index].words[0].uses
        index += 1
    if index >= len(chunks):
        return at
    chunk = chunks[index]
    if chunk.kind is ChunkKind.DATE:
        found.dates.append(chunk)
        return index + 1
    if chunk.is_verb and chunk.shape == "ing":
        found.phrases.append(Governed(" ".join(words), frozenset(), []))  # no object comes now
        return index + 2 if index + 1 < len(chunks) and chunks[index + 1].is_noun else index + 1
    if not chunk.is_noun:
        return at
    nouns, end = list_beginning(chunks, index)
    while end < len(chunks) and chunks[end].is_noun and chunks[end].opens_with("possessive_marks"):
        nouns, end = [*nouns[:-1], chunks[end]], end + 1
    found.phrases.append(Governed(" ".join(words), uses, nouns))
    return end


def _through(chunks: Sequence[Chunk], at: int, found: Arguments) -> int:
    """Past a comma or conjunction, where a further phrase of the same clause follows."""
    following = chunks[at + 1]
    if opens_dated(chunks, at) or opens_dated(chunks, at + 1):
        return at
    if following.kind in (ChunkKind.DATE, ChunkKind.PREPOSITION):
        return at + 1
    if following.kind is ChunkKind.CONJUNCTION:
        is_phrase = at + 2 < len(chunks) and chunks[at + 2].kind is ChunkKind.PREPOSITION
        return at + 2 if is_phrase else at
    if chunks[at - 1].is_person_name and (end := _past_aside(chunks, at)):
        return end
    if _is_larger_place(chunks, at, found):
        found.phrases.append(Governed("", frozenset({"where"}), [following]))
        return at + 2
    return at


def opens_dated(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether "and" opens a clause with a date of its own: "..., and on 8 May, X was jailed"."""
    if chunks[at].kind is not ChunkKind.CONJUNCTION:
        return False
    kinds = [chunk.kind for chunk in chunks[at + 1 : at + 3]]
    if kinds != [ChunkKind.PREPOSITION, ChunkKind.DATE]:
        return False
    end = at + 2
    while end < len(chunks) and chunks[end].kind is ChunkKind.DATE:
        end += 1
    behind = [chunk.kind for chunk in chunks[end : end + 2]]
    return behind == [ChunkKind.COMMA, ChunkKind.NOUN] or behind[:1] == [ChunkKind.NOUN]


def _past_aside(chunks: Sequence[Chunk], comma: int) -> int:
    """Past what is said of a person, where the clause goes on: "abducted X, a student, from Y"."""
    end = behind_aside(chunks, comma)
    if end == comma or end + 1 >= len(chunks) or chunks[end].kind is not ChunkKind.COMMA:
        return 0
    goes_on = (ChunkKind.PREPOSITION, ChunkKind.DATE, ChunkKind.ADVERB)
    return end + 1 if chunks[end + 1].kind in goes_on else 0


def _is_larger_place(chunks: Sequence[Chunk], comma: int, found: Arguments) -> bool:
    """Whether a name behind a comma is where the place before it lies: "in Melnyk, Ostravia"."""
    following = chunks[comma + 1]
    if chunks[comma].kind is not ChunkKind.COMMA or following.name is None:
        return False
    if not found.phrases or "in" not in found.phrases[-1].uses:
        return False
    return not begins_clause(chunks, comma + 1)
