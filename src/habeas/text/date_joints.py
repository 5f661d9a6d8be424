"""Puts together what belongs together: a weekday and its date, the ends of a stretch of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from habeas.model.partial_date import PartialDate, from_day
from habeas.text.date_atoms import Atom
from habeas.text.date_parts import part_of
from habeas.text.date_values import Value, marked, stretch, with_year
from habeas.text.date_words import DateWords, Meaning

_YEARS_BACK, _YEARS_AHEAD = 3, 1


def shaped(atom: Atom) -> PartialDate:
    """The date of an atom with the words before it heeded: part, night, about."""
    found = atom.value.date
    if part := atom.lead(Meaning.PART):
        found = part_of(found, part)
    if (night := atom.lead(Meaning.NIGHT)) and found.day is not None:
        found = _night(found.day, night)
    if atom.lead(Meaning.ABOUT):
        found = marked(found, "~")
    return marked(found, "?") if atom.is_doubtful else found


def _night(day: date, night: str) -> PartialDate:
    """The two days a night lies between: the one it begins on, or the one it ends on."""
    start = day if night == "begins" else day - timedelta(days=1)
    return stretch(from_day(start), from_day(start + timedelta(days=1))) or from_day(day)


def with_weekdays(text: str, atoms: Iterable[Atom], anchor: PartialDate | None) -> Iterator[Atom]:
    """Joins a weekday to the date behind it: "Monday, 15 February"."""
    waiting: Atom | None = None
    for atom in atoms:
        last, waiting = waiting, None
        is_one = last is not None and not text[last.end : atom.start].strip(" ,")
        if last is not None and is_one and atom.parts.get("day"):
            yield _on_weekday(last, atom, anchor)
            continue
        if last is not None:
            yield last
        if atom.rule.kind == "weekday":
            waiting = atom
        else:
            yield atom
    if waiting is not None:
        yield waiting


def _on_weekday(weekday: Atom, atom: Atom, anchor: PartialDate | None) -> Atom:
    """The date with its weekday, which may tell the year, or be wrong ("?")."""
    value = atom.value
    wanted = weekday.value.date.earliest
    reference = anchor.latest if anchor else None
    if wanted is None or reference is None:
        return replace(atom, start=weekday.start, leads=weekday.leads)
    if value.lacks is not None:
        years = range(reference.year - _YEARS_BACK, reference.year + _YEARS_AHEAD + 1)
        dates = [with_year(*value.lacks, year) for year in years]
        fitting = [found for found in dates if found is not None and _falls_on(found, wanted)]
        nearest = min(fitting, key=lambda found: _apart(found, reference), default=value.date)
        value = replace(value, date=nearest)
    return replace(
        atom,
        start=weekday.start,
        value=value,
        leads=weekday.leads,
        is_doubtful=value.date.day is not None and not _falls_on(value.date, wanted),
    )


def _falls_on(found: PartialDate, day: date) -> bool:
    return found.day is not None and found.day.weekday() == day.weekday()


def _apart(found: PartialDate, day: date) -> timedelta:
    return abs((found.earliest or date.max) - day)


def stretches(text: str, atoms: Iterable[Atom], words: DateWords) -> list[Atom]:
    """Joins the two ends of a stretch: "from October 2020 to March", "between 3 and 5 May"."""
    joined: list[Atom] = []
    for atom in atoms:
        last = joined[-1] if joined else None
        whole = None
        if last is not None and not last.is_stretch and _is_stretch(text, last, atom, words):
            whole = _stretch(last, atom)
        if whole is None:
            joined.append(atom)
        else:
            joined[-1] = whole
    return joined


def _is_stretch(text: str, one: Atom, two: Atom, words: DateWords) -> bool:
    gap = text[one.end : two.start]
    if one.lead(Meaning.RANGE) == "between" and words.also.fullmatch(gap):
        return True
    return words.to.fullmatch(gap) is not None


def _stretch(one: Atom, two: Atom) -> Atom | None:
    first = _beginning(one, two)
    whole = stretch(shaped(first), shaped(two)) if first else None
    if first is None or whole is None:
        return None
    value = Value(
        whole,
        two.value.anchor,
        is_year_inferred=first.value.is_year_inferred or two.value.is_year_inferred,
    )
    return replace(one, end=two.end, value=value, leads=(), is_doubtful=False, is_stretch=True)


def _beginning(one: Atom, two: Atom) -> Atom | None:
    """The first end; where it has no year, the year that puts it right before the second."""
    end = two.value.date.latest
    if one.rule.kind == two.rule.kind == "weekday":
        return _week_before(one, two)
    if one.value.lacks is None or end is None:
        return one
    for year in (end.year, end.year - 1):
        start = with_year(*one.value.lacks, year)
        if start is not None and start.is_before(two.value.date) is not False:
            is_inferred = two.value.is_year_inferred
            value = Value(start, two.value.anchor, is_year_inferred=is_inferred)
            return replace(one, value=value, is_doubtful=False)
    return None


def _week_before(one: Atom, two: Atom) -> Atom:
    """The first weekday, a week earlier where the second has come round before it."""
    first, second = one.value.date.day, two.value.date.day
    if first is None or second is None or first <= second:
        return one
    return replace(one, value=replace(one.value, date=from_day(first - timedelta(days=7))))
