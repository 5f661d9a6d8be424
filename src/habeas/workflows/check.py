"""Whether a register is what it was: chain, captured bytes, quotes, projections."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from habeas.ledger.check import check as check_ledger
from habeas.ledger.register import Register
from habeas.model.entry import Head
from habeas.model.problem import Problem, Severity

Progress = Callable[[int, int | None, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What was found up to `head`."""

    head: Head
    problems: tuple[Problem, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing worse than a note was found."""
        return all(problem.severity is Severity.NOTE for problem in self.problems)


def check(register: Register, *, refold: bool, progress: Progress | None = None) -> CheckReport:
    """Checks everything; with `refold` computes the projections again and compares."""
    head = register.head
    tell = partial(_step, progress) if progress else None
    return CheckReport(
        head=head, problems=tuple(check_ledger(register, refold=refold, progress=tell))
    )


def _step(progress: Progress, done: int, total: int) -> None:
    progress(done, total, "entries")
