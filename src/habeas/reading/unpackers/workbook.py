"""Excel workbooks (XLSX): each sheet as text, formulas as the value they last had.

Nothing is computed and no link to another workbook is followed.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Sequence
from datetime import datetime, time
from typing import TYPE_CHECKING
from zipfile import ZipFile

from habeas.model.document import Document
from habeas.model.part import Part
from habeas.model.problem import Problem, Severity
from habeas.reading.cells import cell_name
from habeas.reading.unpackers.allowance import Allowance, Taking, TooMuch, in_words, printable
from habeas.reading.unpackers.sheet_text import SheetText
from habeas.reading.unpackers.workbook_remarks import remarks_by_sheet
from habeas.reading.unpackers.zip_file import opened

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_FORMULA = b"<f"
_MERGED = re.compile(rb'<mergeCell [^<>]*ref="[A-Z]+(?P<first>\d+):[A-Z]+(?P<last>\d+)"')
_SHEETS = "xl/worksheets/"
_EXACT = 1e15  # whole numbers up to this are exact in a float


class WorkbookUnpacker:
    name = "workbook"
    version = "1"
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
    book = _book(content, is_computed=True)
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # what a sheet says of its own size is often wrong
        text = SheetText(printable(sheet.title), taking)
        for row in sheet.iter_rows(values_only=True):
            text.add([shown(value) for value in row])
        text.close()
    book.close()
    for name, remarks in remarks_by_sheet(archive, taking):
        text = SheetText(f"{printable(name)} (remarks)", taking)
        for remark in [["cell", "remark"], *remarks]:
            text.add(remark)
        text.close()
    if _has_formulas(archive, taking):
        _note_uncomputed(content, taking)
    if not taking.parts:
        taking.note("table-empty", "no cell of it is filled", severity=Severity.ERROR)


def _book(content: bytes, *, is_computed: bool) -> Workbook:
    from openpyxl import load_workbook  # noqa: PLC0415  # takes long, and most read no workbook

    return load_workbook(
        io.BytesIO(content), read_only=True, data_only=is_computed, keep_links=False
    )


def shown(value: object) -> str:
    """A value as plain text: dates as ISO 8601, whole numbers without a point.

    >>> shown(9.0), shown(datetime(2031, 5, 4)), shown(None)
    ('9', '2031-05-04', '')
    """
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        return str(int(value))
    if isinstance(value, datetime):
        return str(value.date()) if value.time() == time() else value.isoformat(" ")
    return str(value)


def _has_formulas(archive: ZipFile, taking: Taking) -> bool:
    """Whether any sheet has formulas; merged cells are noted on the way."""
    has_formulas = False
    merged: list[str] = []
    for member in archive.infolist():
        if member.filename.startswith(_SHEETS) and member.filename.endswith(".xml"):
            with archive.open(member) as file:
                content = taking.to_the_end(file.read)
            has_formulas = has_formulas or _FORMULA in content
            merged += [found[0].decode() for found in _MERGED.finditer(content) if _is_tall(found)]
    if merged:
        taking.note(
            "merged-cells",
            f"{len(merged)} cells are merged over several rows; what they say is read in the first "
            f"row alone (first {merged[0].split(chr(34))[1]})",
            remedy="Unmerge them and fill each row, if it is meant for every one of them.",
        )
    return has_formulas


def _is_tall(found: re.Match[bytes]) -> bool:
    return found["first"] != found["last"]


def _note_uncomputed(content: bytes, taking: Taking) -> None:
    """Names formulas whose value was never stored: their cells are empty in the text."""
    computed, written = _book(content, is_computed=True), _book(content, is_computed=False)
    for with_values, with_formulas in zip(computed.worksheets, written.worksheets, strict=True):
        with_values.reset_dimensions()
        with_formulas.reset_dimensions()
        values = with_values.iter_rows(values_only=True)
        formulas = with_formulas.iter_rows()
        empty = [
            cell_name(row=row, column=column)
            for row, (line, cells) in enumerate(zip(values, formulas, strict=False), start=1)
            for column, (value, cell) in enumerate(zip(line, cells, strict=False), start=1)
            if value is None and cell.data_type == "f"
        ]
        if empty:
            taking.note(
                "formulas-without-value",
                f"{len(empty)} cells are formulas whose value was not stored (first {empty[0]})",
                member=printable(with_values.title),
                remedy="Open it in a spreadsheet program, save it there, and read it again.",
            )
    computed.close()
    written.close()
