"""A text in the user's own editor, and what they make of it."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from habeas.model.errors import EditorFailed

_USUAL = ("sensible-editor", "nano", "vi", "notepad")


def edited(text: str) -> str:
    """The text as the user saved it; the file is gone afterwards. Raises: EditorFailed."""
    command = _command()
    with TemporaryDirectory(prefix="habeas-") as folder:
        file = Path(folder, "claim.txt")
        file.write_text(text, encoding="utf-8")
        try:
            done = subprocess.run([*command, str(file)], check=False)  # noqa: S603  # theirs
        except OSError as failure:
            raise EditorFailed(command=command[0], why=str(failure.strerror)) from None
        if done.returncode:
            raise EditorFailed(command=command[0], why=f"it ended with {done.returncode}")
        return file.read_text(encoding="utf-8")


def _command() -> list[str]:
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if named:
        return shlex.split(named)
    for usual in _USUAL:
        if found := shutil.which(usual):
            return [found]
    raise EditorFailed(command="none", why="no editor is named and none was found")
