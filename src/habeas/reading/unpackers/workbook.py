"""Excel workbooks (XLSX): each sheet as text, formulas as the value they last had.

Nothing is computed, and no link to another workbook is followed.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING
from zipfile import ZipFile

from habeas.model.document import Document
from habeas.model.part import Part
from habeas.model.problem import Problem, Severity
from habeas.reading.unpackers.allowance import Allowance, Taking, TooMuch, in_words, printable
from habeas.reading.unpackers.sheet_text import SheetText
from habeas.reading.unpackers.workbook_cells import is_date, shown
from habeas.reading.unpackers.workbook_formulas import note_formulas
from habeas.reading.unpackers.workbook_remarks import remarks_by_sheet
from habeas.reading.unpackers.zip_file import opened

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.cell.read_only import ReadOnlyCell
    from openpyxl.workbook import Workbook


class WorkbookUnpacker:
    name = "workbook"
    version = "2"
    media_types = frozenset({"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})

    def __init__(self, allowance: Allowance | None = None) -> None:
        self._allowance = allowance or Allowance()

    def unpack(
        self, document: Document, content: bytes
    ) -> tuple[Sequence[Part], Sequence[Problem]]:
        taking = Taking(document, len(content), self._allowance)
        try:
            with warnings.catch_warnings(), opened(content, taking) as archive:
                warnings.simplefilter("ignore")  # what openpyxl leaves out is no text
                _take(content, archive, taking)
        except TooMuch as much:
            taking.over(much)
        except Exception as failure:  # noqa: BLE001  # openpyxl fails in many ways
            taking.broken(f"the workbook is damaged ({in_words(failure)[:200]})")
        return taking.parts, taking.problems


def _take(content: bytes, archive: ZipFile, taking: Taking) -> None:
    book = _book(content)
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # what a sheet says of its own size is often wrong
        text = SheetText(printable(sheet.title), taking)
        for row in sheet.iter_rows():
            text.add([_shown(cell) for cell in row])
        text.close()
    book.close()
    for name, remarks in remarks_by_sheet(archive, taking):
        text = SheetText(f"{printable(name)} (remarks)", taking)
        for remark in [["cell", "remark"], *remarks]:
            text.add(remark)
        text.close()
    note_formulas(archive, taking)
    if not taking.parts:
        taking.note("table-empty", "no cell of it is filled", severity=Severity.ERROR)


def _book(content: bytes) -> Workbook:
    from openpyxl import load_workbook  # noqa: PLC0415  # takes long, and most read no workbook

    return load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)


def _shown(cell: Cell | MergedCell | ReadOnlyCell) -> str:
    value = cell.value
    return shown(value, cell.number_format or "") if is_date(value) else shown(value)
