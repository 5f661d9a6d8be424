"""Patterns of `reference.stems` as expressions over bytes, for the library hyperscan.

An expression stands wherever its pattern matches, in any mixture of capitals and small letters and
however a page writes it. It may stand elsewhere too: where a pattern goes beyond letters, groups,
endings and spaces its expression ends, and bytes are told apart no further than `folded` leaves
them. Whether a pattern matches is never decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from habeas.reading.sieve.scanner import written
from habeas.reference.stems import choices, closing

_FOLD = bytearray(range(256))
for _capital in range(ord("A"), ord("Z") + 1):
    _FOLD[_capital] = _capital + 32
# The second bytes of а to п and of their capitals become one, as do those of р to я; so do the
# first bytes of all Cyrillic letters. What other letters become does not matter: few words do.
for _second in range(0x10):
    _FOLD[0xA0 + _second] = 0x80 + _second
    _FOLD[0x90 + _second] = 0xB0 + _second
_FOLD[0xD1] = 0xD0
_TABLE = bytes(_FOLD)

# Any byte that is no space; and any character, or a reference to one.
_ANY = rb"[\x21-\xff]"
_ANY_ONE = rb"(?:[\x21-\x7f]|[\xc2-\xff][\x80-\xbf]*|\x26[0-9a-z#]{2,8};)"
REACH = 300  # bytes from where a trigger begins to its end, at most; no longer one is understood
_PLAIN_CLASS = re.compile(r"\[(?!\^)(?:\\[wd]|[^\]\s\\])*\]|\\[wd]")
_REPEATED = re.compile(r"[?+*]|\{\d+,\d+\}")
# What is written in other ways too, or as a reference.
_OTHERWISE = {"'": ("'", "’", "ʼ"), "-": ("-",)}
# A letter or sign as a reference: what it stands for is not looked up.
_REFERENCE = rb"\x26[0-9a-z#]{2,8};"
# What else may be between two words: spaces that do not break, references, and other rare spaces.
_ODD_SPACES = (
    *map(chr, range(0x1C, 0x20)), "\x85", "\xa0", "\u1680", *map(chr, range(0x2000, 0x200B)),
    "\u2028", "\u2029", "\u202f", "\u205f", "\u3000", "&",
)  # fmt: skip
_SPACES = rb"[\x09-\x0d\x20]"
_BEGIN = rb"(?:^|(?:^|[^\xd0])[^0-9a-z_])"
_END = rb"(?:[^0-9a-z_\x80-\xff]|[\x80-\xcf\xd2-\xff]|\xd0(?:[^\x80-\xbf]|\z)|\z)"
# A Cyrillic letter by its name: "&acy;". The words it stands in are looked at as they are.
_NAMED_LETTER = rb"\x26[a-z]{1,6}cy;"


def folded(content: bytes) -> bytes:
    """The bytes that expressions are for: as many, capitals and small letters alike."""
    return content.translate(_TABLE)


class Expression(NamedTuple):
    """What was understood of a pattern, whether that is all of it, and how long a match can be."""

    bytes: bytes
    is_whole: bool = True
    reach: int = 0


def expressions(patterns: Iterable[str], marks: Iterable[str]) -> list[tuple[bytes, int]]:
    """What stands wherever a pattern begins a word, or a mark stands anywhere.

    Each with the bytes before its end within which it begins.
    """
    reaches = {_one_of([mark]): REACH for mark in marks} | {_NAMED_LETTER: REACH}
    for pattern in patterns:
        found = _read(pattern, is_last=True)
        expression = _BEGIN + found.bytes
        reaches[expression] = max(reaches.get(expression, 0), min(found.reach + 1, REACH))
    return sorted(reaches.items())


def _read(pattern: str, *, is_last: bool) -> Expression:
    """`is_last`: nothing comes behind the pattern, so that it must end with a word."""
    if not pattern or (pattern == "~" and is_last):
        return Expression(_END, reach=2) if is_last and not pattern else Expression(b"")
    if pattern.startswith(("(?=", "(?!")):
        return _looked_ahead(pattern, is_last=is_last)
    if pattern[0] == " ":
        return _spaced(pattern[1:], is_last=is_last)
    piece, length = _repeated(pattern)
    if not piece.is_whole:
        return piece
    rest = _read(pattern[length:], is_last=is_last)
    return Expression(piece.bytes + rest.bytes, rest.is_whole, piece.reach + rest.reach)


def _repeated(pattern: str) -> tuple[Expression, int]:
    """The first piece, as often as it is repeated, and its length as written."""
    piece, length = _piece(pattern)
    found = _REPEATED.match(pattern, length)
    if found is None:
        return piece, length
    if not piece.is_whole:
        return Expression(b"", is_whole=False), length
    reach = piece.reach if found[0] == "?" else REACH
    often = b"(?:%s)%s" % (piece.bytes, found[0].encode())
    return Expression(often, reach=reach), found.end()


def _piece(pattern: str) -> tuple[Expression, int]:
    """The first piece, short of how often it is repeated, and its length as written."""
    if pattern.startswith("(?:"):
        end = closing(pattern)
        return _either(choices(pattern[3:end])), end + 1
    if pattern[0] == "~":
        return Expression(_ANY + b"*", reach=REACH), 1
    if pattern[0] in _OTHERWISE:
        ways = _OTHERWISE[pattern[0]]
        return Expression(b"(?:%s|%s)" % (_one_of(ways), _REFERENCE), reach=10), 1
    if pattern[0].isalpha():
        return Expression(_one_of(written(pattern[0])), reach=2), 1
    found = _PLAIN_CLASS.match(pattern)
    if found is None:
        return Expression(b"", is_whole=False), 0
    is_repeated = pattern[found.end() : found.end() + 1] in ("+", "*")
    return Expression(_ANY if is_repeated else _ANY_ONE, reach=10), found.end()


def _looked_ahead(pattern: str, *, is_last: bool) -> Expression:
    """What must follow is asked for; what must not is left to be seen."""
    end = closing(pattern)
    if pattern.startswith("(?!"):
        return _read(pattern[end + 1 :], is_last=is_last)
    found = _either([choice.rstrip("~") for choice in choices(pattern[3:end])])
    return found._replace(is_whole=False)


def _spaced(rest: str, *, is_last: bool) -> Expression:
    """Spaces and what is behind them; behind an odd space all is left to be seen."""
    behind = _read(rest, is_last=is_last)
    odd = _one_of(_ODD_SPACES)
    if behind.bytes:
        found = b"(?:%s+(?:%s|%s)|%s)" % (_SPACES, behind.bytes, odd, odd)
    else:
        found = b"(?:%s|%s)" % (_SPACES, odd)
    return Expression(found, behind.is_whole, REACH)


def _either(patterns: Iterable[str]) -> Expression:
    read = [_read(one, is_last=False) for one in patterns]
    found = b"|".join(sorted({one.bytes for one in read}))
    is_whole = all(one.is_whole for one in read)
    return Expression(b"(?:%s)" % found, is_whole, max(one.reach for one in read))


def _one_of(ways: Iterable[str]) -> bytes:
    """Bytes, not characters: a stray byte in the content must not end the scan."""
    by_first: dict[bytes, set[int]] = {}
    for way in ways:
        content = folded(way.encode())
        by_first.setdefault(content[:-1], set()).add(content[-1])
    found = [_escaped(first) + _class(last) for first, last in sorted(by_first.items())]
    return found[0] if len(found) == 1 else b"(?:%s)" % b"|".join(found)


def _class(found: set[int]) -> bytes:
    listed = _escaped(bytes(sorted(found)))
    return listed if len(found) == 1 else b"[%s]" % listed


def _escaped(content: bytes) -> bytes:
    return b"".join(rb"\x%02x" % byte for byte in content)
