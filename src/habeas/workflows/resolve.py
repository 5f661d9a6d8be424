"""Who is one person: proposals, the rule's decisions and a person's, each reversible.

Nothing is merged: a decision says that two subjects are one, with its reason and what was seen, and
the register shows them as one while it is in force. What was called different is asked again only
when the evidence has changed.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from habeas.ledger.append import append
from habeas.ledger.drafts import decision_draft
from habeas.ledger.register import Register
from habeas.model.actor import Actor
from habeas.model.claim import AnyClaim
from habeas.model.decision import Choice, Decision
from habeas.model.errors import NothingFound, QuestionStale
from habeas.model.person import Person
from habeas.reference.matching import packaged
from habeas.resolution.propose import LinkProposal, proposal
from habeas.resolution.record import Record
from habeas.resolution.score.evidence import PRIOR
from habeas.workflows.candidates import Candidates, Progress
from habeas.workflows.show import look


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What a run came to: pairs joined by the rule, and pairs that wait for a person."""

    persons: int
    joined: tuple[LinkProposal, ...]
    waiting: tuple[LinkProposal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two persons asked about, with the claims that speak of it."""

    person: Person
    record: Record
    claims: tuple[AnyClaim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairQuestion:
    """Are these two one? `left_over` counts the questions behind it.

    `before` is the decision on the two that is in force, empty where there is none; `asked_at` the
    last entry there was when it was asked.
    """

    proposal: LinkProposal
    sides: tuple[Side, Side]
    left_over: int
    asked_at: int
    before: str = ""


def resolve(
    register: Register, *, actor: Actor, progress: Progress | None = None, is_trial: bool = False
) -> Resolved:
    """Joins what the rule may join and lists what waits for a person.

    `is_trial`: nothing is entered. Raises: LostRace, EntryRefused, RegisterNotWritable.
    """
    head = register.head
    candidates = Candidates(look(register), progress)
    waiting = candidates.open_pairs()
    joined = joinable(candidates, waiting)
    if not is_trial:
        join(register, joined, actor=actor, after=head.position)
    chosen = set(joined)
    return Resolved(
        persons=len(candidates.persons),
        joined=tuple(joined),
        waiting=tuple(one for one in waiting if one not in chosen),
    )


def joinable(candidates: Candidates, links: Iterable[LinkProposal]) -> list[LinkProposal]:
    """Those that the rule may join, all together, without joining anybody it may not."""
    return _without_clashes(candidates, [one for one in links if candidates.may_join(one)])


def join(register: Register, links: Sequence[LinkProposal], *, actor: Actor, after: int) -> None:
    """Enters the rule's decision on each. Raises: LostRace, EntryRefused, RegisterNotWritable."""
    if links:
        drafts = [decision_draft(_by_rule(one)) for one in links]
        append(register, drafts, actor=actor, reason="resolve", after=after)


def next_pair(
    register: Register,
    *,
    without: Container[tuple[str, str]] = frozenset(),
    candidates: Candidates | None = None,
) -> PairQuestion | None:
    """The pair whose answer is worth most; None where none waits.

    `candidates` are as of now, where somebody has them who asks again and again.
    """
    candidates = candidates or Candidates(look(register))
    waiting = [one for one in candidates.open_pairs() if (one.left, one.right) not in without]
    if not waiting:
        return None
    first = waiting[0]
    left, right = _side(candidates, first.left), _side(candidates, first.right)
    before = candidates.decided.get((first.left, first.right))
    return PairQuestion(
        proposal=first,
        sides=(left, right),
        left_over=len(waiting) - 1,
        asked_at=candidates.view.head.position,
        before=before[0] if before else "",
    )


def decide_pair(
    register: Register, *, question: PairQuestion, choice: Choice, reason: str, actor: Actor
) -> str:
    """Enters same, different or unsure; the decision's id.

    Raises: QuestionStale, when either person has changed since; LostRace; EntryRefused.
    """
    head = register.head
    asked = question.proposal
    if head.position != question.asked_at:
        _check_fresh(asked, Candidates(look(register)))
    decision = Decision(
        choice=choice,
        about=(asked.left, asked.right),
        reason=reason,
        by=actor.name,
        seen=asked.seen,
        supersedes=question.before,
    )
    draft = decision_draft(decision)
    append(register, [draft], actor=actor, reason="review", after=head.position)
    return draft.id


def _check_fresh(asked: LinkProposal, now: Candidates) -> None:
    """Whether the two are still what was shown. Raises: QuestionStale."""
    if {asked.left, asked.right} - now.persons.keys():
        raise QuestionStale(what="one of the two persons")
    again = proposal(now.index.record(asked.left), now.index.record(asked.right), now.among)
    if again is None or again.seen != asked.seen:
        raise QuestionStale(what="what is known of the two persons")


def undo(register: Register, decision: str, *, reason: str, actor: Actor) -> str:
    """Takes a decision in force out of force, whoever made it and however long ago; the new id.

    What rested on it is as it was before. Raises: NothingFound, for one that is not in force.
    """
    head = register.head
    found = [pair for pair in look(register).decisions() if pair[0].startswith(decision)]
    if len(found) != 1 or not decision:
        remedy = "List those in force: habeas decisions"
        raise NothingFound(what="decision in force", wanted=decision, remedy=remedy)
    name, before = found[0]
    now = replace(before, choice=Choice.UNSURE, reason=reason, by=actor.name, supersedes=name)
    draft = decision_draft(now)
    append(register, [draft], actor=actor, reason="undo", after=head.position)
    return draft.id


def _without_clashes(candidates: Candidates, sure: Sequence[LinkProposal]) -> list[LinkProposal]:
    """Those of the sure pairs that join nobody with somebody they were said to differ from.

    Nor two whom one sentence names apart: what the rule may not do with two it may not do with
    three.
    """
    groups = {person: {person} for person in candidates.persons}
    apart = {
        pair
        for pair, (_, decision) in candidates.decided.items()
        if decision.choice is Choice.DIFFERENT
    }
    kept = []
    for one in sure:
        left, right = groups[one.left], groups[one.right]
        if left is not right and _clash(left, right, apart, candidates):
            continue
        kept.append(one)
        left |= right
        groups.update(dict.fromkeys(right, left))
    return kept


def _clash(
    left: set[str], right: set[str], apart: set[tuple[str, str]], candidates: Candidates
) -> bool:
    for one in left:
        for other in right:
            pair = (min(one, other), max(one, other))
            if pair in apart:
                return True
            ours, theirs = candidates.index.record(one), candidates.index.record(other)
            if ours.quotes & theirs.quotes:
                return True
    return False


def _by_rule(one: LinkProposal) -> Decision:
    seen = [reason for reason in one.score.reasons if reason.sign != PRIOR]
    strongest = "; ".join(f"{reason.words} {reason.bits:+.1f}" for reason in seen[:4])
    return Decision(
        choice=Choice.SAME,
        about=(one.left, one.right),
        reason=f"probability {one.score.probability:.4f}: {strongest}",
        by=f"rule:{packaged().version}",
        seen=one.seen,
    )


def _side(candidates: Candidates, name: str) -> Side:
    return Side(
        person=candidates.persons[name],
        record=candidates.index.record(name),
        claims=candidates.claims[name],
    )
