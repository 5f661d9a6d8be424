"""Claims that wait for a person, in the order in which an answer is worth most.

What an answer is worth: how unsure we are, times what hangs on it, more where nobody else says so.
The last is looked up only for those that come to the front, so that the next of very many is found
as soon as the next of few.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, replace

from habeas.ledger.records import recorded
from habeas.ledger.register import Register
from habeas.ledger.rulings import ClaimStatus
from habeas.ledger.subjects import PERSON, is_subject
from habeas.ledger.view import KeptClaim, View
from habeas.model.claim import AnyClaim, EventClaim, FigureClaim, LeverageClaim, word_of
from habeas.model.codec import KIND_OF
from habeas.model.decision import Decision
from habeas.model.entry import Entry, EntryKind
from habeas.model.vocabulary import EventKind

_EVEN = 0.5  # the chance of a claim whose reader gives none

# What hangs on a claim, as multiples of the least: a convention of ours. Whether somebody is free,
# and whether a state ties it to something, comes before what somebody's trade is.
_GRAVE = frozenset(
    {
        EventKind.ARRESTED,
        EventKind.ABDUCTED,
        EventKind.DISAPPEARED,
        EventKind.HELD,
        EventKind.SENTENCED,
        EventKind.RELEASED,
        EventKind.EXCHANGED,
        EventKind.DIED,
    }
)
_STAKES_OF_GRAVE, _STAKES_OF_EVENT, _STAKES_OF_NUMBER, _STAKES = 3.0, 2.0, 2.0, 1.0
_NEW = 2.0  # nobody else in the register says so: an answer changes what is held


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A claim in the queue, with what reviewers choose by.

    `is_exact`: whether `worth` was looked up; until then it is the most it can be. `asking` are
    those who asked for a second pair of eyes, and so are not asked themselves.
    """

    id: str
    position: int
    worth: float
    is_exact: bool
    is_left_open: bool
    asking: frozenset[str]
    kind: str
    word: str
    document: str
    subjects: tuple[str, ...]

    @property
    def place(self) -> tuple[bool, float, int]:
        """Where it stands in the queue: what somebody was unsure of comes last."""
        return (self.is_left_open, -self.worth, self.position)


Wanted = Callable[[Waiting], bool]


