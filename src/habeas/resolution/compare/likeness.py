"""How alike two words of names are, in few ordered steps rather than one number."""

from __future__ import annotations

from enum import IntEnum

from rapidfuzz.distance import JaroWinkler

from habeas.resolution.names.words import Word

_NEAR, _SIMILAR, _SOMEWHAT = 0.93, 0.88, 0.80
_similarity = JaroWinkler.similarity
_KIN_LEAST = 0.75  # likeness of sounds below which equal consonants are chance


class Likeness(IntEnum):
    """From nothing in common to the same sounds; a higher step is always better evidence."""

    UNLIKE = 0
    SOMEWHAT = 1  # a few letters apart at best
    SIMILAR = 2
    NEAR = 3  # one slip of the pen
    SAME_CONSONANTS = 4  # vowels differ, as between sister languages
    SAME_BUT_SEX = 5  # the woman's and the man's form of one surname
    SAME = 6  # a way of reading them sounds the same


def likeness(one: Word, other: Word) -> Likeness:
    """The best step over all ways of reading both words; UNLIKE where one cannot be read."""
    if sounds_same(one, other):
        return Likeness.SAME
    if not one.folded.isdisjoint(other.folded):
        return Likeness.SAME_BUT_SEX
    best = _nearest(one, other)
    if best > _KIN_LEAST and not one.bones.isdisjoint(other.bones):
        return Likeness.SAME_CONSONANTS
    if best >= _NEAR:
        return Likeness.NEAR
    if best >= _SIMILAR:
        return Likeness.SIMILAR
    return Likeness.SOMEWHAT if best >= _SOMEWHAT else Likeness.UNLIKE


def sounds_as_borne(one: Word, other: Word) -> bool:
    """Whether they sound the same but for the sex of whoever bears them."""
    return sounds_same(one, other) or not one.folded.isdisjoint(other.folded)


def sounds_same(one: Word, other: Word) -> bool:
    """Whether a way of reading them sounds the same, or they are written alike."""
    return not one.sounds.isdisjoint(other.sounds) or (one.plain == other.plain and one.plain != "")


def _nearest(one: Word, other: Word) -> float:
    """The likeness of the two sounds that are most alike; 0 below what says anything."""
    best = 0.0
    for ours in one.folded:
        for theirs in other.folded:
            found = _similarity(ours, theirs, score_cutoff=_KIN_LEAST)
            if found > best:  # noqa: PLR1730  # max() takes as long as the likeness itself
                best = found
    return best
