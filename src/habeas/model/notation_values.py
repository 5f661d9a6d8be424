"""The values in claim notation: mentions, dates, quantities, records; the grammar: notation.py."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from typing import Any, TypeAlias

from habeas.model.charge import Charge, Sentence
from habeas.model.duration import Duration
from habeas.model.mention import Mention, MentionKind
from habeas.model.notation_cursor import Cursor
from habeas.model.partial_date import PartialDate
from habeas.model.quantity import Qualifier, Quantity
from habeas.model.quote import Span
from habeas.model.written_date import Anchor, WrittenDate

Hint: TypeAlias = Any  # an annotation: a class, a union, a generic; no type covers them all
Taker: TypeAlias = Callable[[Cursor], Any]

WORD = re.compile(r"[A-Za-z0-9_]+")
_DATE = re.compile(r"[0-9X.][^\s(){}]*|/[^\s(){}]+")
_DURATION = re.compile(r"P[0-9A-Z]+")
_BOUNDS = re.compile(r"[0-9]{0,18}\.\.[0-9]{0,18}|[0-9]{1,18}")
_QUALIFIED = re.compile(r"[a-z_]+:")


@cache
def taker_for(hint: Hint) -> Taker:
    """What takes a value of an annotated type from a line."""
    origin: Hint = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        real = [one for one in typing.get_args(hint) if one is not types.NoneType]
        return taker_for(real[0]) if len(real) == 1 else any_value
    special: dict[Hint, Taker] = {
        str: Cursor.string,
        Mention: mention,
        WrittenDate: written_date,
        Quantity: quantity,
        PartialDate: partial_date,
        Duration: duration,
    }
    if hint in (Charge, Sentence):
        return lambda cursor: record(cursor, hint)
    return special.get(hint) or (lambda cursor: choice(cursor, hint))


def choice(cursor: Cursor, choices: type[StrEnum]) -> StrEnum:
    """A bare word from a closed list."""
    start, remedy = cursor.at, f"One of: {', '.join(choices)}"
    word = cursor.take(WORD, "a word from a list", remedy)
    if word not in set(choices):
        cursor.fail(f"{word!r} is not in the list", remedy, at=start)
    return choices(word)


def any_value(cursor: Cursor) -> str | PartialDate | Quantity | Mention:
    """The value of an attribute: its first characters tell which sort it is."""
    start = cursor.at
    if cursor.peek() == '"':
        text = cursor.string()
        return _mention(cursor, start, text) if cursor.peek() in {"/", "@", "="} else text
    return quantity(cursor) if cursor.sees(_QUALIFIED) else partial_date(cursor)


def mention(cursor: Cursor) -> Mention:
    """`"text"/kind@start-end="fuller name"`, each part but the text optional."""
    return _mention(cursor, cursor.at, cursor.string())


def _mention(cursor: Cursor, start: int, text: str) -> Mention:
    is_typed = cursor.takes("/")
    kind = MentionKind(choice(cursor, MentionKind)) if is_typed else MentionKind.UNSPECIFIED
    span = cursor.span() if cursor.takes("@") else None
    name = cursor.string() if cursor.takes("=") else ""
    return cursor.made(start, lambda: Mention(text=text, kind=kind, span=span, name=name))


def partial_date(cursor: Cursor) -> PartialDate:
    start = cursor.at
    text = cursor.take(_DATE, "a date", "Write 2021-02-15; at the head, - where there is none")
    return cursor.made(start, lambda: PartialDate(text))


def duration(cursor: Cursor) -> Duration:
    start = cursor.at
    text = cursor.take(_DURATION, "a duration", "Write P8Y6M")
    return cursor.made(start, lambda: Duration(text))


def written_date(cursor: Cursor) -> WrittenDate:
    """A date, with how it was worked out in brackets where there is something to say."""
    date = partial_date(cursor)
    if not cursor.takes("("):
        return WrittenDate(date)
    words, span = "", None
    if cursor.peek() == '"':
        words, span = _words_at(cursor)
        cursor.skip()
    basis: dict[str, Any] = {}
    while not cursor.takes(")"):
        name, value = _basis(cursor)
        if name in basis:
            cursor.fail("the basis of the date stands twice", "Keep one")
        basis[name] = value
        cursor.skip()
    return WrittenDate(date, words, span, **basis)


def _words_at(cursor: Cursor) -> tuple[str, Span | None]:
    words = cursor.string()
    return words, cursor.span() if cursor.takes("@") else None


def _basis(cursor: Cursor) -> tuple[str, Anchor | bool]:
    start, remedy = cursor.at, 'Write ("words"@31-42 document year_inferred)'
    word = cursor.take(WORD, "how the date was worked out, or a bracket", remedy)
    if word == "year_inferred":
        return "is_year_inferred", True
    if word not in set(Anchor):
        cursor.fail(f"{word!r} says nothing of a date", remedy, at=start)
    return "anchor", Anchor(word)


def quantity(cursor: Cursor) -> Quantity:
    """`about:100("about 100")`, `at_least:70..`, `dozens:24..99`."""
    start = cursor.at
    qualifier = Qualifier(choice(cursor, Qualifier))
    cursor.must(":", "Write about:100 or at_least:70..")
    bounds = cursor.take(_BOUNDS, "the bounds", "Write 100, 70.. or 24..99")
    words = ""
    if cursor.takes("("):
        words = cursor.string()
        cursor.must(")", 'Write about:100("about 100")')
    first, dots, second = bounds.partition("..")
    low, high = (int(end) if end else None for end in (first, second if dots else first))
    return cursor.made(
        start, lambda: Quantity(low=low, high=high, qualifier=qualifier, words=words)
    )


def record(cursor: Cursor, kind: type[Charge | Sentence]) -> Charge | Sentence:
    """`{article="205.5" part="2"}`."""
    cursor.must("{", 'Write {article="205.5"}')
    hints = typing.get_type_hints(kind)
    values: dict[str, Any] = {}
    cursor.skip()
    while not cursor.takes("}"):
        start = cursor.at
        name = cursor.take(WORD, "a name or a closing }", 'Write {article="205.5"}')
        if name not in hints:
            listed = ", ".join(hints)
            cursor.fail(f"{kind.__name__} has no {name!r}", f"It has: {listed}", at=start)
        if name in values:
            cursor.fail(f"{name!r} stands twice", "Keep one", at=start)
        cursor.must("=", 'Write article="205.5"')
        values[name] = taker_for(hints[name])(cursor)
        cursor.skip()
    return kind(**values)
