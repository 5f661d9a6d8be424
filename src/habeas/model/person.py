"""Persons and their episodes of detention, as held after weighing: every value with its claims.

These are projections: computed from the ledger, never written by hand.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from habeas.model.attribute import Attribute
from habeas.model.partial_date import PartialDate
from habeas.model.vocabulary import CustodyStatus, EventKind, ReleaseForm

_DEPRIVE = frozenset(
    {
        EventKind.ARRESTED,
        EventKind.ABDUCTED,
        EventKind.DISAPPEARED,
        EventKind.REMANDED,
        EventKind.TRANSFERRED,
        EventKind.HELD,
        EventKind.DENIED_ACCESS,
    }
)
_IN_CUSTODY = frozenset(
    {CustodyStatus.CONVICTED, CustodyStatus.SERVING, CustodyStatus.HOUSE_ARREST}
)
_AT_LIBERTY = frozenset(
    {CustodyStatus.UNDER_PROSECUTION, CustodyStatus.WANTED, CustodyStatus.RESTRICTED}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldValue:
    """One value with the claims for and against it (claim ids) and the rule that judged.

    `origins` is the count of independent origins for it: copies of one origin count once.
    `is_held` marks the value that stands; competing values stay beside it. `when` is the time a
    value that changes is said of (EDTF, an interval where it has an end); empty where none is told.
    """

    value: str
    claims_for: tuple[str, ...]
    claims_against: tuple[str, ...] = ()
    origins: int = 1
    is_held: bool = True
    rule: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldAttribute:
    """An attribute with all its values, the one that stands first."""

    attribute: Attribute
    values: tuple[HeldValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One thing that happened in an episode: kind, competing dates, and the claims for and against.

    `slots` holds the other slots (place, holder, charge, court, sentence ...) by name.
    """

    event: EventKind
    dates: tuple[HeldValue, ...]
    slots: tuple[tuple[str, tuple[HeldValue, ...]], ...] = ()
    claims_for: tuple[str, ...] = ()
    claims_against: tuple[str, ...] = ()

    @property
    def date(self) -> PartialDate | None:
        """The date that stands, None where none was given."""
        held = [value.value for value in self.dates if value.is_held]
        return PartialDate(held[0]) if held else None

    @property
    def is_only_denied(self) -> bool:
        """Whether nobody but those who deny it speaks of it."""
        return not self.claims_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One continuous deprivation of liberty of one person; stages in the order they took place.

    `status` is the last status the stages lead to, `ended` the form of the end where there is one.
    """

    id: str
    stages: tuple[Stage, ...]
    status: CustodyStatus = CustodyStatus.UNKNOWN
    ended: ReleaseForm | None = None

    @property
    def is_held(self) -> bool:
        """Whether the person is deprived of liberty as far as the claims go.

        A search, a charge or a fine takes nobody's liberty, and what is only denied is not held.
        """
        return is_deprived(self.stages, self.status, self.ended)


def is_deprived(stages: Iterable[Stage], status: CustodyStatus, ended: ReleaseForm | None) -> bool:
    """Whether an episode of these stages, with this status and end, is one of somebody held."""
    if ended is not None or status in _AT_LIBERTY:
        return False
    taken = any(one.event in _DEPRIVE and not one.is_only_denied for one in stages)
    return taken or status in _IN_CUSTODY


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person as held. `id` is the subject key; `names` carry every form met, the fullest first.

    Until a decision joins them, the same name in two documents is two persons.
    """

    id: str
    name: str
    names: tuple[HeldValue, ...]
    attributes: tuple[HeldAttribute, ...] = ()
    episodes: tuple[Episode, ...] = ()
    claims: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
