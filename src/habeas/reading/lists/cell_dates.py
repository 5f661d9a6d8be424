"""Dates as people type them into tables, no finer and no surer than they stand there.

What can be read two ways, and what a spreadsheet program has made of a date, is told as a doubt;
only what every way of reading has in common is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache

from habeas.model.errors import ValueMalformed
from habeas.model.partial_date import PartialDate
from habeas.model.quote import Span
from habeas.model.written_date import WrittenDate
from habeas.reading.lists.cell_months import month_begun
from habeas.reading.lists.cell_text import Piece
from habeas.reference.date_words import date_words
from habeas.reference.list_words import any_of, languages
from habeas.text.normalise import fold
from habeas.text.written_dates import DateFound, Relation, find_dates

_MONTHS = 12
_LATEST = 35  # of two digits: a year of this century, which no list of today goes beyond
# Day 1 of spreadsheets is 1900-01-01; they count a 29 February 1900 that never was.
_DAY_NONE = date(1899, 12, 30)
_SERIAL = re.compile(r"[1-6]\d{4}(?:[.,]\d+)?")
_SERIAL_YEARS = range(1900, 2100)
_SERIAL_DAYS = range(32)
_DAYS_TO_1904 = 1462  # Excel for the Macintosh counted from there
_TIME = r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
_ISO = re.compile(rf"(?P<y>\d{{4}})-(?P<m>\d\d?)(?:-(?P<d>\d\d?){_TIME})?")
_YEAR_FIRST = re.compile(r"(?P<y>\d{4})[./](?P<m>\d\d?)[./](?P<d>\d\d?)")
_DOTS = re.compile(
    rf"(?P<d>\d\d?|[xхXХ?_*-]{{1,2}})[.](?P<m>\d\d?|[xхXХ?_*-]{{1,2}})[.]"
    rf"(?P<y>\d{{4}}|\d\d){_TIME}"
)
_SLASHES = re.compile(rf"(?P<a>\d\d?)[/-](?P<b>\d\d?)[/-](?P<y>\d{{4}}|\d\d){_TIME}")
_MONTH = re.compile(r"(?P<m>\d\d?)[./](?P<y>\d{4})")
_YEAR = re.compile(r"(?P<mark>[?~])?\s*(?P<y>[12]\d{3})(?P<doubt>\?|\s*\(\?\))?")
_MONTHS_OF = re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)/(?:(?P<z>\d{4})-)?(?P<n>\d\d)")
_YEARS = re.compile(r"(?P<y>[12]\d{3})\s*[/-]\s*(?P<z>[12]\d{3})")
# What a program shows of "March 2014" or of "14 March": Mar-14, 14-Mar, мар.14, 14.бер.
_MONTH_TYPED = re.compile(
    r"(?P<word>[^\W\d_]{3,9})\.?[-.]\d\d|\d\d?[-.](?P<other>[^\W\d_]{3,9})\.?"
)
_MONTH_NAMED = re.compile(
    r"(?:(?P<d>\d\d?)[-. ]\s*)?(?P<word>[^\W\d_]{3,9})(?:\.|[-. ])[- ]?\s*(?P<y>\d{4})"
)
_TWO_WAYS = re.compile(r"(?<!\d)(?P<a>\d\d?)/(?P<b>\d\d?)/(?P<y>\d{4}|\d\d)(?!\d)")
_WORD_END = r"(?!\w)"
_UNKNOWN_DIGITS = frozenset("xхXХ?_*-0")


@dataclass(frozen=True, slots=True)
class DateRead:
    """The dates of a cell, what is doubtful in it, and whether words are left beside them."""

    dates: tuple[WrittenDate, ...] = ()
    doubt: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True)
class _Read:
    """One date without its place; `size` 0 where it is all the words."""

    date: PartialDate | None
    doubt: str = ""
    is_year_inferred: bool = False
    start: int = 0
    end: int = 0


def dates_of(piece: Piece, *, is_birth: bool = False) -> DateRead:
    """The dates of one value of a cell."""
    found = _read(piece.text, is_birth)
    dates = tuple(
        WrittenDate(
            one.date,
            words=piece.text[one.start : one.end],
            span=Span(piece.start + one.start, piece.start + one.end),
            is_year_inferred=one.is_year_inferred,
        )
        for one in found
        if one.date is not None
    )
    rest = piece.text
    for one in reversed(found):
        rest = f"{rest[: one.start]} {rest[one.end :]}"
    doubt = next((one.doubt for one in found if one.doubt), "")
    return DateRead(dates, doubt, " ".join(rest.split()).strip(" ,.;:-–—"))


@lru_cache(maxsize=50_000)
def _read(text: str, is_birth: bool) -> tuple[_Read, ...]:  # noqa: FBT001  # a key of the cache
    plain = fold(text)
    bare = _year_word().sub("", plain.casefold())
    about = _about().match(bare)
    whole = _whole(bare[about.end() :] if about else bare, is_birth=is_birth)
    if whole is not None and about and whole.date is not None:
        whole = _made(f"{whole.date.text.rstrip('~?%')}~")
    if whole is not None:
        return (replace(whole, end=len(text)),)
    return tuple(_in_words(plain, is_birth=is_birth))


@cache
def _year_word() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{any_of('year_word')})\s*\Z")


@cache
def _about() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('about').removesuffix(_WORD_END)})\s*")


def _whole(text: str, *, is_birth: bool) -> _Read | None:
    """The date that all of the words are; None where they are more, or no date."""
    for pattern, meaning in _FORMS:
        if (found := pattern.fullmatch(text)) and (read := meaning(found, is_birth)):
            return read
    return None


def _in_order(found: re.Match[str], is_birth: bool) -> _Read:  # noqa: FBT001  # as all forms
    day = found.groupdict().get("d")
    known = [one if one and int(one) else None for one in (found["m"], day)]
    month, day = (known[0], known[1] if known[0] else None)  # 2019-05-00 is a month
    return _of_parts(found["y"], month, day, is_birth=is_birth)


def _years(found: re.Match[str], _: bool) -> _Read:  # noqa: FBT001
    return _made(f"{found['y']}/{found['z']}")


def _months_of(found: re.Match[str], _: bool) -> _Read:  # noqa: FBT001
    return _made(f"{found['y']}-{found['m']}/{found['z'] or found['y']}-{found['n']}")


def _year(found: re.Match[str], _: bool) -> _Read:  # noqa: FBT001
    return _made(found["y"] + (found["mark"] or ("?" if found["doubt"] else "")))


def _serial(found: re.Match[str], _: bool) -> _Read:  # noqa: FBT001
    number = int(re.split("[.,]", found[0])[0])
    day = _DAY_NONE + timedelta(days=number)
    later = day + timedelta(days=_DAYS_TO_1904)
    what = f"a day number of a spreadsheet program, perhaps {day}, or {later} counted from 1904"
    return _Read(None, what)


def _month_typed(found: re.Match[str], _: bool) -> _Read | None:  # noqa: FBT001
    word = found["word"] or found["other"]
    if month_begun(word) is None:
        return None
    return _Read(None, "a month with a number that can be its day or its year")


def _month_named(found: re.Match[str], is_birth: bool) -> _Read | None:  # noqa: FBT001
    month = month_begun(found["word"])
    if month is None:
        return None
    return _of_parts(found["y"], str(month), found["d"], is_birth=is_birth)


def _of_parts(year: str, month: str | None, day: str | None, *, is_birth: bool) -> _Read:
    made = _made("-".join([year, *(part.zfill(2) for part in (month, day) if part)]))
    typed = None if made.date is None else _typed_number(made.date)
    if typed is None:
        return made
    what = f"what a spreadsheet program makes of the number {typed} in a date cell"
    # People were born on these days as on any other; little else of them stands in lists of today.
    return _Read(made.date if is_birth else None, what)


def _typed_number(found: PartialDate) -> int | None:
    """The number that was typed where a program wanted a date: a year, or the day of a month."""
    number = (found.day - _DAY_NONE).days if found.day else -1
    number -= date(1900, 1, 1) <= (found.day or date.max) < date(1900, 3, 1)
    return number if number in _SERIAL_YEARS or number in _SERIAL_DAYS else None


def _dotted(found: re.Match[str], is_birth: bool) -> _Read:  # noqa: FBT001
    day, month, year = found["d"], found["m"], found["y"]
    is_no_day, is_no_month = set(day) <= _UNKNOWN_DIGITS, set(month) <= _UNKNOWN_DIGITS
    full, is_inferred, doubt = _full_year(year, is_birth=is_birth)
    if is_no_month:
        return _Read(_made(full).date, doubt, is_inferred)
    if is_no_day:
        return _Read(_made(f"{full}-{month.zfill(2)}").date, doubt, is_inferred)
    if int(month) > _MONTHS >= int(day):  # no other way to read 03.25.2021
        day, month = month, day
    made = _of_parts(full, month, day, is_birth=is_birth)
    return _Read(made.date, made.doubt or doubt, is_inferred)


def _two_ways(found: re.Match[str], is_birth: bool) -> _Read:  # noqa: FBT001
    one, other = int(found["a"]), int(found["b"])
    full, is_inferred, doubt = _full_year(found["y"], is_birth=is_birth)
    if one <= _MONTHS and other <= _MONTHS and one != other:
        what = "day and month can be read either way, so only the year is kept"
        return _Read(_made(full).date if full[0] != "X" else None, what, is_inferred)
    day, month = (one, other) if other <= _MONTHS else (other, one)
    made = _of_parts(full, f"{month:02}", f"{day:02}", is_birth=is_birth)
    return _Read(made.date, made.doubt or doubt, is_inferred)


def _full_year(year: str, *, is_birth: bool) -> tuple[str, bool, str]:
    """The year in full; whether its century was supplied; and what is doubtful about that."""
    if len(year) > 2:  # noqa: PLR2004  # all digits stand there
        return year, False, ""
    # What happens to people on lists of today; births of both centuries are among them.
    if int(year) > _LATEST:
        return f"19{year}", True, ""
    if not is_birth:
        return f"20{year}", True, ""
    return "XXXX", True, "the century of the year is not told"


def _made(written: str) -> _Read:
    try:
        return _Read(PartialDate(written))
    except ValueMalformed:
        return _Read(None, "there is no such day")


def _in_words(text: str, *, is_birth: bool) -> Iterator[_Read]:
    """Dates among other words, by the language that makes most of them."""
    doubtful = [
        (found, read)
        for found in _TWO_WAYS.finditer(text)
        if (read := _two_ways(found, is_birth)).doubt
    ]
    if doubtful:
        for found, read in doubtful:
            yield _Read(read.date, read.doubt, read.is_year_inferred, found.start(), found.end())
        return
    best: list[DateFound] = []
    for language in languages():
        dates = find_dates(text, date_words(language), anchor=None)
        best = max(best, dates, key=_covered)
    for one in best:
        span = one.written.span or Span(0, 0)
        before = text[: span.start].rstrip()
        if before.endswith("-"):  # "May-June 2020", of which one end was understood
            year = _made(one.written.date.text[:4]).date
            what = "the first half of a stretch was not understood"
            yield _Read(year, what, start=span.start, end=span.end)
            continue
        start = span.start
        if one.relation is not Relation.ON and before:
            start = len(before) - len(before.split()[-1])
        yield _Read(_bounded(one), "", one.written.is_year_inferred, start, span.end)


def _covered(found: list[DateFound]) -> int:
    return sum(len(one.written.words) + (one.relation is not Relation.ON) for one in found)


def _bounded(found: DateFound) -> PartialDate:
    """Before 2014 is a stretch that ends there."""
    written = found.written.date.text
    form = {
        Relation.UNTIL: f"../{written}",
        Relation.BEFORE: f"../{written}",
        Relation.AFTER: f"{written}/..",
    }.get(found.relation, written)
    try:
        return PartialDate(form)
    except ValueMalformed:
        return found.written.date


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], bool], _Read | None]], ...] = (
    (_ISO, _in_order),
    (_YEAR_FIRST, _in_order),
    (_DOTS, _dotted),
    (_SLASHES, _two_ways),
    (_MONTH, _in_order),
    (_MONTHS_OF, _months_of),
    (_YEARS, _years),
    (_YEAR, _year),
    (_SERIAL, _serial),
    (_MONTH_TYPED, _month_typed),
    (_MONTH_NAMED, _month_named),
)
