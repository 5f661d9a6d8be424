"""EPUB: each chapter as the web page it is, in the order of the book.

Source: EPUB 3.3 (W3C), 4.2 (container) and 5 (package); EPUB 2 differs in nothing read here.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from lxml import etree

from habeas.model.document import Document
from habeas.model.part import Part
from habeas.model.partial_date import PartialDate, from_day
from habeas.model.problem import Problem, Severity
from habeas.reading.unpackers.allowance import Allowance, Taking, TooMuch, in_words, printable
from habeas.reading.unpackers.office_metadata import clean_title, day_in
from habeas.reading.unpackers.xml_member import local, needs_password, xml_member
from habeas.reading.unpackers.zip_file import BROKEN, opened

_CONTAINER = "META-INF/container.xml"
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
_PAGE_ENDINGS = (".xhtml", ".html", ".htm")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}")
_LONGEST = 500
# Fonts may be scrambled without a password; a chapter that is, needs one.
_LOCKED = "META-INF/encryption.xml"


class EpubUnpacker:
    name = "epub"
    version = "1"
    media_types = frozenset({"application/epub+zip"})

    def __init__(self, allowance: Allowance | None = None) -> None:
        self._allowance = allowance or Allowance()

    def unpack(
        self, document: Document, content: bytes
    ) -> tuple[Sequence[Part], Sequence[Problem]]:
        taking = Taking(document, len(content), self._allowance)
        try:
            with opened(content, taking) as archive:
                _take(archive, taking)
        except TooMuch as much:
            taking.over(much)
        except (*BROKEN, etree.LxmlError) as failure:
            taking.broken(f"the book is damaged ({in_words(failure)})")
        return taking.parts, taking.problems


def _take(archive: zipfile.ZipFile, taking: Taking) -> None:
    place, package = _package(archive, taking)
    said = _said(package)
    locked = _locked(archive, taking)
    known = set(archive.namelist())
    for name in dict.fromkeys(_chapters(place, package) or sorted(_pages(known))):
        if name in locked:
            needs_password(taking)
        elif name not in known:
            taking.note("member-missing", f"its chapter {printable(name)} is missing")
        else:
            _take_chapter(archive, name, taking, said)
    if not taking.parts and not any(one.severity is Severity.ERROR for one in taking.problems):
        taking.note("no-text", "no chapter with text is in it", severity=Severity.ERROR)


def _take_chapter(
    archive: zipfile.ZipFile, name: str, taking: Taking, said: dict[str, str]
) -> None:
    try:
        with archive.open(name) as file:
            content = taking.to_the_end(file.read)
    except BROKEN as failure:
        taking.note(
            "member-damaged",
            f"it could not be unpacked ({in_words(failure)})",
            member=printable(name),
            remedy="The whole is kept. Get an undamaged copy to have it.",
        )
        return
    if not content.strip():
        return
    language = _LANGUAGE.match(said.get("language", ""))
    taking.add(
        Part(
            name=printable(name),
            content=content,
            media_type="text/html",
            title=clean_title(said.get("title", "")),
            publisher=said.get("publisher", "")[:_LONGEST],
            published=_day(said.get("date", "")),
            language=language.group().lower() if language else "",
        )
    )


def _package(archive: zipfile.ZipFile, taking: Taking) -> tuple[str, etree._Element | None]:
    """Where the package stands, and it."""
    container = xml_member(archive, _CONTAINER, taking)
    for one in () if container is None else container.iter():
        if local(one) == "rootfile" and (place := one.get("full-path")):
            return place, xml_member(archive, place, taking)
    place = next((one for one in archive.namelist() if one.endswith(".opf")), "")
    return place, xml_member(archive, place, taking) if place else None


def _chapters(place: str, package: etree._Element | None) -> list[str]:
    """Names of the members that hold the chapters, in the order of reading."""
    if package is None:
        return []
    items = {
        one.get("id", ""): one
        for one in package.iter()
        if local(one) == "item" and one.get("media-type") in _PAGES
    }
    listed = (one.get("idref", "") for one in package.iter() if local(one) == "itemref")
    folder = posixpath.dirname(place)
    return [
        posixpath.normpath(posixpath.join(folder, unquote(items[one].get("href", ""))))
        for one in listed
        if one in items and "nav" not in (items[one].get("properties") or "").split()
    ]


def _pages(names: set[str]) -> Iterator[str]:
    return (one for one in names if one.lower().endswith(_PAGE_ENDINGS))


def _locked(archive: zipfile.ZipFile, taking: Taking) -> frozenset[str]:
    root = xml_member(archive, _LOCKED, taking)
    return frozenset(
        unquote(one.get("URI", ""))
        for one in (() if root is None else root.iter())
        if local(one) == "CipherReference"
    )


def _said(package: etree._Element | None) -> dict[str, str]:
    """The first of each; `date` may be of this edition of the book."""
    said: dict[str, str] = {}
    for one in () if package is None else package.iter():
        if local(one) in ("title", "publisher", "date", "language"):
            said.setdefault(local(one), " ".join((one.text or "").split()))
    return said


def _day(written: str) -> PartialDate | None:
    day = day_in(written)
    if day is not None:
        return from_day(day)
    found = re.fullmatch(r"(?:1[6-9]|20)\d\d(?:-(?:0[1-9]|1[0-2]))?", written)
    return PartialDate(found.group()) if found else None
