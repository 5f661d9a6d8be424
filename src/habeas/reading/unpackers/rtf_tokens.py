"""The pieces of an RTF file: control words, bytes of text, braces; pictures' bytes are skipped.

Source: Rich Text Format Specification 1.9.1, syntax and character sets.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|[\r\n\x00]+"
    rb"|([^\\{}\r\n\x00]+)",
    re.DOTALL,
)
_SYMBOLS = {b"~": "\xa0", b"_": "-", b"{": "{", b"}": "}", b"\\": "\\"}
_PARAGRAPH_SYMBOLS = (b"\r", b"\n")
# Charsets of fonts. 0 and 1 mean the file's own: many programs write 0 for any alphabet.
_CHARSETS = {
    77: "mac_roman", 89: "mac_latin2", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250", 255: "cp437",
}  # fmt: skip
_CODE_PAGES = {10000: "mac_roman", 10007: "mac_cyrillic", 10017: "mac_cyrillic", 65001: "utf-8"}
DEFAULT_ENCODING = "cp1252"


class Token(NamedTuple):
    """One piece: `kind` is "word", "symbol", "bytes" (text in the current encoding), "{" or "}"."""

    kind: str
    word: str = ""
    number: int | None = None
    content: bytes = b""


def tokens(content: bytes) -> Iterator[Token]:
    """The pieces in order; what makes no sense is passed over."""
    at = 0
    while at < len(content):
        found = _TOKEN.match(content, at)
        if found is None:  # a lone backslash at the end
            return
        at = found.end()
        word, number, code, symbol, brace, text = found.groups()
        if word is not None:
            value = int(number) if number else None
            if word == b"bin":
                at += max(value or 0, 0)
            else:
                yield Token("word", word.decode("ascii"), value)
        elif code is not None:
            yield Token("bytes", content=bytes.fromhex(code.decode("ascii")))
        elif symbol in _PARAGRAPH_SYMBOLS:
            yield Token("word", "par")
        elif symbol is not None:
            yield Token("symbol", "*" if symbol == b"*" else _SYMBOLS.get(symbol, ""))
        elif brace is not None:
            yield Token(brace.decode("ascii"))
        elif text is not None:
            yield Token("bytes", content=text)


def encoding_of_page(number: int) -> str:
    """What Python calls a code page; the default where it knows none."""
    name = _CODE_PAGES.get(number, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return DEFAULT_ENCODING


def encoding_of_charset(number: int) -> str:
    """The encoding of a font's charset; empty where it is the file's own."""
    return _CHARSETS.get(number, "")
