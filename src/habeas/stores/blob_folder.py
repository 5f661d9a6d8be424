"""Blobs as files under their SHA-256, in `blobs/ab/<sha256>`; written once, never again."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

_NAME = re.compile(r"[0-9a-f]{64}")


class BlobFolder:
    """One folder of blobs. A file appears whole, under its name, or not at all.

    Hidden files are what a power cut left of a blob that was never acknowledged; passed over.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, content: bytes) -> str:
        """Keeps the bytes durably and gives their name. Raises: OSError."""
        name = sha256(content).hexdigest()
        path = self._path(name)
        if not path.exists():
            self._make_room(path.parent)
            self._write(path, content)
        return name

    def get(self, name: str) -> bytes | None:
        """The bytes as stored, unchecked; None where there are none. Raises: OSError."""
        try:
            return self._path(name).read_bytes()
        except FileNotFoundError:
            return None

    def names(self) -> Iterator[str]:
        """The names of all blobs, sorted."""
        for folder in sorted(self._folder.glob("[0-9a-f][0-9a-f]")):
            names = sorted(path.name for path in folder.iterdir())
            yield from (
                name for name in names if _NAME.fullmatch(name) and name.startswith(folder.name)
            )

    def _path(self, name: str) -> Path:
        if _NAME.fullmatch(name) is None:
            return self._folder / ".no-such-blob"
        return self._folder / name[:2] / name

    def _make_room(self, folder: Path) -> None:
        if not folder.exists():
            folder.mkdir(parents=True, exist_ok=True)
            sync_folder(folder.parent)

    def _write(self, path: Path, content: bytes) -> None:
        aside = path.with_name(f".{path.name[:8]}-{secrets.token_hex(8)}")
        # Not to be written to again, not even by us.
        descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o444)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            give_name(aside, path)
        finally:
            with suppress(OSError):
                aside.unlink(missing_ok=True)
        sync_folder(path.parent)


_BINARY = getattr(os, "O_BINARY", 0)  # Windows would turn line ends


def give_name(aside: Path, path: Path) -> bool:
    """Gives a finished file its name unless that is taken. Whether it was free. Raises: OSError."""
    try:
        os.link(aside, path)
    except FileExistsError:
        return False
    except OSError:  # a disk that knows no hard links (FAT, some network shares)
        if path.exists():
            return False
        aside.rename(path)
    return True


def sync_folder(folder: Path) -> None:
    """Makes the names in a folder survive a power cut, where the system can say so."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
