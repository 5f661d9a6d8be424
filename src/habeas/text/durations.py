"""Finds lengths of time: "12 years", "three and a half years", "8 years and 6 months"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from habeas.model.duration import Duration
from habeas.model.quote import Span
from habeas.text.normalise import fold
from habeas.text.numerals import Number, number_at
from habeas.text.quantity_words import DurationWords
from habeas.text.word_patterns import folded

_LOOKBACK = 40
_LONGEST_LIST = 12
_RATE = re.compile(r"[\d%€$£₴₽]\s\Z")  # 3.90 a month
_TOO_LONG = 1_000_000  # of any unit: more than a duration holds
_ORDER = "YMWDH"
# What a broken unit is in the next smaller one; a broken month is no whole number of days.
_SMALLER = {"Y": ("M", 12), "D": ("H", 24), "H": ("m", 60), "W": ("D", 7)}


@dataclass(frozen=True, slots=True)
class _Length:
    """So many of one unit."""

    count: Fraction
    unit: str
    start: int
    end: int


def find_durations(
    text: str, words: DurationWords, *, start: int = 0, end: int | None = None
) -> list[tuple[Duration, Span]]:
    """The lengths of time in a stretch of text, in order.

    Of "12 to 15 years" both ends come, each with its own place. Ages and times ago are no lengths.
    """
    part = fold(text[start:end])
    return [
        (duration, Span(lengths[0].start + start, lengths[-1].end + start))
        for lengths in _joined(part, list(_lengths(part, words)), words)
        if (duration := _duration(lengths)) is not None
    ]


def _lengths(text: str, words: DurationWords) -> Iterator[_Length]:
    at = 0
    while hit := words.starts.search(text, at):
        found = list(_lengths_at(text, hit.start(), words))
        yield from found
        at = found[-1].end if found else hit.start() + 1


def _lengths_at(text: str, at: int, words: DurationWords) -> Iterator[_Length]:
    """The length that begins at a place; or several numbers that share the unit behind the last."""
    if words.not_after.search(text, max(0, at - _LOOKBACK), at):
        return
    if alone := words.alone.match(text, at):
        if not words.not_before.match(text, alone.end()):
            yield _Length(Fraction(1), words.units[folded(alone[1])], at, alone.end())
        return
    numbers = list(_numbers_at(text, at, words))
    unit = words.unit_after.match(text, numbers[-1][1].end) if numbers else None
    if unit is None or words.not_before.match(text, unit.end()):
        return
    if words.units[folded(unit[1])] == "Y" and numbers[-1][1].is_year:
        return
    half = words.half_after.match(text, unit.end())
    letter = words.units[folded(unit[1])]
    for place, number in numbers[:-1]:
        yield _Length(number.value, letter, place, number.end)
    place, last = numbers[-1]
    value = last.value + (Fraction(1, 2) if half else 0)
    yield _Length(value, letter, place, half.end() if half else unit.end())


def _numbers_at(text: str, at: int, words: DurationWords) -> Iterator[tuple[int, Number]]:
    place = at
    for _ in range(_LONGEST_LIST):
        number = _number_at(text, place, words)
        if number is None:
            return
        yield place, number
        joint = words.range_to.match(text, number.end)
        if joint is None:
            return
        place = joint.end()


def _number_at(text: str, at: int, words: DurationWords) -> Number | None:
    number = number_at(text, at, words.numerals)
    if number is not None:
        return number
    one = None if _RATE.search(text, max(0, at - 2), at) else words.one.match(text, at)
    return Number(Fraction(1), one.end()) if one else None


def _joined(text: str, lengths: list[_Length], words: DurationWords) -> Iterator[list[_Length]]:
    """Puts together what makes one length: years and months, ever smaller units."""
    group: list[_Length] = []
    for length in lengths:
        if group and not _continues(text, group[-1], length, words):
            yield group
            group = []
        group.append(length)
    if group:
        yield group


def _continues(text: str, one: _Length, two: _Length, words: DurationWords) -> bool:
    is_smaller = _ORDER.index(one.unit) < _ORDER.index(two.unit)
    return is_smaller and words.joint.fullmatch(text, one.end, two.start) is not None


def _duration(lengths: list[_Length]) -> Duration | None:
    """The ISO 8601 form; None where a month is broken, or where no penalty is so long."""
    counts: dict[str, int] = {}
    for length in lengths:
        count, unit = length.count, length.unit
        counts[unit] = counts.get(unit, 0) + int(count)
        rest = count - int(count)
        if not rest:
            continue
        smaller, times = _SMALLER.get(unit, ("", 0))
        if not smaller or (rest * times).denominator != 1:
            return None
        counts[smaller] = counts.get(smaller, 0) + int(rest * times)
    if any(count >= _TOO_LONG for count in counts.values()):
        return None
    days = "".join(f"{counts[unit]}{unit}" for unit in "YMWD" if counts.get(unit))
    hours = "".join(f"{counts[unit]}{unit.upper()}" for unit in "Hm" if counts.get(unit))
    text = f"P{days}" + (f"T{hours}" if hours else "")
    return Duration(text) if text != "P" else None
