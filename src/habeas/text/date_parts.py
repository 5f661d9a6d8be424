"""Parts of a year, month or decade, as loosely as they are spoken of.

Conventions of ours, no authority defines them: early, mid and late are thirds (of a year: EDTF
37-39, of a month: ten days each), the beginning and the end of a year its first and last quarter.
All but halves and quarters are marked "~".
"""

from __future__ import annotations

import calendar
from collections.abc import Callable

from habeas.model.partial_date import Granularity, PartialDate
from habeas.text.date_values import marked

_OF_YEAR = {
    "early": "37~",
    "mid": "38~",
    "late": "39~",
    "beginning": "33~",
    "end": "36~",
    "first_half": "40",
    "second_half": "41",
    "first_quarter": "33",
    "second_quarter": "34",
    "third_quarter": "35",
    "last_quarter": "36",
}
_OF_MONTH = {
    "early": ("01", "10~"),
    "mid": ("11~", "20~"),
    "late": ("21~", ""),
    "beginning": ("01", "10~"),
    "end": ("21~", ""),
    "first_half": ("01", "15"),
    "second_half": ("16", ""),
}
_OF_DECADE = {
    "early": ("0", "3~"),
    "mid": ("4~", "6~"),
    "late": ("7~", "9"),
    "beginning": ("0", "3~"),
    "end": ("7~", "9"),
    "first_half": ("0", "4"),
    "second_half": ("5", "9"),
}
PARTS = frozenset(_OF_YEAR)


def part_of(whole: PartialDate, part: str) -> PartialDate:
    """The early, mid or late part of a date; of a day, the day itself."""
    return _BY_GRANULARITY.get(whole.granularity, _loosely)(whole, part)


def _of_year(whole: PartialDate, part: str) -> PartialDate:
    return PartialDate(f"{whole.text[:4]}-{_OF_YEAR[part]}")


def _of_month(whole: PartialDate, part: str) -> PartialDate:
    if part not in _OF_MONTH:
        return _loosely(whole, part)
    year, month = whole.text[:4], whole.text[5:7]
    start, end = _OF_MONTH[part]
    end = end or str(calendar.monthrange(int(year), int(month))[1])
    return PartialDate(f"{year}-{month}-{start}/{year}-{month}-{end}")


def _of_decade(whole: PartialDate, part: str) -> PartialDate:
    if part not in _OF_DECADE:
        return _loosely(whole, part)
    start, end = _OF_DECADE[part]
    return PartialDate(f"{whole.text[:3]}{start}/{whole.text[:3]}{end}")


def _of_day(whole: PartialDate, _: str) -> PartialDate:
    return whole


def _loosely(whole: PartialDate, _: str) -> PartialDate:
    return marked(whole, "~")


_BY_GRANULARITY: dict[Granularity, Callable[[PartialDate, str], PartialDate]] = {
    Granularity.YEAR: _of_year,
    Granularity.MONTH: _of_month,
    Granularity.DECADE: _of_decade,
    Granularity.DAY: _of_day,
}
