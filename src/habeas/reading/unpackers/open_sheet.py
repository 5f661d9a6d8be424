"""OpenDocument tables (ODS): each sheet as text, every cell as it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import IO

from lxml import etree

from habeas.model.document import Document
from habeas.model.part import Part
from habeas.model.problem import Problem, Severity
from habeas.reading.cells import cell_name
from habeas.reading.unpackers.allowance import Allowance, Taking, TooMuch, in_words, printable
from habeas.reading.unpackers.outside import note_outside
from habeas.reading.unpackers.sheet_text import SheetText
from habeas.reading.unpackers.zip_file import BROKEN, opened

_CONTENT = "content.xml"
# Source: OpenDocument 1.3, part 3, 9.1 (tables), 6.1 (white space).
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_REMARK = f"{_OFFICE}annotation"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_ROW, _SHEET = f"{_TABLE}table-row", f"{_TABLE}table"
# Another file by its address, a service of the web, another program. Source: part 4, 5.8.
_OUTSIDE = re.compile(r"'[^']+'#|\b(?:WEBSERVICE|DDE)\(", re.IGNORECASE)
_MOST_COLUMNS = 16_384
_MOST_ROWS = 1_048_576


class OpenSheetUnpacker:
    name = "open-sheet"
    version = "1"
    media_types = frozenset({"application/vnd.oasis.opendocument.spreadsheet"})

    def __init__(self, allowance: Allowance | None = None) -> None:
        self._allowance = allowance or Allowance()

    def unpack(
        self, document: Document, content: bytes
    ) -> tuple[Sequence[Part], Sequence[Problem]]:
        taking = Taking(document, len(content), self._allowance)
        try:
            with opened(content, taking) as archive, archive.open(_CONTENT) as file:
                _take(file, taking)
        except TooMuch as much:
            taking.over(much)
        except (*BROKEN, etree.LxmlError) as failure:
            taking.broken(f"the table is damaged ({in_words(failure)[:200]})")
        else:
            if not taking.parts:
                taking.note("table-empty", "no cell of it is filled", severity=Severity.ERROR)
        return taking.parts, taking.problems


def _take(file: IO[bytes], taking: Taking) -> None:
    sheet: SheetText | None = None
    name, row, remarks = "", 1, list[list[str]]()
    outside: list[str] = []
    events = etree.iterparse(
        file,
        events=("start", "end"),
        tag=(_SHEET, _ROW),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    for event, element in events:
        if element.tag == _SHEET:
            if event == "start" and sheet is None:
                name = element.get(f"{_TABLE}name") or f"sheet {len(taking.parts) + 1}"
                sheet = SheetText(printable(name), taking)
                row, remarks = 1, []
            elif event == "end" and sheet is not None:
                sheet.close()
                _add_remarks(name, remarks, taking)
                sheet = None
        elif event == "end":
            if sheet is not None:
                times = _repeats(element, "number-rows-repeated", _MOST_ROWS)
                sheet.add(_cells(element), times=times)
                remarks += _remarks(element, row)
                outside += (f"{printable(name)}!{cell}" for cell in _outside(element, row))
                row += times
            element.clear(keep_tail=False)
    if outside:
        note_outside(outside, (), taking)


def _outside(row: etree._Element, number: int) -> Iterator[str]:
    """The cells of a row whose formulas reach outside the file; of repeated cells the first."""
    column = 1
    for cell in row.iterchildren(*_CELLS):
        if _OUTSIDE.search(cell.get(f"{_TABLE}formula") or ""):
            yield cell_name(row=number, column=column)
        column += _repeats(cell, "number-columns-repeated", _MOST_COLUMNS)


def _cells(row: etree._Element) -> list[str]:
    cells: list[str] = []
    empty = 0  # they count only when a filled one comes after them
    for cell in row.iterchildren(*_CELLS):
        times = _repeats(cell, "number-columns-repeated", _MOST_COLUMNS)
        text = "\n".join(_shown(paragraph) for paragraph in cell.iterchildren(f"{_TEXT}p"))
        if not text:
            empty += times
            continue
        cells += [""] * min(empty, _MOST_COLUMNS) + [text] * times
        empty = 0
        if len(cells) > _MOST_COLUMNS:
            break
    return cells


def _remarks(row: etree._Element, number: int) -> Iterator[list[str]]:
    """What people remarked on the cells of a row, each with its cell; of repeated cells the first.

    Who remarked it, and when, stands in elements of other names.
    """
    column = 1
    for cell in row.iterchildren(*_CELLS):
        for remark in cell.iterchildren(_REMARK):
            told = (_shown(paragraph) for paragraph in remark.iter(f"{_TEXT}p"))
            if words := " ".join(" ".join(told).split()):
                yield [cell_name(row=number, column=column), words]
        column += _repeats(cell, "number-columns-repeated", _MOST_COLUMNS)


def _add_remarks(name: str, remarks: Sequence[Sequence[str]], taking: Taking) -> None:
    if not remarks:
        return
    text = SheetText(f"{printable(name)} (remarks)", taking)
    for remark in [["cell", "remark"], *remarks]:
        text.add(remark)
    text.close()


def _repeats(element: etree._Element, name: str, most: int) -> int:
    said = element.get(f"{_TABLE}{name}") or "1"
    is_number = re.fullmatch("[0-9]{1,9}", said) is not None
    return min(int(said), most) if is_number else 1


def _shown(paragraph: etree._Element) -> str:
    return "".join(_pieces(paragraph))


def _pieces(paragraph: etree._Element) -> Iterator[str]:
    """What a paragraph shows; what was remarked on it is not of it."""
    walk = etree.iterwalk(paragraph, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if element.tag == _REMARK:
                walk.skip_subtree()
                continue
            if element.tag == f"{_TEXT}s":
                yield " "
            elif element.tag in (f"{_TEXT}tab", f"{_TEXT}line-break"):
                yield "\n"
            if isinstance(element.tag, str):
                yield element.text or ""
        elif element is not paragraph:
            yield element.tail or ""
