"""How much may come out of one document, and the count of what has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from habeas.model.document import Document
from habeas.model.part import Part
from habeas.model.problem import Problem, Severity
from habeas.reading.renderers.captured_text import place_of

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """Limits on what is taken out of one captured document.

    `depth` counts wholes within wholes; `content` is in bytes; `ratio` is how many times its own
    size a document may unfold to, asked of those that unfold to more than `free` bytes.
    """

    depth: int = 5
    members: int = 10_000
    content: int = 500_000_000
    ratio: int = 200
    free: int = 20_000_000

    def fault(self, *, members: int, content: int, packed: int) -> str:
        """What is too much, in words; empty where all is within the limits."""
        if members > self.members:
            return f"it holds more than {self.members:,} parts"
        if content > self.content:
            return f"it unfolds to more than {self.content:,} bytes"
        if content > self.free and content > self.ratio * packed:
            return f"it unfolds to more than {self.ratio:,} times its own size"
        return ""


class TooMuch(Exception):  # says what
    """More came out than is allowed; what came before it stands."""


@dataclass(slots=True)
class Taking:
    """What has been taken out of one document so far."""

    document: Document
    packed: int
    allowance: Allowance
    parts: list[Part] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _content: int = 0

    def add(self, part: Part) -> None:
        """Raises: TooMuch, and the part is left out."""
        self.room_for(len(part.content))
        self._content += len(part.content)
        self.parts.append(part)

    def room_for(self, size: int) -> None:
        """Raises: TooMuch, where one more part of so many bytes would be over a limit."""
        self.check(members=len(self.parts) + 1, content=self._content + size)

    def check(self, *, members: int = 0, content: int = 0) -> None:
        """Raises: TooMuch, where these are over a limit."""
        fault = self.allowance.fault(members=members, content=content, packed=self.packed)
        if fault:
            raise TooMuch(fault)

    def to_the_end(self, read: Callable[[int], bytes]) -> bytes:
        """All that `read` gives, asked for by the piece. Raises: TooMuch, and what `read` does."""
        pieces: list[bytes] = []
        size = 0
        while piece := read(_CHUNK):
            size += len(piece)
            self.room_for(size)
            pieces.append(piece)
        return b"".join(pieces)

    def note(
        self,
        code: str,
        what: str,
        *,
        member: str = "",
        remedy: str = "The whole is kept as it is.",
        severity: Severity = Severity.WARNING,
    ) -> None:
        """Adds a problem with this document, or with one member of it."""
        place = place_of(self.document)
        self.problems.append(
            Problem(
                code=code,
                where=f"{place}!{member}" if member else place,
                what=what,
                remedy=remedy,
                severity=severity,
                document=self.document.sha256,
            )
        )

    def broken(self, what: str) -> None:
        """Nothing can be taken out, or nothing more."""
        if self.parts:
            self.note(
                "unpack-broken-off",
                f"{what}; {len(self.parts)} parts were taken out before",
                remedy="The whole is kept. Get an undamaged copy to have the rest.",
            )
        else:
            self.note(
                "unpack-failed",
                what,
                remedy="It is kept as it is. Get an undamaged copy, or save it in another format.",
                severity=Severity.ERROR,
            )

    def over(self, much: TooMuch) -> None:
        """Notes that a limit was met."""
        self.note(
            "unpack-too-much",
            f"{much}; {len(self.parts)} parts were taken out before that",
            remedy="The whole is kept. If it is no trap, take it apart and read it in pieces.",
            severity=Severity.ERROR,
        )


def in_words(failure: Exception) -> str:
    """What a library says of a failure, or at least what it calls it."""
    return str(failure) or type(failure).__name__


def printable(name: str, *, most: int = 300) -> str:
    """A name as one line of text that can be written, whatever bytes or characters it had."""
    whole = name.encode("utf-8", "replace").decode()
    return "".join(one if one.isprintable() else "\ufffd" for one in whole[:most])
