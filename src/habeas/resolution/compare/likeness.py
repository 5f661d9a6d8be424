"""How alike two words of names are, in few ordered steps rather than one number."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from habeas.resolution.names.skeleton import consonants, masculine
from habeas.resolution.names.words import Word

_CACHE = 1 << 17
_NEAR, _SIMILAR, _SOMEWHAT = 0.93, 0.88, 0.80
_KIN_LEAST = 0.75  # likeness of sounds below which equal consonants are chance
_TWO = 2


class Likeness(IntEnum):
    """From nothing in common to the same sounds; a higher step is always better evidence."""

    UNLIKE = 0
    SOMEWHAT = 1  # a few letters apart at best
    SIMILAR = 2
    NEAR = 3  # one slip of the pen
    SAME_CONSONANTS = 4  # vowels differ, as between sister languages
    SAME_BUT_SEX = 5  # the woman's and the man's form of one surname
    SAME = 6  # a way of reading them sounds the same


@lru_cache(_CACHE)
def likeness(one: Word, other: Word) -> Likeness:
    """The best step over all ways of reading both words; UNLIKE where one cannot be read."""
    if one.sounds & other.sounds or (one.plain == other.plain and one.plain):
        return Likeness.SAME
    if not one.sounds or not other.sounds:
        return Likeness.UNLIKE
    ones = frozenset(map(masculine, one.sounds))
    others = frozenset(map(masculine, other.sounds))
    if ones & others:
        return Likeness.SAME_BUT_SEX
    best = max(JaroWinkler.similarity(a, b) for a in ones for b in others)
    shared = {consonants(a) for a in ones} & {consonants(b) for b in others}
    if best > _KIN_LEAST and any(len(rest) >= _TWO for rest in shared):
        return Likeness.SAME_CONSONANTS
    for step, least in (
        (Likeness.NEAR, _NEAR),
        (Likeness.SIMILAR, _SIMILAR),
        (Likeness.SOMEWHAT, _SOMEWHAT),
    ):
        if best >= least:
            return step
    return Likeness.UNLIKE
