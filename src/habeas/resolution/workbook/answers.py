"""A workbook that comes back from a reviewer: the answers in it, and what cannot be taken.

Columns are found by their headings, so that they may be moved, and rows sorted or filtered.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from habeas.model.decision import Choice
from habeas.model.errors import NoListFound
from habeas.model.problem import Problem
from habeas.resolution.workbook import columns

_CHOICES = {one.value: one for one in (Choice.SAME, Choice.DIFFERENT, Choice.UNSURE)}
_NEEDED = (columns.DECISION, *columns.HIDDEN)
_WANTED = (*_NEEDED, columns.NOTE)
_LARGEST = 1_000_000_000  # bytes that it may unfold to
_TOO_LARGE = "it unfolds to more than any comparison does"
_MOST_ROWS = 1_048_576  # what a sheet holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A reviewer's answer on two persons; `where` is its row, `seen` the hash of what was shown."""

    left: str
    right: str
    seen: str
    choice: Choice
    note: str
    where: str


def answers_in(content: bytes, *, name: str) -> tuple[list[Answer], list[Problem]]:
    """All answers of a workbook, sheet by sheet, and those that cannot be understood.

    `name` is the file's. Raises: NoListFound, where the bytes are no workbook of ours.
    """
    try:
        _refuse_bombs(content, name)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl leaves out is no answer
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            found = list(_answers(book, name))
    except NoListFound:
        raise
    except Exception as failure:  # noqa: BLE001  # openpyxl fails in many ways
        why = f"it cannot be opened as a workbook ({type(failure).__name__})"
        raise NoListFound(path=name, why=why, remedy=_REMEDY) from None
    answers = [one for one in found if isinstance(one, Answer)]
    return answers, [one for one in found if isinstance(one, Problem)]


_NO_SHEET = "it has no sheet with the columns of a comparison"
_REMEDY = "Give a workbook that habeas match has written."


def _refuse_bombs(content: bytes, name: str) -> None:
    with ZipFile(io.BytesIO(content)) as packed:
        unfolded = sum(member.file_size for member in packed.infolist())
    if unfolded > _LARGEST:
        raise NoListFound(path=name, why=_TOO_LARGE, remedy=_REMEDY)


def _answers(book: Workbook, name: str) -> Iterator[Answer | Problem]:
    is_ours = False
    for title in columns.ANSWERED:
        if title not in book.sheetnames:
            continue
        sheet = book[title]
        sheet.reset_dimensions()
        rows = sheet.iter_rows(values_only=True, max_row=_MOST_ROWS)
        headings = [_text(value) for value in next(rows, ())]
        if not set(_NEEDED) <= set(headings):
            continue
        is_ours = True
        at = {heading: headings.index(heading) for heading in _WANTED if heading in headings}
        for number, cells in enumerate(rows, start=2):
            where = f"{name}, {title}, row {number}"
            if found := _answer(cells, at, where):
                yield found
    if not is_ours:
        raise NoListFound(path=name, why=_NO_SHEET, remedy=_REMEDY)


def _answer(cells: Sequence[object], at: dict[str, int], where: str) -> Answer | Problem | None:
    said = {
        heading: _text(cells[place]) if place < len(cells) else "" for heading, place in at.items()
    }
    word = said[columns.DECISION].casefold()
    if not word:
        return None
    if word not in _CHOICES:
        return _problem(
            where, f"{said[columns.DECISION]!r} is no decision", f"Write {', '.join(_CHOICES)}."
        )
    left, right, seen = (said[heading] for heading in columns.HIDDEN)
    if not (left and right and seen):
        what = "it does not say which two persons are meant, since several rows say the same"
        return _problem(where, what, "Tell the rows apart in the list, and match again.")
    return Answer(
        left=left,
        right=right,
        seen=seen,
        choice=_CHOICES[word],
        note=said.get(columns.NOTE, ""),
        where=where,
    )


def _problem(where: str, what: str, remedy: str) -> Problem:
    return Problem(code="answer-not-understood", where=where, what=what, remedy=remedy)


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()
