"""Formulas of a workbook: those whose value was never stored, and those that reach outside it.

Nothing is computed, and nothing that a formula names is fetched. They are looked for in the text of
the sheets, since a second parse would cost as much as the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from zipfile import ZipFile

from habeas.reading.unpackers.allowance import Taking, printable
from habeas.reading.unpackers.outside import note_outside
from habeas.reading.unpackers.workbook_parts import related, sheets_of
from habeas.reading.unpackers.xml_member import xml_member

# Source: ECMA-376-1, 18.3.1.4 (cells), 18.3.1.40 (formulas), 18.14 (links to other workbooks).
_CELL = re.compile(
    rb"<(?:\w+:)?c\b(?P<of>[^<>]*)>\s*<(?:\w+:)?f\b(?:[^<>]*/>|[^<>]*>(?P<formula>[^<]*)</(?:\w+:)?f>)"
    rb"(?P<value>\s*<(?:\w+:)?v>[^<]+)?"
)
_NAME = re.compile(rb'\br="([A-Z]{1,3}\d{1,7})"')
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^<>]*ref="([A-Z]+(\d+):[A-Z]+(\d+))"')
# Another workbook by its number or name, a service of the web, a live feed, another program.
_OUTSIDE = re.compile(
    rb"\[\d+\]|\[[^\[\]]+\.(?:xls|ods|csv)|\b(?:WEBSERVICE|RTD|IMPORT\w*)\(|\w\|\S+!", re.IGNORECASE
)
_BOOK = "xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class Formulas:
    """The cells of one sheet by name, as far as they have one."""

    without_value: list[str]
    outside: list[str]
    merged: list[str]


def note_formulas(archive: ZipFile, taking: Taking) -> None:
    """Notes what cannot be seen in the values alone. Raises: TooMuch."""
    merged: list[str] = []
    outside: list[str] = []
    for name, place in sheets_of(archive, taking):
        found = _found(archive, place, taking)
        merged += found.merged
        outside += [f"{printable(name)}!{cell}" for cell in found.outside]
        if found.without_value:
            taking.note(
                "formulas-without-value",
                f"{len(found.without_value)} cells are formulas whose value was not stored "
                f"(first {found.without_value[0]})",
                member=printable(name),
                remedy="Open it in a spreadsheet program, save it there, and read it again.",
            )
    if merged:
        _note_merged(merged, taking)
    if outside:
        note_outside(outside, _targets(archive, taking), taking)


def _note_merged(merged: list[str], taking: Taking) -> None:
    taking.note(
        "merged-cells",
        f"{len(merged)} cells are merged over several rows; what they say is read in the first "
        f"row alone (first {merged[0]})",
        remedy="Unmerge them and fill each row, if it is meant for every one of them.",
    )


def _found(archive: ZipFile, place: str, taking: Taking) -> Formulas:
    try:
        file = archive.open(place)
    except KeyError:
        return Formulas([], [], [])
    with file:
        content = taking.to_the_end(file.read)
    cells = [(found, _name(found["of"])) for found in _CELL.finditer(content)]
    return Formulas(
        [name for found, name in cells if not found["value"]],
        [name for found, name in cells if _OUTSIDE.search(found["formula"] or b"")],
        [whole.decode() for whole, first, last in _MERGED.findall(content) if first != last],
    )


def _name(of: bytes) -> str:
    found = _NAME.search(of)
    return found[1].decode() if found else "one without a name"


def _targets(archive: ZipFile, taking: Taking) -> list[str]:
    """Which files and addresses the workbook is linked to."""
    return list(dict.fromkeys(map(printable, _linked(archive, taking))))


def _linked(archive: ZipFile, taking: Taking) -> Iterator[str]:
    for _, place in related(archive, _BOOK, taking):
        if "externalLink" not in place:
            continue
        folder, _, name = place.rpartition("/")
        root = xml_member(archive, f"{folder}/_rels/{name}.rels", taking)
        for one in root.iter("{*}Relationship") if root is not None else ():
            yield one.get("Target") or ""
