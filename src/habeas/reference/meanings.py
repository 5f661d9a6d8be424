"""Words that mean something wherever they stand in a phrase: a file of them in every language.

An entry says of what `kind` it is and which `value` its words mean; `~` stands for any ending. All
languages are asked at once, since one table has cells in two of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from habeas.reference.files import names
from habeas.reference.lexicon_entries import Entry, entries
from habeas.text.normalise import key


@dataclass(frozen=True, slots=True, order=True)
class Meant:
    """What words at a place of a phrase mean; the place counts in `plain(phrase)`."""

    start: int
    end: int
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class _Words:
    kind: str
    value: str
    sign: re.Pattern[str]


def meant(file: str, kinds: Sequence[str], text: str) -> Iterator[Meant]:
    """What the words of `text` mean by a file such as `populations.yml`, in order.

    Of words of one kind that overlap, the longest count. Raises: ReferenceBroken.
    """
    written = plain(text)
    hits = [
        Meant(*found.span(), words.kind, words.value)
        for words in _words(file, tuple(kinds))
        for found in words.sign.finditer(written)
    ]
    kept: list[Meant] = []
    for hit in sorted(hits, key=lambda one: (one.start - one.end, one)):
        overlaps = (one for one in kept if one.kind == hit.kind)
        if all(one.end <= hit.start or hit.end <= one.start for one in overlaps):
            kept.append(hit)
    return iter(sorted(kept))


def plain(text: str) -> str:
    """The phrase as it is compared: one way of writing each letter, in small letters."""
    return key(text).replace("ё", "е")


@cache
def _words(file: str, kinds: tuple[str, ...]) -> tuple[_Words, ...]:
    found = (name for name in names("lexicons") if name.endswith(f"/{file}"))
    return tuple(
        _Words(entry.kind(kinds), _value(entry), _sign(entry))
        for name in found
        for entry in entries(name, parts=("value", "words"))
    )


def _value(entry: Entry) -> str:
    return entry.word("value") or entry.broken("value is missing")


def _sign(entry: Entry) -> re.Pattern[str]:
    words = entry.words("words") or entry.broken("words are missing")
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_expression, longest_first))})(?!\w)")


def _expression(written: str) -> str:
    return re.escape(plain(written)).replace(r"\~", "~").replace("~", r"[^\W_]*")
