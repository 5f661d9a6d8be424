"""What stands on a page and is not its text: teasers, labels, bylines. Masked, never cut."""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.model.quote import Span
from habeas.reference.lexicon import Furniture

# Two lines run together by whoever saved the page: "...agreementsIn his address".
_GLUE = re.compile(
    r"(?<=[a-zа-яіїєґ]{3})(?=[A-ZА-ЯІЇЄҐ][a-zа-яіїєґ]*\s)|(?<=[.!?…][”\"])(?=[A-ZА-ЯІЇЄҐ])"
)
_LONGEST_TEASER = 240
_SENTENCE_END = re.compile(r"[.!?…]['\"”’)]*\s*\Z")


def furniture_in(
    text: str, paragraphs: Sequence[Span], known: Sequence[Furniture]
) -> list[tuple[Span, str]]:
    """Spans of furniture in `text`, each with the id of the lexicon entry that knows it."""
    found = []
    for paragraph in paragraphs:
        words = text[paragraph.start : paragraph.end]
        for entry in known:
            match = entry.pattern.match(words)
            if match is None:
                continue
            end = len(words) if entry.is_whole_line else _teaser_end(words, match.end())
            if end:
                found.append((Span(paragraph.start, paragraph.start + end), entry.id))
                break
    return found


def masked(text: str, furniture: Sequence[tuple[Span, str]]) -> str:
    """`text` with the furniture overwritten by spaces: the same length, every offset as it was."""
    for span, _ in furniture:
        text = text[: span.start] + " " * len(span) + text[span.end :]
    return text


def _teaser_end(words: str, label_end: int) -> int:
    """Where a teaser ends that begins a paragraph: where text is glued on, else with its line.

    A paragraph that is a whole sentence of its own is no teaser: 0.
    """
    seams = [seam.start() for seam in _GLUE.finditer(words) if seam.start() > label_end]
    if seams and seams[0] - label_end <= _LONGEST_TEASER:
        return seams[0]
    is_sentence = _SENTENCE_END.search(words) is not None
    has_break = ":" in words[:label_end] or words[label_end : label_end + 1].isupper()
    return len(words) if len(words) <= _LONGEST_TEASER and (has_break or not is_sentence) else 0
