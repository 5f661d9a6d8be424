"""Dates complete in themselves, or but for the year: 15 February, 2014-2020, spring of 2021."""

from __future__ import annotations

from datetime import date

from habeas.model.partial_date import PartialDate, from_day
from habeas.text.date_values import Clock, Parts, Value, date_of, marked, stretch, without_year
from habeas.text.date_words import DateRule, DateWords

_WINTER = 24  # EDTF


def calendar_date(parts: Parts, _: DateRule, words: DateWords, clock: Clock) -> Value | None:
    """15 February 2021; February 3-5; March to May 2022; 15.02.2021."""
    first = _month(parts, "month", words) or int(parts["mm"])
    last = _month(parts, "month2", words) or first
    day, day2 = int(parts.get("day") or parts.get("dd") or 0), int(parts.get("day2") or 0)
    is_stretch = bool(day2) or last != first
    if not parts.get("year"):
        end = without_year(last, day2 or day, clock)
        if not is_stretch:
            return end
        year = end.date.text[:4]
        start = date_of(year, first, day)
        if year == "XXXX":
            return Value(start, lacks=(first, day))
        joined = stretch(start, end.date)
        return Value(joined, end.anchor, is_year_inferred=end.is_year_inferred) if joined else None
    year_last = int(parts["year"])
    year_first = year_last - (first > last)
    start = date_of(year_first, first, day)
    if not is_stretch:
        return Value(start)
    joined = stretch(start, date_of(year_last, last, day2 or day))
    return Value(joined) if joined else None


def _month(parts: Parts, name: str, words: DateWords) -> int:
    return int(words.value("month", parts[name])) if parts.get(name) else 0


def slashed_date(parts: Parts, _: DateRule, words: DateWords, __: Clock) -> Value | None:
    """15/02/2021; where day and month could change places and the language does not say: both."""
    one, two, year = int(parts["day"]), int(parts["day2"]), int(parts["year"])
    twelfth = 12
    is_month_first = words.is_month_first
    if one > twelfth or two > twelfth or one == two:
        is_month_first = two > twelfth
    if is_month_first is None:
        ways = sorted([date(year, one, two), date(year, two, one)])
        joined = stretch(from_day(ways[0]), from_day(ways[1]))
        return Value(marked(joined, "?")) if joined else None
    month, day = (one, two) if is_month_first else (two, one)
    return Value(date_of(year, month, day))


def year_date(parts: Parts, _: DateRule, __: DateWords, ___: Clock) -> Value | None:
    """2021; 2014-2020; 2021-22."""
    year = int(parts["year"])
    last = int(parts.get("year2") or 0) or year
    if parts.get("yy"):
        last = year // 100 * 100 + int(parts["yy"])
    joined = stretch(date_of(year), date_of(last))
    return Value(joined) if joined else None


def decade_date(parts: Parts, _: DateRule, __: DateWords, ___: Clock) -> Value | None:
    return Value(PartialDate(parts["decade"][:3] + "X"))


def century_date(parts: Parts, _: DateRule, words: DateWords, __: Clock) -> Value | None:
    number = parts.get("number") or words.value("ordinal", parts["ordinal"])
    return Value(PartialDate(f"{int(number) - 1:02d}XX"))


def season_of(parts: Parts, _: DateRule, words: DateWords, __: Clock) -> Value | None:
    """Spring of 2021; winter of 2020-21."""
    year, season = int(parts["year"]), int(words.value("season", parts["season"]))
    if season == _WINTER and not parts.get("yy"):
        # "Winter 2021" is said of the one that begins and of the one that ends in that year.
        return Value(PartialDate(f"{year}-01?/{year + 1}-02?"))
    return Value(PartialDate(f"{year}-{season}"))
