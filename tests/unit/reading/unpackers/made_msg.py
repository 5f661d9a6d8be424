"""Outlook messages written from scratch: a compound file with as little in it as the format allows.

Source: MS-CFB (version 3: sectors of 512 bytes, streams under 4096 bytes in small sectors of 64).
"""

from __future__ import annotations

import struct
from datetime import UTC, datetime

SECTOR, SMALL, CUTOFF, END, FREE, FAT = 512, 64, 4096, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
STORAGE, STREAM, ROOT = 1, 2, 5
Tree = dict[str, "bytes | Tree"]


def text(number: int, value: str) -> Tree:
    return {f"__substg1.0_{number:04X}001F": value.encode("utf-16-le")}


def binary(number: int, value: bytes) -> Tree:
    return {f"__substg1.0_{number:04X}0102": value}


def properties(*, sent: datetime | None = None, header: int = 32) -> Tree:
    entries = b""
    if sent:
        ticks = int((sent - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
        entries = struct.pack("<HHIQ", 0x0040, 0x0039, 6, ticks)
    return {"__properties_version1.0": bytes(header) + entries}


def compound(tree: Tree) -> bytes:
    """The bytes of a compound file with these storages and streams."""
    entries: list[list[object]] = [["Root Entry", ROOT, FREE, END, 0, FREE]]
    sectors: list[bytes] = []
    chain: list[int] = []
    small = bytearray()
    small_chain: list[int] = []

    def place(content: bytes, into: list[bytes]) -> int:
        start = len(into)
        pieces = [content[at : at + SECTOR] for at in range(0, len(content), SECTOR)]
        for at, piece in enumerate(pieces):
            into.append(piece.ljust(SECTOR, b"\0"))
            chain.append(start + at + 1 if at + 1 < len(pieces) else END)
        return start

    def place_small(content: bytes) -> int:
        start = len(small) // SMALL
        count = -(-len(content) // SMALL)
        small.extend(content.ljust(count * SMALL, b"\0"))
        small_chain.extend(start + at + 1 if at + 1 < count else END for at in range(count))
        return start if count else END

    def add(children: Tree) -> int:
        """Entries of one storage, each the right neighbour of the one before; the first of them."""
        first = FREE
        last: list[object] | None = None
        for name in sorted(children, key=lambda one: (len(one), one.upper())):
            child = children[name]
            entry: list[object] = [name, STORAGE, FREE, 0, 0, FREE]
            entries.append(entry)
            at = len(entries) - 1
            if last is None:
                first = at
            else:
                last[5] = at
            last = entry
            if isinstance(child, dict):
                entry[2] = add(child)
            else:
                entry[1], entry[4] = STREAM, len(child)
                is_large = len(child) >= CUTOFF
                entry[3] = place(child, sectors) if is_large else place_small(child)
        return first

    entries[0][2] = add(tree)
    entries[0][3] = place(bytes(small), sectors) if small else END
    entries[0][4] = len(small)
    mini = b"".join(struct.pack("<I", one) for one in small_chain)
    mini = mini.ljust(-(-len(mini) // SECTOR) * SECTOR, b"\xff")
    mini_start = place(mini, sectors) if mini else END
    listed = b"".join(map(_entry, entries))
    listed = listed.ljust(-(-len(listed) // SECTOR) * SECTOR, b"\0")
    directory = place(listed, sectors)
    fat_count = -(-(len(chain) + 2) // (SECTOR // 4))
    fat_start = len(sectors)
    table = [*chain, *[FAT] * fat_count]
    table += [FREE] * (fat_count * SECTOR // 4 - len(table))
    fat = struct.pack(f"<{len(table)}I", *table)
    head = _header(fat_start, fat_count, directory, mini_start, len(mini) // SECTOR)
    return head + b"".join(sectors) + fat


def _entry(entry: list[object]) -> bytes:
    name, kind, child, start, size, right = entry
    raw = f"{name}\0".encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ", raw, len(raw), kind, 1, FREE, right, child, b"", 0, 0, 0, start, size
    )


def _header(fat_start: int, fat_count: int, directory: int, mini: int, mini_count: int) -> bytes:
    numbers = [fat_start + at if at < fat_count else FREE for at in range(109)]
    return struct.pack(
        "<8s16sHHHHH6s9I109I",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, b"", 0, fat_count,
        directory, 0, CUTOFF, mini, mini_count, END, 0, *numbers,
    )  # fmt: skip


def message(*, body: str = "Olha B. was arrested in Sarnova.", page: bytes = b"") -> bytes:
    """A message with a list attached, and with another message attached."""
    attached = {
        **text(0x3707, "список.csv"),
        **binary(0x3701, b"name;since\n"),
        **properties(header=8),
    }
    inner: Tree = {
        **text(0x1000, "The first report."),
        **text(0x0037, "First"),
        **properties(header=24, sent=datetime(2031, 5, 1, tzinfo=UTC)),
    }
    return compound(
        {
            **text(0x0037, "Затримання в Сарнові"),
            **text(0x0C1A, "Відкриті Двері"),
            **(text(0x1000, body) if body else {}),
            **(binary(0x1013, page) if page else {}),
            **properties(sent=datetime(2031, 5, 4, 10, 30, tzinfo=UTC)),
            "__attach_version1.0_#00000000": attached,
            "__attach_version1.0_#00000001": {
                **text(0x3001, "First"),
                "__substg1.0_3701000D": inner,
            },
        }
    )
