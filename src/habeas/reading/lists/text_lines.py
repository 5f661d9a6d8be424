"""The lines of a text that is no table: where each stands, and with what mark it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.model.quote import Span

# Numbers ("1.", "2)", "№ 3", "(4)"), letters ("a)"), dashes, and any run of signs that are no word.
_MARK = re.compile(
    r"(?:[^\w\s«»“”„\"'(\[]{1,4}\s*)?(?:№\s*\d{1,4}[.)]?|\(?\d{1,4}[.)](?!\d)|[a-zа-я]\)|#\d{1,4})\s*"
    r"|\[[ xXхХ+✓]?\]\s*|[^\w\s«»“”„\"'(\[№#]{1,6}\s*"
)
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the space around it; `words` begin behind its mark.

    `gap`: whether an empty line or another paragraph stands before it; `indent` counts the space.
    """

    text: str
    start: int
    words: int
    gap: bool
    indent: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        """Where it stands in the text of the rendition."""
        return Span(self.start, self.end)

    @property
    def is_marked(self) -> bool:
        """Whether a number, a dash or another sign stands before its words."""
        return self.words > self.start

    @property
    def said(self) -> str:
        """Its words, without the mark."""
        return self.text[self.words - self.start :]


def lines_of(text: str, paragraphs: Sequence[Span]) -> Iterator[Line]:
    """The lines that say something, in order."""
    before = 0
    for span in paragraphs:
        for found in _LINE.finditer(text, span.start, span.end):
            words = found[0].strip()
            if not words:
                continue
            start = found.start() + found[0].index(words[0])
            mark = _MARK.match(words)
            at = mark.end() if mark and mark.end() < len(words) else 0
            is_gap = text.count("\n", before, start) > 1
            yield Line(words, start, start + at, is_gap, start - found.start())
            before = start + len(words)
