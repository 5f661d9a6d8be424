"""Accusations and penalties as laws and courts write them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from habeas.model.duration import Duration
from habeas.model.partial_date import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """One accusation: the provision as far as named, and the words.

    `edition` is the date of the code's edition; the same article number can be another crime in
    another edition.
    """

    article: str = ""
    part: str = ""
    point: str = ""
    code: str = ""
    edition: PartialDate | None = None
    words: str = ""


class PenaltyKind(StrEnum):
    """What a sentence takes away."""

    PRISON = "prison"
    COLONY = "colony"
    SUSPENDED = "suspended"
    HOUSE_ARREST = "house_arrest"
    RESTRICTION = "restriction"
    LABOUR = "labour"
    ADMINISTRATIVE = "administrative"
    FINE = "fine"
    LIFE = "life"
    DEATH = "death"
    UNSPECIFIED = "unspecified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A penalty. `duration` is None for life, death, and where the words give none.

    `regime` keeps words such as "strict regime"; `amount` a fine as written.
    """

    kind: PenaltyKind = PenaltyKind.UNSPECIFIED
    duration: Duration | None = None
    regime: str = ""
    amount: str = ""
    words: str = ""
