"""Who holds a place on a day: in law, in fact, and whether the two differ.

The gazetteer says since when a place is held by another state than the one it belongs to, with the
source of each date. What a coarse date leaves open stays open.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from habeas.model.partial_date import PartialDate
from habeas.model.place import Control, Place
from habeas.reference.places import controlled, place
from habeas.reference.states import state as state_of


class Hold(StrEnum):
    """Whether a place is held by the state it belongs to."""

    OWN = "own"
    OCCUPIED = "occupied"
    UNCLEAR = "unclear"  # the date leaves it open
    UNKNOWN = "unknown"  # no such place is known


@dataclass(frozen=True, slots=True)
class Held:
    """Who holds a place: `state` in law and `by` in fact, ISO 3166 codes; empty where not known.

    `control` is the entry of the gazetteer that says so, None where the state in law holds it.
    """

    hold: Hold
    state: str = ""
    by: str = ""
    control: Control | None = None


def held_on(identity: str, day: PartialDate | None) -> Held:
    """Who holds a place, or a state's own territory, on a day; None is a day that is not known.

    `identity` is a place's id, the id of a prison made of its town ("ua-crimea-kerch/colony-2"), or
    the code of a state.

    >>> held_on("ua-crimea-kerch", PartialDate("2021-02-15")).by
    'RU'
    >>> held_on("ua-crimea-kerch", PartialDate("2014")).hold
    <Hold.UNCLEAR: 'unclear'>
    """
    at = place(identity) or place(identity.partition("/")[0])
    if at is None:
        is_state = state_of(identity) is not None
        return Held(Hold.OWN, identity, identity) if is_state else Held(Hold.UNKNOWN)
    foreign = [one for one in controlled(at) if one.by != at.state]
    return _held(at, foreign, day)


def _held(at: Place, foreign: list[Control], day: PartialDate | None) -> Held:
    own = Held(Hold.OWN, at.state, at.state)
    if not foreign:
        return own
    if day is None:
        return Held(Hold.UNCLEAR, at.state, "", foreign[-1])
    found = [(one, _covers(one, day)) for one in foreign]
    surely = next((one for one, covers in found if covers), None)
    if surely is not None:
        return Held(Hold.OCCUPIED, at.state, surely.by, surely)
    perhaps = next((one for one, covers in found if covers is None), None)
    return Held(Hold.UNCLEAR, at.state, "", perhaps) if perhaps else own


def _covers(control: Control, day: PartialDate) -> bool | None:
    """Whether all of a day lies in the time of a control; None where only some of it may."""
    if day.is_before(control.since) or (control.until and control.until.is_before(day)):
        return False
    first, last = control.since.latest, control.until.earliest if control.until else None
    if day.earliest is None or day.latest is None or first is None:
        return None
    is_begun = day.earliest >= first
    is_not_over = control.until is None or (last is not None and day.latest <= last)
    return True if is_begun and is_not_over else None
