"""Reads files into claims and keeps them: capture, take apart, render, read, append, one by one.

A captured document is entered whole, with its parts, claims and problems in one append, or not at
all. What the register knows already is left out and said so, so the same files can be read again at
any time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Literal

from habeas.ledger.append import is_known
from habeas.ledger.drafts import claim_draft, decision_draft, document_draft, problem_draft
from habeas.ledger.register import Register
from habeas.model.actor import Actor
from habeas.model.claim import AnyClaim
from habeas.model.codec import claim_id
from habeas.model.decision import Choice, Decision
from habeas.model.document import Document
from habeas.model.entry import Draft, EntryKind
from habeas.model.partial_date import PartialDate
from habeas.model.problem import Problem
from habeas.protocols import Reader, Renderer, Unpacker
from habeas.reading.capture import Captured, capture
from habeas.reading.take_apart import take_apart
from habeas.workflows.keep import keep
from habeas.workflows.proposals import proposing, unkept
from habeas.workflows.read_one import DocumentRead, named, read_one

Progress = Callable[[int, int | None, str], None]
PROPOSING = "rule:probability/1"  # signs that a claim waits for a person

# Remedies are worded for a register; read without one, nothing is kept, and none may say it is.
PROMISE = re.compile(
    r"^(?:It|They|The whole|The document) (?:is|are) kept(?: as it is)?(?:[.;]\s*|$)"
)


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
) -> Iterator[DocumentRead | Problem]:
    """The same, document by document, each before its parts; what has been handed out is kept.

    A problem that belongs to no document (a file nobody may read) comes by itself and is kept too.
    """
    given = provenance or Provenance()
    put_blob = register.store.put_blob if register else _hash_only
    waiting: list[Problem] = []  # found while capturing the document that comes next
    for taken in capture(
        paths,
        put_blob=put_blob,
        actor=actor,
        clock=_now,
        url=given.url,
        publisher=given.publisher,
        published=given.published,
        progress=progress,
    ):
        if isinstance(taken, Captured):
            said: list[DocumentRead] = []
            for one in take_apart(taken, unpackers, put_blob=put_blob, clock=_now):
                if isinstance(one, Problem):
                    said[-1] = replace(said[-1], problems=(*said[-1].problems, one))
                else:
                    said.append(read_one(one, readers=readers, renderers=renderers, found=waiting))
                    waiting = []
            if register is None:
                yield from _not_kept(said)
            else:
                yield from _kept(said, register, actor, propose_below=propose_below)
        elif taken.document:
            waiting.append(taken)
        else:
            if register is not None:
                keep(register, [problem_draft(taken)], actor=actor, reason="read")
            yield taken


def _not_kept(said: Sequence[DocumentRead]) -> Iterator[DocumentRead]:
    """The documents, without the promise that what could not be read is kept."""
    for one in said:
        told = unkept(one.waiting, where=named(one.document))
        yield replace(one, problems=(*map(_without_promise, one.problems), *told))


def _without_promise(problem: Problem) -> Problem:
    left = PROMISE.sub("", problem.remedy)
    return replace(problem, remedy=left[:1].upper() + left[1:] or "Nothing of it was kept.")


def _kept(
    said: Sequence[DocumentRead], register: Register, actor: Actor, *, propose_below: float
) -> Iterator[DocumentRead]:
    """The documents, once they are kept together; the first is what the others were taken from."""
    drafts = [
        [*_drafts(one), *_proposal(one, register, propose_below), *_waiting(one, register)]
        for one in said
    ]
    try:
        everything = [draft for several in drafts for draft in several]
        known = set(keep(register, everything, actor=actor, reason="read"))
    except KeyboardInterrupt:
        # The append may have been through already; what is kept is handed out.
        if register.store.find(said[0].document.sha256, EntryKind.DOCUMENT):
            yield from said
        raise
    for one, own in zip(said, drafts, strict=True):
        skipped = dict.fromkeys(draft.id for draft in own if draft.id in known)
        yield replace(one, skipped=tuple(skipped))


def _drafts(said: DocumentRead) -> list[Draft]:
    return [
        document_draft(said.document),
        *(claim_draft(claim) for claim in (*said.claims, *said.waiting)),
        *(problem_draft(problem) for problem in said.problems),
    ]


def _proposal(said: DocumentRead, register: Register, below: float) -> list[Draft]:
    """The rule's decision that claims under the threshold wait; of those not entered before."""
    doubtful = [
        claim_id(claim)
        for claim in said.claims
        if claim.reading is not None
        and claim.reading.probability is not None
        and claim.reading.probability < below
    ]
    about = tuple(dict.fromkeys(name for name in doubtful if not is_known(register, name)))
    if not about:
        return []
    decision = Decision(
        choice=Choice.PROPOSE,
        about=about,
        reason=f"probability under {below:g}",
        by=PROPOSING,
    )
    return [decision_draft(decision)]


def _waiting(said: DocumentRead, register: Register) -> list[Draft]:
    """The rule's decision that what one reader proposes alone waits; not of what is there."""
    names = dict.fromkeys(claim_id(claim) for claim in said.waiting)
    fresh = [name for name in names if not is_known(register, name)]
    return [decision_draft(proposing(fresh))] if fresh else []


def _hash_only(content: bytes) -> str:
    """The name the bytes would be kept under; they are not kept."""
    return sha256(content).hexdigest()


def _now() -> datetime:
    return datetime.now(UTC)
