"""What a row says happened to its people, with the cells that say it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from habeas.model.charge import Charge, Sentence
from habeas.model.mention import Mention, MentionKind
from habeas.model.vocabulary import CustodyStatus, EventKind, ReleaseForm
from habeas.model.written_date import WrittenDate
from habeas.reading.lists.cell_text import bare
from habeas.reading.lists.grid import Cell
from habeas.reading.lists.penal import charges_of, sentence_of
from habeas.reading.lists.rows import ListedRow
from habeas.reference.list_words import Column, code_in, is_cell, status_in

_FORMS = {
    CustodyStatus.RELEASED_SERVED: ReleaseForm.SERVED,
    CustodyStatus.RELEASED_EARLY: ReleaseForm.EARLY,
    CustodyStatus.RELEASED_PARDONED: ReleaseForm.PARDONED,
    CustodyStatus.RELEASED_EXCHANGED: ReleaseForm.EXCHANGED,
    CustodyStatus.RELEASED_ACQUITTED: ReleaseForm.ACQUITTED,
    CustodyStatus.RELEASED_DROPPED: ReleaseForm.DROPPED,
    CustodyStatus.RELEASED_AMNESTIED: ReleaseForm.AMNESTIED,
    CustodyStatus.RELEASED_HUMANITARIAN: ReleaseForm.HUMANITARIAN,
    CustodyStatus.RELEASED_EXILE: ReleaseForm.EXILED,
    CustodyStatus.HOUSE_ARREST: ReleaseForm.BAILED,
    CustodyStatus.DIED_IN_CUSTODY: ReleaseForm.DIED,
}
_JUDGMENT = (
    Column.SENTENCE, Column.TERM, Column.REGIME, Column.COURT, Column.VERDICT_DATE,
)  # fmt: skip
_BY_FORM = {ReleaseForm.EXCHANGED: EventKind.EXCHANGED, ReleaseForm.DIED: EventKind.DIED}


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with its slots and the cells it is told in."""

    kind: EventKind
    slots: dict[str, Any]
    cells: list[Cell]
    date: WrittenDate | None = None


def happenings_of(row: ListedRow) -> Iterator[Happening]:
    """The events of a row, in the order in which they happen to people."""
    yield from _arrests(row)
    yield from _dated(row, EventKind.DISAPPEARED, Column.DISAPPEARED_DATE)
    yield from _charges(row)
    yield from _sentences(row)
    yield from _held(row)
    yield from _transfers(row)
    yield from _releases(row)
    yield from _dated(row, EventKind.DIED, Column.DEATH_DATE)


def _arrests(row: ListedRow) -> Iterator[Happening]:
    dates, rest = row.dates(Column.ARREST_DATE)
    both, beside = row.dates(Column.ARREST)
    place = row.place_beside(Column.ARREST, beside)
    places = [place] if place else row.mentions(Column.ARREST_PLACE, MentionKind.PLACE)
    columns = (Column.ARREST_DATE, Column.ARREST, Column.ARREST_PLACE, Column.ARRESTING_FORCE)
    _leave(row, Column.ARREST_DATE, rest, dates)
    agent = _first(row, Column.ARRESTING_FORCE, MentionKind.BODY)
    if dates or both or places or agent or _is_yes(row, Column.ARREST_DATE):
        slots = {"place": _only(row, Column.ARREST_PLACE, places), "agent": agent}
        yield from _each(EventKind.ARRESTED, slots, row.cells(*columns), [*dates, *both])


def _charges(row: ListedRow) -> Iterator[Happening]:
    found: list[Charge] = []
    part_cell, code_cell = row.cell(Column.ARTICLE_PART), row.cell(Column.CODE)
    part = bare(part_cell).text if part_cell else ""
    for column in (Column.ARTICLE, Column.CHARGE):
        cell = row.cell(column)
        if cell is None:
            continue
        code = bare(code_cell).text if code_cell else code_in(row.heading(column))
        found += charges_of(cell.text, part, code, is_article=column is Column.ARTICLE)
    dates, rest = row.dates(Column.CHARGE_DATE)
    _leave(row, Column.CHARGE_DATE, rest, dates)
    if found or dates:
        columns = (Column.ARTICLE, Column.ARTICLE_PART, Column.CODE, Column.CHARGE)
        cells = row.cells(*columns, Column.CHARGE_DATE)
        yield from _each(EventKind.CHARGED, {"charges": tuple(found)}, cells, dates)


def _sentences(row: ListedRow) -> Iterator[Happening]:
    penalty = _penalty(row)
    dates, rest = row.dates(Column.VERDICT_DATE)
    _leave(row, Column.VERDICT_DATE, rest, dates)
    court = _first(row, Column.COURT, MentionKind.BODY)
    cells = row.cells(*_JUDGMENT)
    if penalty or dates:
        slots = {"sentence": penalty, "court": court}
        yield from _each(EventKind.SENTENCED, slots, cells, dates)
    elif court:  # before which court somebody stands; of a judgment nothing is said
        yield Happening(EventKind.TRIED, {"court": court}, cells)


