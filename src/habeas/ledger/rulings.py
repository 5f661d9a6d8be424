"""What decisions come to: which claims are set aside, which stand first, which subjects are one.

The order in which decisions were entered plays no part. A decision that any other supersedes has
no force; of contradicting ones, that which holds less prevails: a rejected claim stays rejected
until that decision is superseded, and subjects said to be both same and different stay apart. Only
a proposal gives way: a person who accepts the claim makes it count; where a second pair of eyes
was asked for, a person other than who asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations

from habeas.ledger.records import Recorded
from habeas.ledger.subjects import is_subject
from habeas.model.decision import Choice, Decision


class ClaimStatus(StrEnum):
    """Whether a claim counts."""

    HELD = "held"
    REJECTED = "rejected"  # it is not what the text says
    RETRACTED = "retracted"  # its source took it back
    PROPOSED = "proposed"  # nobody has accepted it yet


@dataclass(frozen=True, slots=True)
class Rulings:
    set_aside: Mapping[str, ClaimStatus]
    preferred: Mapping[str, str]
    left_open: frozenset[str] = frozenset()
    accepted: frozenset[str] = frozenset()
    asking: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Who asked for a second pair of eyes that no other has yet given, claim by claim."""

    def status_of(self, claim: str) -> ClaimStatus:
        return self.set_aside.get(claim, ClaimStatus.HELD)


NO_RULINGS = Rulings({}, {})


def in_force(records: Iterable[Recorded]) -> list[tuple[str, Decision]]:
    """Ids and decisions that no other supersedes, sorted by id."""
    decisions = {one.id: one.record for one in records if isinstance(one.record, Decision)}
    if not decisions:
        return []
    superseded = {decision.supersedes for decision in decisions.values()}
    return sorted((name, one) for name, one in decisions.items() if name not in superseded)


def rulings_of(records: Iterable[Recorded]) -> Rulings:
    """What the decisions among `records` rule on claims."""
    decisions = in_force(records)
    return rulings_among(decisions) if decisions else NO_RULINGS


def rulings_among(decisions: Iterable[tuple[str, Decision]]) -> Rulings:
    """What decisions in force rule on claims; sorted by their ids."""
    said: dict[Choice, dict[str, list[tuple[str, str]]]] = {choice: {} for choice in Choice}
    for name, decision in decisions:
        for about in decision.about:
            said[decision.choice].setdefault(about, []).append((name, decision.by))
    accepted = said[Choice.ACCEPT]
    asking = _asking(said[Choice.SECOND], accepted)
    waiting = (said[Choice.PROPOSE].keys() - accepted.keys()) | asking.keys()
    return Rulings(
        set_aside=dict.fromkeys(waiting, ClaimStatus.PROPOSED)
        | dict.fromkeys(said[Choice.REJECT], ClaimStatus.REJECTED)
        | dict.fromkeys(said[Choice.RETRACT], ClaimStatus.RETRACTED),
        preferred={about: first[0] for about, (first, *_) in said[Choice.PREFER].items()},
        left_open=frozenset(said[Choice.UNSURE]),
        accepted=frozenset(accepted),
        asking=asking,
    )


def _asking(
    seconded: Mapping[str, list[tuple[str, str]]], accepted: Mapping[str, list[tuple[str, str]]]
) -> dict[str, frozenset[str]]:
    """Who asked for a second pair of eyes, of claims that nobody else has accepted."""
    asking = {}
    for about, asked in seconded.items():
        accepting = {by for _, by in accepted.get(about, ())}
        askers = {by for _, by in asked}
        if any(not accepting - {asker} for asker in askers):
            asking[about] = frozenset(askers)
    return asking


def linked_to(subject: str, records: Iterable[Recorded]) -> set[str]:
    """Subjects that some decision, in force or not, ever joined with this one."""
    return {
        about
        for one in records
        if isinstance(one.record, Decision)
        and one.record.choice is Choice.SAME
        and subject in one.record.about
        for about in one.record.about
        if is_subject(about)
    }


def joined(subjects: Iterable[str], records: Iterable[Recorded]) -> list[frozenset[str]]:
    """The subjects in groups that are one, sorted.

    A group in which two are also said to be different falls apart into single subjects: nothing
    is merged that somebody denies, and the contradiction waits for a person.
    """
    decisions = [decision for _, decision in in_force(records)]
    apart = _said_different(decisions)
    found: list[frozenset[str]] = []
    for group in _said_same(subjects, decisions):
        if _contradicted(group, apart):
            found.extend(frozenset({one}) for one in group)
        else:
            found.append(group)
    return sorted(found, key=min)


def contradictions(records: Iterable[Recorded]) -> list[tuple[str, ...]]:
    """Subjects that decisions in force call both the same and different, group by group, sorted."""
    decisions = [decision for _, decision in in_force(records)]
    named = {about for decision in decisions for about in decision.about if is_subject(about)}
    apart = _said_different(decisions)
    groups = _said_same(named, decisions)
    return sorted(tuple(sorted(group)) for group in groups if _contradicted(group, apart))


def _said_same(subjects: Iterable[str], decisions: Iterable[Decision]) -> set[frozenset[str]]:
    groups = {subject: {subject} for subject in subjects}
    for decision in decisions:
        if decision.choice is Choice.SAME:
            _merge(groups, [about for about in decision.about if about in groups])
    return {frozenset(group) for group in groups.values()}


def _contradicted(group: frozenset[str], apart: Mapping[str, set[str]]) -> bool:
    return any(not group.isdisjoint(apart.get(one, ())) for one in group)


def _merge(groups: dict[str, set[str]], named: list[str]) -> None:
    for other in named[1:]:
        one, two = groups[named[0]], groups[other]
        if one is not two:
            one |= two
            groups.update(dict.fromkeys(two, one))


def _said_different(decisions: Iterable[Decision]) -> Mapping[str, set[str]]:
    apart: dict[str, set[str]] = defaultdict(set)
    for decision in decisions:
        if decision.choice is Choice.DIFFERENT:
            for one, other in combinations(set(decision.about), 2):
                apart[one].add(other)
                apart[other].add(one)
    return apart
