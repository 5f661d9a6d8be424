"""A register copied to another place, and the copy checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from habeas.ledger.check import check
from habeas.ledger.copy import copy as copy_ledger
from habeas.ledger.register import Register
from habeas.model.entry import Head
from habeas.model.problem import Problem

Progress = Callable[[int, int | None, str], None]


@dataclass(frozen=True, slots=True)
class Copied:
    """The head both registers have, and what is wrong with the copy: nothing, as a rule."""

    head: Head
    problems: tuple[Problem, ...]


def copy(source: Register, target: Register, *, progress: Progress | None = None) -> Copied:
    """Copies all, then checks chain, bytes, quotes and projections of the copy.

    Raises: RegistersDiffer, LostRace, RegisterNotWritable.
    """
    head = copy_ledger(source.store, target.store, progress)
    return Copied(head, tuple(check(target, refold=True)))