def _penalty(row: ListedRow) -> Sentence | None:
    """What the columns of penalty, term and regime say together."""
    whole, term = (_penalty_in(row, column) for column in (Column.SENTENCE, Column.TERM))
    regime = row.cell(Column.REGIME)
    if whole and term and whole.duration and whole.duration != term.duration:
        row.leave(Column.TERM, term.words)
    one, other = whole or term, term or whole
    if one is None or other is None:
        return None
    return Sentence(
        kind=one.kind,
        duration=one.duration or other.duration,
        regime=one.regime or (bare(regime).text if regime else other.regime),
        amount=one.amount or other.amount,
        words=one.words or other.words,
    )


def _penalty_in(row: ListedRow, column: Column) -> Sentence | None:
    cell = row.cell(column)
    if cell is None:
        return None
    found = sentence_of(bare(cell).text, row.heading(column))
    if found is None:
        row.doubt(cell, "no penalty is understood in it; a bare number needs a heading with a unit")
    return found


def _held(row: ListedRow) -> Iterator[Happening]:
    places = row.mentions(Column.HELD_PLACE, MentionKind.PLACE)
    holder = _first(row, Column.HOLDER, MentionKind.BODY)
    cells = row.cells(Column.HELD_PLACE, Column.HOLDER)
    held_in: list[Mention | None] = [*places]
    for place in held_in or ([None] if holder else []):
        yield Happening(EventKind.HELD, {"place": place, "holder": holder}, cells)


def _transfers(row: ListedRow) -> Iterator[Happening]:
    dates, rest = row.dates(Column.TRANSFER_DATE)
    _leave(row, Column.TRANSFER_DATE, rest, dates)
    inside, beside = row.dates(Column.TRANSFER)
    place = row.place_beside(Column.TRANSFER, beside)
    if place is None and inside:
        row.leave(Column.TRANSFER, beside)
    if dates or place or inside:
        cells = row.cells(Column.TRANSFER, Column.TRANSFER_DATE)
        yield from _each(EventKind.TRANSFERRED, {"place": place}, cells, dates or inside)


def _releases(row: ListedRow) -> Iterator[Happening]:
    dates, rest = row.dates(Column.RELEASE_DATE)
    said = status_in(rest) if rest else None
    form = _form(row, Column.RELEASE_FORM) or (_FORMS.get(said) if said else None)
    if form is None or row.cell(Column.RELEASE_FORM):
        _leave(row, Column.RELEASE_DATE, rest, dates)
    if dates or form or _is_yes(row, Column.RELEASE_DATE):
        kind = _BY_FORM.get(form, EventKind.RELEASED) if form else EventKind.RELEASED
        cells = row.cells(Column.RELEASE_DATE, Column.RELEASE_FORM)
        yield from _each(kind, {"form": form}, cells, dates)


def _form(row: ListedRow, column: Column) -> ReleaseForm | None:
    cell = row.cell(column)
    if cell is None:
        return None
    status = status_in(bare(cell).text)
    form = None if status is None else _FORMS.get(status)
    if form is None:
        row.doubt(cell, "no form of release is known by these words")
    return form


def _dated(row: ListedRow, kind: EventKind, column: Column) -> Iterator[Happening]:
    dates, rest = row.dates(column)
    _leave(row, column, rest, dates)
    if dates or _is_yes(row, column):
        yield from _each(kind, {}, row.cells(column), dates)


def _each(
    kind: EventKind, slots: dict[str, Any], cells: list[Cell], dates: Sequence[WrittenDate]
) -> Iterator[Happening]:
    """One event for each date that is given for it: two dates are two claims."""
    for date in dates or (None,):
        yield Happening(kind, slots, cells, date)


def _first(row: ListedRow, column: Column, kind: MentionKind) -> Mention | None:
    return _only(row, column, row.mentions(column, kind))


def _only(row: ListedRow, column: Column, found: Sequence[Mention]) -> Mention | None:
    """The one value; where there are several, the first, and the others are left over."""
    for other in found[1:]:
        row.leave(column, other.text)
    return found[0] if found else None


def _is_yes(row: ListedRow, column: Column) -> bool:
    cell = row.cell(column)
    return cell is not None and is_cell("yes", bare(cell).text)


def _leave(row: ListedRow, column: Column, rest: str, dates: Sequence[WrittenDate]) -> None:
    """Words beside a date; a cell of words alone is a doubt."""
    cell = row.cell(column)
    if cell is None or not rest or _is_yes(row, column):
        return
    if dates:
        row.leave(column, rest)
    else:
        row.doubt(cell, "no date is understood in it")
