"""What finds fixed letters in bytes, whatever library does the finding."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

Found = Callable[[int], bool]

_ESCAPED = re.compile("[\udc80-\udcff]")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a scanner looks for.

    `literals` begin words; in small letters, and none is the beginning of another. `patterns` (as
    in `reference.stems`) each begin with one of them: where none of them matches nobody asks what
    stands there. Without any, all literals are asked for. `marks` may stand anywhere.
    """

    literals: tuple[str, ...]
    patterns: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


class Scanner(Protocol):
    """Made for what is wanted."""

    name: str

    def scan(self, content: bytes, found: Found) -> None:
        """Calls `found` with every place where a literal begins a word and a pattern matches.

        And with every place of a mark. The content is UTF-8; places count bytes. Capitals and small
        letters are alike, in any mixture, and ё is е. Other places of literals may come too, inside
        words and where no pattern matches, in any order and more than once. Where `found` says yes,
        the scan is over.
        """
        ...


def written(letter: str) -> tuple[str, ...]:
    """The ways in which a letter of a literal may be written.

    >>> written("k"), written("ʼ")
    (('K', 'k'), ('ʼ',))
    """
    alike = {letter, "ё"} if letter == "е" else {letter}
    return tuple(sorted(alike | {one.upper() for one in alike}))


def small(text: str) -> str:
    """The text in small letters, ё as е, of the same length.

    Only the letters that `written` knows become those of a literal: the Kelvin sign is no k.
    """
    plain = text.replace("\u212a", "\ufffd").replace("\u0130", "\ufffd")
    return plain.lower().replace("ё", "е")


class Decoded:
    """UTF-8 bytes as text in small letters; a byte that is none is one character."""

    def __init__(self, content: bytes) -> None:
        self._text = content.decode("utf-8", "surrogateescape")
        self._at = 0
        self._bytes = 0
        self.lower = _ESCAPED.sub("\ufffd", small(self._text))

    def place(self, at: int) -> int:
        """Where a character begins in the bytes; cheap when asked in rising order."""
        if at < self._at:
            self._at = self._bytes = 0
        self._bytes += len(self._text[self._at : at].encode("utf-8", "surrogateescape"))
        self._at = at
        return self._bytes
