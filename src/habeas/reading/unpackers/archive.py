"""Archives: members come out as they are, and a member's name is only ever a name.

Nothing is written anywhere: a name that climbs (`../../etc/passwd`) names a part and opens nothing.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath

from habeas.model.document import Document
from habeas.model.part import Part
from habeas.model.problem import Problem, Severity
from habeas.reading.unpackers.allowance import Allowance, Taking, TooMuch, in_words, printable
from habeas.reading.unpackers.zip_file import BROKEN, is_encrypted, name_of, opened

_STREAMS: dict[str, Callable[[io.BytesIO], io.BufferedIOBase]] = {
    "application/gzip": lambda file: gzip.GzipFile(fileobj=file),
    "application/x-bzip2": bz2.BZ2File,
    "application/x-xz": lzma.LZMAFile,
}
_STREAM_ENDINGS = {".gz", ".bz2", ".xz"}
_TAR_ENDINGS = {".tgz": ".tar", ".tbz2": ".tar", ".tbz": ".tar", ".txz": ".tar"}
# What file managers add of their own; it says nothing of what was packed.
_OF_THE_SYSTEM = {".DS_Store", "Thumbs.db", "desktop.ini"}
_RESOURCES = "__MACOSX"


class ArchiveUnpacker:
    """ZIP, tar, and single files packed with gzip, bzip2 or xz."""

    name = "archive"
    version = "1"
    media_types = frozenset({"application/zip", "application/x-tar", *_STREAMS})

    def __init__(self, allowance: Allowance | None = None) -> None:
        self._allowance = allowance or Allowance()

    def unpack(
        self, document: Document, content: bytes
    ) -> tuple[Sequence[Part], Sequence[Problem]]:
        taking = Taking(document, len(content), self._allowance)
        try:
            if document.media_type in _STREAMS:
                _unpack_stream(content, taking)
            elif document.media_type == "application/x-tar":
                _unpack_tar(content, taking)
            else:
                _unpack_zip(content, taking)
        except TooMuch as much:
            taking.over(much)
        except (*BROKEN, tarfile.TarError) as failure:
            taking.broken(f"the archive is damaged ({in_words(failure)})")
        return taking.parts, taking.problems


def _unpack_zip(content: bytes, taking: Taking) -> None:
    with opened(content, taking) as archive:
        members = [one for one in archive.infolist() if not one.is_dir()]
        for member in members:
            name = printable(name_of(member))
            if _is_of_the_system(name):
                continue
            if is_encrypted(member):
                _note_encrypted(taking, name)
                continue
            try:
                taken = _zip_member(archive, member, taking)
            except BROKEN as failure:
                _note_damaged(taking, name, failure)
            else:
                taking.add(Part(name=name, content=taken))
    _note_empty(taking, len(members))


def _zip_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, taking: Taking) -> bytes:
    with archive.open(member) as file:
        return taking.to_the_end(file.read)


def _unpack_tar(content: bytes, taking: Taking) -> None:
    count = 0
    with tarfile.open(fileobj=io.BytesIO(content), mode="r:") as archive:
        for member in _tar_members(archive, taking):
            count += 1
            name = printable(member.name)
            if _is_of_the_system(name):
                continue
            file = archive.extractfile(member) if member.isreg() else None
            if file is None:
                taking.note(
                    "member-no-file",
                    "this is a link or device, not a file, and was not followed",
                    member=name,
                    severity=Severity.NOTE,
                )
                continue
            taking.add(Part(name=name, content=taking.to_the_end(file.read)))
    _note_empty(taking, count)


def _tar_members(archive: tarfile.TarFile, taking: Taking) -> Iterator[tarfile.TarInfo]:
    for seen, member in enumerate(archive, start=1):
        taking.check(members=seen)
        if not member.isdir():
            yield member


def _unpack_stream(content: bytes, taking: Taking) -> None:
    """One file. What stands before the damage in a broken one is worth having."""
    failure: Exception | None = None
    with _STREAMS[taking.document.media_type](io.BytesIO(content)) as file:

        def read(size: int) -> bytes:
            nonlocal failure
            try:
                return file.read1(size)
            except (OSError, EOFError, zlib.error, lzma.LZMAError) as broken:
                failure = broken
                return b""

        taken = taking.to_the_end(read)
    if taken:
        taking.add(Part(name=_name_inside(taking.document.original_name), content=taken))
    if failure is not None:
        taking.broken(f"the archive is damaged ({in_words(failure)})")
    _note_empty(taking, 0)


def _name_inside(name: str) -> str:
    """What the packed file is called by the name of the archive: "a.tar" in "a.tgz"."""
    path = PurePosixPath(name.rpartition("!")[2])
    ending = path.suffix.lower()
    if ending in _TAR_ENDINGS:
        return path.stem + _TAR_ENDINGS[ending]
    return path.stem if ending in _STREAM_ENDINGS and path.stem else path.name or "content"


def _is_of_the_system(name: str) -> bool:
    path = PurePosixPath(name)
    return path.name in _OF_THE_SYSTEM or _RESOURCES in path.parts[:1]


def _note_encrypted(taking: Taking, name: str) -> None:
    taking.note(
        "member-encrypted",
        "it is locked with a password",
        member=name,
        remedy="The whole is kept. Unpack it with the password and read what comes out.",
        severity=Severity.ERROR,
    )


def _note_damaged(taking: Taking, name: str, failure: Exception) -> None:
    taking.note(
        "member-damaged",
        f"it could not be unpacked ({in_words(failure)})",
        member=name,
        remedy="The whole is kept. Get an undamaged copy to have it.",
        severity=Severity.ERROR,
    )


def _note_empty(taking: Taking, members: int) -> None:
    if not taking.parts and not taking.problems:
        what = "nothing but files of the system is in it" if members else "nothing is in it"
        taking.note("archive-empty", what, severity=Severity.ERROR)
