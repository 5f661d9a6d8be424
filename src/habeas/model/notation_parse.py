"""Claim notation to claims; the grammar stands in notation.py."""

from __future__ import annotations

import dataclasses
import difflib
import re
import typing
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import Any, TypeAlias

from habeas.model.claim import AnyClaim, Reading
from habeas.model.grade import Credibility, Reliability
from habeas.model.notation_cursor import Cursor
from habeas.model.notation_values import WORD, Hint, Taker, taker_for, written_date
from habeas.model.notation_write import KIND_SLOT, SINGULAR, slots_of
from habeas.model.quote import Quote

_KIND = re.compile(r"[a-z0-9_]+(?::[a-z0-9_]+)?")
_NAME = re.compile(r'[^\s"]+')
_DOCUMENT = re.compile(r'[^\s":]+')
_MARKS = re.compile(r"[A-F-][1-6-](?=[ \t])")
_READER = re.compile(r'[^\s"]+(?=/)')
_VERSION = re.compile(r'[^\s"/]+')
# Python writes a float below one with up to 21 digits behind the point.
_CHANCE = re.compile(r"[0-9]{1,18}(?:\.[0-9]{1,24})?(?:e[+-]?[0-9]{1,3})?")
_EVIDENCE = 'Write: from DOC:120-139 B2 "quote", with -- where not graded'
_READ_BY = "Write: read frames/1 edition=2026-11 p=0.93, or nothing"
_DOCUMENT_LINE = 'Write: document 960878f8 HASH "report.txt"'

Lines: TypeAlias = Iterator[tuple[int, str]]
Found: TypeAlias = tuple[type[AnyClaim], str, StrEnum]  # kind, slot its word fills, and with what


@dataclasses.dataclass(frozen=True, slots=True)
class _Slot:
    name: str
    take: Taker
    is_many: bool


def parse(text: str) -> list[AnyClaim]:
    """All claims written in `text`. Lines that are empty or start with `#` are passed over.

    Raises: NotationError, with line, column and what to write instead.
    """
    names: dict[str, str] = {}
    claims: list[AnyClaim] = []
    lines = enumerate(text.removeprefix("\ufeff").split("\n"), start=1)
    for number, line in lines:
        cursor = Cursor(line, number)
        if cursor.is_done or cursor.peek() == "#":
            continue
        if cursor.takes("document"):
            _document(cursor, names)
        else:
            claims.append(_claim(cursor, lines, names))
    return claims


def parse_one(text: str) -> AnyClaim:
    """The one claim written in `text`. Raises: NotationError, also where there is not just one."""
    claims = parse(text)
    if len(claims) != 1:
        what = f"{len(claims)} claims where one was expected"
        Cursor("", 1).fail(what, "Write one claim, two lines")
    return claims[0]


def _document(cursor: Cursor, names: dict[str, str]) -> None:
    cursor.must_part(_DOCUMENT_LINE)
    start = cursor.at
    name = cursor.token(_NAME, "a short name", _DOCUMENT_LINE)
    cursor.must_part(_DOCUMENT_LINE)
    document = cursor.token(_NAME, "the hash of the document", _DOCUMENT_LINE)
    cursor.must_part(_DOCUMENT_LINE)
    if not cursor.is_done:
        cursor.string()
    if not cursor.is_done:
        cursor.fail("expected the end of the line", _DOCUMENT_LINE)
    if names.setdefault(name, document) != document:
        cursor.fail(f"{name!r} names another document already", "Give another name", at=start)


def _claim(cursor: Cursor, lines: Lines, names: dict[str, str]) -> AnyClaim:
    date = None
    if not cursor.takes("-"):
        date = written_date(cursor)
    cursor.must_part("Write the date, a space, the kind of claim")
    kind, slot, word = _kind(cursor)
    values = _values(cursor, kind)
    number, line = next(lines, (cursor.number + 1, ""))
    evidence = _evidence(Cursor(line, number), names)
    return kind(**{"date": date, slot: word, **values, **evidence})


def _kind(cursor: Cursor) -> Found:
    start = cursor.at
    word = cursor.take(_KIND, "a kind of claim", "Write arrested, demand, figure:held ...")
    found = _kinds().get(word)
    if found is None:
        near = difflib.get_close_matches(word, _kinds(), n=5, cutoff=0.5)
        remedy = f"Did you mean: {', '.join(near)}?" if near else "Write arrested, figure:held ..."
        cursor.fail(f"{word!r} is no kind of claim", remedy, at=start)
    cursor.must_part("Write the kind, a space, the slots")
    return found


