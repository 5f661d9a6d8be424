"""Where a quotation begins and ends, over sentences and with others inside it."""

from __future__ import annotations

import re

_PAIRS = {"«": "»", "“": "”", "„": "“"}
_CLOSERS = "»”“"
_STRAIGHT = '"'
# Where words end that somebody said: a mark, and a dash before who says it.
_CLOSED = re.compile(r"[»”“\"][.,!?…]?\s*[—–-]\s")


def opening_of(text: str, low: int, end: int) -> int:
    """Where the quotation opens whose last mark stands before `end`; `end` where none does."""
    close = max(text.rfind(mark, low, end) for mark in (*_CLOSERS, _STRAIGHT))
    if close < 0 or text[close + 1 : end].strip(" ,.!?…—–-"):
        return end
    if low < close and text[low] in (*_PAIRS, _STRAIGHT) and not _CLOSED.search(text, low, close):
        return low  # other marks may stand inside: "Він „зник“. Його шукають", — сказав X
    if text[close] == _STRAIGHT:
        found = text.rfind(_STRAIGHT, low, close)
        return found if found >= 0 else end
    depth = 0
    for at in range(close, low - 1, -1):
        depth += (text[at] in "»”") - (text[at] in "«„" or (text[at] == "“" and at < close))
        if depth <= 0:
            return at
    return end


def closing_of(text: str, start: int, high: int) -> int:
    """Where the quotation ends that opens at or right behind `start`; `start` where none does."""
    at = start
    while at < high and text[at] in " \u00a0:—–-":
        at += 1
    if at >= high or text[at] not in (*_PAIRS, _STRAIGHT):
        return start
    if text[at] == _STRAIGHT:
        found = text.find(_STRAIGHT, at + 1, high)
        return found + 1 if found >= 0 else high
    opener, closer = text[at], _PAIRS[text[at]]
    depth = 0
    for place in range(at, high):
        depth += (text[place] == opener) - (text[place] == closer)
        if depth == 0:
            return place + 1
    return high


def is_open(text: str, low: int, at: int) -> bool:
    """Whether a quotation that opens behind `low` still runs at `at`."""
    return text.count("«", low, at) > text.count("»", low, at)
