"""Where words stand, and which words they are."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.model.errors import ValueMalformed


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of characters: Unicode code points of the captured text, start included, end not."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueMalformed(
                value=f"{self.start}-{self.end}", expected="a span of characters", example="120-139"
            )

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        """Whether every character of `other` is in this span."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: Span) -> bool:
        """Whether the two share at least one character; an empty span shares none."""
        return max(self.start, other.start) < min(self.end, other.end)


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words and where they stand in the captured text of a document.

    `document` is the SHA-256 (hex) of the captured bytes. For a document in which markup stands
    between the words (HTML), `text` is what the markup shows and `span` covers words and markup.
    Half of a surrogate pair is refused: it is no character, and UTF-8 cannot keep it.
    """

    document: str
    span: Span
    text: str

    def __post_init__(self) -> None:
        if not self.text.strip() or not is_whole(self.text):
            raise ValueMalformed(
                value=self.text, expected="a quote (no quote, no claim)", example='"was detained"'
            )


def is_whole(text: str) -> bool:
    """Whether every character is whole: no half of a surrogate pair, so UTF-8 can keep it.

    >>> is_whole("№ 5"), is_whole(chr(0xD83D))
    (True, False)
    """
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
