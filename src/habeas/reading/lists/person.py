"""Whom a row is about: the mention of each person, and the parts of the name as claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from habeas.model.attribute import Attribute
from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.reading.lists.cell_text import Piece, bare, notes_in, says_nothing
from habeas.reading.lists.grid import Cell, Row
from habeas.reading.lists.headings import Headings
from habeas.reading.lists.names import (
    Evidence,
    Order,
    Parts,
    is_name,
    order_of,
    parts_of,
    persons_in,
)
from habeas.reference.list_words import Column, column_headed, is_cell

_SAMPLE = 2000  # names of a column that its order is told by
_NAME_PARTS = (Column.FAMILY_NAME, Column.GIVEN_NAME, Column.PATRONYMIC, Column.INITIALS)


@dataclass(frozen=True, slots=True)
class Named:
    """One person of a row: the mention, and what is said of the name, each with its words."""

    mention: Mention
    traits: tuple[tuple[Attribute, str, Span], ...]
    rest: str = ""


def evidence_of(headings: Headings, rows: tuple[Row, ...]) -> Evidence | None:
    """In which order the column of names is written; None where its parts have their own."""
    number = headings.number(Column.FULL_NAME)
    if not number:
        return None
    cells = (row.cell(number) for row in rows[:_SAMPLE])
    return order_of((bare(cell).text for cell in cells if cell), _by(headings.words[number]))


def _by(heading: str) -> Order:
    """What the order of words in a heading says of the order in its column."""
    places = {
        column: at
        for at, word in enumerate(heading.replace("/", " ").replace(",", " ").split())
        if (column := column_headed(word)) is not None
    }
    if is_cell("family_first", heading):
        return Order.FAMILY_FIRST
    family, given = places.get(Column.FAMILY_NAME), places.get(Column.GIVEN_NAME)
    if family is None or given is None:
        return Order.UNKNOWN
    return Order.FAMILY_FIRST if family < given else Order.GIVEN_FIRST


def named_in(row: Row, headings: Headings, order: Order) -> list[Named]:
    """The people of a row; none where no name stands in it."""
    cell = row.cell(headings.number(Column.FULL_NAME))
    if cell is not None and not says_nothing(cell.text):
        pieces = [one for one in persons_in(bare(cell)) if not says_nothing(one.text)]
        return [
            _whole(piece, cell, order, is_alone=len(pieces) == 1)
            for piece in pieces
            if is_name(_first(piece).text)
        ]
    parts = {column: _part(row, headings, column) for column in _NAME_PARTS}
    family = parts[Column.FAMILY_NAME]
    if family is None or not is_name(family.text):
        return []
    return [_in_parts(family, parts)]


def _whole(piece: Piece, cell: Cell, order: Order, *, is_alone: bool) -> Named:
    own = _first(piece)
    parts = parts_of(own.text, order)
    span = Span(own.start, own.end)
    others = [_trimmed(piece, own)] if piece.end > own.end else []
    others += notes_in(cell) if is_alone else []
    names = [one for one in others if is_name(one.text)]
    traits = [
        (Attribute.NAME, own.text, span),
        *_of_parts(own, parts),
        *((Attribute.OTHER_NAME, one.text, Span(one.start, one.end)) for one in names),
    ]
    rest = "; ".join(one.text for one in others if one not in names)
    name = parts.usual if parts.usual != own.text else ""
    return Named(Mention(own.text, MentionKind.PERSON, span, name), tuple(traits), rest)


def _first(piece: Piece) -> Piece:
    """The name before a stroke: what is behind it is the same name in other letters."""
    return Piece(piece.text.split("/")[0].strip(" ,"), piece.start)


def _trimmed(piece: Piece, own: Piece) -> Piece:
    behind = piece.text[len(own.text) :]
    words = behind.strip(" ,/")
    return Piece(words, own.end + (behind.index(words) if words else 0))


def _of_parts(own: Piece, parts: Parts) -> Iterator[tuple[Attribute, str, Span]]:
    for attribute, words in (
        (Attribute.FAMILY_NAME, parts.family),
        (Attribute.GIVEN_NAME, parts.given),
        (Attribute.FATHER_NAME, parts.patronymic),
    ):
        at = own.text.find(words) if words else -1
        if at >= 0:
            yield attribute, words, Span(own.start + at, own.start + at + len(words))


def _part(row: Row, headings: Headings, column: Column) -> Piece | None:
    cell = row.cell(headings.number(column))
    if cell is None or says_nothing(cell.text):
        return None
    return bare(cell)


def _in_parts(family: Piece, parts: dict[Column, Piece | None]) -> Named:
    given = parts[Column.GIVEN_NAME] or parts[Column.INITIALS]
    father = parts[Column.PATRONYMIC]
    usual = " ".join(one.text for one in (given, father, family) if one)
    traits = [
        (attribute, one.text, Span(one.start, one.end))
        for attribute, one in (
            (Attribute.FAMILY_NAME, family),
            (Attribute.GIVEN_NAME, given),
            (Attribute.FATHER_NAME, father),
        )
        if one
    ]
    span = Span(family.start, family.end)
    name = usual if usual != family.text else ""
    return Named(Mention(family.text, MentionKind.PERSON, span, name), tuple(traits))
