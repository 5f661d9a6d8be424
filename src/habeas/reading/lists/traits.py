"""What a row says a person is: each cell with a value is a claim whose quote is the cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from habeas.model.attribute import Attribute
from habeas.model.partial_date import PartialDate
from habeas.model.quantity import Quantity
from habeas.model.quote import Span
from habeas.reading.lists.rows import ListedRow
from habeas.reference.list_words import Column, is_cell, status_in
from habeas.reference.states import adjective, metonym, people, state_named

_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?![\d.,/])")
_OLDEST = 115
_WORDS = {
    Column.OTHER_NAME: Attribute.OTHER_NAME,
    Column.BIRTH_PLACE: Attribute.BIRTH_PLACE,
    Column.RELIGION: Attribute.RELIGION,
    Column.AFFILIATION: Attribute.AFFILIATION,
    Column.CASE_GROUP: Attribute.CASE_GROUP,
    Column.RESIDENCE: Attribute.RESIDENCE,
    Column.HEALTH: Attribute.HEALTH,
    Column.LAWYER: Attribute.LAWYER,
    Column.CASE_NUMBER: Attribute.CASE_NUMBER,
    Column.EXTERNAL_ID: Attribute.EXTERNAL_ID,
}
_LISTED = {
    Column.OCCUPATION: Attribute.OCCUPATION,
    Column.ROLE: Attribute.ROLE,
    Column.NATIONALITY: Attribute.NATIONALITY,
    Column.ETHNICITY: Attribute.ETHNICITY,
}
_AGES = {
    Column.AGE: Attribute.AGE,
    Column.AGE_AT_DETENTION: Attribute.AGE_AT_DETENTION,
}


@dataclass(frozen=True, slots=True)
class Trait:
    """An attribute, its value and the words it stands in."""

    attribute: Attribute
    value: str | PartialDate | Quantity
    span: Span


def traits_of(row: ListedRow) -> Iterator[Trait]:
    """What the cells of a row say of its person, name and events apart."""
    yield from _births(row)
    for column, attribute in _AGES.items():
        yield from _ages(row, column, attribute)
    yield from _sexes(row)
    for column, attribute in (_WORDS | _LISTED).items():
        for _, piece in row.values(column, is_listed=column in _LISTED):
            yield Trait(attribute, piece.text, Span(piece.start, piece.end))
    if cell := row.cell(Column.CIRCUMSTANCES):
        yield Trait(Attribute.CIRCUMSTANCES, cell.text, cell.span)
    _flag_nationalities(row)
    yield from _statuses(row)


def _births(row: ListedRow) -> Iterator[Trait]:
    for column in (Column.BIRTH_DATE, Column.BIRTH):
        dates, rest = row.dates(column)
        for date in dates:
            yield Trait(Attribute.BIRTH_DATE, date.date, date.span or Span(0, 0))
        place = row.place_beside(column, rest) if column is Column.BIRTH else None
        if place is not None and place.span is not None:
            yield Trait(Attribute.BIRTH_PLACE, place.text, place.span)
        elif rest:
            _leave_date(row, column, rest, is_read=bool(dates))


def _leave_date(row: ListedRow, column: Column, rest: str, *, is_read: bool) -> None:
    cell = row.cell(column)
    if cell is None:
        return
    if is_read:
        row.leave(column, rest)
    else:
        row.doubt(cell, "no date is understood in it")


def _ages(row: ListedRow, column: Column, attribute: Attribute) -> Iterator[Trait]:
    for cell, piece in row.values(column):
        numbers = [int(found[0]) for found in _NUMBER.finditer(piece.text)]
        if len(numbers) == 1 and numbers[0] <= _OLDEST:
            age = Quantity.of(numbers[0], words=piece.text)
            yield Trait(attribute, age, Span(piece.start, piece.end))
        else:
            row.doubt(cell, "no age in years is understood in it")


def _sexes(row: ListedRow) -> Iterator[Trait]:
    for cell, piece in row.values(Column.SEX):
        sex = next((one for one in ("female", "male") if is_cell(one, piece.text)), "")
        if sex:
            yield Trait(Attribute.SEX, sex, Span(piece.start, piece.end))
        else:
            row.doubt(cell, "neither sex is understood in it")


def _flag_nationalities(row: ListedRow) -> None:
    for cell, piece in row.values(Column.NATIONALITY, is_listed=True):
        known = any(
            find(words)
            for words in (piece.text, *piece.text.split())
            for find in (state_named, adjective, people, metonym)
        )
        if not known:
            row.doubt(cell, "no state is known by these words, which are kept as they are")


def _statuses(row: ListedRow) -> Iterator[Trait]:
    for cell, piece in row.values(Column.STATUS):
        status = status_in(piece.text)
        if status is None:
            row.doubt(cell, "no status is known by these words, which are kept as they are")
        value = piece.text if status is None else status.value
        yield Trait(Attribute.CUSTODY_STATUS, value, Span(piece.start, piece.end))
