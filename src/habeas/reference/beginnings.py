"""Which words of a text may begin an entry of which lexicon: all lexicons asked in one go.

Most words begin nothing in most lexicons. Told once by its first letters, such a word is passed
over by every lexicon after that, and a pattern whose head may stand nowhere is not tried at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from habeas.reference.stems import LONGEST, StemIndex, closing, first_letters
from habeas.text.tokens import Token

_INNER = re.compile(r"(?<=\W)\w")
_MOST_KNOWN = 100_000  # words
_HEAD = r"\b(?P<head>"


class Beginnings:
    """The first letters that the entries of several lexicons begin with."""

    def __init__(self, indexes: Mapping[str, StemIndex]) -> None:
        self._indexes = dict(indexes)
        self._known: dict[str, tuple[str, ...]] = {}

    def of(self, lower: str, starts: Iterable[int]) -> dict[str, list[int]]:
        """By lexicon those of the beginnings of words at which it may have an entry."""
        found: dict[str, list[int]] = {name: [] for name in self._indexes}
        known = self._known
        for start in starts:
            opening = lower[start : start + LONGEST]
            names = known.get(opening)
            if names is None:
                names = known[opening] = self._that_may_begin(opening)
            for name in names:
                found[name].append(start)
        return found

    def _that_may_begin(self, opening: str) -> tuple[str, ...]:
        return tuple(name for name, index in self._indexes.items() if index.may_begin(opening))


class Heads:
    """The first letters of what the group `head` of a pattern matches, at the start of a word."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.letters = tuple(sorted(head_letters(pattern)))
        self._known: dict[str, bool] = {}

    def may_stand_in(self, lower: str, tokens: Sequence[Token]) -> bool:
        """Whether the pattern may match among these words, also behind a hyphen in one."""
        known = self._known
        if len(known) > _MOST_KNOWN:
            known.clear()
        for text, start, end in tokens:
            is_met = known.get(text)
            if is_met is None:
                places = [start, *(one.start() for one in _INNER.finditer(lower, start, end))]
                is_met = known[text] = any(lower.startswith(self.letters, at) for at in places)
            if is_met:
                return True
        return False


def head_letters(pattern: re.Pattern[str]) -> set[str]:
    r"""What the head of a pattern may begin with; nothing but "" where it has no such group.

    >>> sorted(head_letters(re.compile(r"(?:new )?\b(?P<head>court|(?:inter)?state)s?")))
    ['cour', 'inte', 'stat']
    """
    _, opened, behind = pattern.pattern.partition(_HEAD)
    if not opened:
        return {""}
    inner = f"(?:{behind}"
    found = first_letters(inner[: closing(inner) + 1])
    return {one.lower().replace("ё", "е").replace("’", "'") for one in found}
