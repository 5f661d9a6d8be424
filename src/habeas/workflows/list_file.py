"""A file that holds lists of people: captured, taken apart and read, and nothing of it kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from habeas.model.actor import Actor
from habeas.model.document import Document
from habeas.model.errors import NoListFound
from habeas.model.problem import Problem
from habeas.reading.capture import Captured, capture
from habeas.reading.cells import TABLE
from habeas.reading.lists.table import MOST_ROWS
from habeas.workflows.read_one import DocumentRead
from habeas.workflows.read_whole import Tools, now, read_whole

Progress = Callable[[int, int | None, str], None]
NO_LIST = "no list of people was found in it"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFile:
    """What was read: the file first, then what was taken out of it; bytes by their hash."""

    said: tuple[DocumentRead, ...]
    content: Mapping[str, bytes]

    def content_of(self, document: Document) -> bytes:
        """The bytes of one of the documents."""
        return self.content[document.sha256]


def list_file(
    path: Path,
    *,
    tools: Tools,
    actor: Actor,
    source: str = "",
    progress: Progress | None = None,
) -> ListFile:
    """The file as documents of a source.

    Raises: NothingToCapture; NoListFound, where nothing of it could be taken in, or a list in it
    has more rows than are read: a part of a list would be taken for all of it.
    """
    content: dict[str, bytes] = {}

    def keep_bytes(captured: bytes) -> str:
        name = sha256(captured).hexdigest()
        content[name] = captured
        return name

    def check(one: Captured) -> None:
        _check_length(path, one)

    checked = replace(tools, check=check)
    said: list[DocumentRead] = []
    found: list[Problem] = []
    for taken in capture([path], put_blob=keep_bytes, actor=actor, clock=now, progress=progress):
        if isinstance(taken, Problem):
            found.append(taken)
        else:
            said += read_whole(taken, checked, found=found, put_blob=keep_bytes).said
            found = []
    if not said:
        why, remedy = (found[0].what, found[0].remedy) if found else ("it is empty", "")
        raise NoListFound(path=str(path), why=why, remedy=remedy)
    own = [replace(one, document=replace(one.document, source=source)) for one in said]
    own[-1] = replace(own[-1], problems=(*own[-1].problems, *found))
    return ListFile(said=tuple(own), content=content)


def _check_length(path: Path, one: Captured) -> None:
    rows = one.content.count(b"\n") if one.document.media_type == TABLE else 0
    if rows > MOST_ROWS and not one.is_taken_apart:
        raise NoListFound(
            path=str(path),
            why=f"it has {rows:,} rows or more, and of one list {MOST_ROWS:,} are read",
            remedy="Split it by rows, with the headings in each piece, and give each piece a "
            "source of its own.",
        )
