"""Takes files in as evidence: bytes hashed first, kept unchanged, with who took them, when and how.

Source: Berkeley Protocol on Digital Open Source Investigations (2020), collection and preservation.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from habeas import __version__
from habeas.model.actor import Actor
from habeas.model.document import Custody, DateBasis, Document
from habeas.model.errors import CaptureFailed, NothingToCapture
from habeas.model.partial_date import PartialDate
from habeas.model.problem import Problem
from habeas.reading.media_type import media_type_of
from habeas.reading.places import Taken, files_under, shown, take, take_stream

LARGEST = 200_000_000
STANDARD_INPUT = "-"

Progress = Callable[[int, int | None, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Captured:
    """A document with its bytes, which are kept by the time this is handed out.

    `is_taken_apart`: what it says stands in the documents taken out of it.
    """

    document: Document
    content: bytes
    is_taken_apart: bool = False


def capture(  # noqa: PLR0913  # each is a fact of its own about the capture
    paths: Sequence[Path | Literal["-"]],
    *,
    put_blob: Callable[[bytes], str],
    actor: Actor,
    clock: Callable[[], datetime],
    url: str = "",
    publisher: str = "",
    published: PartialDate | None = None,
    progress: Progress | None = None,
    largest: int = LARGEST,
) -> Iterator[Captured | Problem]:
    """Each file as a document, each difficulty as a problem, in the order of the paths.

    "-" is standard input. Nothing over `largest` bytes is loaded. The same bytes under two names
    are two documents with one hash. `progress` is told (done, total, name) before each file.
    Raises: NothingToCapture, when none of the paths exists or all folders are empty; whatever
    `put_blob` raises; CaptureFailed, when the kept bytes have another hash.
    """
    given = _Given(actor=actor, url=url, publisher=publisher, published=published)
    found = list(_found(paths))
    total = sum(not isinstance(place, Problem) for place in found)
    done = 0
    for place in found:
        if isinstance(place, Problem):
            yield place
            continue
        if progress:
            progress(done, total, "standard input" if place == STANDARD_INPUT else shown(place))
        taken = _taken(place, largest)
        if isinstance(taken, Problem):
            yield taken
        else:
            document = given.document(taken, place, clock())
            _keep(taken, put_blob, shown(place))
            yield from (replace(problem, document=taken.sha256) for problem in taken.problems)
            yield Captured(document=document, content=taken.content)
        done += 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """What is said of all files at once by whoever captures them."""

    actor: Actor
    url: str
    publisher: str
    published: PartialDate | None

    def document(self, taken: Taken, place: Path | Literal["-"], at: datetime) -> Document:
        name = "" if place == STANDARD_INPUT else shown(Path(place).name)
        at = at.astimezone(UTC)
        how = f"captured from {name}" if name else "captured from standard input"
        return Document(
            sha256=taken.sha256,
            size=len(taken.content),
            media_type=media_type_of(taken.content, name),
            captured_at=at,
            captured_by=self.actor.name,
            tool=f"habeas/{__version__}",
            original_name=name,
            url=self.url,
            publisher=self.publisher,
            published=self.published,
            published_basis=DateBasis.GIVEN if self.published else DateBasis.UNKNOWN,
            custody=(Custody(at=at, by=self.actor.name, what=how),),
        )


def _found(paths: Sequence[Path | Literal["-"]]) -> Iterator[Path | Literal["-"] | Problem]:
    """Every file once, though two of the paths may lead to it."""
    if paths and not any(path == STANDARD_INPUT or _is_there(Path(path)) for path in paths):
        raise NothingToCapture(
            path=", ".join(map(shown, paths)), why="there is no such file or folder"
        )
    seen: set[Path | str] = set()
    is_empty = True
    for path in paths:
        places = [path] if path == STANDARD_INPUT else files_under(Path(path))
        for place in places:
            is_empty = False
            if isinstance(place, Problem) or place not in seen:
                yield place
            if not isinstance(place, Problem):
                seen.add(place)
    if is_empty:
        raise NothingToCapture(path=", ".join(map(shown, paths)), why="there is no file in it")


def _is_there(path: Path) -> bool:
    try:
        path.lstat()
    except (OSError, ValueError):
        return False
    return True


def _taken(place: Path | Literal["-"], largest: int) -> Taken | Problem:
    if place == STANDARD_INPUT:
        return take_stream(sys.stdin.buffer, largest)
    return take(Path(place), largest)


def _keep(taken: Taken, put_blob: Callable[[bytes], str], path: str) -> None:
    kept = put_blob(taken.content)
    if kept != taken.sha256:
        raise CaptureFailed(path=path, why=f"it was kept as {kept} but is {taken.sha256}")
