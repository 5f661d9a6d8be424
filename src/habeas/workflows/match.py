"""Two lists of people side by side, or a list beside a register: who stands where, and why.

Lists alone are compared as they stand, and nothing is kept. Beside a register each row is compared
with the persons held there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from habeas.ledger.register import Register
from habeas.model.actor import Actor
from habeas.model.document import Document
from habeas.model.problem import Problem
from habeas.resolution.lists.entry import Entry
from habeas.resolution.lists.outcome import Crowded, Outcome, Progress, matched
from habeas.workflows.candidates import Candidates
from habeas.workflows.listing import Listing, listings
from habeas.workflows.match_held import Held, compared
from habeas.workflows.read_whole import Tools, now
from habeas.workflows.show import look


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two that are compared: a file, or a register without files of its own."""

    name: str
    entries: tuple[Entry, ...]
    documents: tuple[Document, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """Both sides with what came of comparing them. `joined` counts pairs the rule has joined."""

    a: Side
    b: Side
    outcome: Outcome
    problems: tuple[Problem, ...]
    at: datetime
    by: str
    joined: int | None = None


def match(
    a: Path, b: Path, *, tools: Tools, actor: Actor, progress: Progress | None = None
) -> Matched:
    """Two files. Raises: NothingToCapture; NoListFound, also where both are one and the same."""
    found = listings([a, b], tools=tools, actor=actor, progress=progress)
    ones, others = (each.entries for each in found)
    outcome = matched(ones, others, progress=progress)
    return answered(found, Held(a=ones, b=others, outcome=outcome), actor)


def match_register(
    a: Path,
    register: Register,
    *,
    tools: Tools,
    actor: Actor,
    progress: Progress | None = None,
) -> Matched:
    """A file beside the persons of a register; nothing is entered."""
    found = listings([a], tools=tools, actor=actor, progress=progress)
    held = compared(found, Candidates(look(register), progress), progress)
    return answered(found, held, actor)


def answered(found: Sequence[Listing], held: Held, actor: Actor) -> Matched:
    """The answer with the problems of all that was read, and who asked when."""
    names = [one.path.name for one in found] + ["register"]
    documents = [one.documents for one in found] + [()]
    problems = [problem for one in found for problem in one.problems]
    return Matched(
        a=Side(name=names[0], entries=held.a, documents=documents[0]),
        b=Side(name=names[1], entries=held.b, documents=documents[1]),
        outcome=held.outcome,
        problems=(*problems, *map(_crowded, held.outcome.crowded)),
        at=now(),
        by=actor.name,
    )


def _crowded(one: Crowded) -> Problem:
    return Problem(
        code="name-too-common",
        where=one.entry.where,
        what=f"{one.entry.name} may be any of {one.number:,} people of the other list: nothing "
        "more is said that would tell them apart",
        remedy="Add a date of birth, a father's name or a date of arrest, and match again.",
    )
