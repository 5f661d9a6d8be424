"""A place in one line of claim notation, and what may come next."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import NoReturn, TypeVar

from habeas.model.errors import NotationError, ValueMalformed
from habeas.model.quote import Span, is_whole

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_SPACE = re.compile(r"[ \t]*")
# Eighteen digits: more than any text has characters, and less than Python refuses to read.
_SPAN = re.compile(r"([0-9]{1,18})-([0-9]{1,18})")

T = TypeVar("T")


class Cursor:
    """Reads one line from left to right; `at` is the index of the next character."""

    def __init__(self, line: str, number: int) -> None:
        self.line = line.rstrip()
        self.number = number
        self.at = 0
        self.skip()

    def fail(self, what: str, remedy: str, *, at: int | None = None) -> NoReturn:
        """Raises NotationError for this line, at the next character or where `at` says."""
        column = (self.at if at is None else at) + 1
        raise NotationError(line=self.number, column=column, what=what, remedy=remedy)

    def skip(self) -> None:
        """Passes over spaces and tabs."""
        found = _SPACE.match(self.line, self.at)
        self.at = found.end() if found else self.at

    @property
    def is_done(self) -> bool:
        """Whether nothing but space is left."""
        self.skip()
        return self.at >= len(self.line)

    def peek(self) -> str:
        """The next character, empty at the end."""
        return self.line[self.at : self.at + 1]

    def sees(self, pattern: re.Pattern[str]) -> bool:
        return pattern.match(self.line, self.at) is not None

    def takes(self, text: str) -> bool:
        """Passes over `text` if it comes next, and says whether it did."""
        if self.line.startswith(text, self.at):
            self.at += len(text)
            return True
        return False

    def take(self, pattern: re.Pattern[str], what: str, remedy: str) -> str:
        """What matches the pattern here."""
        found = pattern.match(self.line, self.at)
        if found is None:
            self.fail(f"expected {what}", remedy)
        self.at = found.end()
        return found.group()

    def must(self, text: str, remedy: str) -> None:
        """Passes over `text`, which has to come next."""
        if not self.takes(text):
            self.fail(f"expected {text.strip()!r}", remedy)

    def must_part(self, remedy: str) -> None:
        """Passes over the space that has to stand here, unless the line ends."""
        if self.at < len(self.line) and self.peek() not in " \t":
            self.fail("expected a space", remedy)
        self.skip()

    def string(self) -> str:
        """Text between quotation marks."""
        start = self.at
        raw = self.take(_STRING, "text between quotation marks", 'Write "text"')
        try:
            text = str(json.loads(raw, strict=False))
        except json.JSONDecodeError:
            self.fail("a backslash that escapes nothing", 'Write \\" \\\\ or \\n', at=start)
        if not is_whole(text):
            self.fail("half of a surrogate pair", "Write the character itself", at=start)
        return text

    def token(self, bare: re.Pattern[str], what: str, remedy: str) -> str:
        """A name: bare, or between quotation marks."""
        return self.string() if self.peek() == '"' else self.take(bare, what, remedy)

    def span(self) -> Span:
        """Start and end, `120-139`."""
        start = self.at
        low, high = self.take(_SPAN, "a span", "Write the characters like 120-139").split("-")
        return self.made(start, lambda: Span(int(low), int(high)))

    def made(self, start: int, make: Callable[[], T]) -> T:
        """The value `make` gives; a malformed one is a fault of the line at `start`."""
        try:
            return make()
        except ValueMalformed as broken:
            what = f"{broken.value!r} is not {broken.expected}"
            self.fail(what, f"Write it like: {broken.example}", at=start)
