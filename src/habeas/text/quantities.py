"""Finds how many, with the words that say so: "more than 1,450", "two dozen", "116 of them".

Every number of the text is a candidate; its neighbours show whether it counts something. A number
that names an article, a year, an age, a term, a sum or a share never counts, unless a counted noun
stands right behind it; numbers of one list share the verdict.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise, zip_longest

from habeas.model.quantity import Quantity
from habeas.model.quote import Span
from habeas.text.counted_numbers import Counted, counted_at
from habeas.text.normalise import fold
from habeas.text.quantity_words import QuantityWords

_LOOKBACK = 40
_STUCK = 3  # characters before a number that show it is stuck to something
# What is stuck to a number makes it a date, a time, a score, a fraction or part of a name.
_STUCK_BEFORE = re.compile(r"[\w+][-/:.,']\Z")
_STUCK_AFTER = re.compile(r"[-/:]\w|\w")
# Groups of figures with nothing between them: a telephone or account number.
_CHAIN_BEFORE = re.compile(r"[\d+)][ ]\Z")
_CHAIN_AFTER = re.compile(r"[ ](?:\d|\(\d+\))|\)[ ]\d")
# Article 30(1): what stands in the brackets is passed over.
_PARAGRAPH_BEFORE = re.compile(r"\w\(\Z")
_LINE_START = re.compile(r"(?:\A|\n)[ \t(\[]*\Z")
_LABEL_END = re.compile(r"[.)\]](?:\s|\Z)")
# Ages: Petrenko, 36, a teacher; Petrenko (36).
_AGE_BEFORE = re.compile(r"[^\W\d_](?:,[ ]|[ ]\()\Z")
_AGE_AFTER = re.compile(r"[,.;)]|\s*\Z")


class _Verdict(StrEnum):
    """What a number is, by its neighbours."""

    COUNT = "count"  # a counted noun stands behind it
    NUMBER = "number"  # nothing says it is no count
    LABEL = "label"  # Article 5; what is listed with it is one too
    MEASURE = "measure"  # 5 years; what is listed with it is one too
    OTHER = "other"  # an age, a year, a telephone number


@dataclass(frozen=True, slots=True)
class QuantityFound:
    """A quantity in a text. `of_whom` are the words that make it part of another count.

    `whole` is that other count, where the text searched holds it.
    """

    quantity: Quantity
    span: Span
    of_whom: Span | None = None
    whole: Span | None = None


@dataclass(frozen=True, slots=True)
class _Candidate:
    counted: Counted
    verdict: _Verdict


def find_quantities(
    text: str, words: QuantityWords, *, start: int = 0, end: int | None = None
) -> list[QuantityFound]:
    """The quantities of a stretch of text, in order. `Quantity.words` is exact, hedges included."""
    part = fold(text[start:end])
    candidates = _agreed(part, list(_candidates(part, words)), words)
    found: list[QuantityFound] = []
    for candidate in candidates:
        counted = candidate.counted
        if counted.quantity is None or candidate.verdict not in (_Verdict.COUNT, _Verdict.NUMBER):
            continue
        span = Span(counted.start + start, counted.end + start)
        quantity = replace(counted.quantity, words=text[span.start : span.end])
        found.append(QuantityFound(quantity, span))
    return _with_parts(part, found, start, words)


def _candidates(text: str, words: QuantityWords) -> Iterator[_Candidate]:
    at = end = 0
    while hit := words.starts.search(text, at):
        counted = counted_at(text, hit.start(), words, after=end)
        if counted is None:
            at = hit.start() + 1
            continue
        at = end = counted.end
        if not _PARAGRAPH_BEFORE.search(text, max(0, counted.start - _STUCK), counted.start):
            yield _Candidate(counted, _verdict(text, counted, words))


def _verdict(text: str, counted: Counted, words: QuantityWords) -> _Verdict:
    start, end, low = counted.start, counted.end, max(0, counted.start - _LOOKBACK)
    if words.unit_after.match(text, end):
        verdict = _Verdict.MEASURE
    elif _is_stuck(text, counted, words):
        verdict = _Verdict.OTHER
    elif words.counted_after.match(text, end):
        verdict = _Verdict.COUNT
    elif words.label_before.search(text, low, start):
        verdict = _Verdict.LABEL
    elif _is_part(text, start, end, words):
        verdict = _Verdict.NUMBER
    elif counted.is_year or counted.is_single or _is_something_else(text, counted, words):
        verdict = _Verdict.OTHER
    else:
        verdict = _Verdict.NUMBER
    return verdict


def _is_stuck(text: str, counted: Counted, words: QuantityWords) -> bool:
    """Whether no noun behind it can make the number a count."""
    start, end, low = counted.start, counted.end, max(0, counted.start - _LOOKBACK)
    is_year = counted.is_year and words.date_before.search(text, low, start)
    near = max(0, start - _STUCK)
    return bool(is_year or _STUCK_AFTER.match(text, end) or _STUCK_BEFORE.search(text, near, start))


def _is_something_else(text: str, counted: Counted, words: QuantityWords) -> bool:
    """A day of a month, a telephone number, the label of a list entry, an age."""
    start, end, low = counted.start, counted.end, max(0, counted.start - _LOOKBACK)
    if words.month_before.search(text, low, start):
        return True
    if counted.is_hedged:
        return words.counted_before.search(text, low, start) is not None
    near = max(0, start - _STUCK)
    is_chained = _CHAIN_AFTER.match(text, end) or _CHAIN_BEFORE.search(text, near, start)
    is_list_label = _LABEL_END.match(text, end) and _LINE_START.search(text, low, start)
    is_age = _AGE_AFTER.match(text, end) and _AGE_BEFORE.search(text, near, start)
    return bool(is_chained or is_list_label or is_age)


def _is_part(text: str, start: int, end: int, words: QuantityWords) -> bool:
    of_whole = words.of_whole.match(text, end)
    return bool(
        words.part_after.match(text, end)
        or words.part_before.search(text, max(0, start - _LOOKBACK), start)
        or (of_whole and words.starts.match(text, of_whole.end()))
    )


def _agreed(text: str, candidates: list[_Candidate], words: QuantityWords) -> list[_Candidate]:
    """Lets labels and measures spread through their lists: "Articles 5 and 7", "5 and 7 years"."""
    pairs = list(pairwise(range(len(candidates))))
    onward = [(one, two, _Verdict.LABEL) for one, two in pairs]
    back = [(two, one, _Verdict.MEASURE) for one, two in reversed(pairs)]
    for source, reached, spreads in (*onward, *back):
        one, two = sorted((source, reached))
        gap = (candidates[one].counted.end, candidates[two].counted.start)
        if (
            candidates[source].verdict is spreads
            and candidates[reached].verdict is not _Verdict.COUNT
            and words.listed.fullmatch(text, *gap)
        ):
            candidates[reached] = replace(candidates[reached], verdict=spreads)
    return candidates


def _with_parts(
    text: str, found: list[QuantityFound], offset: int, words: QuantityWords
) -> list[QuantityFound]:
    """Notes which counts are part of which."""
    placed: list[QuantityFound] = []
    whole: Span | None = None
    announced: Span | None = None
    for each, following in zip_longest(found, found[1:]):
        start, end = each.span.start - offset, each.span.end - offset
        low = max(0, start - _LOOKBACK)
        part = words.part_before.search(text, low, start) or words.part_after.match(text, end)
        of_whole = words.of_whole.match(text, end)
        is_whole = bool(placed) and placed[-1].whole == each.span
        if following and of_whole and of_whole.end() + offset == following.span.start:
            of_whom = _span(of_whole, offset)
            placed.append(replace(each, of_whom=of_whom, whole=following.span))
        elif part is not None and not is_whole:
            placed.append(replace(each, of_whom=_span(part, offset), whole=whole))
        elif announced is not None:
            placed.append(replace(each, of_whom=announced, whole=whole))
        else:
            placed.append(each)
            whole = each.span
        opening = words.whole_before.search(text, low, start)
        announced = _span(opening, offset) if opening else None
    return placed


def _span(words: re.Match[str], offset: int) -> Span:
    """Where the words of a pattern's first group stand."""
    return Span(words.start(1) + offset, words.end(1) + offset)
