"""What a date in EDTF (ISO 8601-2:2019) allows: the rules behind `PartialDate`.

Every date is a pattern of digits and `X`; its bounds are the first and last real day that fit the
pattern, so that `201X-02-29` lies between 2012-02-29 and 2016-02-29, and `2021-02-3X` is no date.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from habeas.model.errors import ValueMalformed

# ISO 8601-1:2019, 4.3.2: years before the calendar began (1583) need an agreement between the
# parties; none of ours needs one, and such a year in a report is a slip of the pen.
FIRST_YEAR = 1583
_YEARLESS = "XXXX"
_ANY_LEAP_YEAR = 2000
_SINGLE = re.compile(
    r"(?P<year>[0-9]{2}(?:[0-9]{2}|[0-9]X|XX)|XXXX)"
    r"(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?"
    r"(?:(?P<mark>[~?%])"
    r"|T(?P<time>(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?)"
    r"(?P<zone>Z|[+-](?:0[0-9]|1[0-4])(?::[0-5][0-9])?)?)?"
)
# ISO 8601-2:2019, 4.8, sub-year groupings: first month and count of months. The standard ties a
# season to no month; these are the meteorological ones. 21-24 name no hemisphere and are read as
# northern (25-28 say northern, 29-32 southern); a season over the year's end bears the year it
# begins in.
_GROUPINGS: dict[str, tuple[int, int]] = {
    "21": (3, 3), "22": (6, 3), "23": (9, 3), "24": (12, 3),
    "25": (3, 3), "26": (6, 3), "27": (9, 3), "28": (12, 3),
    "29": (9, 3), "30": (12, 3), "31": (3, 3), "32": (6, 3),
    "33": (1, 3), "34": (4, 3), "35": (7, 3), "36": (10, 3),
    "37": (1, 4), "38": (5, 4), "39": (9, 4),
    "40": (1, 6), "41": (7, 6),
}  # fmt: skip


class Granularity(StrEnum):
    """How finely a date is known: the finest unit that is written out in full."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"  # or quarter, third, half of a year
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    YEARLESS = "yearless"  # day or month known, year not
    INTERVAL = "interval"


# Room a mark ("~", "?") leaves on either side: one unit of the date's own. A convention of ours.
_ROOM_DAYS = {
    Granularity.DAY: 1,
    Granularity.MONTH: 31,
    Granularity.SEASON: 92,
    Granularity.YEAR: 366,
    Granularity.DECADE: 3653,
    Granularity.CENTURY: 36525,
    Granularity.YEARLESS: 0,
}


@dataclass(frozen=True, slots=True)
class Form:
    """What one written date allows.

    `earliest` and `latest` are the days the digits allow; `first` and `last` the same as day
    numbers (`date.toordinal`), widened by the room a mark leaves. All are None where the date is
    open, unknown or without a year.
    """

    granularity: Granularity
    earliest: date | None = None
    latest: date | None = None
    first: int | None = None
    last: int | None = None
    is_approximate: bool = False
    is_uncertain: bool = False
    is_yearless: bool = False
    time: str = ""
    zone: str = ""


_NO_END = Form(Granularity.INTERVAL)


@lru_cache(maxsize=16384)  # every day of 44 years: a register folded again meets few others
def form_of(text: str) -> Form:
    """What the date written as `text` allows. Raises: ValueMalformed."""
    start, slash, end = text.partition("/")
    form = _interval(start, end) if slash else _single(text)
    if form is None:
        raise ValueMalformed(
            value=text,
            expected="a date (EDTF)",
            example="2021-02-15, 2021-02, 2020-10~, XXXX-10-31, 2020-10/2021-02",
        )
    return form


