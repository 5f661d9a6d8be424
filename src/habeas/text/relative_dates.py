"""Dates counted from another: last week, two days ago, the following year."""

from __future__ import annotations

from datetime import date, timedelta

from habeas.model.partial_date import Granularity, PartialDate, from_day
from habeas.model.written_date import Anchor
from habeas.text.date_values import Clock, Parts, Toward, Value, date_of, marked, stretch
from habeas.text.date_words import DateRule, DateWords

_SATURDAY = 5
_SUNDAY = 6
_YEARS_ASIDE = 2


def season_near(parts: Parts, rule: DateRule, words: DateWords, clock: Clock) -> Value | None:
    """Last summer; in the spring."""
    season = words.value("season", parts["season"])
    return _nearest(parts, rule, words, clock, f"{int(season):02d}")


def month_near(parts: Parts, rule: DateRule, words: DateWords, clock: Clock) -> Value | None:
    """Last October; this March."""
    month = words.value("month", parts["month"])
    return _nearest(parts, rule, words, clock, f"{int(month):02d}")


def _nearest(
    parts: Parts, rule: DateRule, words: DateWords, clock: Clock, unit: str
) -> Value | None:
    """The latest that is over (last), the first to come (next), else the one begun or nearest."""
    reference = clock.document.day if clock.document else None
    if reference is None:
        return None
    years = range(reference.year - _YEARS_ASIDE, reference.year + _YEARS_ASIDE + 1)
    near = [PartialDate(f"{year}-{unit}") for year in years]
    shift = _shift(parts, rule, words)
    if shift < 0:
        found = [each for each in near if each.latest and each.latest < reference][-1]
    elif shift > 0:
        found = next(each for each in near if each.earliest and each.earliest > reference)
    else:
        found = min(near, key=lambda each: _distance(each, reference))
    return Value(found, Anchor.DOCUMENT)


def _shift(parts: Parts, rule: DateRule, words: DateWords) -> int:
    return int(words.value("which", parts["which"])) if parts.get("which") else rule.shift


def _distance(found: PartialDate, reference: date) -> timedelta:
    if found.earliest is None or found.latest is None:
        return timedelta.max
    return max(found.earliest - reference, reference - found.latest, timedelta())


def of_year(parts: Parts, _: DateRule, words: DateWords, clock: Clock) -> Value | None:
    """A month, or a day of it, of last or this year, or of the year told of before."""
    is_told = parts.get("step") is not None
    start = clock.text if is_told else clock.document
    name = "step" if is_told else "which"
    word = parts.get(name)
    if start is None or start.earliest is None or word is None:
        return None
    if is_told and start.latest is not None and start.latest.year != start.earliest.year:
        return None
    year = start.earliest.year + int(words.value(name, word))
    month = int(words.value("month", parts["month"]))
    day = parts.get("day")
    found = date_of(year, month, int(day)) if day else date_of(year, month)
    return Value(found, Anchor.TEXT if is_told else Anchor.DOCUMENT)


def weekday_near(parts: Parts, _: DateRule, words: DateWords, clock: Clock) -> Value | None:
    """On Monday; last Tuesday; next Friday; this Sunday."""
    reference = clock.document.day if clock.document else None
    if reference is None:
        return None
    name = "weekday" if "weekday" in parts else "weekday_short"
    weekday = int(words.value(name, parts[name]))
    shift = int(words.value("which", parts["which"])) if parts.get("which") else None
    back = (reference.weekday() - weekday) % 7
    if shift == 0:
        found = reference + timedelta(days=weekday - reference.weekday())
    elif shift == 1 or (shift is None and clock.toward is Toward.FUTURE):
        found = reference + timedelta(days=(-back) % 7 or (7 if shift else 0))
    elif shift is None and clock.toward is Toward.NEAREST:
        found = reference - timedelta(days=back if back <= 3 else back - 7)  # noqa: PLR2004  # half a week
    else:
        found = reference - timedelta(days=back or (7 if shift else 0))
    return Value(from_day(found), Anchor.DOCUMENT)


def named_day(parts: Parts, _: DateRule, words: DateWords, clock: Clock) -> Value | None:
    """Yesterday; today; last night."""
    reference = clock.document.day if clock.document else None
    if reference is None:
        return None
    first, _slash, last = words.value("day_name", parts["day_name"]).partition("/")
    start = from_day(reference + timedelta(days=int(first)))
    end = from_day(reference + timedelta(days=int(last or first)))
    joined = stretch(start, end)
    return Value(joined, Anchor.DOCUMENT) if joined else None


def unit_near(parts: Parts, rule: DateRule, words: DateWords, clock: Clock) -> Value | None:
    """This year; last month; next week; the year."""
    shift = _shift(parts, rule, words)
    found = _stepped(clock.document, words.value("unit", parts["unit"]), shift)
    return Value(found, Anchor.DOCUMENT) if found else None


def ago(parts: Parts, rule: DateRule, words: DateWords, clock: Clock) -> Value | None:
    """Two days ago, counted from the document; beyond days the words round, so does the date."""
    return _counted(parts, rule, words, clock.document, Anchor.DOCUMENT)


def later(parts: Parts, rule: DateRule, words: DateWords, clock: Clock) -> Value | None:
    """Three years later; the same day; the following month: counted from an earlier date."""
    if parts.get("count") or parts.get("number"):
        return _counted(parts, rule, words, clock.text, Anchor.TEXT)
    shift = int(words.value("step", parts["step"]))
    found = _stepped(clock.text, words.value("unit", parts["unit"]), shift)
    return Value(found, Anchor.TEXT) if found else None


def _counted(
    parts: Parts, rule: DateRule, words: DateWords, start: PartialDate | None, anchor: Anchor
) -> Value | None:
    count = int(parts.get("number") or words.value("count", parts["count"]))
    unit = words.value("unit", parts["unit"])
    if unit == "week" and start is not None and start.day is not None:
        found: PartialDate | None = from_day(start.day + timedelta(days=7 * count * rule.shift))
    else:
        found = _stepped(start, unit, count * rule.shift)
    if found is None:
        return None
    return Value(found if unit == "day" else marked(found, "~"), anchor)


def _stepped(start: PartialDate | None, unit: str, steps: int) -> PartialDate | None:
    """The day, week, month, year or decade so many steps from a date known finely enough."""
    if start is None or start.earliest is None or start.latest is None:
        return None
    first, last = start.earliest, start.latest
    if unit in ("year", "decade"):
        if unit == "decade":
            return PartialDate(f"{first.year // 10 + steps:03d}X")
        return date_of(first.year + steps) if first.year == last.year else None
    if unit == "month":
        is_one = (first.year, first.month) == (last.year, last.month)
        return _month_step(first, steps) if is_one else None
    if start.granularity is not Granularity.DAY or first != last:
        return None
    return from_day(first + timedelta(days=steps)) if unit == "day" else _week(first, unit, steps)


def _week(day: date, unit: str, steps: int) -> PartialDate | None:
    """Monday to Sunday, or the weekend of it."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=steps)
    first = monday + timedelta(days=_SATURDAY if unit == "weekend" else 0)
    return stretch(from_day(first), from_day(monday + timedelta(days=_SUNDAY)))


def _month_step(first: date, steps: int) -> PartialDate:
    months = first.year * 12 + first.month - 1 + steps
    return date_of(months // 12, months % 12 + 1)