class Queue:
    """The claims that wait, as of one look; `is_all`: those that count but nobody accepted, too.

    Not safe to use from several threads at once.
    """

    def __init__(self, view: View, *, is_all: bool = False) -> None:
        self.view = view
        self._is_all = is_all
        self._waiting: dict[str, Waiting] = {}
        self._under: dict[str, set[str]] = defaultdict(set)
        for one in view.claims() if is_all else view.proposed():
            if waiting := self._looked_at(one):
                self._waiting[one.id] = waiting
                for subject in waiting.subjects:
                    self._under[subject].add(one.id)
        self._order = sorted((one.place, one.id) for one in self._waiting.values())

    def __len__(self) -> int:
        return len(self._waiting)

    def first(
        self,
        *,
        wanted: Wanted | None = None,
        without: Container[str] = frozenset(),
        asker: str = "",
    ) -> tuple[Waiting, KeptClaim] | None:
        """What `asker` should look at next, of what is `wanted`; None where nothing waits."""
        at = 0
        while at < len(self._order):
            one = self._waiting[self._order[at][1]]
            if one.id in without or asker in one.asking or (wanted and not wanted(one)):
                at += 1
            elif one.is_exact:
                return one, self.view.claim(one.id)
            else:
                self._look_up(one)
        return None

    def among(self, wanted: Wanted) -> int:
        """How many of those that wait are wanted."""
        return sum(map(wanted, self._waiting.values()))

    def ranked(self) -> Iterator[tuple[Waiting, KeptClaim]]:
        """All that wait, in order."""
        for one in [one for one in self._waiting.values() if not one.is_exact]:
            self._look_up(one)
        for _, name in self._order:
            yield self._waiting[name], self.view.claim(name)

    def kept_up(self, register: Register) -> Queue:
        """The same as made anew, having looked at no more than what was entered since."""
        since = list(register.log(self.view.head.position))
        self.view = register.view()
        for entry in since:
            self._take(entry)
        return self

    def _take(self, entry: Entry) -> None:
        touched = {entry.id} if entry.kind is EntryKind.CLAIM else set()
        found = recorded(entry)
        if found is not None and isinstance(found.record, Decision):
            touched.update(one for one in found.record.about if not is_subject(one))
        for subject in self.view.store.subjects_of(entry.position):
            if subject.startswith(PERSON):
                for joined in self.view.ever_joined(subject):
                    touched |= self._under.get(joined, set())
        for name in touched:
            self._put(name)

    def _put(self, name: str) -> None:
        self._drop(name)
        found = [one for one in self.view.store.find(name, EntryKind.CLAIM) if one.id == name]
        waiting = self._looked_at(self.view.claim(name)) if found and found[0].payload else None
        if waiting:
            self._waiting[name] = waiting
            insort(self._order, (waiting.place, name))
            for subject in waiting.subjects:
                self._under[subject].add(name)

    def _drop(self, name: str) -> None:
        gone = self._waiting.pop(name, None)
        if gone:
            del self._order[bisect_left(self._order, (gone.place, name))]
            for subject in gone.subjects:
                self._under[subject].discard(name)

    def _look_up(self, one: Waiting) -> None:
        claim = self.view.claim(one.id).claim
        is_new = not any(self._is_told(subject, one, claim) for subject in one.subjects)
        exact = replace(one, worth=worth(claim, is_new=is_new), is_exact=True)
        del self._order[bisect_left(self._order, (one.place, one.id))]
        self._waiting[one.id] = exact
        insort(self._order, (exact.place, one.id))

    def _is_told(self, subject: str, one: Waiting, claim: AnyClaim) -> bool:
        """Whether something that counts says the same of the same person."""
        return any(
            isinstance(other.claim, EventClaim)
            and isinstance(claim, EventClaim)
            and other.claim.event is claim.event
            and other.id != one.id
            and self.view.status_of(other.id) is ClaimStatus.HELD
            for other in self.view.claims_about(subject)
        )

    def _looked_at(self, one: KeptClaim) -> Waiting | None:
        if not self._is_waiting(one):
            return None
        subjects = self.view.store.subjects_of(one.entry.position)
        can_be_told = isinstance(one.claim, EventClaim)
        return Waiting(
            id=one.id,
            position=one.entry.position,
            worth=worth(one.claim, is_new=True),
            is_exact=not can_be_told,
            is_left_open=self.view.is_left_open(one.id),
            asking=self.view.asking(one.id),
            kind=KIND_OF[type(one.claim)],
            word=word_of(one.claim),
            document=one.claim.quote.document,
            subjects=tuple(subject for subject in subjects if subject.startswith(PERSON)),
        )

    def _is_waiting(self, one: KeptClaim) -> bool:
        status = self.view.status_of(one.id)
        if status is ClaimStatus.PROPOSED:
            return True
        is_open = status is ClaimStatus.HELD and not self.view.is_accepted(one.id)
        return self._is_all and is_open


def worth(claim: AnyClaim, *, is_new: bool) -> float:
    """What an answer is worth: variance of the claim's being right, times what hangs on it.

    `is_new`: no other claim that counts says it happened to the same person.
    """
    given = claim.reading.probability if claim.reading else None
    chance = _EVEN if given is None else given
    return chance * (1.0 - chance) * _stakes(claim) * (_NEW if is_new else 1.0)


def _stakes(claim: AnyClaim) -> float:
    if isinstance(claim, EventClaim):
        return _STAKES_OF_GRAVE if claim.event in _GRAVE else _STAKES_OF_EVENT
    return _STAKES_OF_NUMBER if isinstance(claim, FigureClaim | LeverageClaim) else _STAKES
