"""Claim notation to claims; the grammar stands in notation.py."""

from __future__ import annotations

import dataclasses
import json
import re
import types
import typing
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from habeas.model.attribute import Attribute
from habeas.model.charge import Charge, Sentence
from habeas.model.claim import AnyClaim, AttributeClaim, Reading
from habeas.model.duration import Duration
from habeas.model.errors import NotationError, ValueMalformed
from habeas.model.grade import Credibility, Reliability
from habeas.model.mention import Mention, MentionKind
from habeas.model.notation_write import KIND_SLOT, SINGULAR, slots_of
from habeas.model.partial_date import PartialDate
from habeas.model.quantity import Qualifier, Quantity
from habeas.model.quote import Quote, Span
from habeas.model.vocabulary import (
    ActionKind,
    Characterisation,
    EventKind,
    FigureStatus,
    LeverageKind,
)
from habeas.model.written_date import Anchor, WrittenDate

_KINDS: list[tuple[str, type[StrEnum], type[AnyClaim]]] = [
    (prefix, typing.get_type_hints(kind)[slot], kind) for kind, (slot, prefix) in KIND_SLOT.items()
]
_PLURAL = {singular: plural for plural, singular in SINGULAR.items()}
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_DATE = re.compile(r"[0-9X.][^\s(){}]*|/[^\s(){}]+")
_WORD = re.compile(r"[A-Za-z_]+")
_DOCUMENT = re.compile(r'document (\S+) (\S+)(?: ("(?:[^"\\]|\\.)*"))?\s*')


def parse(text: str) -> list[AnyClaim]:
    """All claims written in `text`. Lines that are empty or start with `#` are passed over.

    Raises: NotationError, with line, column and what to write instead.
    """
    names: dict[str, str] = {}
    claims: list[AnyClaim] = []
    first: tuple[int, str] | None = None
    for number, raw in enumerate(text.split("\n"), start=1):
        line = raw.rstrip()
        if first is not None:
            claims.append(_claim(_Cursor(first[1], first[0]), _Cursor(line.strip(), number), names))
            first = None
        elif not line.strip() or line.lstrip().startswith("#"):
            continue
        elif (found := _DOCUMENT.fullmatch(line.strip())) is not None:
            names[found[1]] = found[2]
        else:
            first = (number, line.strip())
    if first is not None:
        raise NotationError(
            line=first[0], column=1, what="a claim without its evidence line", remedy='Add: from DOC:0-9 -- "quote"'
        )
    return claims


def parse_one(text: str) -> AnyClaim:
    """The one claim written in `text`. Raises: NotationError, also where there is none or are several."""
    claims = parse(text)
    if len(claims) != 1:
        raise NotationError(
            line=1, column=1, what=f"{len(claims)} claims where one was expected", remedy="Write one claim, two lines"
        )
    return claims[0]


class _Cursor:
    """A place in one line, and what may come next."""

    def __init__(self, line: str, number: int) -> None:
        self.line = line
        self.number = number
        self.at = 0

    def fail(self, what: str, remedy: str) -> NotationError:
        return NotationError(line=self.number, column=self.at + 1, what=what, remedy=remedy)

    @property
    def is_done(self) -> bool:
        self.skip()
        return self.at >= len(self.line)

    def skip(self) -> None:
        while self.at < len(self.line) and self.line[self.at] == " ":
            self.at += 1

    def peek(self) -> str:
        return self.line[self.at : self.at + 1]

    def takes(self, text: str) -> bool:
        if self.line.startswith(text, self.at):
            self.at += len(text)
            return True
        return False

    def take(self, pattern: re.Pattern[str], what: str, remedy: str) -> str:
        found = pattern.match(self.line, self.at)
        if found is None:
            raise self.fail(f"expected {what}", remedy)
        self.at = found.end()
        return found.group()

    def must(self, text: str, remedy: str) -> None:
        if not self.takes(text):
            raise self.fail(f"expected {text!r}", remedy)

    def string(self) -> str:
        raw = self.take(_STRING, "text between quotation marks", 'Write "text"')
        try:
            return str(json.loads(raw))
        except json.JSONDecodeError as broken:
            raise self.fail(f"bad escape in {raw[:40]}", 'Use \\" \\\\ \\n as in JSON') from broken

    def span(self) -> Span | None:
        if not self.takes("@"):
            return None
        start, end = self.take(re.compile(r"\d+-\d+"), "a span", "Write @120-139").split("-")
        return Span(int(start), int(end))


