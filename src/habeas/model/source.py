"""Who asserts: a person, an outlet, an office."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from habeas.model.grade import Reliability


class SourceKind(StrEnum):
    """What sort of source asserts."""

    PERSON = "person"
    OUTLET = "outlet"
    OFFICE = "office"
    ORGANISATION = "organisation"
    COURT = "court"
    REGISTER = "register"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One source with its grade and its independence group.

    `origin` names the group of sources that repeat one origin; they count once when weighed.
    `is_official` is None where nobody has said.
    """

    id: str
    name: str
    kind: SourceKind = SourceKind.UNKNOWN
    reliability: Reliability = Reliability.F
    is_official: bool | None = None
    origin: str = ""
    url: str = ""
    language: str = ""
    note: str = ""
