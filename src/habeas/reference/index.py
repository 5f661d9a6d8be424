"""Finds what a name stands for, however it is written: apostrophes, spaces, article, capitals."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Generic, TypeVar

from habeas.text.normalise import fold

T = TypeVar("T")

# A word of three letters in capitals is more likely an abbreviation than a heading: "CAR", "MAY".
_SHORTEST_IN_CAPITALS = 4


class Index(Generic[T]):
    """Values by the names they go by; one name may stand for several, in the order they were given.

    Capitals count ("Turkey" is not "turkey"), but a name may stand in capitals throughout, and
    "the" before it is left out of account.
    """

    def __init__(self, named: Iterable[tuple[str, T]]) -> None:
        self._exact: dict[str, dict[T, None]] = {}
        self._capitals: dict[str, dict[T, None]] = {}
        for name, value in named:
            written = plain(name)
            self._exact.setdefault(written, {})[value] = None
            if len(written) >= _SHORTEST_IN_CAPITALS:
                self._capitals.setdefault(written.upper(), {})[value] = None

    def find(self, text: str) -> tuple[T, ...]:
        """Everything the text, taken whole, is a name of."""
        written = plain(text)
        return tuple(self._exact.get(written) or self._capitals.get(written) or ())

    def ambiguous(self) -> dict[str, tuple[T, ...]]:
        """The names that stand for more than one thing."""
        return {name: tuple(found) for name, found in self._exact.items() if len(found) > 1}


def plain(name: str) -> str:
    """A name with plain quotation marks and spaces, composed letters, and no article before it.

    >>> plain("The  Côte d’Ivoire")
    "Côte d'Ivoire"
    """
    words = fold(unicodedata.normalize("NFC", name)).split()
    if len(words) > 1 and words[0].casefold() == "the":
        words = words[1:]
    return " ".join(words)
