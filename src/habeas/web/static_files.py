"""Style sheets and scripts: their address holds their hash, so a browser may keep them for good."""

from __future__ import annotations

from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

FOLDER = Path(__file__).parent / "static"


def address() -> str:
    """Where the files are served: another address as soon as one of them is another."""
    contents = sha256(version("django-htmx").encode())
    for path in sorted(FOLDER.rglob("*")):
        if path.is_file():
            contents.update(path.relative_to(FOLDER).as_posix().encode() + path.read_bytes())
    return f"/static/{contents.hexdigest()[:12]}/"


def never_changes(path: str, url: str) -> bool:  # noqa: ARG001  # as WhiteNoise calls it
    """Whether a browser need not ask again for a file: never."""
    return True
