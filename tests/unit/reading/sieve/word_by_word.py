"""A scanner in plain Python, word by word: what the others must agree with."""

from __future__ import annotations

import re

from habeas.reading.sieve.scanner import Decoded, Found, Wanted

_WORD = re.compile(r"\w+")
_HEAD = 3  # letters by which most words are ruled out


class WordByWord:
    """Looks up the beginning of every word."""

    name = "word by word"

    def __init__(self, wanted: Wanted) -> None:
        # What begins with no letter is looked for by itself.
        literals = (*wanted.literals, *wanted.marks)
        self._marks = [one for one in literals if not _WORD.match(one)]
        words = [one for one in literals if _WORD.match(one)]
        self._short = {one for one in words if len(one) < _HEAD}
        self._by_head: dict[str, list[str]] = {}
        for one in words:
            if len(one) >= _HEAD:
                self._by_head.setdefault(one[:_HEAD], []).append(one)
        self._short_lengths = sorted({len(one) for one in self._short})

    def scan(self, content: bytes, found: Found) -> None:
        for mark in self._marks:
            raw, at = mark.encode(), -1
            while (at := content.find(raw, at + 1)) >= 0:
                if found(at):
                    return
        decoded = Decoded(content)
        lower = decoded.lower
        for word in _WORD.finditer(lower):
            start = word.start()
            if self._is_one(lower, start) and found(decoded.place(start)):
                return

    def _is_one(self, lower: str, start: int) -> bool:
        for one in self._by_head.get(lower[start : start + _HEAD], ()):
            if lower.startswith(one, start):
                return True
        return any(lower[start : start + length] in self._short for length in self._short_lengths)
