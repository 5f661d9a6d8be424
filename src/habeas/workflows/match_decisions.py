"""A reviewer's answers in a workbook, entered as signed decisions: all that still hold, at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from habeas.ledger.append import append
from habeas.ledger.drafts import decision_draft
from habeas.ledger.register import Register
from habeas.model.actor import Actor
from habeas.model.decision import Choice, Decision
from habeas.model.entry import Draft
from habeas.model.errors import CaptureFailed
from habeas.model.problem import Problem
from habeas.resolution.propose import proposal
from habeas.resolution.workbook.answers import Answer, answers_in
from habeas.workflows.candidates import Candidates
from habeas.workflows.show import look

_RULE = "rule:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """What became of the answers: entered now, known before, and refused with the reasons."""

    entered: tuple[Answer, ...]
    known: tuple[Answer, ...]
    problems: tuple[Problem, ...]


def enter_answers(path: Path, register: Register, *, actor: Actor) -> Entered:
    """Enters the answers of a workbook in one append, signed by whoever brings them.

    An answer on two persons of whom something else is known by now is stale and refused.
    Raises: CaptureFailed; NoListFound, for a file that is no such workbook; LostRace.
    """
    try:
        content = path.read_bytes()
    except OSError as failure:
        raise CaptureFailed(path=str(path), why=failure.strerror or "it cannot be read") from None
    answers, problems = answers_in(content, name=path.name)
    head = register.head
    sorting = _Sorting(Candidates(look(register)), actor, path.name)
    found = [(one, sorting.draft(one)) for one in _agreed(answers, problems)]
    drafts = [draft for _, draft in found if isinstance(draft, Draft)]
    if drafts:
        append(register, drafts, actor=actor, reason="match", after=head.position)
    return Entered(
        entered=tuple(one for one, draft in found if isinstance(draft, Draft)),
        known=tuple(one for one, draft in found if draft is None),
        problems=(*problems, *(said for _, said in found if isinstance(said, Problem))),
    )


def _agreed(answers: Sequence[Answer], problems: list[Problem]) -> list[Answer]:
    """One answer for each pair; two that contradict each other are both refused."""
    by_pair: dict[tuple[str, str], list[Answer]] = {}
    for one in answers:
        by_pair.setdefault((min(one.left, one.right), max(one.left, one.right)), []).append(one)
    agreed = []
    for several in by_pair.values():
        if len({one.choice for one in several}) == 1:
            agreed.append(several[0])
        else:
            what = f"it is answered otherwise in {several[1].where}"
            problems.append(_refused(several[0], what, "Keep one of the two answers."))
    return agreed


class _Sorting:
    """Tells answers that can be entered from those that are known, stale or strange."""

    def __init__(self, now: Candidates, actor: Actor, workbook: str) -> None:
        self._now = now
        self._actor = actor
        self._workbook = workbook
        self._joined = now.view.one_with()
        self._in_force = {
            frozenset(decision.about): (name, decision) for name, decision in now.view.decisions()
        }

    def draft(self, one: Answer) -> Draft | Problem | None:
        """The draft of the decision; None where it stands already; else why it is refused."""
        if one.left == one.right:
            return _refused(one, "both ids are of one person", "Match the lists again.")
        before = self._in_force.get(frozenset((one.left, one.right)))
        if before and before[1].choice is one.choice:
            return None
        if before and before[1].choice is not Choice.UNSURE and self._is_by_another(before[1]):
            said = f"{before[1].by} has decided {before[1].choice.value}"
            return _refused(one, said, f"Take that back first: habeas undo {before[0][:8]}")
        if fault := self._fault(one, before[1] if before else None):
            return fault
        left, right = sorted((one.left, one.right))
        return decision_draft(
            Decision(
                choice=one.choice,
                about=(left, right),
                reason=one.note or f"compared as shown in {self._workbook}",
                by=self._actor.name,
                seen=one.seen,
                supersedes=before[0] if before else "",
            )
        )

    def _is_by_another(self, decision: Decision) -> bool:
        return not decision.by.startswith(_RULE) and decision.by != self._actor.name

    def _fault(self, one: Answer, before: Decision | None) -> Problem | None:
        if before and before.seen == one.seen:
            return None  # it was decided on the very evidence that the reviewer saw
        left, right = (self._joined.get(name, name) for name in (one.left, one.right))
        if missing := [name for name in (left, right) if name not in self._now.persons]:
            return _refused(
                one,
                f"the register has no person {missing[0][:15]}",
                "Read both lists into it first: habeas match A B --into REGISTER",
            )
        if left == right:
            what = "the two are one person by other decisions"
            return _refused(one, what, "See which, and undo one of them: habeas decisions")
        index = self._now.index
        again = proposal(index.record(left), index.record(right), self._now.among)
        if again is None or again.seen != one.seen:
            what = "what is known of the two has changed since the workbook was written"
            return _refused(one, what, "Match again and look at them once more.")
        return None


def _refused(one: Answer, what: str, remedy: str) -> Problem:
    return Problem(code="answer-refused", where=one.where, what=what, remedy=remedy)
