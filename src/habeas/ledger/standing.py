"""The decisions of a register, kept at hand and up to date, so that no look has to read them all.

A look asks for what stood at its own position: what was decided later does not show in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from threading import Lock
from typing import NamedTuple

from habeas.ledger.records import Recorded, recorded
from habeas.ledger.rulings import Rulings, rulings_among
from habeas.model.decision import Choice, Decision
from habeas.model.entry import GENESIS, Entry, EntryKind, Head
from habeas.protocols import Store

_MAKE_WAIT = frozenset({Choice.PROPOSE, Choice.SECOND})


class _Decided(NamedTuple):
    position: int
    id: str
    decision: Decision


class Decided:
    """What was decided, up to one entry: by position, by what it is about, by what it supersedes.

    It outlives the connection it was read over, and can serve the next one.
    """

    def __init__(self) -> None:
        self.lock = Lock()
        self.head = GENESIS
        self.all: list[_Decided] = []
        self.about: dict[str, list[_Decided]] = defaultdict(list)
        self.superseded_at: dict[str, int] = {}
        self.made_wait: dict[str, int] = {}

    def clear(self) -> None:
        self.head = GENESIS
        for kept in (self.all, self.about, self.superseded_at, self.made_wait):
            kept.clear()

    def take(self, entry: Entry) -> None:
        found = recorded(entry)
        if found is not None and isinstance(found.record, Decision):
            self._take(_Decided(entry.position, found.id, found.record))
        self.head = Head(entry.position, entry.hash)

    def _take(self, one: _Decided) -> None:
        self.all.append(one)
        if one.decision.supersedes:
            self.superseded_at.setdefault(one.decision.supersedes, one.position)
        for about in one.decision.about:
            self.about[about].append(one)
            if one.decision.choice in _MAKE_WAIT:
                self.made_wait.setdefault(about, one.position)


class Standing:
    """Decisions by what they are about. Safe to ask from several threads.

    `decided` is what an earlier one read of the same register; of another, it is forgotten.
    """

    def __init__(self, store: Store, decided: Decided | None = None) -> None:
        self._store = store
        self._decided = decided or Decided()
        self._until = 0

    def records(self, until: int) -> Iterator[Recorded]:
        """Every decision entered up to a position, in order."""
        self._catch_up(until)
        for one in self._decided.all:
            if one.position > until:
                break
            yield Recorded(one.id, one.decision)

    def in_force(self, about: str, until: int) -> list[tuple[str, Decision]]:
        """Decisions about a record that none superseded by then, sorted by id."""
        self._catch_up(until)
        return sorted(
            (one.id, one.decision)
            for one in self._decided.about.get(about, ())
            if one.position <= until and self._decided.superseded_at.get(one.id, until + 1) > until
        )

    def on(self, claim: str, until: int) -> Rulings:
        """What is ruled on one claim."""
        return rulings_among(self.in_force(claim, until))

    def made_wait(self, until: int) -> list[str]:
        """Claims that were ever proposed or given to a second pair of eyes, in that order."""
        self._catch_up(until)
        return [
            claim for claim, position in list(self._decided.made_wait.items()) if position <= until
        ]

    def _catch_up(self, until: int) -> None:
        if until <= self._until:
            return
        with self._decided.lock:
            if not self._is_of_this_register():
                self._decided.clear()
            after = self._decided.head.position
            decisions = self._store.entries(after=after, until=until, kind=EntryKind.DECISION)
            for entry in decisions if after < until else ():
                self._decided.take(entry)
            self._until = until

    def _is_of_this_register(self) -> bool:
        """Whether the last decision kept is an entry of this chain."""
        head = self._decided.head
        if head == GENESIS or self._until:
            return True
        found = self._store.entries(after=head.position - 1, until=head.position)
        return any(entry.hash == head.hash for entry in found)
