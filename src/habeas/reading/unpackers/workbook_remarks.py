"""What people remarked on the cells of a workbook: notes, and threads of comments.

Source: ECMA-376-1, 18.7 (comments); MS-XLSX 2.6.205 (threaded comments).
"""

from __future__ import annotations

from collections.abc import Iterator
from zipfile import ZipFile

from lxml import etree

from habeas.reading.unpackers.allowance import Taking
from habeas.reading.unpackers.workbook_parts import related, sheets_of
from habeas.reading.unpackers.xml_member import local, xml_member

_SHADOW = "[Threaded comment]"  # what programs that know no threads are shown instead


def remarks_by_sheet(archive: ZipFile, taking: Taking) -> Iterator[tuple[str, list[list[str]]]]:
    """Each sheet that has remarks, with the cell and the words of each. Raises: TooMuch."""
    if not any("omments" in name for name in archive.namelist()):
        return
    for name, place in sheets_of(archive, taking):
        if found := list(_remarks(archive, place, taking)):
            yield name, found


def _remarks(archive: ZipFile, sheet: str, taking: Taking) -> Iterator[list[str]]:
    for _, place in related(archive, sheet, taking):
        if "omments" not in place:
            continue
        root = xml_member(archive, place, taking)
        for remark in root.iter("{*}comment", "{*}threadedComment") if root is not None else ():
            words = " ".join(_words(remark))
            if words and not words.startswith(_SHADOW):
                yield [remark.get("ref") or "", words]


def _words(remark: etree._Element) -> list[str]:
    """Its text in one line, without how it is to be spoken (rPh)."""
    texts = [
        element.text or ""
        for element in remark.iter()
        if local(element) in {"t", "text"}
        and not any(local(outer) == "rPh" for outer in element.iterancestors())
    ]
    return "".join(texts).split()
