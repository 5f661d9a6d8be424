"""Who is one person: proposals, the rule's decisions and a person's, each reversible.

Nothing is merged: a decision says that two subjects are one, with its reason and what was seen, and
the register shows them as one while it is in force. What was called different is asked again only
when the evidence has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace

from habeas.ledger.append import append
from habeas.ledger.drafts import decision_draft
from habeas.ledger.register import Register
from habeas.ledger.rulings import ClaimStatus
from habeas.ledger.view import View
from habeas.model.actor import Actor
from habeas.model.claim import AnyClaim
from habeas.model.decision import Choice, Decision
from habeas.model.document import Document
from habeas.model.errors import NothingFound, QuestionStale
from habeas.model.person import Person
from habeas.reference.matching import packaged
from habeas.resolution.block.index import Index
from habeas.resolution.propose import LinkProposal, population, proposal, propose
from habeas.resolution.record import Record, record_of
from habeas.resolution.score.evidence import PRIOR, Population
from habeas.workflows.show import look

Progress = Callable[[int, int | None, str], None]
_LINKS = frozenset({Choice.SAME, Choice.DIFFERENT, Choice.UNSURE})


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


class Candidates:
    """The persons of a register with all that proposals need, as of one look at it."""

    def __init__(self, view: View, progress: Progress | None = None) -> None:
        self.view = view
        self.persons = {person.id: person for person in view.persons()}
        documents: dict[str, Document] = {one.sha256: one for one in view.documents()}
        claims = {one.id: one.claim for one in view.claims()}
        counts = {name for name in claims if view.status_of(name) is ClaimStatus.HELD}
        self.claims = {
            person.id: tuple(claims[name] for name in person.claims if name in counts)
            for person in self.persons.values()
        }
        self.index = Index()
        for done, person in enumerate(self.persons.values()):
            if progress:
                progress(done, len(self.persons), "names")
            self.index.add(_record(person, self.claims[person.id], documents))
        self.among: Population = population(map(self.index.record, self.persons))
        self.decided = _decided(view)

    def open_pairs(self, only: Iterable[Record] | None = None) -> list[LinkProposal]:
        """Pairs nobody has answered on this evidence, those worth most first, unsure ones last."""
        found = [one for one in propose(self.index, self.among, only=only) if self._is_open(one)]
        return sorted(found, key=lambda one: (self._is_left(one), -one.worth, one.left, one.right))

    def may_join(self, one: LinkProposal) -> bool:
        """Whether a rule may join the two: sure, and nobody has said anything of them."""
        return one.score.is_sure and (one.left, one.right) not in self.decided

    def _is_open(self, one: LinkProposal) -> bool:
        decided = self.decided.get((one.left, one.right))
        if decided is None or decided[1].choice is Choice.UNSURE:
            return True
        return decided[1].choice is Choice.DIFFERENT and decided[1].seen != one.seen

    def _is_left(self, one: LinkProposal) -> bool:
        decided = self.decided.get((one.left, one.right))
        return decided is not None and decided[1].choice is Choice.UNSURE


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
    register: Register, *, without: Container[tuple[str, str]] = frozenset()
) -> PairQuestion | None:
    """The pair whose answer is worth most; None where none waits."""
    view = look(register)
    candidates = Candidates(view)
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
        asked_at=view.head.position,
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


def _record(person: Person, claims: Sequence[AnyClaim], documents: dict[str, Document]) -> Record:
    names = [value.value for value in person.names]
    said = [(claim, documents.get(claim.quote.document)) for claim in claims]
    return record_of(person.id, names, said)


def _decided(view: View) -> dict[tuple[str, str], tuple[str, Decision]]:
    """The decision in force on each pair of persons; on several, that which says most."""
    person_of = view.one_with()
    found: dict[tuple[str, str], tuple[str, Decision]] = {}
    order = [Choice.UNSURE, Choice.SAME, Choice.DIFFERENT]
    for name, decision in view.decisions():
        if decision.choice not in _LINKS:
            continue
        persons = sorted({person_of[one] for one in decision.about if one in person_of})
        for at, left in enumerate(persons):
            for right in persons[at + 1 :]:
                known = found.get((left, right))
                if known is None or order.index(known[1].choice) < order.index(decision.choice):
                    found[left, right] = (name, decision)
    return found


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
