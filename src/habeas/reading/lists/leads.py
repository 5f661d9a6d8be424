"""What announces a list: "Still held in Colony No. 4:", "Затримані 5 травня", "Released on Friday".

A lead-in tells what befell everybody listed behind it, in what manner, when and where. One that
speaks of lawyers, judges, officials or witnesses says that those listed are no such people.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from habeas.model.mention import Mention
from habeas.model.partial_date import PartialDate
from habeas.model.vocabulary import EventKind, Modality, ReleaseForm
from habeas.model.written_date import Anchor, WrittenDate
from habeas.reading.lists.custody import custody_in, town_in
from habeas.reference.date_words import date_words
from habeas.reference.languages import codes, declining, language_of
from habeas.reference.list_leads import EVENTS, MANNERS, plain, words
from habeas.text.date_values import Toward
from habeas.text.written_dates import DateFound, Relation, find_dates

LONGEST = 200  # characters of a lead-in
_FORMS = {
    "exchanged": ReleaseForm.EXCHANGED,
    "amnestied": ReleaseForm.AMNESTIED,
    "pardoned": ReleaseForm.PARDONED,
}
_KINDS = {"exchanged": EventKind.RELEASED, "amnestied": EventKind.PARDONED}
_STATES = frozenset({EventKind.HELD, EventKind.HUNGER_STRIKE})
_ASIDE = re.compile(r"\([^()]*\)")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
# A day has a number, or is a weekday, a month, or told from today: words of some length.
_MAY_DATE = re.compile(r"\d|\w{5}")
_PLANS = (Relation.ON, Relation.DURING, Relation.SINCE)
# A lead-in that lasts holds where no day is told; what is to come is looked for ahead.
_AHEAD = frozenset({Modality.PLANNED, Modality.DEMANDED, Modality.CONDITIONAL})


@dataclass(frozen=True, slots=True)
class Lead:
    """What a lead-in tells of those listed; `is_others`: that they are no detainees.

    `is_count` where it tells who was detained by a day, which is told as a state on that day.
    """

    kind: EventKind | None
    modality: Modality = Modality.ASSERTED
    date: WrittenDate | None = None
    place: Mention | None = None
    form: ReleaseForm | None = None
    is_others: bool = False
    is_count: bool = False
    court: Mention | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """An event word, where it stands, and in what manner it is told."""

    kind: EventKind
    start: int
    form: ReleaseForm | None = None


def lead_of(text: str, start: int, end: int, anchor: PartialDate | None) -> Lead | None:
    """What the words between two characters announce; None where they announce nothing known."""
    lower = plain(text[start:end])
    event = event_in(lower)
    if _is_of_others(lower, event):
        return Lead(None, is_others=True)
    if event is None:
        return None
    modality = manner_of(lower)
    found = dates_in(text, start, end, anchor, modality=modality)
    kind, is_count = event.kind, False
    if kind is EventKind.ARRESTED and words("as_of").search(lower):
        kind, is_count = EventKind.HELD, True
    date = found[0].written if found else None
    if kind is EventKind.TRIED:
        modality = _of_hearing(modality, date, anchor)
    place = custody_in(text, start, end)
    if place is None and kind in (EventKind.ARRESTED, EventKind.SEARCHED, EventKind.ABDUCTED):
        place = town_in(text, start, end)
    if date is not None and date.span is not None:
        date = _of_heading(date)
    elif kind in _STATES and modality is Modality.ASSERTED:
        date = today(anchor)
    return Lead(kind, modality, date, place, event.form, is_count=is_count)


def event_in(lower: str) -> Told | None:
    """The event a stretch of text in small letters tells: of several, the last that is no state."""
    told = lower[: behind.start()] if (behind := words("behind").search(lower)) else lower
    if "(" in told:
        bare = _ASIDE.sub(lambda aside: " " * len(aside[0]), told)
        told = bare if words(*EVENTS).search(bare) else told
    found = [(one.lastgroup or "", one.start()) for one in words(*EVENTS).finditer(told)]
    if not found:
        return None
    forms = [form for name, _ in found if (form := _FORMS.get(name))]
    kinds = [(_kind(name), at) for name, at in found]
    passing = [one for one in kinds if one[0] not in _STATES] or kinds
    if forms and any(kind is EventKind.RELEASED for kind, _ in kinds):
        return Told(EventKind.RELEASED, passing[-1][1], forms[0])
    kind, at = passing[-1]
    return Told(kind, at, forms[0] if forms else None)


def manner_of(lower: str) -> Modality:
    """In what manner the words tell it: "to be released", "не підтверджено"."""
    found = {one.lastgroup for one in words(*MANNERS).finditer(lower)}
    return next((Modality(one) for one in MANNERS if one in found), Modality.ASSERTED)


def dates_in(
    text: str,
    start: int,
    end: int,
    anchor: PartialDate | None,
    *,
    modality: Modality = Modality.ASSERTED,
    with_ends: bool = False,
) -> Sequence[DateFound]:
    """The days between two characters; the ends of what lasts only `with_ends`."""
    if not _MAY_DATE.search(text, start, end):
        return []
    toward = Toward.FUTURE if modality in _AHEAD else Toward.PAST
    for language in _languages(text[start:end]):
        words_of = date_words(language)
        found = find_dates(text, words_of, anchor=anchor, toward=toward, start=start, end=end)
        if found:
            return [one for one in found if with_ends or one.relation in _PLANS]
    return []


def _languages(words_of: str) -> Sequence[str]:
    """The languages a few words may be in: the one their letters show, else all of the script."""
    if not _CYRILLIC.search(words_of):
        return ("en",)
    told = language_of(words_of)
    return (told, *(one for one in declining() if one != told)) if told in codes() else declining()


def today(anchor: PartialDate | None) -> WrittenDate | None:
    """The document's own date, for what is told as lasting."""
    return None if anchor is None else WrittenDate(anchor, anchor=Anchor.DOCUMENT)


def _of_heading(date: WrittenDate) -> WrittenDate:
    """The date as the items take it over: its words do not stand in them."""
    return replace(date, words="", span=None, anchor=Anchor.TEXT)


def _kind(name: str) -> EventKind:
    return _KINDS.get(name) or EventKind(name)


def _is_of_others(lower: str, event: Told | None) -> bool:
    """Whether it announces those who defend, judge or guard, and not those held."""
    others = words("others").search(lower)
    if others is None:
        return False
    if event is None:
        return True
    if event.start < others.start():
        return False
    between = lower[others.end() : event.start]
    return _link().match(lower, others.end()) is not None or between.count(",") > 0


@cache
def _link() -> re.Pattern[str]:
    return re.compile(rf",?\s*{words('others_link').pattern}")


def _of_hearing(
    modality: Modality, date: WrittenDate | None, anchor: PartialDate | None
) -> Modality:
    """A hearing that is announced for a day not yet gone is planned."""
    if modality is not Modality.ASSERTED or date is None or anchor is None:
        return modality
    is_gone = date.date.latest and anchor.earliest and date.date.latest < anchor.earliest
    return Modality.ASSERTED if is_gone else Modality.PLANNED
