"""Opens ZIP files, knowing that they lie."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from lzma import LZMAError

from habeas.reading.unpackers.allowance import Taking

# What zipfile raises for a damaged file is not always BadZipFile.
BROKEN = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, LZMAError, EOFError, OSError, ValueError,
    IndexError, KeyError, OverflowError, NotImplementedError, RuntimeError, UnicodeError,
)  # fmt: skip
_CYRILLIC = re.compile(r"[ -~№\u0400-\u04ff]*")
_IS_ENCRYPTED = 0x1
_IS_UTF_8 = 0x800


def opened(content: bytes, taking: Taking) -> zipfile.ZipFile:
    """The archive, once what it declares is within the limits.

    The declared sizes hold: `zipfile` reads no more of a member than is declared of it.
    Raises: TooMuch; one of `BROKEN`.
    """
    archive = zipfile.ZipFile(io.BytesIO(content))
    members = archive.infolist()
    taking.check(members=len(members), content=sum(one.file_size for one in members))
    return archive


def is_encrypted(member: zipfile.ZipInfo) -> bool:
    return bool(member.flag_bits & _IS_ENCRYPTED)


def name_of(member: zipfile.ZipInfo) -> str:
    """The name as its maker wrote it: where nothing says UTF-8, often DOS Cyrillic all the same."""
    if member.flag_bits & _IS_UTF_8:
        return member.filename
    try:
        raw = member.filename.encode("cp437")
    except UnicodeError:
        return member.filename
    # DOS first: "список" in it is by chance valid UTF-8, while UTF-8 in it is full of box lines.
    in_dos = raw.decode("cp866")
    if _CYRILLIC.fullmatch(in_dos):
        return in_dos
    try:
        return raw.decode("utf-8")
    except UnicodeError:
        return member.filename
