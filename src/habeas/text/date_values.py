"""A date worked out from its words, and what it was counted from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from habeas.model.errors import ValueMalformed
from habeas.model.partial_date import PartialDate
from habeas.model.written_date import Anchor
from habeas.text.date_words import DateRule, DateWords

# A day without a year may lie this far ahead of a report and still be the coming one: an announced
# hearing is more likely than an event of almost a year ago. A convention of ours.
DAYS_AHEAD = 14
_YEARS_ASIDE = 8  # as far as the next 29 February


class Toward(StrEnum):
    """Where a date without a year is looked for: by the tense of what is told."""

    PAST = "past"
    FUTURE = "future"
    NEAREST = "nearest"


@dataclass(frozen=True, slots=True)
class Clock:
    """What dates are counted from: the document's date and the last one named in the text.

    `told` is the last one that the paragraph names with its year.
    """

    document: PartialDate | None
    text: PartialDate | None = None
    told: PartialDate | None = None
    toward: Toward = Toward.PAST
    days_ahead: int = DAYS_AHEAD


@dataclass(frozen=True, slots=True)
class Value:
    """A date worked out. `lacks` are month and day (0: none) of one written without its year."""

    date: PartialDate
    anchor: Anchor = Anchor.NONE
    lacks: tuple[int, int] | None = None
    is_year_inferred: bool = False


Parts = Mapping[str, str]
Resolver = Callable[[Parts, DateRule, DateWords, Clock], Value | None]


def without_year(month: int, day: int, clock: Clock) -> Value:
    """A day or month of the year the clock suggests; of no year, where it suggests none."""
    year = _year_for(month, day, clock)
    if year is None:
        return Value(date_of("XXXX", month, day), lacks=(month, day))
    return Value(date_of(year, month, day), Anchor.DOCUMENT, (month, day), is_year_inferred=True)


def with_year(month: int, day: int, year: int) -> PartialDate | None:
    """The day or month in a year; None for a 29 February the year has not."""
    return date_of(year, month, day) if _exists(year, month, day or 1) else None


def marked(found: PartialDate, mark: str) -> PartialDate:
    """The date with "~" or "?" at its ends, where it has none yet."""
    ends = found.text.split("/")
    return PartialDate(
        "/".join(end if end[-1:] in ("", ".", "~", "?", "%") else end + mark for end in ends)
    )


def stretch(first: PartialDate, last: PartialDate) -> PartialDate | None:
    """From the start of one to the end of the other; None where they stand the wrong way round."""
    start, end = first.text.split("/")[0], last.text.rsplit("/", maxsplit=1)[-1]
    try:
        return PartialDate(start if start == end else f"{start}/{end}")
    except ValueMalformed:
        return None


def date_of(year: int | str, month: int = 0, day: int = 0) -> PartialDate:
    """A year (or XXXX), month or day; 0 leaves out."""
    text = f"{year:04d}" if isinstance(year, int) else year
    return PartialDate(text + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if day else ""))


def _year_for(month: int, day: int, clock: Clock) -> int | None:
    reference = clock.document.latest if clock.document else None
    if reference is None:
        return None
    years = range(reference.year - _YEARS_ASIDE, reference.year + _YEARS_ASIDE + 1)
    starts = [date(year, month, day or 1) for year in years if _exists(year, month, day or 1)]
    ahead = timedelta(days=clock.days_ahead if day else 0)
    past = [start for start in starts if start <= reference + ahead]
    future = [
        start for start in starts if start >= reference.replace(day=1 if not day else reference.day)
    ]
    if not starts:
        return None
    if clock.toward is Toward.PAST:
        return past[-1].year
    if clock.toward is Toward.FUTURE:
        return future[0].year
    return min(starts, key=lambda start: abs(start - reference)).year


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
