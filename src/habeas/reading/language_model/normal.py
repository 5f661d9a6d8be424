"""The one declared normal form in which quotes are looked for, with the way back for every letter.

Runs of space become one space, quotation marks, apostrophes, dashes and spaces one plain sign each
(text/normalise), what is not seen is left out. Nothing else may differ between quote and text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from habeas.model.quote import Span
from habeas.text.normalise import fold

# As in text/normalise: written, not read.
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


@dataclass(frozen=True, slots=True)
class Normal:
    """Normal text; `places` tells for each of its characters where it stands in the original."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Where a stretch that is not empty stands in the original."""
        return Span(self.places[start], self.places[end - 1] + 1)

    def find(self, wanted: str, start: int = 0, end: int | None = None) -> Iterator[int]:
        """Where the words begin, each time they stand whole: not "Ivan" in "Ivanov", 5 in 50."""
        if not wanted:
            return
        for hit in re.finditer(f"(?={re.escape(wanted)})", self.text[:end]):
            at = hit.start()
            if at >= start and self._is_whole(at, at + len(wanted)):
                yield at

    def _is_whole(self, start: int, end: int) -> bool:
        text = self.text
        return not (
            _is_joined(text[max(start - 2, 0) : start], text[start : start + 2])
            or _is_joined(text[max(end - 2, start) : end], text[end : end + 2])
        )


def normal(text: str, span: Span) -> Normal:
    r"""The normal form of a stretch, without space around it.

    >>> normal("the  “three\nmen”", Span(0, 16)).text
    'the "three men"'
    """
    letters: list[str] = []
    places: list[int] = []
    for at, letter in enumerate(fold(text[span.start : span.end]), start=span.start):
        if letter in _UNSEEN or (letter.isspace() and (not letters or letters[-1] == " ")):
            continue
        letters.append(" " if letter.isspace() else letter)
        places.append(at)
    if letters and letters[-1] == " ":
        letters.pop()
        places.pop()
    return Normal("".join(letters), tuple(places))


def normal_words(words: str) -> str:
    """Words somebody gives, in the same normal form."""
    return normal(words, Span(0, len(words))).text


def _is_joined(before: str, after: str) -> bool:
    """Whether a word or a number runs on from one stretch to the next: 1,4|50, 3.|5, Iva|nov."""
    one, two = before[-1:], after[:1]
    if one.isalnum() and two.isalnum():
        return True
    if one in {",", "."} and before[-2:-1].isdigit() and two.isdigit():
        return True
    return one.isdigit() and two in {",", "."} and after[1:2].isdigit()
