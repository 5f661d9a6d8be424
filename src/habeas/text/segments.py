"""Paragraphs, and the segments in them that end with a full stop.

A blank line parts paragraphs always. A single line break parts them unless the lines were wrapped:
in text wrapped at a width, the first word of a line would not have fitted on the line before. So
the widest line gives the width, and a line that left room for the next word ends its paragraph.
(A last line that happens to be full hides the end; such paragraphs stay joined.)

A full stop, question or exclamation mark ends a segment when space and a capital, a number or an
opening mark follow; closing marks belong to what they close. What stops it: an abbreviation, an
initial, a small letter. The words that decide are reference data.

Not `razdel`: of the 73 hard cases in tests/unit/text/segment_cases.py (en, uk, ru), written before
either was run, it cuts 59 right (version 0.5.0), and it has no way to be told an abbreviation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from habeas.model.quote import Span

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_BREAKS_TWICE = re.compile(r"(?:\r\n|[\n\r\v\x85\u2028])\s*?(?:\r\n|[\n\r\v\x85\u2028])|[\f\u2029]")
_BULLET = re.compile(r"(?:[-*•·–—▪◦‣]|\d{1,3}[.)]|[^\W\d_][.)]|\([^\W_]{1,3}\))\s")
_FIRST_WORD = re.compile(r"\S+")
# Text is wrapped for a page or a screen: narrower is a list or verse, wider is not wrapped.
_WIDTHS = range(40, 141)
# Typesetters leave a little room (hyphens, wide letters); so may the measure.
_SLACK = 4
_SHARE_WRAPPED = 0.7
_FEWEST_PAIRS = 2  # one pair of lines shows no width
_SMALL_LETTER_JOINS_FROM = 30  # a shorter line is a heading or a list entry

_CLOSING = r"[\"'”’»“)\]]"
_OPENING = r"[\"'“‘«„(\[—–-]"
_END = re.compile(
    rf"(?<![.!?…])(?P<stop>[.!?…]++)(?P<closing>{_CLOSING}*(?:\[\d{{1,3}}\])*)"
    r"(?P<gap>\s++|(?=[^\W\d_][^\W\d_]))"
    rf"(?P<opening>(?:{_OPENING}\s*+)*+)(?P<next>\w+)"
    r"|(?P<wide>[。！？]+[」』”]*)"
)
_LAST = re.compile(r"(?:[^\W_]\.)*[^\W_]+(?:[-'’][^\W_]+)*\Z")
_LOOKBACK = 40  # longer than any abbreviation


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Words written with a full stop, casefolded, without the last one ("gen", "u.s").

    `joining` never end a segment (Mr.); `before_number` do unless a figure follows (No. 5);
    `ending` (U.S., a.m.) do when one of `starters` follows, words seldom part of a name;
    `after_number` do when a figure stands before them (2021 г.), whatever else they mean.
    """

    joining: frozenset[str] = frozenset()
    before_number: frozenset[str] = frozenset()
    ending: frozenset[str] = frozenset()
    after_number: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()


def paragraphs(text: str) -> list[Span]:
    r"""Spans of the paragraphs in order, without the space around them.

    >>> text = "Memo\n\nThe court sat.\nIt rose."
    >>> [text[span.start : span.end] for span in paragraphs(text)]
    ['Memo', 'The court sat.', 'It rose.']
    """
    blocks = [_lines(text, block) for block in _blocks(text)]
    width = _width(text, blocks)
    return [
        Span(lines[0].start, lines[-1].end)
        for block in blocks
        for lines in _joined(text, block, width)
    ]


def segments(text: str, paragraph: Span, abbreviations: Abbreviations) -> list[Span]:
    """Spans of the segments of one paragraph, without the space around them.

    >>> text = '"No more," Gen. Sova said. "We go."'
    >>> known = Abbreviations(joining=frozenset({"gen"}))
    >>> [text[s.start : s.end] for s in segments(text, Span(0, len(text)), known)]
    ['"No more," Gen. Sova said.', '"We go."']
    """
    found = []
    start = paragraph.start
    for end in _ends(text, paragraph, abbreviations):
        found.extend(_trimmed(text, start, end))
        start = end
    found.extend(_trimmed(text, start, paragraph.end))
    return found


def _blocks(text: str) -> Iterator[Span]:
    start = 0
    for found in _BREAKS_TWICE.finditer(text):
        yield Span(start, found.start())
        start = found.end()
    yield Span(start, len(text))


