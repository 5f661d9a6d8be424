"""Which parts a workbook has, and where in the archive each of them lies."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from zipfile import ZipFile

from habeas.reading.unpackers.allowance import Taking
from habeas.reading.unpackers.xml_member import xml_member

# Source: ECMA-376-1, 9.2 (relationships), 18.2.19 (sheets).
_BOOK = "xl/workbook.xml"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def sheets_of(archive: ZipFile, taking: Taking) -> Iterator[tuple[str, str]]:
    """Each sheet by its name, with the place it lies in. Raises: TooMuch."""
    book = xml_member(archive, _BOOK, taking)
    targets = dict(related(archive, _BOOK, taking))
    for sheet in book.iter("{*}sheet") if book is not None else ():
        if place := targets.get(sheet.get(_ID) or "", ""):
            yield sheet.get("name") or place, place


def related(archive: ZipFile, member: str, taking: Taking) -> Iterator[tuple[str, str]]:
    """Id and place of each part that a part refers to. Raises: TooMuch."""
    folder, name = posixpath.split(member)
    root = xml_member(archive, f"{folder}/_rels/{name}.rels", taking)
    for one in root.iter("{*}Relationship") if root is not None else ():
        target = one.get("Target") or ""
        if one.get("TargetMode") != "External":
            place = posixpath.normpath(posixpath.join(folder, target))
            yield one.get("Id") or "", target.lstrip("/") if target.startswith("/") else place
