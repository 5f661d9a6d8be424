"""Dates as far as they are known: EDTF (ISO 8601-2:2019), level 1 and the parts of level 2 reports need.

Understood: `2021-02-15`, `2021-02`, `2021`, `2021-02-15T10:30`, unspecified digits (`202X`,
`2021-XX`, `2021-02-XX`, `XXXX-10-31`), seasons, quarters and halves (`2021-21` spring ... `2021-41`
second half), one qualifier at the end (`~` approximate, `?` uncertain, `%` both), intervals
(`2020-10/2021-02`, `../2021`, `2021/..`, and `/2021` or `2021/` for an unknown end).

Arithmetic is honest: a month without a day has two ends, and comparisons answer None when the
dates do not decide them.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from habeas.model.errors import NotYetArrested, ValueMalformed

_SINGLE = re.compile(
    r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2})(?:T(?P<time>"
    r"(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d{2}:\d{2})?))?)?)?(?P<mark>[~?%]?)"
)
# ISO 8601-2, 4.8: sub-year groupings. Months covered, first and last; winter runs into the next year
# in the north, but EDTF ties a season to no month: the spans below are ours, meteorological, northern.
_GROUPINGS: dict[int, tuple[int, int]] = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    40: (1, 6), 41: (7, 12),
}  # fmt: skip


class Granularity(StrEnum):
    """How finely a date is known."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    YEARLESS = "yearless"  # day or month known, year not
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """One date, or one stretch of time, in EDTF; two are equal when written alike.

    >>> PartialDate("2021-02").latest
    datetime.date(2021, 2, 28)
    >>> PartialDate("2021").is_before(PartialDate("2021-06")) is None
    True
    """

    text: str

    def __post_init__(self) -> None:
        ends = self.text.split("/")
        if len(ends) > 2 or not all(_is_single(end, in_interval=len(ends) == 2) for end in ends):
            raise _malformed(self.text)
        if ends in (["", ""], ["..", ".."], ["", ".."], ["..", ""]):
            raise _malformed(self.text)
        first, last = self.earliest, self.latest
        if first is not None and last is not None and first > last:
            raise _malformed(self.text)

    @property
    def earliest(self) -> date | None:
        """First day the words allow; None where the start is open, unknown or lacks its year."""
        start = self.text.split("/")[0]
        return None if start in ("", "..") else _bounds(start)[0]

    @property
    def latest(self) -> date | None:
        """Last day the words allow; None where the end is open, unknown or lacks its year."""
        end = self.text.rsplit("/", maxsplit=1)[-1]
        return None if end in ("", "..") else _bounds(end)[1]

    @property
    def granularity(self) -> Granularity:
        """How finely the date is known."""
        return Granularity.INTERVAL if "/" in self.text else _granularity(self.text)

    @property
    def is_approximate(self) -> bool:
        """Whether it is marked as near the truth ("about", "~")."""
        return any(end.endswith(("~", "%")) for end in self.text.split("/"))

    @property
    def is_uncertain(self) -> bool:
        """Whether it is marked as possibly wrong ("?")."""
        return any(end.endswith(("?", "%")) for end in self.text.split("/"))

    @property
    def day(self) -> date | None:
        """The one day meant, where there is exactly one and it is not hedged."""
        first = self.earliest
        is_plain = not (self.is_approximate or self.is_uncertain)
        return first if is_plain and first is not None and first == self.latest else None

    def is_before(self, other: PartialDate) -> bool | None:
        """Whether all of this lies before all of `other`; None where the two dates do not decide it.

        A marked date ("~", "?") decides nothing unless its whole unit keeps clear of the other.
        """
        if _gap(self, other):
            return True
        if _gap(other, self) or _is_not_before(self, other):
            return False
        return None

    def overlaps(self, other: PartialDate) -> bool | None:
        """Whether the two can mean the same day; None where an end lacks its year."""
        if Granularity.YEARLESS in (self.granularity, other.granularity):
            return None
        starts = [d for d in (self.earliest, other.earliest) if d is not None]
        ends = [d for d in (self.latest, other.latest) if d is not None]
        return not starts or not ends or max(starts) <= min(ends)

    def refines(self, other: PartialDate) -> bool:
        """Whether this says the same as `other`, more finely: 2021-02-15 refines 2021-02."""
        if self.text == other.text or Granularity.YEARLESS in (self.granularity, other.granularity):
            return False
        return _reaches_down(other.earliest, self.earliest) and _reaches_up(other.latest, self.latest)

    def __str__(self) -> str:
        return self.text


