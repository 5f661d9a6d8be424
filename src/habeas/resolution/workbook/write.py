"""The workbook: a summary, pairs in two bands, who stands alone, who stands twice, problems."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from habeas.model.decision import Choice
from habeas.model.problem import Problem
from habeas.resolution.lists.outcome import Alone, Outcome, Pair
from habeas.resolution.workbook import columns, words
from habeas.resolution.workbook.cells import Rows, Value

_ANSWERS = (Choice.SAME, Choice.DIFFERENT, Choice.UNSURE)
_WIDTH = 22


def workbook(
    outcome: Outcome, *, summary: Sequence[tuple[str, Value]], problems: Sequence[Problem]
) -> bytes:
    """The bytes of the XLSX file; `summary` are the lines of its first sheet."""
    book = Workbook(write_only=True)
    _summary(book, summary)
    _pairs(book, columns.SURE, outcome.sure)
    _pairs(book, columns.PROBABLE, outcome.probable)
    _alone(book, columns.ONLY_A, outcome.only_a)
    _alone(book, columns.ONLY_B, outcome.only_b)
    _twice(book, outcome)
    _problems(book, problems)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _summary(book: Workbook, lines: Sequence[tuple[str, Value]]) -> None:
    rows = _rows(book, columns.SUMMARY, ("what", "value"), len(lines))
    for line in lines:
        rows.add(line)


def _pairs(book: Workbook, title: str, pairs: Sequence[Pair]) -> None:
    rows = _rows(book, title, columns.PAIRS, len(pairs), is_asked=True)
    for pair in pairs:
        nearest, chance = words.rival(pair.rival)
        of_pair: list[Value] = [words.reasons(pair), words.against(pair), nearest, chance]
        rows.add([*_chance(pair), pair.band.value, *_sides(pair), *of_pair, *_ids(pair)])


def _twice(book: Workbook, outcome: Outcome) -> None:
    found = [("A", pair) for pair in outcome.twice_a] + [("B", pair) for pair in outcome.twice_b]
    rows = _rows(book, columns.TWICE, columns.WITHIN, len(found), is_asked=True)
    for side, pair in found:
        of_pair = [words.reasons(pair), words.against(pair)]
        rows.add([*_chance(pair), side, *_sides(pair), *of_pair, *_ids(pair)])


def _alone(book: Workbook, title: str, alone: Iterable[Alone]) -> None:
    found = list(alone)
    rows = _rows(book, title, columns.ALONE, len(found))
    for one in found:
        nearest: list[Value] = [None, None, None]
        if one.nearest:
            party = one.nearest.party
            nearest = [words.name(party), words.places(party), words.chance(one.nearest)]
        rows.add([one.entry.name, one.entry.where, one.entry.line, *nearest])


def _problems(book: Workbook, problems: Sequence[Problem]) -> None:
    rows = _rows(book, columns.PROBLEMS, columns.OF_PROBLEMS, len(problems))
    for one in problems:
        rows.add([one.where, one.what, one.remedy, one.severity.value, one.code])


def _chance(pair: Pair) -> list[Value]:
    """The empty cells for the answer and its note, and how probable it is."""
    return [None, None, words.chance(pair)]


def _sides(pair: Pair) -> Iterable[Value]:
    for party in (pair.one, pair.other):
        yield from (words.name(party), words.places(party), party.entries[0].line)


def _ids(pair: Pair) -> list[Value]:
    """What a decision is entered by; nothing where several rows stand on a side."""
    if len(pair.one.entries) > 1 or len(pair.other.entries) > 1:
        return [None, None, None]
    return [pair.one.id, pair.other.id, pair.link.seen]


def _rows(
    book: Workbook, title: str, headings: Sequence[str], count: int, *, is_asked: bool = False
) -> Rows:
    """A sheet for `count` rows under headings; `is_asked`: the reviewer answers in column A."""
    sheet: Worksheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0  # as many pages as it takes, each as wide as the sheet
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{count + 1}"
    plain = [heading.partition(": ")[2] or heading for heading in headings]
    rows = Rows(sheet, [columns.WIDTHS.get(word, _WIDTH) for word in plain])
    for number, heading in enumerate(headings, start=1):
        sheet.column_dimensions[get_column_letter(number)].hidden = heading in columns.HIDDEN
    if is_asked and count:
        choices = ",".join(choice.value for choice in _ANSWERS)
        asked = DataValidation(type="list", formula1=f'"{choices}"', allow_blank=True)
        asked.error = f"Write one of: {choices}"
        asked.add(f"A2:A{count + 1}")
        sheet.data_validations.append(asked)
    rows.head(headings)
    return rows
