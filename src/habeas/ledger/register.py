"""A register as it is read: no method here writes; `append` is the only door in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

from habeas.ledger.standing import Decided, Standing
from habeas.ledger.view import View, take
from habeas.model.entry import Entry, Head
from habeas.protocols import Store


def now() -> datetime:
    """This moment, UTC."""
    return datetime.now(UTC)


class Register:
    """A store with a clock: what is entered, and what that comes to.

    `decided` keeps decisions at hand from one opening of a register to the next.
    """

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime] = now,
        decided: Decided | None = None,
    ) -> None:
        self.store = store
        self.clock = clock
        self._standing = Standing(store, decided)

    @property
    def head(self) -> Head:
        """Where the ledger ends now."""
        return self.store.head()

    def log(self, after: int = 0, until: int | None = None) -> Iterator[Entry]:
        """Entries in order, later than `after`, up to and with `until`."""
        return self.store.entries(after=after, until=until)

    def view(self, as_of: date | None = None, known_at: datetime | None = None) -> View:
        """What is held: of the world on the day `as_of`, from what was entered by `known_at`.

        None is no limit. Of claims whose dates leave open whether they were true by that day, none
        is left out. A `known_at` without a zone is UTC.
        """
        return take(self.store, as_of=as_of, known_at=known_at, standing=self._standing)