def days_held(arrested: PartialDate, until: date) -> tuple[int, int]:
    """Least and most days of liberty lost, counting the day of arrest.

    A month without a day leaves up to 30 days open: keep both ends, never average. A start that
    is open or lacks its year has no most: raises ValueMalformed.
    Raises: NotYetArrested, when `until` is before the earliest possible arrest.
    Source: WGAD model questionnaire, part III (duration).

    >>> days_held(PartialDate("2023-04"), date(2023, 5, 1))
    (2, 31)
    """
    first, last = arrested.earliest, arrested.latest
    if first is None or last is None:
        raise ValueMalformed(value=arrested.text, expected="a date of arrest with a year", example="2023-04")
    if until < first:
        raise NotYetArrested(arrested=arrested.text, until=until.isoformat())
    return max((until - last).days + 1, 0), (until - first).days + 1


def from_day(day: date) -> PartialDate:
    """The partial date that is exactly one day."""
    return PartialDate(day.isoformat())


def _malformed(text: str) -> ValueMalformed:
    return ValueMalformed(
        value=text, expected="a date (EDTF)", example="2021-02-15, 2021-02, 2020-10~, XXXX-10-31, 2020-10/2021-02"
    )


def _is_single(text: str, *, in_interval: bool) -> bool:
    if text in ("", ".."):
        return in_interval
    found = _SINGLE.fullmatch(text)
    if found is None:
        return False
    year, month, day = found["year"], found["month"], found["day"]
    if re.fullmatch(r"\d+X*|X+", year) is None:
        return False
    if month is None:
        return year != "XXXX"
    if "X" in month:
        return month == "XX" and year.isdigit() and (day is None or day == "XX" or day.isdigit()) and _day_fits(None, day)
    if day is None:
        return 1 <= int(month) <= 12 or (int(month) in _GROUPINGS and year.isdigit())
    return 1 <= int(month) <= 12 and (year.isdigit() or year == "XXXX") and _day_fits((year, month), day)


def _day_fits(year_month: tuple[str, str] | None, day: str | None) -> bool:
    if day is None or day == "XX":
        return True
    if not day.isdigit() or year_month is None:
        return False
    year, month = year_month
    longest = calendar.monthrange(int(year) if year.isdigit() and int(year) else 2000, int(month))[1]
    return 1 <= int(day) <= longest


def _bounds(single: str) -> tuple[date | None, date | None]:
    found = _SINGLE.fullmatch(single)
    if found is None or found["year"] == "XXXX":
        return None, None
    year = found["year"]
    low, high = int(year.replace("X", "0")) or 1, int(year.replace("X", "9"))
    month = found["month"]
    if month is None or "X" in month or not year.isdigit():
        return date(low, 1, 1), date(high, 12, 31)
    if int(month) in _GROUPINGS:
        first, last = _GROUPINGS[int(month)]
        return date(low, first, 1), _month_end(low, last)
    day = found["day"]
    if day is None or day == "XX":
        return date(low, int(month), 1), _month_end(low, int(month))
    return date(low, int(month), int(day)), date(low, int(month), int(day))


def _month_end(year: int, month: int) -> date:
    if month > 12:
        year, month = year + 1, month - 12
    return date(year, month, calendar.monthrange(year, month)[1])


def _granularity(single: str) -> Granularity:
    found = _SINGLE.fullmatch(single)
    year, month = (found["year"], found["month"]) if found else ("", None)
    if year == "XXXX":
        return Granularity.YEARLESS
    if not year.isdigit():
        return {1: Granularity.DECADE, 2: Granularity.CENTURY}.get(year.count("X"), Granularity.INTERVAL)
    if month is None or "X" in month:
        return Granularity.YEAR
    if int(month) in _GROUPINGS:
        return Granularity.SEASON
    day = found["day"] if found else None
    return Granularity.DAY if day is not None and day != "XX" else Granularity.MONTH


def _slack(single: PartialDate) -> timedelta:
    """Room a mark leaves: one unit of the date's own granularity. A convention of ours."""
    if not (single.is_approximate or single.is_uncertain):
        return timedelta()
    units = {Granularity.DAY: 1, Granularity.MONTH: 31, Granularity.SEASON: 92, Granularity.YEAR: 366}
    return timedelta(days=units.get(single.granularity, 3660))


def _gap(one: PartialDate, two: PartialDate) -> bool:
    if one.latest is None or two.earliest is None:
        return False
    return two.earliest - one.latest > _slack(one) + _slack(two)


def _is_not_before(one: PartialDate, two: PartialDate) -> bool:
    """Whether both are the same plain single day."""
    return one.day is not None and one.day == two.day


def _reaches_down(outer: date | None, inner: date | None) -> bool:
    return outer is None or (inner is not None and outer <= inner)


def _reaches_up(outer: date | None, inner: date | None) -> bool:
    return outer is None or (inner is not None and inner <= outer)
