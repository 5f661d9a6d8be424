"""Numbers in figures and words: 1,450; 16 000; 1.2 thousand; twenty-three; one and a half dozen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from habeas.text.word_patterns import SPACE, alternatives, by_folded, folded

_HUNDRED, _THOUSAND = 100, 1000
_YEARS = range(1500, 2101)
_SPACE = re.compile(SPACE)
# Groups of three with one separator throughout, or a number that may have decimals; figures beyond
# 15 number nothing that is counted.
_FIGURES = re.compile(
    r"(?:(?P<grouped>\d{1,3}(?P<gap>[ ,])\d{3}(?:(?P=gap)\d{3}){0,4})(?:\.\d+)?(?!\d)"
    r"|(?P<plain>\d{1,15})(?:[.,](?P<decimals>\d{1,9}))?)(?!\d)(?![.,:/]\d)"
)


class Number(NamedTuple):
    """A number and where it ends. `scale` is the last word that multiplied it, 1 without one.

    `is_plain`: it is in figures, without separators or words.
    """

    value: Fraction
    end: int
    scale: int = 1
    is_plain: bool = False

    @property
    def is_year(self) -> bool:
        """Whether it may be the number of a year."""
        return self.is_plain and self.value.denominator == 1 and int(self.value) in _YEARS


@dataclass(frozen=True, slots=True, kw_only=True)
class Numerals:
    """The number words of one language.

    `article` stands for one before a multiplier (a hundred), `joint` joins hundreds to what is
    less (two hundred and five), `half` adds a half (one and a half), `half_of` takes the half of
    what follows (half a million).
    """

    numbers: Mapping[str, Fraction]
    multipliers: Mapping[str, int]
    number: re.Pattern[str]
    multiplier: re.Pattern[str]
    article: re.Pattern[str]
    joint: re.Pattern[str]
    half: re.Pattern[str]
    half_of: re.Pattern[str]

    @property
    def first_words(self) -> list[str]:
        """Everything a number in words may begin with, but the article."""
        return [*self.numbers, *self.multipliers]


def compile_numerals(
    *,
    numbers: Mapping[str, str],
    multipliers: Mapping[str, str],
    articles: Iterable[str],
    joints: Iterable[str],
    half: Iterable[str],
    half_of: Iterable[str],
) -> Numerals:
    """Builds the number words from their forms. Raises: ValueError for a value that is none."""
    return Numerals(
        numbers={form: Fraction(value) for form, value in by_folded(numbers).items()},
        multipliers={form: int(value) for form, value in by_folded(multipliers).items()},
        number=_word(numbers),
        multiplier=_word(multipliers),
        article=re.compile(rf"{alternatives(articles)}{SPACE}"),
        joint=re.compile(rf"{SPACE}{alternatives(joints)}(?={SPACE})"),
        half=re.compile(rf"(?:{SPACE}|-){alternatives(half)}(?!\w)"),
        half_of=re.compile(rf"{alternatives(half_of)}(?={SPACE})"),
    )


def number_at(text: str, at: int, numerals: Numerals) -> Number | None:
    """The number that begins at a place, as long as it goes; None where none does.

    >>> words = compile_numerals(numbers={"two": "2", "five": "5"}, multipliers={"hundred": "100"},
    ...     articles=["a"], joints=["and"], half=[], half_of=[])
    >>> number_at("two hundred and five men", 0, words).value
    Fraction(205, 1)
    """
    if text[at : at + 1].isdigit():
        return _figures_at(text, at, numerals)
    return _words_at(text, at, numerals)


@lru_cache(4096)
def _fraction(figures: str) -> Fraction:
    return Fraction(figures)


def _word(forms: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"{alternatives(forms)}(?!\w)")


def _figures_at(text: str, at: int, numerals: Numerals) -> Number | None:
    found = _FIGURES.match(text, at)
    if found is None:
        return None
    if found["grouped"]:
        figures = found["grouped"].replace(found["gap"], "")
    else:
        figures = found["plain"] + (f".{found['decimals']}" if found["decimals"] else "")
    value, end = _fraction(figures), found.end()
    if half := numerals.half.match(text, end):
        value, end = value + Fraction(1, 2), half.end()
    multiplier = numerals.multiplier.match(text, _after_space(text, end) or end)
    if multiplier is None:
        return Number(value, end, is_plain=not found["grouped"])
    scale = numerals.multipliers[folded(multiplier[0])]
    return Number(value * scale, multiplier.end(), scale)


@dataclass(slots=True)
class _Sum:
    """A number in words as it is read: whole thousands put by, and what has come since."""

    thousands: Fraction = Fraction(0)
    rest: Fraction = Fraction(0)
    scale: int = 1
    smallest: int = 0  # the last multiplier of thousands; the next must be less

    def takes(self, value: Fraction) -> bool:
        """Whether a number can come next: units behind tens, anything behind hundreds."""
        if not self.rest:
            return True
        if self.rest.denominator != 1 or value >= _HUNDRED:
            return False
        if self.rest % _HUNDRED == 0:
            return True
        return self.rest % 10 == 0 and self.rest % _HUNDRED >= 2 * 10 and value < 10  # noqa: PLR2004

    def multiply(self, by: int) -> bool:
        """Multiplies what came last; whether it could."""
        if by < _THOUSAND:
            if self.rest >= _HUNDRED:
                return False
            self.rest = (self.rest or Fraction(1)) * by
        elif self.smallest and by >= self.smallest:
            return False
        else:
            self.thousands += (self.rest or Fraction(1)) * by
            self.rest, self.smallest = Fraction(0), by
        self.scale = by
        return True


def _words_at(text: str, at: int, numerals: Numerals) -> Number | None:
    total, end = _Sum(), at
    place: int | None = at
    if half_of := numerals.half_of.match(text, at):
        total.rest, end = Fraction(1, 2), half_of.end()
        place = _after_space(text, end)
    elif article := numerals.article.match(text, at):
        place = article.end()
        if numerals.multiplier.match(text, place) is None:
            return None
    while place is not None and (after := _take(text, place, total, numerals)):
        end = after
        place = _next_word(text, end, total, numerals)
    value = total.thousands + total.rest
    return Number(value, end, total.scale) if end > at else None


def _take(text: str, place: int, total: _Sum, numerals: Numerals) -> int:
    """Adds the word at a place to the sum; where it ends, 0 where it does not belong."""
    if multiplier := numerals.multiplier.match(text, place):
        return (
            multiplier.end() if total.multiply(numerals.multipliers[folded(multiplier[0])]) else 0
        )
    number = numerals.number.match(text, place)
    if number is None or not total.takes(numerals.numbers[folded(number[0])]):
        return 0
    total.rest += numerals.numbers[folded(number[0])]
    end = number.end()
    if half := numerals.half.match(text, end):
        total.rest += Fraction(1, 2)
        end = half.end()
    return end


def _next_word(text: str, end: int, total: _Sum, numerals: Numerals) -> int | None:
    """Where the next word of the same number may begin."""
    if text[end : end + 1] == "-":
        return end + 1
    is_round = total.rest % _HUNDRED == 0 and (total.rest or total.thousands)
    joint = numerals.joint.match(text, end) if is_round else None
    return _after_space(text, joint.end() if joint else end)


def _after_space(text: str, at: int) -> int | None:
    found = _SPACE.match(text, at)
    return found.end() if found else None
