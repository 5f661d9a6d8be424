"""Who allowed what to be shared, with whom, for what, and until when.

The six tiers are a synthesis; no standard fixes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from habeas.model.partial_date import PartialDate


class ConsentTier(StrEnum):
    """How far information about a person may travel."""

    T0 = "T0"  # no consent or contact impossible: only what is already public, internally
    T1 = "T1"  # internal use only
    T2 = "T2"  # named partners
    T3 = "T3"  # confidential submission to the UN, a court, a government
    T4 = "T4"  # publish without identifying
    T5 = "T5"  # publish with name


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One grant. `fields` empty means all fields; a proxy's `best_interest` reasoning is kept.

    `withdrawn` ends the grant from that date on.
    """

    subject: str
    tier: ConsentTier
    giver: str
    relation: str  # self, family, lawyer, proxy
    given: PartialDate
    fields: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    purpose: str = ""
    channel: str = ""
    expires: PartialDate | None = None
    withdrawn: PartialDate | None = None
    best_interest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handling:
    """How one record is kept: confidential fields, publication, who checked it last and when."""

    subject: str
    confidential_fields: tuple[str, ...] = ()
    may_publish: bool = False
    last_verified: PartialDate | None = None
    reviewer: str = ""
