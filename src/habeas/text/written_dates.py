"""Finds the dates in a text, exactly where they stand, and works out what they mean.

A date is what one of the language's rules matches. Words before it make it a part ("late 2023"),
an approximation ("about 2002") or tell how the date bears on what is said ("since 2014"); two
dates can be the ends of a stretch ("between March and May 2022"). What is not certain is not
guessed: 03/05/2021 is read as both, a year that the paragraph puts in doubt is marked "?".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from habeas.model.partial_date import PartialDate
from habeas.model.quote import Span
from habeas.model.written_date import Anchor, WrittenDate
from habeas.text.date_atoms import Atom, atoms_in
from habeas.text.date_joints import shaped, stretches, with_weekdays
from habeas.text.date_values import Clock, Toward
from habeas.text.date_words import DateWords, Meaning
from habeas.text.normalise import fold

# Parts of a rule that make it a stretch of time, in rules where they do.
_SECOND_ENDS = ("day2", "month2", "year2", "yy")
_STRETCHES = ("calendar", "year")


class Relation(StrEnum):
    """How a date bears on what is told."""

    ON = "on"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    DURING = "during"


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date in a text, and the relation the words before it give it."""

    written: WrittenDate
    relation: Relation


def find_dates(
    text: str,
    words: DateWords,
    *,
    anchor: PartialDate | None,
    toward: Toward = Toward.PAST,
    earlier: WrittenDate | None = None,
    start: int = 0,
    end: int | None = None,
) -> list[DateFound]:
    """The dates of a stretch of text in order; `anchor` is the date of the document.

    `earlier` is the last date in the same paragraph before `start`. A day or month without a year
    is the latest that lies no more than `DAYS_AHEAD` days after the anchor; `toward` turns this
    round. Without an anchor it stays without a year, and "yesterday" is not found at all.
    """
    part = fold(text[start:end])
    atoms = atoms_in(part, words, _clock(anchor, earlier, toward))
    joined = stretches(part, with_weekdays(part, atoms, anchor), words)
    return [_found(text, atom, start) for atom in joined]


def _clock(anchor: PartialDate | None, earlier: WrittenDate | None, toward: Toward) -> Clock:
    if earlier is None:
        return Clock(anchor, toward=toward)
    told = earlier.date if earlier.anchor is Anchor.NONE else None
    return Clock(anchor, text=earlier.date, told=told, toward=toward)


def _found(text: str, atom: Atom, offset: int) -> DateFound:
    span = Span(atom.start + offset, atom.end + offset)
    written = WrittenDate(
        shaped(atom),
        words=text[span.start : span.end],
        span=span,
        anchor=atom.value.anchor,
        is_year_inferred=atom.value.is_year_inferred,
    )
    return DateFound(written, _relation(atom))


def _relation(atom: Atom) -> Relation:
    named = atom.lead(Meaning.RELATION)
    if named:
        return Relation(named)
    has_two_ends = atom.rule.kind in _STRETCHES and any(map(atom.parts.get, _SECOND_ENDS))
    if atom.is_stretch or (has_two_ends and not atom.lead(Meaning.NIGHT)):
        return Relation.DURING
    return Relation.SINCE if atom.lead(Meaning.RANGE) == "from" else Relation.ON
