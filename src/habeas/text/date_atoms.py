"""Finds the places where a rule for dates matches, with the words that lead up to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from habeas.model.errors import ValueMalformed
from habeas.model.partial_date import Granularity
from habeas.model.written_date import Anchor
from habeas.text import calendar_dates, relative_dates
from habeas.text.date_values import Clock, Resolver, Value
from habeas.text.date_words import DateRule, DateWords, LeadWord, Meaning, Need
from habeas.text.word_patterns import folded

_LONGEST_LEAD = 40
_MOST_LEADS = 4
_ROUND = 500  # a round year after a weak lead is a number: "about 2000 soldiers"

_RESOLVERS: Mapping[str, Resolver] = {
    "calendar": calendar_dates.calendar_date,
    "slashed": calendar_dates.slashed_date,
    "year": calendar_dates.year_date,
    "decade": calendar_dates.decade_date,
    "century": calendar_dates.century_date,
    "season": calendar_dates.season_of,
    "season_near": relative_dates.season_near,
    "month_near": relative_dates.month_near,
    "of_year": relative_dates.of_year,
    "weekday": relative_dates.weekday_near,
    "day_name": relative_dates.named_day,
    "unit": relative_dates.unit_near,
    "ago": relative_dates.ago,
    "later": relative_dates.later,
}
KINDS = frozenset(_RESOLVERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """One match of one rule with the words before it, on the way to a date.

    `start` is that of the first word that shapes the date itself ("late", "about").
    """

    start: int
    end: int
    rule: DateRule
    parts: Mapping[str, str | None]
    value: Value
    leads: tuple[LeadWord, ...]
    is_doubtful: bool = False
    is_stretch: bool = False

    def lead(self, meaning: Meaning) -> str:
        """What the nearest word of a meaning before the date says; a bare "on" says nothing."""
        return next(
            (lead.value for lead in self.leads if lead.meaning is meaning and lead.value != "on"),
            "",
        )


def atoms_in(text: str, words: DateWords, clock: Clock) -> Iterator[Atom]:
    """The atoms of a text in order; text already folded."""
    at, before = 0, None
    for place in _places(text, words):
        if place < at:
            continue
        atom, at = _atom_at(text, place, before, words, clock)
        if atom is None:
            continue
        if before is not None and "\n\n" in text[before.end : atom.start]:
            clock = replace(clock, told=None)
        before = replace(atom, is_doubtful=_is_doubtful(atom.value, clock))
        yield before
        clock = _after(clock, atom.value)


@lru_cache(maxsize=256)
def _places(text: str, words: DateWords) -> tuple[int, ...]:
    """Where a date may begin; a sentence is looked at more than once, with other clocks."""
    found, at = [], 0
    while start := words.starts.search(text, at):
        at = start.start() + 1
        if words.fits.match(text, start.start()):
            found.append(start.start())
    return tuple(found)


def _after(clock: Clock, value: Value) -> Clock:
    """The clock once a date has been named."""
    if value.date.granularity is Granularity.YEARLESS:
        return clock
    is_told = value.anchor is Anchor.NONE
    return replace(clock, text=value.date, told=value.date if is_told else clock.told)


def _atom_at(
    text: str, at: int, before: Atom | None, words: DateWords, clock: Clock
) -> tuple[Atom | None, int]:
    """What the first fitting rule makes of a place, and where to go on."""
    low = before.end if before else 0
    leads, start = _leads(text, low, at, words)
    is_joined = before is not None and _is_joint(text[low:at], words)
    for rule in words.rules:
        hit = rule.pattern.match(text, at)
        if hit is None or not _may_stand(text, hit, rule, leads, words, is_joined=is_joined):
            continue
        value = _value(hit.groupdict(), rule, words, _bounded(clock, leads))
        if value is None:
            return None, hit.end()
        atom = Atom(
            start=start,
            end=hit.end(),
            rule=rule,
            parts=hit.groupdict(),
            value=value,
            leads=leads,
        )
        return atom, hit.end()
    return None, at + 1


def _bounded(clock: Clock, leads: tuple[LeadWord, ...]) -> Clock:
    """What is told to last "since" a day has begun: that day does not lie ahead."""
    is_begun = any(lead.value == "since" for lead in leads)
    return replace(clock, days_ahead=0) if is_begun else clock


def _value(
    parts: Mapping[str, str | None], rule: DateRule, words: DateWords, clock: Clock
) -> Value | None:
    try:
        return _RESOLVERS[rule.kind]({n: p for n, p in parts.items() if p}, rule, words, clock)
    except (ValueMalformed, ValueError, OverflowError):
        return None  # the 30th of February


def _leads(text: str, low: int, at: int, words: DateWords) -> tuple[tuple[LeadWord, ...], int]:
    """The words that lead to a date, nearest first, and where those begin that shape it."""
    found: list[LeadWord] = []
    start = place = at
    while len(found) < _MOST_LEADS:
        hit = words.lead.search(text, max(low, place - _LONGEST_LEAD), place)
        if hit is None:
            break
        lead = words.leads[folded(hit[1])]
        found.append(lead)
        place = hit.start()
        if lead.meaning in (Meaning.PART, Meaning.ABOUT, Meaning.NIGHT):
            start = place
    return tuple(found), start


def _is_joint(gap: str, words: DateWords) -> bool:
    return bool(words.to.fullmatch(gap) or words.also.fullmatch(gap))


def _may_stand(
    text: str,
    hit: re.Match[str],
    rule: DateRule,
    leads: tuple[LeadWord, ...],
    words: DateWords,
    *,
    is_joined: bool,
) -> bool:
    if rule.not_before and rule.not_before.match(text, hit.end()):
        return False
    if rule.not_after and rule.not_after.search(
        text, max(0, hit.start() - _LONGEST_LEAD), hit.start()
    ):
        return False
    if rule.needs is Need.PART:
        return any(lead.meaning is Meaning.PART for lead in leads)
    if rule.needs is Need.LEAD:
        if hit[0][-1].isdigit() and words.counted.match(text, hit.end()):
            return False
        is_strong = any(not lead.is_weak for lead in leads)
        return is_strong or (bool(leads or is_joined) and not _looks_otherwise(text, hit))
    return True


def _looks_otherwise(text: str, hit: re.Match[str]) -> bool:
    """A round number ("about 2000 soldiers"), or a month that is a name ("by April Sova")."""
    following = text[hit.end() : hit.end() + 2]
    is_named = following[:1] == " " and following[1:].isupper()
    return int(hit[0]) % _ROUND == 0 if hit[0].isdigit() else is_named


def _is_doubtful(value: Value, clock: Clock) -> bool:
    """Whether the paragraph tells of another year than the one supplied."""
    told = clock.told
    if not value.is_year_inferred or told is None or told.earliest is None:
        return False
    if told.granularity not in (Granularity.DAY, Granularity.MONTH) or value.date.earliest is None:
        return False
    return told.earliest.year < value.date.earliest.year
