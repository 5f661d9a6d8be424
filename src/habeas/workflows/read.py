"""Reads files into claims and keeps them: capture, take apart, render, read, append, one by one.

A captured document is entered whole, with its parts, claims and problems in one append, or not at
all. What the register knows already is left out and said so, so the same files can be read again at
any time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from habeas.ledger.drafts import problem_draft
from habeas.ledger.register import Register
from habeas.model.actor import Actor
from habeas.model.claim import AnyClaim
from habeas.model.document import Document
from habeas.model.partial_date import PartialDate
from habeas.model.problem import Problem, Severity
from habeas.protocols import Reader, Renderer, Unpacker
from habeas.reading.capture import capture
from habeas.workflows.keep import keep
from habeas.workflows.keep_read import kept, not_kept
from habeas.workflows.read_many import Manner, Progress, Read, Reading
from habeas.workflows.read_one import DocumentRead
from habeas.workflows.read_whole import Tools, now


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What is said of all files of one read by whoever gives them."""

    url: str = ""
    publisher: str = ""
    published: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadReport:
    """All of one read; `skipped` as in `DocumentRead`."""

    documents: tuple[Document, ...]
    claims: tuple[AnyClaim, ...]
    problems: tuple[Problem, ...]
    skipped: tuple[str, ...]


def read(  # noqa: PLR0913  # every part is named, and each is the choice of wiring or the user
    paths: Sequence[Path | Literal["-"]],
    *,
    readers: Sequence[Reader],
    renderers: Sequence[Renderer],
    unpackers: Sequence[Unpacker] = (),
    register: Register | None,
    actor: Actor,
    progress: Progress | None = None,
    provenance: Provenance | None = None,
    propose_below: float = 0.0,
    manner: Manner | None = None,
) -> ReadReport:
    """Reads all files; keeps what they say where a register is given.

    Claims whose probability is under `propose_below` are entered as proposals: they count for
    nothing until a person accepts them.
    Raises: NothingToCapture; RegisterNotWritable; LostRace, when others kept getting in first.
    """
    done = list(
        read_each(
            paths,
            readers=readers,
            renderers=renderers,
            unpackers=unpackers,
            register=register,
            actor=actor,
            progress=progress,
            provenance=provenance,
            propose_below=propose_below,
            manner=manner,
        )
    )
    found = [one for one in done if isinstance(one, DocumentRead)]
    problems = [(one,) if isinstance(one, Problem) else one.problems for one in done]
    return ReadReport(
        documents=tuple(one.document for one in found),
        claims=tuple(claim for one in found for claim in one.claims),
        problems=tuple(problem for several in problems for problem in several),
        skipped=tuple(known for one in found for known in one.skipped),
    )


def read_each(  # noqa: PLR0913  # the same
    paths: Sequence[Path | Literal["-"]],
    *,
    readers: Sequence[Reader],
    renderers: Sequence[Renderer],
    unpackers: Sequence[Unpacker] = (),
    register: Register | None,
    actor: Actor,
    progress: Progress | None = None,
    provenance: Provenance | None = None,
    propose_below: float = 0.0,
    manner: Manner | None = None,
) -> Iterator[DocumentRead | Problem]:
    """The same, document by document, each before its parts; what has been handed out is kept.

    A problem that belongs to no document (a file nobody may read) comes by itself and is kept too.
    The order is that of the files, however many processes read.
    """
    manner = manner or Manner()
    given = provenance or Provenance()
    put_blob = register.store.put_blob if register else _hash_only
    # What is passed over is not kept, and that is known only once it has been looked at.
    at_once = put_blob if manner.is_relevant is None else None
    tools = Tools(
        readers=readers,
        renderers=renderers,
        unpackers=unpackers,
        is_relevant=manner.is_relevant,
    )
    reading = Reading(tools=tools, manner=manner, register=register, put_blob=at_once)
    entering = _Entering(reading, register, actor, put_blob, propose_below)
    captured = capture(
        paths,
        put_blob=at_once or _hash_only,
        actor=actor,
        clock=now,
        url=given.url,
        publisher=given.publisher,
        published=given.published,
        progress=reading.watched(progress),
    )
    try:
        for one in reading.of(captured):
            yield from entering.of(one)
    finally:
        reading.close()
        note = entering.passed_over()
    if note:
        yield note


@dataclass(slots=True)
class _Entering:
    """What comes of a reading is entered, where there is a register, and then handed out."""

    reading: Reading
    register: Register | None
    actor: Actor
    put_blob: Callable[[bytes], str]
    propose_below: float
    count: int = 0

    def of(self, one: Read | Problem) -> Iterator[DocumentRead | Problem]:
        if isinstance(one, Problem):
            self._keep(one)
            yield one
            return
        self.count += one.whole.passed_over
        if self.register is None:
            yield from not_kept(one.whole.said)
        elif one.is_recalled:
            yield from one.whole.said
        else:
            if self.reading.put_blob is None and one.whole.said:
                self.put_blob(one.captured.content)
            for content in one.whole.blobs:
                self.put_blob(content)
            below = self.propose_below
            yield from kept(one.whole.said, self.register, self.actor, propose_below=below)
            self.reading.remember(one)

    def passed_over(self) -> Problem | None:
        """The note of how many were passed over, kept; also of a read that was broken off."""
        note = _passed_over(self.count)
        if note:
            self._keep(note)
        return note

    def _keep(self, problem: Problem) -> None:
        if self.register is not None:
            keep(self.register, [problem_draft(problem)], actor=self.actor, reason="read")


def _passed_over(count: int) -> Problem | None:
    if not count:
        return None
    documents = f"{count:,} document{'s' if count > 1 else ''}"
    return Problem(
        code="not-relevant",
        where="this read",
        what=f"{documents} passed over: nothing in them speaks of detention",
        remedy="They were not kept. To read them too, leave out --only-relevant.",
        severity=Severity.NOTE,
    )


def _hash_only(content: bytes) -> str:
    """The name the bytes would be kept under; they are not kept."""
    return sha256(content).hexdigest()
