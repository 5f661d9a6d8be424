"""Dates as containers state them: in dump headers, mail headers and the metadata of pages.

Only complete dates, written on purpose as a date. What could be read two ways (03/04/2021) is no
date. The day is the one written, in the writer's own time zone: it is the day the outlet names.
"""

from __future__ import annotations

import re
from functools import cache

from habeas.model.errors import ValueMalformed
from habeas.model.partial_date import PartialDate
from habeas.reference.files import read
from habeas.reference.languages import codes

_LETTERS = 3  # enough to tell a month by, in every language that is read
_YEAR = r"(?P<year>[12]\d{3})"
_MONTH = r"(?P<month>\d{1,2})"
_DAY = r"(?P<day>\d{1,2})"
_NAME = r"(?P<name>[^\W\d_]{3,12})\.?"
_WEEKDAY = r"(?:[^\W\d_]{2,12}\.?,?\s+)?"
_FORMS = (
    rf"{_YEAR}(?P<mark>[-/.]){_MONTH}(?P=mark){_DAY}",
    rf"{_YEAR}-(?P<month>\d\d)",
    rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)",
    rf"{_DAY}\.{_MONTH}\.{_YEAR}",
    rf"(?P<one>\d{{1,2}})/(?P<other>\d{{1,2}})/{_YEAR}",
    rf"{_WEEKDAY}{_DAY}(?:st|nd|rd|th)?[\s-]+{_NAME},?[\s-]+{_YEAR}",
    rf"{_WEEKDAY}{_NAME}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
)
_YEAR_WORD = r"(?:\s*(?:р\.?|г\.?|року|года))?"
_NAMED_ZONE = r"Z|UTC|GMT|MSK|EES?T|CES?T|WES?T|BST|[ECMP][SD]T"
_ZONE = rf"(?:\s*(?:{_NAMED_ZONE}|[+-]\d{{2}}:?\d{{2}}))?(?:\s*\(\w{{3,5}}\))?"
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*[ap]\.?m\.?)?"
_TIME = rf"(?:[T,\s]+(?:(?:at|о|об|в)\s+)?{_CLOCK}{_ZONE})?"
# (?!\S): a date that begins a line may be followed by a word that looks like its continuation.
_PATTERNS = tuple(re.compile(rf"{form}{_YEAR_WORD}{_TIME}(?!\S)", re.IGNORECASE) for form in _FORMS)
_LONGEST = 80
_MONTHS_IN_A_YEAR = 12


def stated_date(words: str) -> PartialDate | None:
    """The day (or month) that the words are, from first to last; None where they are none.

    >>> stated_date("Mon, 15 Feb 2021 10:30:00 +0200"), stated_date("15 лютого 2021 р.")
    (PartialDate(text='2021-02-15'), PartialDate(text='2021-02-15'))
    >>> stated_date("03/04/2021") is None
    True
    """
    words = words.strip().strip("\"'")
    if len(words) > _LONGEST:
        return None
    for pattern in _PATTERNS:
        if (found := pattern.fullmatch(words)) and (date := _date(found.groupdict())):
            return date
    return None


def leading_date(text: str, start: int, end: int) -> tuple[PartialDate, int] | None:
    """The date that begins at `start`, with the place where it ends; whole days only."""
    for pattern in _PATTERNS:
        found = pattern.match(text, start, min(end, start + _LONGEST))
        if found and (date := _date(found.groupdict())) and date.day:
            return date, found.end()
    return None


def _date(parts: dict[str, str | None]) -> PartialDate | None:
    month, day = _month(parts), parts.get("day")
    if parts.get("one"):
        month, day = _told_apart(int(parts["one"] or 0), int(parts["other"] or 0))
    if not month:
        return None
    try:
        return PartialDate(f"{parts['year']}-{month:02}" + (f"-{int(day):02}" if day else ""))
    except ValueMalformed:
        return None


def _month(parts: dict[str, str | None]) -> int:
    if name := parts.get("name"):
        return _months().get(name[:_LETTERS].lower(), 0)
    return int(parts.get("month") or 0)


@cache
def _months() -> dict[str, int]:
    """Months by the letters they begin with, as the languages write them."""
    return {
        name[:_LETTERS].lower(): int(number)
        for code in codes()
        for words in read(f"lexicons/{code}/dates.yml")["classes"]
        if words["id"] == "month"
        for name, number in words["forms"].items()
    }


def _told_apart(one: int, other: int) -> tuple[int, str | None]:
    """Month and day of 15/02 or 02/15; no month where both orders would do."""
    if one > _MONTHS_IN_A_YEAR >= other:
        return other, str(one)
    if other > _MONTHS_IN_A_YEAR >= one:
        return one, str(other)
    return 0, None
