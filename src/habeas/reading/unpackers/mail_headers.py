"""What the headers of a mail say, whatever was done to them on the way."""

from __future__ import annotations

import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

from habeas.model.errors import ValueMalformed
from habeas.model.partial_date import PartialDate
from habeas.reading.unpackers.allowance import printable
from habeas.text.charset_labels import codec_of
from habeas.text.decoding import decode_as
from habeas.text.detection import detect

# Raw bytes above 127, which no header should have and many do.
_ESCAPED = re.compile("[\x00-\x7f\udc80-\udcff]*")
_LONGEST = 10_000  # characters of a header that are looked at


def header(message: Message, name: str) -> str:
    """The first header of that name as one line of text; empty where there is none."""
    for found, value in message.raw_items():
        if found.lower() == name.lower():
            return in_words(str(value)[:_LONGEST])
    return ""


def in_words(value: str) -> str:
    """A raw header value with its encoded words decoded (RFC 2047).

    >>> in_words("=?utf-8?b?0KHQv9C40YHQvtC6?= no. 5")
    'Список no. 5'
    """
    try:
        decoded = decode_header(value)
    except (HeaderParseError, ValueError):
        decoded = [(value, None)]
    text = "".join(
        piece if isinstance(piece, str) and piece.isascii() else _decoded(piece, charset or "")
        for piece, charset in decoded
    )
    return printable(" ".join(text.split()), most=_LONGEST)


def sender(message: Message) -> str:
    """The name of whoever sent it, else the address."""
    # Only then decoded: a decoded name may hold a comma or a bracket.
    raw = next((str(value) for name, value in message.raw_items() if name.lower() == "from"), "")
    for name, address in getaddresses([raw[:_LONGEST]]):
        if name or address:
            return in_words(name) or printable(address)
    return ""


def sent(message: Message) -> PartialDate | None:
    """The date it bears, to the minute and with its zone; None where it can be no date."""
    value = header(message, "Date")
    try:
        at = parsedate_to_datetime(value)
        return PartialDate(at.isoformat(timespec="minutes"))
    except (ValueError, TypeError, IndexError, OverflowError, ValueMalformed):
        return None


def charset_of(message: Message) -> str:
    """The encoding a part says it is in; empty where it says none that is known."""
    found = re.search(
        r"charset\s*=\s*\"?([\w.:-]{1,40})", header(message, "Content-Type"), re.IGNORECASE
    )
    return codec_of(found[1]) if found else ""


def file_name(message: Message) -> str:
    """The name an attachment has; empty where it has none."""
    try:
        name = message.get_filename() or ""
    except (ValueError, LookupError, TypeError):
        return ""
    return in_words(str(name))


def _decoded(piece: str | bytes, charset: str) -> str:
    if isinstance(piece, str):
        if not _ESCAPED.fullmatch(piece):
            return piece
        piece = piece.encode("ascii", "surrogateescape")
    encoding = codec_of(charset) or detect(piece).encoding or "utf-8"
    try:
        return decode_as(piece, f"replaced:{encoding.rpartition(':')[2]}")
    except (UnicodeError, LookupError):
        return piece.decode("ascii", "replace")
