"""The details file of an unexpected failure."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from habeas import __version__


def write_details(failure: BaseException, folder: Path) -> Path | None:
    """Writes what is needed to find the fault, for the owner's eyes only; None where it cannot be.

    The trace may hold words of a document, so the file stays on this machine and is never sent.
    """
    now = datetime.now(UTC)
    lines = [
        f"habeas {__version__}, Python {platform.python_version()}, {platform.platform()}",
        f"at {now.isoformat(timespec='seconds')}",
        f"command: {' '.join(sys.argv)}",
        "",
        *traceback.format_exception(failure),
    ]
    name = f"failure-{now:%Y%m%dT%H%M%SZ}-{os.getpid()}.txt"
    for place in (folder, Path(tempfile.gettempdir())):
        try:
            place.mkdir(parents=True, exist_ok=True)
            path = place / name
            with _private(path) as file:
                file.write("\n".join(lines))
        except OSError:
            continue
        return path
    return None


def _private(path: Path) -> TextIO:
    """A new file that only its owner can read; an existing one, or a link, is never followed."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    return os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace")
