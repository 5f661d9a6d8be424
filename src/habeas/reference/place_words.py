"""What in the name of a place is its kind, its number, its town: words and endings as data."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from habeas.model.place import PlaceKind
from habeas.reference.files import read

_FILE = "place_words.yml"
_NOTHING = re.compile(r"(?!)")


@cache
def kinds() -> tuple[tuple[PlaceKind, re.Pattern[str]], ...]:
    """Each kind of place with the words that stand for it, in small letters."""
    return tuple((PlaceKind(each["kind"]), _whole(each["patterns"])) for each in _read("kinds"))


@cache
def levels() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each level of court with its words: district, city, supreme ..."""
    return tuple((each["level"], _whole(each["patterns"])) for each in _read("levels"))


@cache
def plain_words() -> re.Pattern[str]:
    """Words that say nothing more of which place is meant: "No.", "city of"."""
    return _whole(read(_FILE)["plain"])


@cache
def endings(form: str) -> str:
    """How a town's name goes on behind its stem: `case` or `adjective`; a pattern."""
    entries = [each for each in _read("endings") if each["form"] == form]
    found = [pattern for each in entries for pattern in each["patterns"]]
    return f"(?:{'|'.join(found)})"


@cache
def directorates() -> tuple[str, ...]:
    """Letters before an abbreviation that make it the directorate of that body: УФСБ."""
    return tuple(read(_FILE)["directorates"])


def _read(section: str) -> list[dict[str, Any]]:
    return list(read(_FILE)[section])


def _whole(patterns: Iterable[str]) -> re.Pattern[str]:
    written = "|".join(sorted(patterns, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{written})(?!\w)") if written else _NOTHING
