"""Where people are held, tried and taken: names, kind, and who controls it since when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from habeas.model.partial_date import PartialDate


class PlaceKind(StrEnum):
    """What sort of place."""

    TERRITORY = "territory"
    SETTLEMENT = "settlement"
    REMAND_PRISON = "remand_prison"
    COLONY = "colony"
    PRISON = "prison"
    POLICE = "police"
    COURT = "court"
    HOSPITAL = "hospital"
    UNOFFICIAL = "unofficial"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """Who controls a place over a time, on whose word. `until` None: not known to have ended."""

    by: str
    since: PartialDate
    until: PartialDate | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place with all its names.

    `state` is the state it belongs to in law (ISO 3166-1 alpha-2); `within` the id of the place it
    lies in.
    """

    id: str
    name: str
    kind: PlaceKind
    other_names: tuple[str, ...] = ()
    within: str = ""
    state: str = ""
    control: tuple[Control, ...] = ()
    address: str = ""
