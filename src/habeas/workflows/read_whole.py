"""One captured document, with all that is taken out of it, to claims and problems."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256

from habeas.model.problem import Problem, Severity
from habeas.protocols import Reader, Renderer, Unpacker
from habeas.reading.capture import Captured
from habeas.reading.lists.headings import Headed
from habeas.reading.take_apart import take_apart
from habeas.reference.list_words import column_headed
from habeas.workflows.read_one import DocumentRead, named, read_one


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What reads. `is_relevant` is asked of what holds nothing else; without it all is read.

    `headed` tells what stands under the headings of lists. `check` is given each document before it
    is read, and what it raises ends the reading.
    """

    readers: Sequence[Reader]
    renderers: Sequence[Renderer]
    unpackers: Sequence[Unpacker] = ()
    is_relevant: Callable[[Captured], bool] | None = None
    headed: Headed = column_headed
    check: Callable[[Captured], None] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """What became of a captured document.

    `said` has it first, then its parts; nothing where none of it is relevant. `blobs` are bytes of
    parts that are not kept yet. `passed_over` counts what was not read because it is not relevant.
    """

    said: tuple[DocumentRead, ...]
    blobs: tuple[bytes, ...] = ()
    passed_over: int = 0


def read_whole(
    captured: Captured,
    tools: Tools,
    *,
    found: Sequence[Problem] = (),
    put_blob: Callable[[bytes], str] | None = None,
) -> Whole:
    """Reads it; `found` are problems met while it was captured.

    Without `put_blob` the bytes of parts are handed back. Raises: whatever `put_blob` and the
    `check` of the tools raise.
    """
    waiting = _Waiting()
    said: list[DocumentRead] = []
    passed_over = 0
    parts = take_apart(captured, tools.unpackers, put_blob=put_blob or waiting.put, clock=now)
    for one in parts:
        if isinstance(one, Problem):
            said[-1] = replace(said[-1], problems=(*said[-1].problems, one))
        elif _is_passed_over(one, tools):
            passed_over += 1
        else:
            said.append(_read(one, tools, found))
            found = ()
    if passed_over and all(one.is_taken_apart for one in said):
        said = []
    kept = {one.document.sha256 for one in said[1:]}
    blobs = tuple(content for name, content in waiting.blobs.items() if name in kept)
    return Whole(said=tuple(said), blobs=blobs, passed_over=passed_over)


def _read(one: Captured, tools: Tools, found: Sequence[Problem]) -> DocumentRead:
    if tools.check is not None:
        tools.check(one)
    return read_one(
        one, readers=tools.readers, renderers=tools.renderers, found=found, headed=tools.headed
    )


def lost(captured: Captured, what: str, found: Sequence[Problem] = ()) -> Whole:
    """What is left to say of a document whose reading broke off."""
    problem = Problem(
        code="read-crashed",
        where=named(captured.document),
        what=f"what read it ended before it was done ({what})",
        remedy="The document is kept. Report it, then read it again: the same command does.",
        severity=Severity.ERROR,
        document=captured.document.sha256,
    )
    return Whole(said=(DocumentRead(document=captured.document, problems=(*found, problem)),))


def now() -> datetime:
    return datetime.now(UTC)


def _is_passed_over(one: Captured, tools: Tools) -> bool:
    return tools.is_relevant is not None and not one.is_taken_apart and not tools.is_relevant(one)


class _Waiting:
    """Bytes of parts by their name, until it is known whether they are kept."""

    def __init__(self) -> None:
        self.blobs: dict[str, bytes] = {}

    def put(self, content: bytes) -> str:
        name = sha256(content).hexdigest()
        self.blobs[name] = content
        return name
