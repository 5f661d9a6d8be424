"""A scanner on the package hyperscan: the fastest, over the bytes as they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from importlib.metadata import version

import hyperscan as hs

from habeas.reading.sieve.expressions import expressions, folded
from habeas.reading.sieve.scanner import Found, Wanted, written

VERSION = f"hyperscan/{version('hyperscan')}"
_Met = Callable[[int, int, int, int, object], bool | None]
Unusable = hs.error  # what is raised for patterns compiled elsewhere
_SIZE = 8  # bytes that tell how long the first of two dumps is


class HyperscanScanner:
    """One pass over the bytes, which no decoding comes before.

    The expressions of all patterns are looked for first; only around what they meet literals are.
    """

    name = "hyperscan"

    def __init__(self, wanted: Wanted, *, compiled: bytes = b"") -> None:
        """`compiled` is what `dump` gave for the same."""
        literals, told = (*wanted.literals, *wanted.marks), _of(wanted)
        self._reaches = [reach for _, reach in told]
        self._lengths = [len(one.encode()) for one in literals]
        self._longest = max(self._lengths, default=0)
        if compiled:
            at = _SIZE + int.from_bytes(compiled[:_SIZE])
            self._literals = _loaded(compiled[_SIZE:at])
            self._patterns = _loaded(compiled[at:]) if compiled[at:] else None
        else:
            self._literals = _compiled([_expression(one) for one in literals])
            self._patterns = _compiled([one for one, _ in told]) if told else None

    def dump(self) -> bytes:
        """The compiled patterns, to be loaded where processor and library are the same."""
        literals = hs.dumpb(self._literals)
        patterns = hs.dumpb(self._patterns) if self._patterns is not None else b""
        return b"".join((len(literals).to_bytes(_SIZE), literals, patterns))

    def scan(self, content: bytes, found: Found) -> None:
        if self._patterns is None:
            self._look(content, found, 0)
            return
        reaches, longest, first, last = self._reaches, self._longest, 0, 0

        def met(one: int, _start: int, end: int, _flags: int, _context: object) -> bool | None:
            nonlocal first, last  # where all literals were looked at
            low = max(0, end - reaches[one])
            if low >= first:
                if end <= last:
                    return None
                low = max(low, last)
            if low != last:
                first = low
            last = end
            return self._look(content[low : end + longest], found, low) or None

        _scan(self._patterns, folded(content), met)

    def _look(self, part: bytes, found: Found, low: int) -> bool:
        """Looks for literals in bytes that begin at `low`; whether it was told to stop."""
        lengths = self._lengths

        def met(one: int, _start: int, end: int, _flags: int, _context: object) -> bool | None:
            return found(low + end - lengths[one]) or None

        return _scan(self._literals, part, met)


def fingerprint(wanted: Wanted) -> str:
    """A hash over all that is compiled for what is wanted."""
    told = (*wanted.literals, *wanted.marks)
    return sha256(b"\n".join((*map(str.encode, told), *dict(_of(wanted))))).hexdigest()


def _of(wanted: Wanted) -> list[tuple[bytes, int]]:
    return expressions(wanted.patterns, wanted.marks) if wanted.patterns else []


def _scan(database: hs.Database, content: bytes, met: _Met) -> bool:
    try:
        database.scan(content, match_event_handler=met)
    except hs.ScanTerminated:
        return True
    return False


def _loaded(compiled: bytes) -> hs.Database:
    database = hs.loadb(compiled, hs.HS_MODE_BLOCK)
    database.scratch = hs.Scratch(database)
    return database


def _compiled(found: Sequence[bytes]) -> hs.Database:
    database = hs.Database(mode=hs.HS_MODE_BLOCK)
    database.compile(
        expressions=found,
        ids=list(range(len(found))),
        elements=len(found),
        flags=[0] * len(found),
    )
    database.scratch = hs.Scratch(database)
    return database


def _expression(literal: str) -> bytes:
    """Bytes, not characters: a stray byte in the content must not end the scan."""
    return b"".join(_any_of([way.encode() for way in written(letter)]) for letter in literal)


def _any_of(ways: list[bytes]) -> bytes:
    escaped = [b"".join(rb"\x%02x" % byte for byte in way) for way in ways]
    return escaped[0] if len(escaped) == 1 else b"(?:" + b"|".join(escaped) + b")"
