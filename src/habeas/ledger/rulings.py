"""What decisions come to: which claims are set aside, which stand first, which subjects are one.

The order in which decisions were entered plays no part. A decision that any other supersedes has
no force; of contradicting ones, that which holds less prevails: a rejected claim stays rejected
until that decision is superseded, and subjects said to be both same and different stay apart. Only
a proposal gives way: a person who accepts the claim makes it count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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

    def status_of(self, claim: str) -> ClaimStatus:
        return self.set_aside.get(claim, ClaimStatus.HELD)


def in_force(records: Iterable[Recorded]) -> list[tuple[str, Decision]]:
    """Ids and decisions that no other supersedes, sorted by id."""
    decisions = {one.id: one.record for one in records if isinstance(one.record, Decision)}
    superseded = {decision.supersedes for decision in decisions.values()}
    return sorted((name, one) for name, one in decisions.items() if name not in superseded)


def rulings_of(records: Iterable[Recorded]) -> Rulings:
    """What the decisions among `records` rule on claims."""
    set_aside: dict[str, ClaimStatus] = {}
    preferred: dict[str, str] = {}
    proposed: set[str] = set()
    accepted: set[str] = set()
    left_open: set[str] = set()
    for name, decision in in_force(records):
        for about in decision.about:
            if decision.choice is Choice.RETRACT:
                set_aside[about] = ClaimStatus.RETRACTED
            elif decision.choice is Choice.REJECT:
                set_aside.setdefault(about, ClaimStatus.REJECTED)
            elif decision.choice is Choice.PREFER:
                preferred.setdefault(about, name)
            elif decision.choice is Choice.PROPOSE:
                proposed.add(about)
            elif decision.choice is Choice.ACCEPT:
                accepted.add(about)
            elif decision.choice is Choice.UNSURE:
                left_open.add(about)
    for about in proposed - accepted:
        set_aside.setdefault(about, ClaimStatus.PROPOSED)
    return Rulings(set_aside, preferred, frozenset(left_open), frozenset(accepted))


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
