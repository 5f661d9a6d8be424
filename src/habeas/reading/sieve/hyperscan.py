"""A scanner on the package hyperscan: the fastest, over the bytes as they are."""

from __future__ import annotations

from importlib.metadata import version

import hyperscan as hs

from habeas.reading.sieve.scanner import Found, Literals, written

VERSION = f"hyperscan/{version('hyperscan')}"
Unusable = hs.error  # what is raised for patterns compiled elsewhere


class HyperscanScanner:
    """One pass over the bytes, which no decoding comes before."""

    name = "hyperscan"

    def __init__(self, literals: Literals, *, compiled: bytes = b"") -> None:
        """`compiled` is what `dump` gave for the same literals."""
        self._lengths = [len(one.encode()) for one in literals]
        self._database = hs.loadb(compiled, hs.HS_MODE_BLOCK) if compiled else _compiled(literals)
        self._database.scratch = hs.Scratch(self._database)

    def dump(self) -> bytes:
        """The compiled patterns, to be loaded where processor and library are the same."""
        return hs.dumpb(self._database)

    def scan(self, content: bytes, found: Found) -> None:
        lengths = self._lengths

        def met(pattern: int, _start: int, end: int, _flags: int, _context: object) -> bool | None:
            return found(end - lengths[pattern]) or None

        try:
            self._database.scan(content, match_event_handler=met)
        except hs.ScanTerminated:
            return


def _compiled(literals: Literals) -> hs.Database:
    database = hs.Database(mode=hs.HS_MODE_BLOCK)
    database.compile(
        expressions=[_expression(one) for one in literals],
        ids=list(range(len(literals))),
        elements=len(literals),
        flags=[0] * len(literals),
    )
    return database


def _expression(literal: str) -> bytes:
    """Bytes, not characters: a stray byte in the content must not end the scan."""
    return b"".join(_any_of([way.encode() for way in written(letter)]) for letter in literal)


def _any_of(ways: list[bytes]) -> bytes:
    escaped = [b"".join(rb"\x%02x" % byte for byte in way) for way in ways]
    return escaped[0] if len(escaped) == 1 else b"(?:" + b"|".join(escaped) + b")"
