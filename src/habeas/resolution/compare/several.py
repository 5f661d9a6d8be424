"""Parts of names with several words: all of them are matched, each with at most one of the other.

"Abdul Rahman" is not "Abdul Hadi" for the word they share, "Moon Chi" is "Moonchi", and "al-Shami"
is "Shami": articles decide nothing while another word is there.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from habeas.reference.name_parts import is_particle
from habeas.resolution.names.words import Word, word

_CACHE = 1 << 16
_ARABIC_ARTICLE, _WITH_ARTICLE = "ال", 4  # letters beyond which a word can have it
_MOST = 12  # words of one part of a name
Level = TypeVar("Level")


@lru_cache(_CACHE)
def core(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words without articles and particles; all of them, where there is nothing else."""
    bare = tuple(_without_article(one) for one in words if not is_particle(one.plain))
    return bare or words


@lru_cache(_CACHE)
def joined(words: tuple[Word, ...]) -> Word:
    """All words written as one."""
    return words[0] if len(words) == 1 else word("".join(one.text for one in words))


@lru_cache(_CACHE)
def unjoined(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Surnames joined by hyphens as several: Melnyk-Koval is Melnyk and Koval."""
    return tuple(word(part) for one in words for part in one.text.split("-") if part)


def matched(
    ones: tuple[Word, ...], others: tuple[Word, ...], level: Callable[[Word, Word], Level]
) -> list[tuple[Level, int, int]]:
    """Words of both sides two by two, the best first: how alike they are, and their places.

    The same both ways but for the order of places. Of more words than any name has the first count.
    """
    ones, others = ones[:_MOST], others[:_MOST]
    if len(ones) == len(others) == 1:
        return [(level(ones[0], others[0]), 0, 0)]
    every = [
        (level(a, b), -at - to, -abs(at - to), -at, to)
        for at, a in enumerate(ones)
        for to, b in enumerate(others)
    ]
    every.sort(reverse=True)
    taken: list[tuple[Level, int, int]] = []
    ours, theirs = set(range(len(ones))), set(range(len(others)))
    for found, _, _, behind, to in every:
        if -behind in ours and to in theirs:
            taken.append((found, -behind, to))
            ours.discard(-behind)
            theirs.discard(to)
            if not (ours and theirs):
                break
    return taken


def _without_article(one: Word) -> Word:
    """The word "al-Shami" as "Shami": the first of words joined by hyphens is an article."""
    if one.text.startswith(_ARABIC_ARTICLE) and len(one.text) > _WITH_ARTICLE:
        return word(one.text.removeprefix(_ARABIC_ARTICLE))
    first, hyphen, rest = one.text.partition("-")
    if hyphen and len(rest) > 1 and is_particle(first.casefold().strip("'")):
        return word(rest)
    return one
