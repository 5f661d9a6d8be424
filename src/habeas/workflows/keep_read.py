"""Enters what was read: a document with its parts, claims and problems in one append."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from habeas.ledger.append import is_known
from habeas.ledger.drafts import claim_draft, decision_draft, document_draft, problem_draft
from habeas.ledger.register import Register
from habeas.model.actor import Actor
from habeas.model.codec import claim_id
from habeas.model.decision import Choice, Decision
from habeas.model.entry import Draft, EntryKind
from habeas.model.problem import Problem
from habeas.workflows.keep import keep
from habeas.workflows.proposals import proposing, unkept
from habeas.workflows.read_one import DocumentRead, named

PROPOSING = "rule:probability/1"  # signs that a claim waits for a person

# Remedies are worded for a register; read without one, nothing is kept, and none may say it is.
PROMISE = re.compile(
    r"^(?:It|They|The whole|The document) (?:is|are) kept(?: as it is)?(?:[.;]\s*|$)"
)


def not_kept(said: Sequence[DocumentRead]) -> Iterator[DocumentRead]:
    """The documents, without the promise that what could not be read is kept."""
    for one in said:
        told = unkept(one.waiting, where=named(one.document))
        yield replace(one, problems=(*map(_without_promise, one.problems), *told))


def _without_promise(problem: Problem) -> Problem:
    left = PROMISE.sub("", problem.remedy)
    return replace(problem, remedy=left[:1].upper() + left[1:] or "Nothing of it was kept.")


def kept(
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
