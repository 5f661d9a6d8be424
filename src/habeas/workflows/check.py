"""Whether a register is what it was: chain, captured bytes, quotes, projections, noted head."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from habeas.ledger.check import check as check_ledger
from habeas.ledger.heads import departure
from habeas.ledger.refold import rebuild as rebuild_projections
from habeas.ledger.register import Register
from habeas.model.entry import Head
from habeas.model.problem import Problem, Severity

Progress = Callable[[int, int | None, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What was found up to `head`."""

    head: Head
    problems: tuple[Problem, ...]
    was_rebuilt: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether nothing worse than a note was found."""
        return all(problem.severity is Severity.NOTE for problem in self.problems)


def check(
    register: Register,
    *,
    refold: bool,
    noted: Head | None = None,
    progress: Progress | None = None,
) -> CheckReport:
    """Checks everything; with `refold` computes the projections again and compares.

    `noted` is a head that was noted earlier: the ledger must go on from it.
    """
    head = register.head
    tell = partial(_step, progress) if progress else None
    problems = check_ledger(register, refold=refold, progress=tell)
    departed = departure(register, noted) if noted else None
    return CheckReport(head=head, problems=(*problems, *([departed] if departed else [])))


def rebuild(
    register: Register, *, noted: Head | None = None, progress: Progress | None = None
) -> CheckReport:
    """Puts freshly computed projections in the place of the stored ones, then checks all.

    Entries come first: where something is wrong with them, nothing is rebuilt.
    Raises: RegisterNotWritable.
    """
    before = check(register, refold=False, noted=noted, progress=progress)
    if not before.is_whole:
        return before
    rebuild_projections(register.store)
    after = check(register, refold=True, noted=noted, progress=progress)
    return replace(after, was_rebuilt=True)


def _step(progress: Progress, done: int, total: int) -> None:
    progress(done, total, "entries")
