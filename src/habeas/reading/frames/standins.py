"""Phrases without a name that stand for persons named before: "the clockmaker", "all three"."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from habeas.reading.frames.chunks import Chunk
from habeas.reading.frames.referents import Referents

_LISTS = ("person_nouns", "occupations", "nationality_heads", "ethnicities")


def one_meant(chunk: Chunk, referents: Referents, people: Mapping[str, AbstractSet[str]]) -> str:
    """The person whom "the clockmaker" or "this 61-year-old" stands for; empty where unclear."""
    if chunk.name is not None or chunk.quantity is not None or chunk.is_pronoun:
        return ""
    if not chunk.opens_with("definite") or chunk.ends_in("never_stand_in"):
        return ""
    is_aged = any(word.serves("year_old_words") or _is_age(word.lower) for word in chunk.words)
    if chunk.tail is not None and chunk.tail.name is None and not is_aged:
        return ""
    head = chunk.head
    if (known := referents.described.get(head)) is not None:
        return known[0] if len(known) == 1 else ""
    if is_aged:
        return referents.topic_before(chunk.start)
    is_one = any(head in people[name] for name in _LISTS) and not chunk.ends_in("plural_endings")
    return referents.only_patient() or referents.alone_before(chunk.start) if is_one else ""


def _is_age(word: str) -> bool:
    return word.endswith("-year-old")


def several_meant(chunk: Chunk, referents: Referents) -> tuple[str, ...]:
    """The persons whom "all three", "both" or "the men" stand for; nobody where unclear."""
    if chunk.name is not None or (chunk.owner is not None and not chunk.is_pronoun):
        return ()
    if chunk.opens_with("both_words") and not (len(chunk.words) > 1 and chunk.is_pronoun):
        return referents.last_of(chunk.start, 2) if _is_bare(chunk) else ()
    if not chunk.opens_with("all_words"):
        return ()
    count = chunk.quantity.quantity.low if chunk.quantity is not None else None
    if count is not None and count > 1:
        return referents.last_of(chunk.start, count) if _is_bare(chunk) else ()
    return referents.last_of(chunk.start, 0) if chunk.ends_in("stand_in_plurals") else ()


def _is_bare(chunk: Chunk) -> bool:
    """Whether nothing but "men" and the like is said of those counted."""
    words = [w for w in chunk.words if not (w.serves("all_words") or w.serves("both_words"))]
    start, end = (chunk.quantity.span.start, chunk.quantity.span.end) if chunk.quantity else (0, 0)
    left = [word for word in words if not start <= word.start < end]
    return all(word.serves("stand_in_plurals") or word.serves("of") for word in left)
