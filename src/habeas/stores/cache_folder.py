"""What can be had again, in small files: a folder that may be deleted at any time.

A file appears whole or not at all, so several processes may write at once. One that was damaged is
as good as none. When all are larger than allowed together, the oldest go.
"""

from __future__ import annotations

import os
import re
import secrets
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

READINGS = "readings"  # in a register
MOST = 512_000_000  # bytes

_NAME = re.compile(r"[0-9a-f]{64}")
_DIGEST = 64
_LOOKED_AFTER = 2000  # files written between two looks at how much there is
_LEFT = 0.75  # of what is allowed, when there was too much


class CacheFolder:
    """One folder; only who owns it may look into it."""

    def __init__(self, folder: Path, *, most: int = MOST) -> None:
        self._folder = folder
        self._most = most
        self._written = 0

    def get(self, key: str) -> bytes | None:
        """What was kept under the key; None where nothing is, or what is there is damaged."""
        try:
            content = self._path(key).read_bytes()
        except OSError:
            return None
        digest, kept = content[:_DIGEST], content[_DIGEST:]
        return kept if digest == _digest_of(key, kept) else None

    def put(self, key: str, content: bytes) -> None:
        """Keeps it where that is possible: without it work is done again, no more."""
        path = self._path(key)
        aside = path.with_name(f".{secrets.token_hex(8)}")
        with suppress(OSError):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(_digest_of(key, content) + content)
            aside.replace(path)
        self._written += 1
        if self._written % _LOOKED_AFTER == 1:
            self.tidy()

    def tidy(self) -> None:
        """Removes the oldest files, where all together are larger than allowed."""
        found = []
        for path in self._folder.glob("*/*"):
            with suppress(OSError):
                about = path.stat()
                found.append((about.st_mtime, about.st_size, path))
        total = sum(size for _, size, _ in found)
        if total <= self._most:
            return
        for _, size, path in sorted(found):
            if total <= self._most * _LEFT:
                break
            with suppress(OSError):
                path.unlink()
                total -= size

    def _path(self, key: str) -> Path:
        if _NAME.fullmatch(key) is None:
            return self._folder / ".no-such-name"
        return self._folder / key[:2] / key


def _digest_of(key: str, content: bytes) -> bytes:
    return sha256(key.encode() + content).hexdigest().encode()
