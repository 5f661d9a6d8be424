"""What an office file says of itself: title, publisher, day.

Not the author: that is the name under which a program was installed, often of whoever typed it.
Source: ECMA-376, part 2, 11 (core properties); OpenDocument 1.3, part 3, 4.3; Dublin Core.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lxml import etree

from habeas.model.partial_date import PartialDate, from_day
from habeas.reading.unpackers.allowance import Taking
from habeas.reading.unpackers.xml_member import local, xml_member

_LONGEST = 500
_NO_TITLE = re.compile(
    r"(?:untitled|document|документ|без назви|без имени|презентация)?[ \d]*", re.IGNORECASE
)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
# A file that was worked on for longer may be an old template, or a text of any day between.
_LONGEST_WORK_D = 31
_CLOCK_ZERO = 1970  # what a clock that was never set says


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Empty where the file does not say."""

    title: str = ""
    publisher: str = ""
    published: PartialDate | None = None
    language: str = ""


def core_metadata(archive: zipfile.ZipFile, taking: Taking) -> Metadata:
    """Of a DOCX."""
    said = _said(xml_member(archive, "docProps/core.xml", taking))
    company = _said(xml_member(archive, "docProps/app.xml", taking)).get("Company", "")
    return Metadata(
        title=clean_title(said.get("title", "")),
        publisher=company,
        published=day_of_work(said.get("created", ""), said.get("modified", "")),
    )


def open_metadata(archive: zipfile.ZipFile, taking: Taking) -> Metadata:
    """Of an ODT."""
    said = _said(xml_member(archive, "meta.xml", taking))
    return Metadata(
        title=clean_title(said.get("title", "")),
        published=day_of_work(said.get("creation-date", ""), said.get("date", "")),
    )


def clean_title(written: str) -> str:
    """The title, unless it is one that a program made up."""
    title = " ".join(written.split())[:_LONGEST]
    return "" if _NO_TITLE.fullmatch(title) else title


def day_of_work(created: str, changed: str) -> PartialDate | None:
    """The day it was made, when it was last changed not long after; else nobody knows."""
    first, last = day_in(created), day_in(changed)
    if first is None or last is None:
        return from_day(one) if (one := first or last) else None
    return from_day(first) if (last - first).days <= _LONGEST_WORK_D else None


def day_in(written: str) -> date | None:
    """The day of an ISO date or time; None where there is none of this calendar."""
    match = _DAY.match(written.strip())
    try:
        day = date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
    return day if day and day.year > _CLOCK_ZERO else None


def _said(root: etree._Element | None) -> dict[str, str]:
    elements: Iterable[etree._Element] = () if root is None else root.iter()
    said: dict[str, str] = {}
    for one in elements:
        said.setdefault(local(one), " ".join((one.text or "").split())[:_LONGEST])
    return said
