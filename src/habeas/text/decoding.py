"""Bytes to the text that offsets count in, and how to tell which encoding they are in.

An encoding is a name that fixes the text for good. The captured text of a document is
`decode_as(content, document.encoding)`: nothing is trimmed, joined or normalised, line ends stay.
- A Python codec ("utf-8", "cp1251"): strict. A byte-order mark at the very start belongs to the
  file and not to the text: offset 0 is the character after it. U+FEFF elsewhere is a character.
- "lines:utf-8,cp1251": each line, up to and with its LF byte, in the first codec that fits it.
- "replaced:utf-8": each byte that fits nowhere is one U+FFFD; in UTF-16 and UTF-32 each lone
  surrogate and each unit out of range is one, and so is what is left over at the end.
"""

from __future__ import annotations

import codecs
import re

_MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}
_WIDE = frozenset(_MARKS) - {"utf-8"}
_ESCAPED = re.compile("[\udc80-\udcff]")
_BYTE_BY_BYTE = "habeas-byte-by-byte"


def decode_as(content: bytes, encoding: str) -> str:
    r"""The captured text, by the rules above.

    Raises: UnicodeError, where bytes do not fit; LookupError, where the name is no encoding.

    >>> decode_as(b"\xef\xbb\xbfOne\r\n", "utf-8")
    'One\r\n'
    """
    scheme, _, names = encoding.rpartition(":")
    if scheme == "lines":
        return "".join(
            _first_fit(line, names.split(",")) for line in _lines(_unmarked(content, "utf-8"))
        )
    name = codecs.lookup(names).name
    content = _unmarked(content, name)
    if scheme == "replaced":
        return _replaced(content, name)
    if scheme:
        raise LookupError(encoding)
    return content.decode(name)


def mark(content: bytes) -> str:
    """The encoding that a byte-order mark at the start names; empty where there is none."""
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    for name in sorted(_MARKS, key=lambda name: -len(_MARKS[name])):
        if content.startswith(_MARKS[name]):
            return name
    return ""


def fits(content: bytes, encoding: str) -> bool:
    """Whether every byte means something in that encoding."""
    try:
        decode_as(content, encoding)
    except (UnicodeError, LookupError):
        return False
    return True


def _unmarked(content: bytes, name: str) -> bytes:
    return content.removeprefix(_MARKS.get(name, b""))


def _lines(content: bytes) -> list[bytes]:
    # Not splitlines: a lone CR, or 0x85 and its kind, must not part bytes of one character.
    return re.findall(rb"[^\n]*\n|[^\n]+", content)


def _first_fit(line: bytes, names: list[str]) -> str:
    for name in names[:-1]:
        try:
            return line.decode(name)
        except UnicodeDecodeError:
            continue
    return line.decode(names[-1])


def _replaced(content: bytes, name: str) -> str:
    if name in _WIDE:
        return content.decode(name, "replace")
    if name == "utf-8":  # the same by a faster way
        return _ESCAPED.sub("\ufffd", content.decode(name, "surrogateescape"))
    return content.decode(name, _BYTE_BY_BYTE)


def _one_byte(failure: UnicodeError) -> tuple[str, int]:
    if not isinstance(failure, UnicodeDecodeError):
        raise failure
    return "\ufffd", failure.start + 1


codecs.register_error(_BYTE_BY_BYTE, _one_byte)