def _claim(first: _Cursor, second: _Cursor, names: dict[str, str]) -> AnyClaim:
    try:
        date = None if first.takes("- ") else _written_date(first)
        kind, values = _kind(first)
        readers = _slot_readers(kind)
        while not first.is_done:
            name = first.take(_WORD, "a slot name", 'Write slot="value"')
            slot = _PLURAL.get(name, name) if name not in readers else name
            if slot not in readers:
                raise first.fail(f"{kind.__name__} has no slot {name!r}", f"It has: {', '.join(sorted(readers))}")
            first.must("=", 'Write slot="value"')
            value = readers[slot][0](first)
            if readers[slot][1]:
                values[slot] = (*values.get(slot, ()), value)
            elif slot in values:
                raise first.fail(f"slot {name!r} stands twice", "Keep one")
            else:
                values[slot] = value
        return kind(date=date, **values, **_evidence(second, names))
    except ValueMalformed as broken:
        raise first.fail(str(broken), "") from broken
    except TypeError as broken:
        raise first.fail(f"a slot is missing: {broken}", "Add it") from broken


def _kind(cursor: _Cursor) -> tuple[type[AnyClaim], dict[str, Any]]:
    cursor.skip()
    word = cursor.take(re.compile(r"[a-z0-9_]+(?::[a-z0-9_]+)?"), "a kind of claim", "Write arrested, demand, figure:held ...")
    prefix, _, value = word.rpartition(":")
    for known, choices, kind in _KINDS:
        if known == prefix and value in set(choices):
            return kind, {KIND_SLOT[kind][0]: choices(value)}
    raise cursor.fail(f"{word!r} is no kind of claim", f"Kinds: {', '.join(_all_kinds())}")


def _all_kinds() -> list[str]:
    lists: list[tuple[str, type[StrEnum]]] = [
        ("", EventKind), ("", ActionKind), ("figure:", FigureStatus), ("attribute:", Attribute),
        ("characterised:", Characterisation), ("leverage:", LeverageKind),
    ]  # fmt: skip
    return [prefix + choice.value for prefix, choices in lists for choice in choices]


def _slot_readers(kind: type[AnyClaim]) -> dict[str, tuple[Callable[[_Cursor], Any], bool]]:
    hints = typing.get_type_hints(kind)
    readers = {}
    for name in slots_of(kind):
        hint, is_many = hints[name], False
        if typing.get_origin(hint) is tuple:
            hint, is_many = typing.get_args(hint)[0], True
        if kind is AttributeClaim and name == "value":
            readers[name] = (_any_value, False)
        else:
            readers[name] = (_reader_for(hint), is_many)
    return readers


def _reader_for(hint: Any) -> Callable[[_Cursor], Any]:
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        hint = next(one for one in typing.get_args(hint) if one is not types.NoneType)
    special: dict[Any, Callable[[_Cursor], Any]] = {
        str: _Cursor.string,
        Mention: _mention,
        WrittenDate: _written_date,
        Quantity: _quantity,
        PartialDate: _partial_date,
        Duration: _duration,
    }
    if hint in special:
        return special[hint]
    if hint in (Charge, Sentence):
        return lambda cursor: _record(cursor, hint)
    return lambda cursor: _choice(cursor, hint)


def _choice(cursor: _Cursor, choices: type[StrEnum]) -> StrEnum:
    word = cursor.take(re.compile(r"[A-Za-z0-9_]+"), "a word from a list", f"One of: {', '.join(choices)}")
    if word not in set(choices):
        raise cursor.fail(f"{word!r} is not in the list", f"One of: {', '.join(choices)}")
    return choices(word)


def _any_value(cursor: _Cursor) -> str | PartialDate | Quantity | Mention:
    if cursor.peek() == '"':
        text = cursor.string()
        return _mention_after(cursor, text) if cursor.peek() == "/" else text
    if re.match(r"[a-z_]+:", cursor.line[cursor.at :]):
        return _quantity(cursor)
    return _partial_date(cursor)


def _mention(cursor: _Cursor) -> Mention:
    return _mention_after(cursor, cursor.string())


