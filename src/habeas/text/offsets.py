"""Builds a cleaned text together with the way back to where each character was captured."""

from __future__ import annotations

from habeas.model.errors import ValueMalformed
from habeas.model.rendition import OffsetMap, Run


class CleanedText:
    """A cleaned text as it grows, from start to end of the captured text.

    >>> cleaned = CleanedText()
    >>> cleaned.copy(3, "A").replace(4, 5, "&").copy(9, "B").insert("!").build()[0]
    'A&B!'
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._length = 0
        self._captured = 0  # everything captured before this has been dealt with

    def __len__(self) -> int:
        return self._length

    def copy(self, captured_start: int, text: str) -> CleanedText:
        """Takes over characters that stand at `captured_start` just as they are."""
        if text:
            self._run(captured_start, len(text), text)
        return self

    def replace(self, captured_start: int, width: int, text: str) -> CleanedText:
        """Puts `text` for `width` captured characters, as `&` for the entity `&amp;`."""
        if text:
            self._run(captured_start, width, text)
        return self

    def insert(self, text: str) -> CleanedText:
        """Adds characters for which nothing was captured, as a line break between two blocks."""
        self._parts.append(text)
        self._length += len(text)
        return self

    def build(self) -> tuple[str, OffsetMap]:
        """The text so far, and its map."""
        return "".join(self._parts), OffsetMap(tuple(self._runs))

    def _run(self, captured: int, width: int, text: str) -> None:
        if captured < self._captured or width < 0:
            raise ValueMalformed(
                value=f"captured characters {captured}-{captured + width}",
                expected=f"a stretch that begins at {self._captured} or later",
                example="the parts of a page in the order in which they stand",
            )
        if not self._lengthens(captured, width, len(text)):
            self._runs.append(Run(self._length, captured, len(text), width))
        self._captured = captured + width
        self.insert(text)

    def _lengthens(self, captured: int, width: int, length: int) -> bool:
        """Joins copied text to the copied text right before it; whether it could."""
        if not self._runs or width != length:
            return False
        last = self._runs[-1]
        follows = (last.cleaned + last.length, last.captured + last.width)
        if last.length != last.width or follows != (self._length, captured):
            return False
        self._runs[-1] = Run(last.cleaned, last.captured, last.length + length, last.width + width)
        return True
