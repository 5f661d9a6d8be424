"""English sentences taken apart as the reader takes them, for tests that look inside."""

from __future__ import annotations

from functools import cache

from habeas.model.partial_date import PartialDate
from habeas.reading.frames.chunks import Chunk
from habeas.reading.frames.document import paragraphs_of
from habeas.reading.frames.knowledge import Knowledge
from habeas.reading.frames.names import People
from habeas.reading.frames.subjects import subject_of
from habeas.reading.frames.words import Pos
from habeas.reference.lexicon import lexicon
from habeas.text.segments import paragraphs
from tests.reports import PUBLISHED


@cache
def knowledge() -> Knowledge:
    return Knowledge(lexicon("en"))


def phrases(text: str) -> list[Chunk]:
    """The phrases of all sentences, in order."""
    people = People(tuple(sorted(lexicon("en").constructions["state_adjective_endings"])))
    parts = paragraphs_of(
        text,
        paragraphs(text),
        knowledge=knowledge(),
        people=people,
        anchor=PartialDate(PUBLISHED),
    )
    return [chunk for part in parts for sentence in part.sentences for chunk in sentence.chunks]


def cut(text: str) -> str:
    """The phrases in small letters, bars between them."""
    return " | ".join(chunk.lower for chunk in phrases(text))


def part_of_speech(text: str, word: str) -> Pos:
    """What the word is in the text, where it stands first."""
    words = (found for chunk in phrases(text) for found in chunk.words)
    return next(found.pos for found in words if found.lower == word)


def subject(text: str, verb: str) -> list[str]:
    """The subject of the verb group that ends in a word."""
    chunks = phrases(text)
    at = next(i for i, one in enumerate(chunks) if one.is_verb and one.head == verb)
    return [chunk.lower for chunk in subject_of(chunks, at)]


def names(text: str) -> dict[str, str]:
    """The names in the text with their kinds; a fuller form behind an equals sign."""
    found = {}
    for chunk in phrases(text):
        name = chunk.name
        if name is not None:
            full = f"={name.full}" if name.full and name.full != name.text else ""
            found[name.text] = f"{name.kind.value}{full}"
    return found