def _interval(start: str, end: str) -> Form | None:
    ends = [_NO_END if text in ("", "..") else _single(text) for text in (start, end)]
    first, last = ends
    if first is None or last is None or (first is _NO_END and last is _NO_END):
        return None
    written = [one for one in (first, last) if one is not _NO_END]
    is_yearless = any(one.is_yearless for one in written)
    is_backwards = first.earliest and last.latest and first.earliest > last.latest
    if is_backwards or (is_yearless and not all(one.is_yearless for one in written)):
        return None
    return Form(
        Granularity.INTERVAL,
        earliest=first.earliest,
        latest=last.latest,
        first=first.first,
        last=last.last,
        is_approximate=first.is_approximate or last.is_approximate,
        is_uncertain=first.is_uncertain or last.is_uncertain,
        is_yearless=is_yearless,
        time="/".join(one.time for one in written).strip("/"),
        zone="/".join(one.zone for one in written).strip("/"),
    )


def _single(text: str) -> Form | None:
    found = _SINGLE.fullmatch(text)
    if found is None:
        return None
    bounds = _bounds(found["year"], found["month"], found["day"])
    granularity = _granularity(found["year"], found["month"], found["day"])
    if bounds is None or (found["time"] and granularity is not Granularity.DAY):
        return None
    earliest, latest = bounds
    is_yearless = granularity is Granularity.YEARLESS
    mark = found["mark"] or ""
    room = _ROOM_DAYS[granularity] if mark else 0
    return Form(
        granularity,
        earliest=None if is_yearless else earliest,
        latest=None if is_yearless else latest,
        first=None if is_yearless else earliest.toordinal() - room,
        last=None if is_yearless else latest.toordinal() + room,
        is_approximate=mark in ("~", "%"),
        is_uncertain=mark in ("?", "%"),
        is_yearless=is_yearless,
        time=found["time"] or "",
        zone=found["zone"] or "",
    )


def _granularity(year: str, month: str | None, day: str | None) -> Granularity:
    if "X" in year:
        by_unknown = {1: Granularity.DECADE, 2: Granularity.CENTURY, 4: Granularity.YEARLESS}
        return by_unknown[year.count("X")]
    if month is None or "X" in month:
        return Granularity.YEAR
    if month in _GROUPINGS:
        return Granularity.SEASON
    return Granularity.MONTH if day is None or "X" in day else Granularity.DAY


def _bounds(year: str, month: str | None, day: str | None) -> tuple[date, date] | None:
    """First and last real day that fit; for a date without a year, in a leap year."""
    if month in _GROUPINGS:
        return _grouping(year, month) if year.isdigit() and day is None else None
    if year == _YEARLESS:
        if {month, day} <= {None, "XX"}:
            return None
        years: Sequence[int] = (_ANY_LEAP_YEAR,)
    else:
        years = range(int(year.replace("X", "0")), int(year.replace("X", "9")) + 1)
        if years[0] < FIRST_YEAR:
            return None
    months = [one for one in range(1, 13) if _fits(one, month)]
    days = [one for one in range(1, 32) if _fits(one, day)]
    earliest = _first_real(years, months, days)
    latest = _first_real(years[::-1], months[::-1], days[::-1])
    if earliest is None or latest is None:
        return None
    return earliest, latest


def _fits(number: int, pattern: str | None) -> bool:
    if pattern is None:
        return True
    pairs = zip(f"{number:02}", pattern, strict=True)
    return all(wanted in ("X", digit) for digit, wanted in pairs)


def _first_real(years: Iterable[int], months: Iterable[int], days: Iterable[int]) -> date | None:
    real = (
        date(year, month, day)
        for year in years
        for month in months
        for day in days
        if day <= calendar.monthrange(year, month)[1]
    )
    return next(real, None)


def _grouping(year: str, code: str) -> tuple[date, date] | None:
    first_month, count = _GROUPINGS[code]
    years_on, last_month = divmod(first_month + count - 2, 12)
    last_year = int(year) + years_on
    if int(year) < FIRST_YEAR or last_year > date.max.year:
        return None
    last_day = calendar.monthrange(last_year, last_month + 1)[1]
    return date(int(year), first_month, 1), date(last_year, last_month + 1, last_day)
