"""Whether a document may speak of detention: a trigger, and a sign of what it is about near it.

It is asked of bytes, before anything is decoded or taken out of its markup. Every scanner gives the
same answer. Letters of one word that markup parts are not seen as one word.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from habeas.reading.sieve.scanner import Found, Scanner, Wanted
from habeas.reading.sieve.words import Signs, Triggers
from habeas.reference.relevance_words import all_relevance_words
from habeas.text.decoding import decode_as
from habeas.text.detection import detect

NEAR = 2000  # bytes before and behind a trigger in which a sign must stand

_LONGEST = 240  # bytes of the longest trigger there is reason to expect
_BEFORE = 8  # bytes that hold the two characters before a place
_MOST_KNOWN = 100_000  # words
_SPACE = ord(" ")
# The next byte where a word may be longer than it looks: a reference, a typographic apostrophe.
_MAY_GO_ON = frozenset({b"&", b"\xe2"})
# The same, and what joins the words of a phrase; \xc2 begins a space that does not break.
_MAY_BE_PHRASE = frozenset({b" ", b"\n", b"\r", b"\t", b"\f", b"\v", b"\xc2", *_MAY_GO_ON})
_AMPERSAND = ord("&")
_INSIDE = frozenset(b"0123456789_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_APOSTROPHES = ("'", "’", "ʼ")
_PARTS_WORDS = frozenset(b' \n\r\t>("-')
_CYRILLIC = frozenset(b"\xd0\xd1")  # U+0400 to U+047F, all of them letters
_WORD = re.compile(rb"(?:[a-z]|[\xd0-\xd2])[\w'\-\x80-\xc1\xc3-\xe1\xe3-\xff]*", re.IGNORECASE)
# Written and not read: soft hyphen, zero-width marks, accents that stand by themselves.
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\u0300-\u036f]")
_REFERENCE = re.compile(
    r"&(?:#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));?|(?:shy|zwnj|zwj);)", re.IGNORECASE
)
# Where one of these stands, words may be written so that no literal is found in them.
_MARKS = (
    "\x00", "\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "&#", "&shy;", "&zw",
    *map(chr, range(0x300, 0x370)),
)  # fmt: skip
_FIRST_OF_MARKS = frozenset(mark.encode()[0] for mark in _MARKS)
_REFERENCE_LENGTH = 12


class Relevance:
    """Asked of one document after another; made once."""

    def __init__(self, scanner: Callable[[Wanted], Scanner]) -> None:
        words = all_relevance_words()
        self._triggers = Triggers(words)
        self._signs = Signs(words)
        self._scanner = scanner(Wanted(self._triggers.literals, self._triggers.patterns, _MARKS))
        self._known: dict[bytes, bool | None] = {}
        self.scanner = self._scanner.name

    def is_relevant(self, content: bytes) -> bool:
        """Whether to read it; yes for what cannot be told, such as bytes that are no text."""
        look = self._look(content)
        if look.is_relevant or not (look.is_odd or not _is_utf8(content)):
            return look.is_relevant
        text = _text_of(content)
        return text is None or self._look(_cleaned(text)).is_relevant

    def _look(self, content: bytes) -> _Look:
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        look = _Look(content, self._triggers, self._signs)
        self._scanner.scan(content, self._met(content, look))
        return look

    def _met(self, content: bytes, look: _Look) -> Found:
        """What a literal at a place tells; yes where nothing more has to be known.

        One function for what is settled by the word alone: it is called for every literal met.
        """
        known, is_one, word_at = self._known, self._triggers.is_one, _WORD.match

        def met(at: int) -> bool:
            if content[at] in _FIRST_OF_MARKS:
                look.is_odd = look.is_odd or look.hides_letters(at)
                return False
            last = content[at - 1] if at else _SPACE
            if last in _INSIDE or (at > 1 and content[at - 2] in _CYRILLIC):
                return False
            found = word_at(content, at)
            if found is None:
                return False
            word = found[0]
            if word not in known:
                known[word] = is_one(word.decode("utf-8", "replace"))
            one, after = known[word], content[found.end() : found.end() + 1]
            if not one and after not in (_MAY_BE_PHRASE if one is None else _MAY_GO_ON):
                return False
            look.is_relevant = look.tells(at, is_one=one)
            return look.is_relevant

        return met


@dataclass(slots=True)
class _Look:
    """One pass over the bytes of one document."""

    content: bytes
    triggers: Triggers
    signs: Signs
    is_relevant: bool = False
    is_odd: bool = False

    def hides_letters(self, at: int) -> bool:
        """Whether it is a mark inside words; a reference only where it is one to a letter."""
        if self.content[at] != _AMPERSAND:
            return True
        written = self.content[at : at + _REFERENCE_LENGTH].decode("utf-8", "replace")
        found = _REFERENCE.match(written)
        if found is None:
            return False
        letter = html.unescape(found[0])
        return letter.isalpha() or _UNSEEN.search(letter) is not None

    def tells(self, at: int, *, is_one: bool | None) -> bool:
        """Whether a trigger stands there, at the beginning of a word, and a sign near it."""
        if self._is_letter_before(at):
            return False
        if not is_one and not self.triggers.begin(self._text(at, at + _LONGEST)):
            return False
        return self.signs.any_in(self._text(max(0, at - NEAR), at + NEAR))

    def _is_letter_before(self, at: int) -> bool:
        """Whether a letter or digit stands before, be it with an apostrophe in between."""
        if not at or self.content[at - 1] in _PARTS_WORDS:
            return False
        before = self.content[max(0, at - _BEFORE) : at].decode("utf-8", "replace")
        last = before[-2:-1] if before.endswith(_APOSTROPHES) else before[-1:]
        return last.isalnum() or last == "_"

    def _text(self, start: int, end: int) -> str:
        text = self.content[start:end].decode("utf-8", "replace")
        return html.unescape(text) if "&" in text else text


def _is_utf8(content: bytes) -> bool:
    if content.isascii():
        return True
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _text_of(content: bytes) -> str | None:
    encoding = detect(content).encoding
    return decode_as(content, encoding) if encoding else None


def _cleaned(text: str) -> bytes:
    composed = unicodedata.normalize("NFC", html.unescape(text))
    return _UNSEEN.sub("", composed).encode("utf-8", "replace")
