"""The same words written alike: quotation marks, apostrophes, dashes, spaces, capitals."""

from __future__ import annotations

import re
import unicodedata

_FOLDED = {
    '"': "\u00ab\u00bb\u201c\u201d\u201e\u201f\u2039\u203a\u2033"
    "\u275d\u275e\u301d\u301e\u301f\uff02",
    "'": "\u0060\u00b4\u02b9\u02bb\u02bc\u02bd\u02c8\u2018\u2019\u201a\u201b\u2032"
    "\u275b\u275c\uff07",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d",
    " ": "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u202f\u205f\u3000",
}
_PLAIN = {mark: plain for plain, marks in _FOLDED.items() for mark in marks}
_MARKS = re.compile(f"[{''.join(_PLAIN)}]")
# Soft hyphen, zero-width marks, byte order mark: written, not read.
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


def fold(text: str) -> str:
    r"""The text with one plain sign for each quotation mark, apostrophe, dash and space.

    One character for one, so that every offset stays true. Line breaks and tabs stay as they are.

    >>> fold("«Crimea’s» \u2013 \u201c1\u00a0450\u201d")
    '"Crimea\'s" - "1 450"'
    """
    # Few words hold such a mark, and a sentence only some: a table for every letter is slower.
    if marks := _MARKS.findall(text):
        for mark in set(marks):
            text = text.replace(mark, _PLAIN[mark])
    return text


def key(text: str) -> str:
    """What two writings of the same words have in common, for comparing only: its offsets are lost.

    >>> key("  STRASSE \u2013 Straße ") == key("Strasse - strasse")
    True
    """
    # NFC, not NFKC: NFKC turns "№ 5" into "No 5" and a superscript into a number.
    composed = unicodedata.normalize("NFC", _UNSEEN.sub("", text)).casefold()
    return " ".join(fold(unicodedata.normalize("NFC", composed)).split())
