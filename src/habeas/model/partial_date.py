"""Dates as far as they are known, in EDTF: ISO 8601-2:2019 level 1 and the useful parts of level 2.

Understood: `2021-02-15`, `2021-02`, `2021`, a time with or without its zone
(`2021-02-15T10:30+02:00`), unspecified digits (`202X`, `20XX`, `2021-XX-15`, `2021-02-1X`,
`XXXX-10-31`), seasons, quarters, thirds and halves of a year (`2021-21` spring ... `2021-41` second
half), one qualifier at the end (`~` approximate, `?` uncertain, `%` both), intervals
(`2020-10/2021-02`, `../2021`, `2021/..`, and `/2021` or `2021/` for an unknown end).

Refused: years before 1583, of more than four digits or none at all (`XXXX`), sets, qualifiers
within a date, significant digits, and a qualified time of day, which EDTF does not have.

Arithmetic is honest: a month without a day has two ends, and comparisons answer None when the
dates do not decide them. It goes by the day as written: hours are kept, never compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from habeas.model.edtf import Form, Granularity, form_of
from habeas.model.errors import NotYetArrested, ValueMalformed

__all__ = ["Granularity", "PartialDate", "days_held", "from_day"]


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
        form_of(self.text)

    @property
    def earliest(self) -> date | None:
        """First day the digits allow; None where the start is open, unknown or lacks its year."""
        return form_of(self.text).earliest

    @property
    def latest(self) -> date | None:
        """Last day the digits allow; None where the end is open, unknown or lacks its year."""
        return form_of(self.text).latest

    @property
    def granularity(self) -> Granularity:
        """How finely the date is known."""
        return form_of(self.text).granularity

    @property
    def is_approximate(self) -> bool:
        """Whether it is marked as near the truth ("about", "~")."""
        return form_of(self.text).is_approximate

    @property
    def is_uncertain(self) -> bool:
        """Whether it is marked as possibly wrong ("?")."""
        return form_of(self.text).is_uncertain

    @property
    def day(self) -> date | None:
        """The one day meant, where there is exactly one and it is not hedged."""
        form = form_of(self.text)
        is_plain = not (form.is_approximate or form.is_uncertain)
        return form.earliest if is_plain and form.earliest == form.latest else None

    def is_before(self, other: PartialDate) -> bool | None:
        """Whether all of this lies before all of `other`; None where the two do not decide it.

        A mark ("~", "?") leaves one unit of its date as room on either side, and a time in another
        zone than the other's one day, before anything is decided.
        """
        one, two = form_of(self.text), form_of(other.text)
        (first, last), (other_first, other_last) = (
            ((one.first, one.last), (two.first, two.last))
            if one.zone == two.zone
            else _reaches(self, other)
        )
        if last is not None and other_first is not None and last < other_first:
            return True
        if first is not None and other_last is not None and first >= other_last:
            return False
        return None

    def overlaps(self, other: PartialDate) -> bool | None:
        """Whether the two can mean the same day, with the room `is_before` leaves.

        None where a year is lacking. An open or unknown end sets no bound.
        """
        if form_of(self.text).is_yearless or form_of(other.text).is_yearless:
            return None
        reaches = _reaches(self, other)
        firsts = [first for first, _ in reaches if first is not None]
        lasts = [last for _, last in reaches if last is not None]
        return not firsts or not lasts or max(firsts) <= min(lasts)

    def refines(self, other: PartialDate) -> bool:
        """Whether this says the same as `other`, more finely: 2021-02-15 refines 2021-02.

        All of this, with the room a mark leaves, must lie within what the digits of `other` allow.
        Between equal bounds the one with the time of day, or without a mark, is the finer.
        """
        inner, outer = form_of(self.text), form_of(other.text)
        if inner.is_yearless or outer.is_yearless:
            return False
        if (inner.earliest, inner.latest) == (outer.earliest, outer.latest):
            return _is_sharper(inner, outer)
        return not outer.time and _is_within(inner, outer)

    def __str__(self) -> str:
        return self.text


def days_held(arrested: PartialDate, until: date) -> tuple[int, int]:
    """Least and most days of liberty lost, counting the day of arrest.

    A month without a day leaves up to 30 days open: keep both ends, never average. A mark ("~",
    "?") widens both by one unit of the date. A start that is open or lacks its year has no least
    or no most: raises ValueMalformed.
    Raises: NotYetArrested, when `until` is before the earliest possible arrest.
    Source: WGAD model questionnaire, part III (duration).

    >>> days_held(PartialDate("2023-04"), date(2023, 5, 1))
    (2, 31)
    """
    form = form_of(arrested.text)
    if form.first is None or form.last is None:
        raise ValueMalformed(
            value=arrested.text, expected="a date of arrest with a year", example="2023-04"
        )
    most = until.toordinal() - form.first + 1
    if most < 1:
        raise NotYetArrested(arrested=arrested.text, until=until.isoformat())
    return max(until.toordinal() - form.last + 1, 0), most


def from_day(day: date) -> PartialDate:
    """The partial date that is exactly one day."""
    return PartialDate(f"{day.year:04}-{day.month:02}-{day.day:02}")


_Reach = tuple[int | None, int | None]


def _reaches(one: PartialDate, two: PartialDate) -> tuple[_Reach, _Reach]:
    """First and last day number of each, with the room that marks and differing zones leave."""
    left, right = form_of(one.text), form_of(two.text)
    # 23:30 UTC is already tomorrow in Kyiv: the day as written may not be the day of the place.
    apart = int(left.zone != right.zone)
    return _widened(left, apart if left.zone else 0), _widened(right, apart if right.zone else 0)


def _widened(form: Form, days: int) -> _Reach:
    first = None if form.first is None else form.first - days
    return first, None if form.last is None else form.last + days


def _is_within(inner: Form, outer: Form) -> bool:
    earliest, latest = outer.earliest, outer.latest
    starts_in = earliest is None or (
        inner.first is not None and earliest.toordinal() <= inner.first
    )
    ends_in = latest is None or (inner.last is not None and inner.last <= latest.toordinal())
    return starts_in and ends_in


def _is_sharper(inner: Form, outer: Form) -> bool:
    """Between equal bounds: no detail lost, no mark gained, and one of the two better."""
    inner_marks = (inner.is_approximate, inner.is_uncertain)
    outer_marks = (outer.is_approximate, outer.is_uncertain)
    keeps_time = not outer.time or (inner.time, inner.zone) == (outer.time, outer.zone)
    keeps_marks = all(mine <= theirs for mine, theirs in zip(inner_marks, outer_marks, strict=True))
    is_better = inner_marks != outer_marks or inner.time != outer.time
    return keeps_time and keeps_marks and is_better