def _mention_after(cursor: _Cursor, text: str) -> Mention:
    kind = MentionKind.UNSPECIFIED
    if cursor.takes("/"):
        kind = MentionKind(_choice(cursor, MentionKind))
    span = cursor.span()
    return Mention(text=text, kind=kind, span=span, name=cursor.string() if cursor.takes("=") else "")


def _partial_date(cursor: _Cursor) -> PartialDate:
    return PartialDate(cursor.take(_DATE, "a date", "Write 2021-02-15, or - where there is none"))


def _duration(cursor: _Cursor) -> Duration:
    return Duration(cursor.take(re.compile(r"P[0-9A-Z]+"), "a duration", "Write P8Y6M"))


def _written_date(cursor: _Cursor) -> WrittenDate:
    date = _partial_date(cursor)
    if not cursor.takes("("):
        return WrittenDate(date)
    words, span, anchor, is_inferred = "", None, Anchor.NONE, False
    while not cursor.takes(")"):
        if cursor.peek() == '"':
            words = cursor.string()
            span = cursor.span()
        else:
            word = cursor.take(_WORD, "how the date was worked out", "Write document, text or year_inferred")
            if word == "year_inferred":
                is_inferred = True
            elif word in set(Anchor):
                anchor = Anchor(word)
            else:
                raise cursor.fail(f"{word!r} says nothing of a date", "Write document, text or year_inferred")
        cursor.skip()
    return WrittenDate(date, words, span, anchor, is_inferred)


def _quantity(cursor: _Cursor) -> Quantity:
    qualifier = Qualifier(_choice(cursor, Qualifier))
    cursor.must(":", "Write about:100 or at_least:70..")
    bounds = cursor.take(re.compile(r"\d*\.\.\d*|\d+"), "the bounds", "Write 100, 70.. or 24..99")
    low, dots, high = bounds.partition("..")
    words = ""
    if cursor.takes("("):
        words = cursor.string()
        cursor.must(")", 'Write about:100("about 100")')
    ends = (low, high if dots else low)
    return Quantity(*(int(end) if end else None for end in ends), qualifier=qualifier, words=words)


def _record(cursor: _Cursor, kind: type[Charge] | type[Sentence]) -> Charge | Sentence:
    cursor.must("{", 'Write {article="205.5"}')
    hints = typing.get_type_hints(kind)
    values: dict[str, Any] = {}
    while not cursor.takes("}"):
        name = cursor.take(_WORD, "a name", 'Write article="205.5"')
        if name not in hints:
            raise cursor.fail(f"{kind.__name__} has no {name!r}", f"It has: {', '.join(hints)}")
        cursor.must("=", 'Write article="205.5"')
        values[name] = _reader_for(hints[name])(cursor)
        cursor.skip()
    return kind(**values)


def _evidence(cursor: _Cursor, names: dict[str, str]) -> dict[str, Any]:
    form = 'Write: from DOC:120-139 B2 "quote"'
    cursor.must("from ", form)
    document, _, place = cursor.take(re.compile(r"\S+:\d+-\d+"), "a document and a span", form).rpartition(":")
    start, end = place.split("-")
    cursor.skip()
    marks = cursor.take(re.compile(r"[A-F-][1-6-]"), "the two marks", "Write B2, or -- where not graded")
    cursor.skip()
    text = cursor.string()
    return {
        "quote": Quote(names.get(document, document), Span(int(start), int(end)), text),
        "reliability": None if marks[0] == "-" else Reliability(marks[0]),
        "credibility": None if marks[1] == "-" else Credibility(marks[1]),
        "reading": _reading(cursor),
    }


def _reading(cursor: _Cursor) -> Reading | None:
    if cursor.is_done:
        return None
    cursor.must("read ", 'Write: read frames/1 p=0.93, or nothing')
    reader, _, version = cursor.take(re.compile(r"\S+"), "a reader", "Write frames/1").rpartition("/")
    edition, probability = "", None
    while not cursor.is_done:
        name, _, value = cursor.take(re.compile(r"(?:edition|p)=\S+"), "edition= or p=", "Write p=0.93").partition("=")
        if name == "edition":
            edition = value
        else:
            probability = float(value)
    return Reading(reader, version, edition, probability)
