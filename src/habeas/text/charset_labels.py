"""What pages and senders call their encodings, and which codec each name means."""

from __future__ import annotations

import codecs
import re

_DECLARATION_WITHIN = 4096  # a browser looks through the first 1024 bytes; real pages need more
_DECLARED = re.compile(
    rb"""<meta\s[^>]{0,400}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)"""
    rb"""|<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_:.-]+)""",
    re.IGNORECASE,
)
# Source: WHATWG Encoding, 4.2: what a label means in practice is often a superset of its name.
_LABELS = {
    "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252",
    "ascii": "cp1252", "us-ascii": "cp1252", "x-cp1251": "cp1251", "win-1251": "cp1251",
    "x-cp1252": "cp1252", "x-mac-cyrillic": "mac-cyrillic", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932", "euc-kr": "cp949", "iso-8859-9": "cp1254", "iso-8859-8-i": "iso-8859-8",
    "koi8-r": "koi8-u", "unicode": "utf-8",
}  # fmt: skip
# Python has codecs that are no way of writing a file.
_NO_CHARSET = frozenset(
    {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "utf-7", "undefined"}
)


def declared_in(content: bytes) -> str:
    """The codec that an HTML page or XML file names at its start; empty where it names none."""
    found = _DECLARED.search(content, 0, _DECLARATION_WITHIN)
    name = codec_of((found[1] or found[2]).decode("ascii")) if found else ""
    # A declaration that could be read as ASCII disproves UTF-16 (WHATWG HTML, 13.2.3.2).
    return "utf-8" if name.startswith(("utf-16", "utf-32")) else name


def codec_of(label: str) -> str:
    """The codec a label means in practice; empty where it means none.

    >>> codec_of("Windows-1251"), codec_of("klingon")
    ('cp1251', '')
    """
    label = label.strip().lower().replace("windows-", "cp")
    label = _LABELS.get(label, label)
    try:
        name = codecs.lookup(label).name
        "".encode(name)  # refuses codecs that turn bytes into bytes
    except (LookupError, ValueError):
        return ""
    return "" if name in _NO_CHARSET else _LABELS.get(name, name)
