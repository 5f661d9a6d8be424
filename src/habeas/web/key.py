"""The key that signs sessions and forms: one file, readable by the owner alone."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

FILE = "key"
_LENGTH = 64  # characters


def read(folder: Path) -> str:
    """The key of this folder; one for this process alone where none was made yet."""
    try:
        return (folder / FILE).read_text("ascii").strip() or secrets.token_urlsafe(_LENGTH)
    except FileNotFoundError:
        return secrets.token_urlsafe(_LENGTH)


def make(folder: Path) -> None:
    """Makes folder and key where they are missing; a key that is there stays."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(FileExistsError):
        opened = os.open(folder / FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(opened, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(_LENGTH))