def _lines(text: str, block: Span) -> list[Span]:
    lines = []
    for found in _LINE.finditer(text, block.start, block.end):
        line = found[0]
        start = found.start() + len(line) - len(line.lstrip())
        if stripped := line.strip():
            lines.append(Span(start, start + len(stripped)))
    return lines


def _joined(text: str, lines: list[Span], width: int | None) -> list[list[Span]]:
    groups: list[list[Span]] = []
    for line in lines:
        if groups and _runs_on(text, groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _runs_on(text: str, line: Span, following: Span, width: int | None) -> bool:
    if _BULLET.match(text, following.start, following.end):
        return False
    if width is not None:
        return not _left_room(text, line, following, width)
    is_open = text[line.end - 1] not in ".!?…:;"
    return is_open and text[following.start].islower() and len(line) >= _SMALL_LETTER_JOINS_FROM


def _left_room(text: str, line: Span, following: Span, width: int) -> bool:
    word = _FIRST_WORD.match(text, following.start, following.end)
    needed = len(word[0]) if word else 0
    return len(line) + 1 + needed + _SLACK <= width


def _width(text: str, blocks: list[list[Span]]) -> int | None:
    """The width lines were wrapped at; None where they were not."""
    pairs = [pair for lines in blocks for pair in pairwise(lines)]
    width = max((len(line) for lines in blocks if len(lines) > 1 for line in lines), default=0)
    if len(pairs) < _FEWEST_PAIRS or width not in _WIDTHS:
        return None
    full = sum(not _left_room(text, line, following, width) for line, following in pairs)
    return width if full >= _SHARE_WRAPPED * len(pairs) else None


def _ends(text: str, paragraph: Span, abbreviations: Abbreviations) -> Iterator[int]:
    at, start = paragraph.start, paragraph.start
    while found := _END.search(text, at, paragraph.end):
        at = found.end("wide") if found["wide"] else found.end("closing")
        if found["wide"] or _is_end(text, start, found, abbreviations):
            yield at
            start = at


def _is_end(text: str, start: int, found: re.Match[str], abbreviations: Abbreviations) -> bool:
    low = max(start, found.start() - _LOOKBACK)
    low = max(low, text.rfind(" ", low, found.start()) + 1)  # no word holds a space
    before = _LAST.search(text, low, found.start())
    word, word_start = (before[0], before.start()) if before else ("", found.start())
    if not found["gap"]:
        return _is_glued_end(word, found, abbreviations)
    if found["next"][0].islower():
        return False
    if found["stop"] != "." or found["closing"].lstrip(")"):
        return True
    lead = text[start:word_start].strip()
    if not lead and _is_list_label(word):
        return False
    if lead[-1:].isdigit() and word.casefold() in abbreviations.after_number:
        return True
    return not (
        _is_joined(word.casefold(), found["next"], abbreviations)
        or _is_name_joined(text, word, found, abbreviations)
    )


def _is_name_joined(
    text: str, word: str, found: re.Match[str], abbreviations: Abbreviations
) -> bool:
    """Whether a full stop stands behind an initial: "O. Sova", "Сова М. С. задержан"."""
    if not _is_initial(word):
        return False
    end = found.end("next")
    is_followed = text[end : end + 1] == "." and _is_initial(found["next"])
    return is_followed or found["next"].casefold() not in abbreviations.starters


def _is_joined(word: str, following: str, abbreviations: Abbreviations) -> bool:
    if word in abbreviations.joining:
        return True
    if following[0].isdigit():
        return word in abbreviations.before_number
    return word in abbreviations.ending and following.casefold() not in abbreviations.starters


def _is_initial(word: str) -> bool:
    return word.isupper() and all(len(part) == 1 and part.isalpha() for part in word.split("."))


def _is_list_label(word: str) -> bool:
    return word.isdigit() or (len(word) == 1 and word.isalpha())


def _is_glued_end(word: str, found: re.Match[str], abbreviations: Abbreviations) -> bool:
    """Whether a full stop ends a segment although a page lost the space after it ("left.Then")."""
    following = found["next"]
    if word[:1].isupper() and following.casefold() not in abbreviations.starters:
        return False  # the name of a page or outlet: "Ister.Realities"
    return (
        len(word) > 1
        and "." not in word
        and word[-1].islower()
        and following[0].isupper()
        and following[1:].islower()
        and found["stop"] in (".", "!", "?")
    )


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [Span(start, end)] if start < end else []
