"""The properties of an Outlook message, read out of its compound file.

Source: MS-OXMSG 2.1 to 2.4 (storages and streams), MS-OXPROPS (property numbers).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property

from olefile import OleFileIO

from habeas.reading.unpackers.allowance import Taking
from habeas.text.charset_labels import codec_of
from habeas.text.decoding import decode_as
from habeas.text.detection import detect

SUBJECT, BODY, PAGE, RICH_TEXT = 0x0037, 0x1000, 0x1013, 0x1009
SENDER, SENDER_ADDRESS, SENDER_SMTP = 0x0C1A, 0x0C1F, 0x5D01
SENT, DELIVERED = 0x0039, 0x0E06
ATTACHED, ATTACHED_NAME, ATTACHED_SHORT_NAME, DISPLAY_NAME = 0x3701, 0x3707, 0x3704, 0x3001

_CODE_PAGE, _PAGE_CODE_PAGE = 0x3FFD, 0x3FDE
_UNICODE, _BYTES, _BINARY, _STORAGE = "001F", "001E", "0102", "000D"
_INTEGER, _TIME = 0x0003, 0x0040
_PROPERTIES = "__properties_version1.0"
_ATTACHMENT = "__attach_version1.0_"
# MS-OXMSG 2.4.1: the header is longest in the message itself, shorter in one that is attached.
_HEADERS = {True: 32, False: 24}
_ENTRY = struct.Struct("<HHI8s")
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Folder:
    """One storage of the file: the message itself, an attachment, or a message attached."""

    file: OleFileIO
    taking: Taking
    path: tuple[str, ...] = ()

    def text(self, number: int) -> str:
        """A text; empty where there is none."""
        if content := self._stream(number, _UNICODE):
            return content.decode("utf-16-le", "replace").rstrip("\0")
        content = self._stream(number, _BYTES)
        encoding = self.codec(_CODE_PAGE) or detect(content).encoding if content else ""
        return decode_as(content, f"replaced:{encoding.rpartition(':')[2]}") if encoding else ""

    def binary(self, number: int) -> bytes:
        """Bytes; empty where there are none."""
        return self._stream(number, _BINARY)

    def page(self) -> bytes:
        """The body as a page; empty where there is none."""
        return self.binary(PAGE) or self.text(PAGE).encode("utf-8", "replace")

    def page_charset(self) -> str:
        return self.codec(_PAGE_CODE_PAGE) if self.binary(PAGE) else "utf-8"

    def time(self, number: int) -> datetime | None:
        """A time in UTC; None where there is none, or none that can be."""
        kind, value = self._fixed.get(number, (0, b""))
        if kind != _TIME:
            return None
        try:
            return _EPOCH + timedelta(microseconds=int.from_bytes(value, "little") // 10)
        except OverflowError:
            return None

    def codec(self, number: int) -> str:
        kind, value = self._fixed.get(number, (0, b""))
        page = int.from_bytes(value[:4], "little") if kind == _INTEGER else 0
        return {0: "", 65001: "utf-8", 20866: "koi8-u", 21866: "koi8-u", 28595: "iso8859-5"}.get(
            page, codec_of(f"cp{page}")
        )

    def attachments(self) -> Iterator[Folder]:
        """The attachments, in the order of their numbers."""
        depth = len(self.path)
        names = {
            one[depth]
            for one in map(tuple, self.file.listdir(streams=True, storages=True))
            if len(one) > depth and one[:depth] == self.path and one[depth].startswith(_ATTACHMENT)
        }
        for name in sorted(names):
            yield Folder(self.file, self.taking, (*self.path, name))

    def message(self) -> Folder | None:
        """The message that is attached, where the attachment is one."""
        path = (*self.path, _stream_name(ATTACHED, _STORAGE))
        return Folder(self.file, self.taking, path) if self.file.exists(list(path)) else None

    @cached_property
    def _fixed(self) -> dict[int, tuple[int, bytes]]:
        """Type and value of the properties that are no streams."""
        path = [*self.path, _PROPERTIES]
        if not self.file.exists(path):
            return {}
        with self.file.openstream(path) as stream:
            content = self.taking.to_the_end(stream.read)[_HEADERS[not self.path] :]
        whole = content[: len(content) // _ENTRY.size * _ENTRY.size]
        return {number: (kind, value) for kind, number, _, value in _ENTRY.iter_unpack(whole)}

    def _stream(self, number: int, kind: str) -> bytes:
        path = [*self.path, _stream_name(number, kind)]
        if not self.file.exists(path):
            return b""
        with self.file.openstream(path) as stream:
            return self.taking.to_the_end(stream.read)


def _stream_name(number: int, kind: str) -> str:
    return f"__substg1.0_{number:04X}{kind}"