@cache
def _kinds() -> dict[str, Found]:
    """Every word a claim can begin with."""
    words: dict[str, Found] = {}
    for kind, (slot, prefix) in KIND_SLOT.items():
        choices: type[StrEnum] = typing.get_type_hints(kind)[slot]
        for choice in choices:
            words[f"{prefix}:{choice}" if prefix else choice.value] = (kind, slot, choice)
    return words


@cache
def _slots(kind: Hint) -> dict[str, _Slot]:
    """The slots of a kind of claim under the names they may be written with."""
    hints = typing.get_type_hints(kind)
    slots: dict[str, _Slot] = {}
    for name in slots_of(kind):
        is_many = typing.get_origin(hints[name]) is tuple
        hint = typing.get_args(hints[name])[0] if is_many else hints[name]
        slots[SINGULAR.get(name, name)] = _Slot(name, taker_for(hint), is_many)
    return slots


def _values(cursor: Cursor, kind: type[AnyClaim]) -> dict[str, Any]:
    hint: Hint = kind
    slots = _slots(hint)
    values: dict[str, Any] = {}
    while not cursor.is_done:
        start = cursor.at
        name = cursor.take(WORD, "the name of a slot", 'Write slot="value"')
        slot = slots.get(name)
        if slot is None:
            listed = ", ".join(sorted(slots))
            cursor.fail(f"{kind.__name__} has no slot {name!r}", f"It has: {listed}", at=start)
        cursor.must("=", 'Write slot="value"')
        value = slot.take(cursor)
        if slot.name in values and not slot.is_many:
            cursor.fail(f"slot {name!r} stands twice", "Keep one", at=start)
        values[slot.name] = (*values.get(slot.name, ()), value) if slot.is_many else value
        cursor.must_part("Part the slots with a space")
    _refuse_gaps(cursor, kind, values)
    return values


def _refuse_gaps(cursor: Cursor, kind: type[AnyClaim], values: dict[str, Any]) -> None:
    at_its_place = {"quote", KIND_SLOT[kind][0]}
    for slot in dataclasses.fields(kind):
        is_needed = slot.default is dataclasses.MISSING and slot.name not in at_its_place
        if is_needed and slot.name not in values:
            cursor.fail(f"{kind.__name__} needs {slot.name}", f"Add {slot.name}= to this line")


def _evidence(cursor: Cursor, names: dict[str, str]) -> dict[str, Any]:
    cursor.must("from ", _EVIDENCE)
    cursor.skip()
    document = cursor.token(_DOCUMENT, "a document", _EVIDENCE)
    cursor.must(":", _EVIDENCE)
    span = cursor.span()
    cursor.must_part(_EVIDENCE)
    marks = cursor.take(_MARKS, "the two marks", _EVIDENCE)
    cursor.skip()
    start, text = cursor.at, cursor.string()
    cursor.must_part(_READ_BY)
    known = names.get(document, document)
    return {
        "quote": cursor.made(start, lambda: Quote(known, span, text)),
        "reliability": None if marks[0] == "-" else Reliability(marks[0]),
        "credibility": None if marks[1] == "-" else Credibility(marks[1]),
        "reading": None if cursor.is_done else _reading(cursor),
    }


def _reading(cursor: Cursor) -> Reading:
    cursor.must("read ", _READ_BY)
    cursor.skip()
    reader = cursor.token(_READER, "a reader", _READ_BY)
    cursor.must("/", _READ_BY)
    version = cursor.token(_VERSION, "its version", _READ_BY)
    cursor.must_part(_READ_BY)
    edition = ""
    if cursor.takes("edition="):
        edition = cursor.token(_NAME, "the edition", _READ_BY)
        cursor.must_part(_READ_BY)
    start, chance = cursor.at, None
    if cursor.takes("p="):
        chance = float(cursor.take(_CHANCE, "a probability", _READ_BY))
    if not cursor.is_done:
        cursor.fail("expected the end of the line", _READ_BY)
    return cursor.made(start, lambda: Reading(reader, version, edition, chance))
