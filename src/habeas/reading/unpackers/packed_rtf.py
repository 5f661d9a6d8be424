"""Rich text as Outlook packs it: unpacked to plain RTF, never to more than it says.

Source: MS-OXRTFCP 2.1 (header, dictionary), 2.2.1 (unpacking).
"""

from __future__ import annotations

import struct

_HEADER = struct.Struct("<IIII")
_PACKED, _PLAIN = 0x75465A4C, 0x414C454D  # "LZFu" and "MELA"
_SIZE = 4096
_FIRST = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
    b"\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0"
    b"\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_SHORTEST = 2
_BITS = 8


def unpacked_rtf(content: bytes) -> bytes:
    """The RTF, as far as it can be unpacked; empty where nothing of it can.

    A reference is two bytes for at most 17, so that what comes out is bounded by what goes in.
    """
    if len(content) < _HEADER.size:
        return b""
    _, size, kind, _ = _HEADER.unpack_from(content)
    packed = content[_HEADER.size :]
    if kind == _PLAIN:
        return packed[:size]
    return _unpacked(packed)[:size] if kind == _PACKED else b""


def _unpacked(packed: bytes) -> bytes:
    window = bytearray(_FIRST.ljust(_SIZE, b"\0"))
    out = bytearray()
    write, at = len(_FIRST), 0
    while at < len(packed):
        control = packed[at]
        at += 1
        for bit in range(_BITS):
            if at >= len(packed):
                return bytes(out)
            if not control >> bit & 1:
                piece, at = packed[at : at + 1], at + 1
            else:
                reference = int.from_bytes(packed[at : at + 2], "big")
                read, at = reference >> 4, at + 2
                if read == write:  # the end
                    return bytes(out)
                piece = _copied(window, read, write, (reference & 0xF) + _SHORTEST)
            for byte in piece:
                window[write] = byte
                write = (write + 1) % _SIZE
            out += piece
    return bytes(out)


def _copied(window: bytearray, read: int, write: int, length: int) -> bytes:
    """What a reference stands for; it may run into what it writes itself."""
    run = (write - read) % _SIZE
    return bytes(window[(read + step % run) % _SIZE] for step in range(length))
