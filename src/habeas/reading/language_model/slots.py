"""What the words in a slot come to: found in the quote, and read by our own grammars."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from habeas.model.attribute import Attribute
from habeas.model.charge import Charge, Sentence
from habeas.model.mention import Mention, MentionKind
from habeas.model.quantity import Quantity
from habeas.model.quote import Span
from habeas.model.rendition import Rendition
from habeas.model.written_date import WrittenDate
from habeas.reading.language_model.chunks import Segment
from habeas.reading.language_model.faults import Fault, Refused
from habeas.reading.language_model.manner import is_pronoun
from habeas.reading.language_model.normal import normal_words
from habeas.reading.language_model.shapes import Slot, Sort
from habeas.reference.date_words import date_words
from habeas.reference.quantity_words import duration_words, quantity_words
from habeas.text.durations import find_durations
from habeas.text.quantities import find_quantities
from habeas.text.written_dates import find_dates

_DIGITS = re.compile(r"\D")
_DATES = frozenset({Attribute.BIRTH_DATE.value})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quote stands: its segment, and the stretch of the segment's normal text."""

    rendition: Rendition
    segment: Segment
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The quote in the text of the rendition."""
        return self.segment.normal.span(self.start, self.end)

    def find(self, words: str) -> Span | None:
        """Where words first stand whole in the quote."""
        wanted = normal_words(words)
        at = next(self.segment.normal.find(wanted, self.start, self.end), None)
        return None if at is None else self.segment.normal.span(at, at + len(wanted))

    def text(self, span: Span) -> str:
        return self.rendition.text[span.start : span.end]


def value_of(slot: Slot, given: str, place: Place, *, what: str) -> Any:  # noqa: ANN401  # as slots
    """The value of a slot with words in it; `what` is the claim's own word ("birth_date").

    Raises: Refused.
    """
    if slot.sort is Sort.CHOICE:
        return _choice(slot, given)
    if slot.sort is Sort.NAME:
        return _mention(given, slot.mention, place)
    if slot.sort is Sort.VALUE:
        return _date(given, place).date if what in _DATES else _words(given, place)
    return _READERS[slot.sort](given, place)


def _choice(slot: Slot, given: str) -> Any:  # noqa: ANN401  # a word of whichever list the slot has
    found = {one.value: one for one in slot.choices or ()}.get(given)
    if found is None:
        raise Refused(Fault.UNKNOWN_WORD)
    return found


def _located(given: str, place: Place) -> Span:
    span = place.find(given)
    if span is None:
        raise Refused(Fault.NOT_IN_QUOTE)
    return span


def _charge(given: str, place: Place) -> Charge:
    return Charge(words=_words(given, place))


def _words(given: str, place: Place) -> str:
    return normal_words(place.text(_located(given, place)))


def _mention(given: str, kind: MentionKind, place: Place) -> Mention:
    span = _located(given, place)
    text = place.text(span)
    # A name that a line end cuts in two stays as it stands, and is shown in one.
    shown = normal_words(text)
    is_name = text[0].isupper() and not is_pronoun(shown, place.segment.language)
    if kind is MentionKind.PERSON and not is_name:
        raise Refused(Fault.NOT_A_NAME)
    return Mention(text, kind, span, "" if shown == text else shown)


def _date(given: str, place: Place) -> WrittenDate:
    """The one date of our grammar under the words; or the one that has the value given (EDTF)."""
    segment = place.segment
    anchor = place.rendition.published
    found = find_dates(
        place.rendition.text,
        date_words(segment.language),
        anchor=anchor,
        start=segment.span.start,
        end=segment.span.end,
    )
    inside = [
        one.written
        for one in found
        if one.written.span is not None and place.span.covers(one.written.span)
    ]
    at = place.find(given)
    if at is None:
        fitting = [one for one in inside if one.date.text == given.strip()]
    else:
        fitting = [one for one in inside if one.span is not None and one.span.touches(at)]
    if len(fitting) != 1:
        raise Refused(Fault.DATE_UNPROVED)
    return fitting[0]


def _quantity(given: str, place: Place) -> Quantity:
    """The one count of our grammar under the words; or the one with the same figures."""
    segment = place.segment
    found = find_quantities(
        place.rendition.text,
        quantity_words(segment.language),
        start=segment.span.start,
        end=segment.span.end,
    )
    inside = [one for one in found if place.span.covers(one.span)]
    at = place.find(given)
    if at is None:
        figures = _DIGITS.sub("", given)
        fitting = [
            one for one in inside if figures and _DIGITS.sub("", one.quantity.words) == figures
        ]
    else:
        fitting = [one for one in inside if one.span.touches(at)]
    if len(fitting) != 1:
        raise Refused(Fault.NUMBER_UNPROVED)
    return fitting[0].quantity


def _penalty(given: str, place: Place) -> Sentence:
    span = _located(given, place)
    segment = place.segment
    found = find_durations(
        place.rendition.text,
        duration_words(segment.language),
        start=segment.span.start,
        end=segment.span.end,
    )
    lengths = [length for length, at in found if span.touches(at) and place.span.covers(at)]
    if len(lengths) > 1:
        raise Refused(Fault.NUMBER_UNPROVED)
    words = normal_words(place.text(span))
    return Sentence(duration=lengths[0] if lengths else None, words=words)


_READERS: dict[Sort, Callable[[str, Place], Any]] = {
    Sort.DATE: _date,
    Sort.COUNT: _quantity,
    Sort.PENALTY: _penalty,
    Sort.CHARGE: _charge,
    Sort.WORDS: _words,
}
