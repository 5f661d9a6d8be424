"""All .po files of a language as the one .mo file that Django reads; made when one has changed."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

WORDS = Path(__file__).parents[1] / "words"


def compiled(cache: Path, words: Path = WORDS) -> Path:
    """The folder to name in LOCALE_PATHS; in the cache, else where the system keeps such things."""
    contents = sha256()
    for path in sorted(words.rglob("*.po")):
        contents.update(path.relative_to(words).as_posix().encode() + b"\0" + path.read_bytes())
    name = contents.hexdigest()[:16]
    try:
        return _made(cache / name, words)
    except OSError:
        return _made(Path(tempfile.mkdtemp(prefix="habeas-words-")) / name, words)


def _made(folder: Path, words: Path) -> Path:
    """The folder with everything in it: another process sees the whole of it, or nothing."""
    if folder.is_dir():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(dir=folder.parent))
    for language in sorted(path for path in words.iterdir() if path.is_dir()):
        _compile(language, draft / language.name / "LC_MESSAGES/django.mo")
    with suppress(OSError):  # another process was sooner
        draft.rename(folder)
    shutil.rmtree(draft, ignore_errors=True)
    return folder


def _compile(language: Path, to: Path) -> None:
    from babel.messages.mofile import write_mo  # noqa: PLC0415  # only where something has changed

    from habeas.web.translation.catalog import whole  # noqa: PLC0415

    to.parent.mkdir(parents=True)
    with to.open("wb") as file:
        write_mo(file, whole(language))
