"""What a number counts, by the words beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.model.vocabulary import CountingBasis, CountingUnit, CustodyStatus, FigureStatus
from habeas.model.written_date import WrittenDate
from habeas.reading.lists.cell_text import Piece
from habeas.reference.date_words import date_words
from habeas.reference.figure_tables import told
from habeas.reference.list_words import languages
from habeas.reference.places import place_named
from habeas.reference.states import state_named
from habeas.text.written_dates import Relation, find_dates

# Of several words the first of these decides: all persecuted are more than those held, and who is
# held has been arrested.
_FIRST = (
    FigureStatus.DISAPPEARED, FigureStatus.PERSECUTED, FigureStatus.HELD, FigureStatus.MISSING,
    FigureStatus.SENTENCED, FigureStatus.CHARGED, FigureStatus.ARRESTED, FigureStatus.SEARCHED,
    FigureStatus.RELEASED, FigureStatus.KILLED,
)  # fmt: skip
# Two of these in one count of all who ever were: "prisoners and prosecuted since 2014".
_PERSECUTED = frozenset(
    {FigureStatus.HELD, FigureStatus.CHARGED, FigureStatus.ARRESTED, FigureStatus.RELEASED}
)
_IN_CUSTODY = frozenset(
    {
        CustodyStatus.SERVING, CustodyStatus.REMAND, CustodyStatus.HOUSE_ARREST,
        CustodyStatus.ON_TRIAL, CustodyStatus.NO_STATUS,
    }
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_MOST_WORDS = 4  # in the name of a place


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase says of whom it counts; `status` None where no word of it tells."""

    status: FigureStatus | None
    counted: tuple[CustodyStatus, ...]
    basis: CountingBasis | None
    unit: CountingUnit


@lru_cache(maxsize=20_000)
def meaning(text: str) -> Meaning:
    """What the words of a phrase tell.

    >>> meaning("6 under house arrest").counted
    (<CustodyStatus.HOUSE_ARREST: 'house_arrest'>,)
    """
    counted = tuple(dict.fromkeys(CustodyStatus(one.value) for one in told("counted", text)))
    said = {FigureStatus(one.value) for one in told("status", text)}
    basis = _basis({one.value for one in told("basis", text)})
    status = next((one for one in _FIRST if one in said), None)
    if basis is CountingBasis.CUMULATIVE and len(said & _PERSECUTED) > 1:
        status = FigureStatus.PERSECUTED
    if status is None and counted:
        is_held = any(one in _IN_CUSTODY for one in counted)
        status = FigureStatus.HELD if is_held else FigureStatus.OTHER
    # "Persons in whose cases": what is named first is what is counted.
    unit = next((CountingUnit(one.value) for one in told("unit", text)), CountingUnit.PERSON)
    return Meaning(status, counted, basis, unit)


def territory(piece: Piece) -> tuple[Mention, ...]:
    """The states and places a phrase names, each where it stands; the longest names count."""
    words = list(_WORD.finditer(piece.text))
    found: list[Mention] = []
    at = 0
    while at < len(words):
        size, kind = _longest_name(piece.text, words, at)
        if size:
            start, end = words[at].start(), words[at + size - 1].end()
            span = Span(piece.start + start, piece.start + end)
            found.append(Mention(piece.text[start:end], kind, span))
        at += max(size, 1)
    return tuple(found)


def since(piece: Piece) -> WrittenDate | None:
    """From when on it counts: "since 2014"."""
    for language in languages():
        for one in find_dates(piece.text, date_words(language), anchor=None):
            if one.relation is Relation.SINCE and one.written.span is not None:
                at = one.written.span
                span = Span(piece.start + at.start, piece.start + at.end)
                return WrittenDate(one.written.date, one.written.words, span)
    return None


def _longest_name(text: str, words: list[re.Match[str]], at: int) -> tuple[int, MentionKind]:
    for size in range(min(_MOST_WORDS, len(words) - at), 0, -1):
        name = text[words[at].start() : words[at + size - 1].end()]
        if not name[0].isupper():
            return 0, MentionKind.PLACE
        if state_named(name):
            return size, MentionKind.STATE
        if place_named(name):
            return size, MentionKind.PLACE
    return 0, MentionKind.PLACE


def _basis(said: set[str]) -> CountingBasis | None:
    if len(said) != 1:
        # "held now, since 2014 in all" tells of both, and so of neither.
        return None
    return CountingBasis(next(iter(said)))


def hedge_words(text: str) -> Iterator[str]:
    """How a number is hedged, in the words of the qualifiers."""
    return (one.value for one in told("hedge", text))
