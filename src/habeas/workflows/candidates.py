"""The persons of a register beside one another: who may be one with whom, and what was decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from habeas.ledger.records import recorded
from habeas.ledger.register import Register
from habeas.ledger.rulings import ClaimStatus
from habeas.ledger.subjects import is_subject
from habeas.ledger.view import View
from habeas.model.claim import AnyClaim
from habeas.model.decision import Choice, Decision
from habeas.model.document import Document
from habeas.model.entry import Entry
from habeas.model.person import Person
from habeas.resolution.block.index import Index
from habeas.resolution.propose import LinkProposal, population, propose
from habeas.resolution.record import Record, record_of
from habeas.resolution.score.evidence import Population
from habeas.text.normalise import key
from habeas.workflows.show import look

Progress = Callable[[int, int | None, str], None]
_LINKS = frozenset({Choice.SAME, Choice.DIFFERENT, Choice.UNSURE})


class Candidates:
    """The persons of a register with all that proposals need, as of one look at it."""

    def __init__(self, view: View, progress: Progress | None = None) -> None:
        self.view = view
        self._documents = {one.sha256: one for one in view.documents()}
        claims = {one.id: one.claim for one in view.claims()}
        self._held = {
            name: claim
            for name, claim in claims.items()
            if view.status_of(name) is ClaimStatus.HELD
        }
        self.persons: dict[str, Person] = {}
        self.claims: dict[str, tuple[AnyClaim, ...]] = {}
        self.index = Index()
        found = view.persons()
        for done, person in enumerate(found):
            if progress:
                progress(done, len(found), "names")
            self._take(person)
        self._count()

    def kept_up(self, register: Register) -> Candidates:
        """The same as gathered anew: these, a few persons changed, where only links were decided.

        On a link hangs who is one with whom and no more: claims and documents are as they were.
        """
        since = list(register.log(self.view.head.position))
        if not since:
            return self
        decided = [_link(entry) for entry in since]
        if None in decided:
            return Candidates(look(register))
        self.view = look(register)
        self._put({about for one in decided if one for about in one.about})
        return self

    def _put(self, subjects: set[str]) -> None:
        """Takes persons anew that any of these subjects belongs to."""
        fresh = self.view.persons_among(subjects)
        told = {claim for person in fresh for claim in person.claims}
        gone = [one.id for one in self.persons.values() if not told.isdisjoint(one.claims)]
        for name in gone:
            self.index.remove(name)
            del self.persons[name], self.claims[name]
        for person in fresh:
            self._take(person)
        in_order = sorted(self.persons.values(), key=lambda one: (key(one.name), one.id))
        self.persons = {person.id: person for person in in_order}
        self._count()

    def _take(self, person: Person) -> None:
        held = tuple(self._held[name] for name in person.claims if name in self._held)
        self.persons[person.id], self.claims[person.id] = person, held
        self.index.add(_record(person, held, self._documents))

    def _count(self) -> None:
        self.among: Population = population(map(self.index.record, self.persons))
        self.decided = _decided(self.view)

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


def _link(entry: Entry) -> Decision | None:
    """The decision on who is one with whom that was entered; None for anything else."""
    found = recorded(entry)
    decision = found.record if found else None
    if not isinstance(decision, Decision) or decision.choice not in _LINKS:
        return None
    return decision if all(is_subject(about) for about in decision.about) else None


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
