"""Which files a path stands for, and how the bytes of one are taken so that nothing goes unseen."""

from __future__ import annotations

import hashlib
import io
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from habeas.model.problem import Problem, Severity

_CHUNK = 1 << 20
_NAMES_SHOWN = 3
_CODES: dict[type[Exception], str] = {
    FileNotFoundError: "vanished",
    PermissionError: "no-permission",
}


@dataclass(frozen=True, slots=True)
class Taken:
    """Bytes as they came, with their SHA-256 (hex) worked out before anything else saw them."""

    content: bytes
    sha256: str
    problems: tuple[Problem, ...] = ()


def files_under(path: Path) -> Iterator[Path | Problem]:
    """The file, or all files of the folder at any depth, sorted; what is left out, as problems."""
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError) as failure:
        yield unreadable(path, failure)
        return
    if is_folder:
        yield from _in_folder(path)
    else:
        yield path


def take(path: Path, largest: int) -> Taken | Problem:
    """The bytes of a regular file of at most `largest` bytes, or why not."""
    try:
        first = _read(path, largest)
        if isinstance(first, Problem) or not first.problems:
            return first
        return _read(path, largest)  # it changed under our hands: once more, then say so
    except OSError as failure:
        return unreadable(path, failure)


def take_stream(stream: BinaryIO, largest: int) -> Taken | Problem:
    """All bytes of a stream such as standard input, or why not."""
    try:
        content = _to_the_end(stream, largest, expected=0)
    except OSError as failure:
        return unreadable("standard input", failure)
    if len(content) > largest:
        return _too_large("standard input", f"more than {largest:,} bytes", largest)
    return Taken(content, hashlib.sha256(content).hexdigest())


def shown(path: Path | str) -> str:
    """The path as text that can be written: bytes that are no UTF-8 show as \ufffd."""
    return os.fsencode(path).decode("utf-8", "replace")


def unreadable(path: Path | str, failure: OSError | ValueError) -> Problem:
    """What the system said, as a problem."""
    said = failure.strerror if isinstance(failure, OSError) else str(failure)
    return Problem(
        code=_CODES.get(type(failure), "unreadable"),
        where=shown(path),
        what=f"could not be read: {(said or 'input/output error').lower()}",
        remedy="Nothing of it was kept. Make it readable and read it again.",
        severity=Severity.ERROR,
    )


def _in_folder(top: Path) -> Iterator[Path | Problem]:
    waiting: list[Path | Problem] = [top]
    # A stack, not recursion: folders may be nested deeper than calls may be.
    while waiting:
        path = waiting.pop()
        if isinstance(path, Problem):
            yield path
        elif path is not top and path.is_symlink():
            # A link to a place inside the folder: what it leads to is read where it stands.
            if not _leads_inside(path, top):
                yield _leads_out(path)
        elif path.is_dir():
            waiting.extend(reversed(_entries(path)))
        else:
            yield path


def _entries(folder: Path) -> list[Path | Problem]:
    """What stands in one folder, sorted by name, without what is hidden."""
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError as failure:
        return [unreadable(folder, failure)]
    hidden = [name for name in names if name.startswith(".")]
    notes: list[Path | Problem] = [_hidden(folder, hidden)] if hidden else []
    return notes + [folder / name for name in names if not name.startswith(".")]


def _leads_inside(link: Path, top: Path) -> bool:
    try:
        return link.resolve(strict=True).is_relative_to(top.resolve())
    except (OSError, RuntimeError):  # broken, or a loop
        return False


def _read(path: Path, largest: int) -> Taken | Problem:
    # Opening a pipe would wait for a writer for ever; O_NONBLOCK does not, and files ignore it.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb", buffering=0) as file:
        before = os.fstat(file.fileno())
        if not stat.S_ISREG(before.st_mode):
            return _no_file(path)
        if before.st_size > largest:
            return _too_large(path, f"{before.st_size:,} bytes", largest)
        content = _to_the_end(file, largest, expected=before.st_size)
        after = os.fstat(file.fileno())
    if len(content) > largest:
        return _too_large(path, f"more than {largest:,} bytes", largest)
    is_same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    problems = () if is_same else (_changed(path),)
    return Taken(content, hashlib.sha256(content).hexdigest(), problems)


def _to_the_end(file: BinaryIO | io.RawIOBase, largest: int, *, expected: int) -> bytes:
    """At most one byte more than `largest`, so that a longer file is known as such."""
    parts: list[bytes] = []
    left = largest + 1
    while left > 0 and (part := file.read(min(left, max(expected + 1, _CHUNK)))):
        parts.append(part)
        left -= len(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _changed(path: Path) -> Problem:
    return Problem(
        code="changed-while-read",
        where=shown(path),
        what="the file was written to while it was read, twice; what was kept may mix two states",
        remedy="Read it again when nothing writes to it.",
    )


def _too_large(path: Path | str, size: str, largest: int) -> Problem:
    return Problem(
        code="too-large",
        where=shown(path),
        what=f"it has {size}; at most {largest:,} are taken in",
        remedy="Nothing of it was kept. Split it into its reports, or raise the limit.",
        severity=Severity.ERROR,
    )


def _no_file(path: Path) -> Problem:
    return Problem(
        code="not-a-file",
        where=shown(path),
        what="this is a pipe, socket or device, not a file",
        remedy="Send what comes out of it to standard input: habeas read -",
        severity=Severity.ERROR,
    )


def _hidden(folder: Path, names: list[str]) -> Problem:
    first = ", ".join(map(shown, names[:_NAMES_SHOWN])) + (
        ", ..." if len(names) > _NAMES_SHOWN else ""
    )
    return Problem(
        code="hidden-left-out",
        where=shown(folder),
        what=f"hidden files and folders were left out: {first} ({len(names)})",
        remedy="Name one to read it.",
        severity=Severity.NOTE,
    )


def _leads_out(path: Path) -> Problem:
    return Problem(
        code="link-left-out",
        where=shown(path),
        what="this link leads out of the folder, or nowhere, and was not followed",
        remedy="Name the file it leads to if it is to be read.",
        severity=Severity.NOTE,
    )
