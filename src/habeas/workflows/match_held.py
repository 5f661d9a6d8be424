"""Lists beside a register: which rows it has as persons, and which of those it holds as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from habeas.model.decision import Choice
from habeas.model.person import Person
from habeas.resolution.lists.entry import Entry, Party
from habeas.resolution.lists.outcome import Outcome, Pair, Progress, matched
from habeas.resolution.propose import proposal
from habeas.workflows.candidates import Candidates
from habeas.workflows.listing import Listing

_REGISTER = "register"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Both sides as a register holds them, and what came of comparing them."""

    a: tuple[Entry, ...]
    b: tuple[Entry, ...]
    outcome: Outcome


def compared(
    found: Sequence[Listing], candidates: Candidates, progress: Progress | None = None
) -> Held:
    """One list with all that a register holds beside it, or two that were read into it.

    Pairs that decisions in force have made one, or two, are told as such and not asked again.
    """
    held = _Held(candidates)
    a = held.entries(found[0])
    b = held.entries(found[1]) if len(found) > 1 else held.others(found[0])
    one_already = list(held.decided(a, b))
    settled = {party.id for pair in one_already for party in (pair.one, pair.other)}
    # Who is on both sides already may be a third as well, and is compared like everybody else.
    outcome = matched(a, b, among=candidates.among, progress=progress)
    outcome = replace(
        outcome,
        only_a=tuple(one for one in outcome.only_a if one.entry.id not in settled),
        only_b=tuple(one for one in outcome.only_b if one.entry.id not in settled),
    )
    return Held(a=a, b=b, outcome=held.judged(outcome, one_already))


class _Held:
    def __init__(self, candidates: Candidates) -> None:
        self._candidates = candidates
        self._person_of = candidates.view.one_with()

    def entries(self, found: Listing) -> tuple[Entry, ...]:
        """An entry for each row, with what is known of its person; rows that are one, together."""
        by_person: dict[str, list[Entry]] = {}
        for entry in found.entries:
            by_person.setdefault(self._person(entry.id), []).append(entry)
        return tuple(self._known(person, rows) for person, rows in by_person.items())

    def others(self, found: Listing) -> tuple[Entry, ...]:
        """The persons of the register that this list is not the only one to tell of."""
        own = {document.sha256 for document in found.documents}
        persons = self._candidates.persons.values()
        return tuple(self._as_entry(one) for one in persons if set(one.documents) - own)

    def decided(self, a: Sequence[Entry], b: Sequence[Entry]) -> Iterator[Pair]:
        """Those who stand on both sides as one person, by decisions in force."""
        there = {entry.id: entry for entry in b}
        for one in a:
            other = there.get(one.id)
            if other is None:
                continue
            link = proposal(one.record, other.record, self._candidates.among)
            if link is not None:
                yield Pair(
                    one=Party((one,)),
                    other=Party((other,)),
                    link=link,
                    decided="one person by a decision in force",
                )

    def judged(self, outcome: Outcome, one_already: Sequence[Pair]) -> Outcome:
        """The outcome with what is decided: joined pairs first, different ones objected to."""
        pairs = [*map(self._objected, outcome.sure), *map(self._objected, outcome.probable)]
        return replace(
            outcome,
            sure=(*one_already, *(one for one in pairs if one.is_sure)),
            probable=tuple(one for one in pairs if not one.is_sure),
        )

    def _objected(self, pair: Pair) -> Pair:
        left, right = sorted((pair.one.id, pair.other.id))
        decided = self._candidates.decided.get((left, right))
        if decided is None or decided[1].choice is not Choice.DIFFERENT:
            return pair
        return replace(pair, objection=f"{decided[1].by} has decided that they are two")

    def _person(self, row: str) -> str:
        return self._person_of.get(row, row)

    def _known(self, person: str, rows: Sequence[Entry]) -> Entry:
        first = rows[0]
        where = ", ".join(row.where for row in rows)
        if person not in self._candidates.persons:
            return first
        return replace(first, record=self._candidates.index.record(person), where=where)

    def _as_entry(self, person: Person) -> Entry:
        record = self._candidates.index.record(person.id)
        names = [name.text for name in record.names]
        dates = [f"born {one}" for one in record.born] + [f"taken {one}" for one in record.taken]
        return Entry(
            record=record,
            where=f"{_REGISTER} {person.id[:15]}",
            row=0,
            name=person.name,
            line=" | ".join([*names, *dates, *sorted(record.places)]),
        )
