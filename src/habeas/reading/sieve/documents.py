"""The sieve asked of documents: only of those whose words stand in their bytes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from habeas.reading.capture import Captured
from habeas.reading.media_type import HTML, PLAIN
from habeas.reading.sieve.relevance import Relevance
from habeas.reading.sieve.scanner import Scanner, Wanted
from habeas.text.decoding import decode_as

# Not tables: a list of names may say what it is a list of in its title, elsewhere.
_JUDGED = frozenset({PLAIN, HTML, "text/markdown"})
_UTF8 = "utf-8"


class DocumentSieve:
    """Whether to read a document; yes for all that cannot be judged by its bytes."""

    def __init__(self, scanner: Callable[[Wanted], Scanner]) -> None:
        self._scanner = scanner

    @cached_property
    def _relevance(self) -> Relevance:
        return Relevance(self._scanner)

    def __call__(self, captured: Captured) -> bool:
        if captured.document.media_type not in _JUDGED:
            return True
        content = _utf8(captured)
        return content is None or self._relevance.is_relevant(content)


def _utf8(captured: Captured) -> bytes | None:
    """The bytes as they are, where no other encoding is known; None where it does not fit."""
    encoding = captured.document.encoding
    if encoding in ("", _UTF8):
        return captured.content
    try:
        return decode_as(captured.content, encoding).encode(_UTF8, "replace")
    except (UnicodeError, LookupError):
        return None
