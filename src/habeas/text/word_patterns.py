"""Patterns over the words of a reference file, for text already folded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

_Value = TypeVar("_Value")

# One line break at most: a blank line parts what stands on its two sides.
SPACE = r"(?:[ \t]*\r?\n[ \t]*|[ \t]+)"


def folded(words: str) -> str:
    """A written form as it is looked up."""
    return " ".join(words.casefold().split())


def by_folded(forms: Mapping[str, _Value]) -> dict[str, _Value]:
    """The forms as they are looked up."""
    return {folded(form): value for form, value in forms.items()}


def alternatives(forms: Iterable[str]) -> str:
    """A pattern for any of the forms, the longest first; nothing, where there are none.

    A form is matched as written, in capitals throughout, and with a capital first.
    """
    ways = {way for form in forms for way in _ways(form)}
    return _any(ways) if ways else r"(?!)"


def spaced(pattern: str) -> str:
    """A pattern in which a plain space stands for any space within a paragraph."""
    return re.sub(r"(?<!\[) (?!\])", lambda _: SPACE, pattern)


def beginnings(forms: Iterable[str]) -> re.Pattern[str]:
    """A quick pattern for the places where a digit or one of the forms begins.

    Sorted by first letters, and the check that a word begins there comes after that letter: a
    pattern that begins with plain letters lets the engine skip all others.
    """
    heads: dict[str, set[str]] = {digit: {""} for digit in "0123456789"}
    for form in forms:
        for way in _ways(form):
            heads.setdefault(way[0], set()).add(way[1:])
    parts = (
        rf"{re.escape(head)}(?<!\w.)(?<!\d[.,:/-].){_any(tails)}" for head, tails in heads.items()
    )
    return re.compile("|".join(parts))


def _ways(form: str) -> tuple[str, str, str]:
    return form, form.upper(), form[:1].upper() + form[1:]


def _any(forms: Iterable[str]) -> str:
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return "(?:" + "|".join(re.escape(form).replace(r"\ ", SPACE) for form in ordered) + ")"
