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
from habeas.model.entry import EntryKind
from habeas.protocols import Store

_MAKE_WAIT = frozenset({Choice.PROPOSE, Choice.SECOND})


class _Decided(NamedTuple):
    position: int
    id: str
    decision: Decision


class Standing:
    """Decisions by what they are about. Safe to ask from several threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._until = 0
        self._all: list[_Decided] = []
        self._about: dict[str, list[_Decided]] = defaultdict(list)
        self._superseded_at: dict[str, int] = {}
        self._made_wait: dict[str, int] = {}

    def records(self, until: int) -> Iterator[Recorded]:
        """Every decision entered up to a position, in order."""
        self._catch_up(until)
        for one in self._all:
            if one.position > until:
                break
            yield Recorded(one.id, one.decision)

    def in_force(self, about: str, until: int) -> list[tuple[str, Decision]]:
        """Decisions about a record that none superseded by then, sorted by id."""
        self._catch_up(until)
        return sorted(
            (one.id, one.decision)
            for one in self._about.get(about, ())
            if one.position <= until and self._superseded_at.get(one.id, until + 1) > until
        )

    def on(self, claim: str, until: int) -> Rulings:
        """What is ruled on one claim."""
        return rulings_among(self.in_force(claim, until))

    def made_wait(self, until: int) -> list[str]:
        """Claims that were ever proposed or given to a second pair of eyes, in that order."""
        self._catch_up(until)
        return [claim for claim, position in list(self._made_wait.items()) if position <= until]

    def _catch_up(self, until: int) -> None:
        if until <= self._until:
            return
        with self._lock:
            for entry in self._store.entries(
                after=self._until, until=until, kind=EntryKind.DECISION
            ):
                found = recorded(entry)
                if found is not None and isinstance(found.record, Decision):
                    self._take(_Decided(entry.position, found.id, found.record))
                self._until = entry.position
            self._until = max(until, self._until)

    def _take(self, one: _Decided) -> None:
        self._all.append(one)
        if one.decision.supersedes:
            self._superseded_at.setdefault(one.decision.supersedes, one.position)
        for about in one.decision.about:
            self._about[about].append(one)
            if one.decision.choice in _MAKE_WAIT:
                self._made_wait.setdefault(about, one.position)
