"""The closed lists of words a claim is made of.

Codes in HURIDOCS and PLOVER stand beside them in `habeas/reference/codes/`.
"""

from __future__ import annotations

from enum import StrEnum


class EventKind(StrEnum):
    """What happened to a person."""

    ARRESTED = "arrested"
    ABDUCTED = "abducted"
    SEARCHED = "searched"
    CHARGED = "charged"
    REMANDED = "remanded"
    TRIED = "tried"
    SENTENCED = "sentenced"
    APPEAL_DECIDED = "appeal_decided"
    TRANSFERRED = "transferred"
    MISTREATED = "mistreated"
    DENIED_ACCESS = "denied_access"
    HELD = "held"
    HUNGER_STRIKE = "hunger_strike"
    RELEASED = "released"
    EXCHANGED = "exchanged"
    PARDONED = "pardoned"
    EXPELLED = "expelled"
    DIED = "died"
    DISAPPEARED = "disappeared"


class FigureStatus(StrEnum):
    """What the counted people have in common."""

    HELD = "held"
    ARRESTED = "arrested"
    CHARGED = "charged"
    SEARCHED = "searched"
    SENTENCED = "sentenced"
    PERSECUTED = "persecuted"
    DISAPPEARED = "disappeared"
    MISSING = "missing"  # by a register of missing persons: nobody says who has them
    RELEASED = "released"
    KILLED = "killed"
    OTHER = "other"


class CountingUnit(StrEnum):
    """What one in a figure stands for."""

    PERSON = "person"
    PROSECUTION = "prosecution"
    CASE = "case"


class CountingBasis(StrEnum):
    """Whether a figure counts those in the status now, or all who ever were."""

    CURRENT = "current"
    CUMULATIVE = "cumulative"


class Division(StrEnum):
    """By what a whole is divided into the parts that are counted."""

    STATUS = "status"
    POPULATION = "population"  # sex, age, ethnic group, citizenship
    PLACE = "place"
    CHARGE = "charge"
    PERIOD = "period"
    OUTCOME = "outcome"
    OTHER = "other"


class ActionKind(StrEnum):
    """What a state, body or official did about it."""

    DENOUNCE = "denounce"
    DEMAND = "demand"
    DENY = "deny"
    SUPPORT = "support"
    ENDORSE = "endorse"
    INITIATE = "initiate"
    LAUNCH = "launch"
    INVITE = "invite"
    PARTICIPATE = "participate"
    SANCTION = "sanction"
    NEGOTIATE = "negotiate"
    EXCHANGE = "exchange"
    MEDIATE = "mediate"
    VOTE = "vote"
    SUMMON = "summon"
    EXPEL = "expel"
    REPORT = "report"
    DESIGNATE = "designate"
    SUE = "sue"
    RULE = "rule"


class Characterisation(StrEnum):
    """What a deprivation of liberty, a charge or a treatment is called."""

    ARBITRARY = "arbitrary"
    POLITICALLY_MOTIVATED = "politically_motivated"
    FABRICATED = "fabricated"
    UNLAWFUL = "unlawful"
    HOSTAGE = "hostage"
    ENFORCED_DISAPPEARANCE = "enforced_disappearance"
    TORTURE = "torture"
    UNFAIR_TRIAL = "unfair_trial"
    DISCRIMINATION = "discrimination"


class LeverageKind(StrEnum):
    """How a detention is tied to what another state does."""

    DEMAND = "demand"
    OFFER = "offer"
    COUNTERPART = "counterpart"
    CONCESSION = "concession"
    LINK = "link"


class Modality(StrEnum):
    """In what manner the speaker says it."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    DENIED = "denied"
    PLANNED = "planned"
    DEMANDED = "demanded"
    CONDITIONAL = "conditional"


class ReleaseForm(StrEnum):
    """How a deprivation of liberty ended."""

    SERVED = "served"
    EARLY = "early"
    PARDONED = "pardoned"
    EXCHANGED = "exchanged"
    ACQUITTED = "acquitted"
    DROPPED = "dropped"
    AMNESTIED = "amnestied"
    HUMANITARIAN = "humanitarian"
    EXILED = "exiled"
    EXPELLED = "expelled"
    BAILED = "bailed"
    ESCAPED = "escaped"
    DIED = "died"
    UNKNOWN = "unknown"


class CustodyStatus(StrEnum):
    """The status words a person's liberty can have: the superset of what registers use.

    Source of the list: union of fields in public registers, docs/reference/fields.md.
    """

    UNDER_PROSECUTION = "under_prosecution"  # at liberty
    WANTED = "wanted"  # in absentia
    MISSING = "missing"  # or unacknowledged
    ARRESTED = "arrested"  # under 48 hours
    REMAND = "remand"
    ON_TRIAL = "on_trial"
    CONVICTED = "convicted"  # awaiting transfer
    SERVING = "serving"
    HOUSE_ARREST = "house_arrest"
    RESTRICTED = "restricted"  # probation, ban on leaving
    PSYCHIATRIC = "psychiatric"
    IN_TRANSFER = "in_transfer"
    NO_STATUS = "no_status"
    RELEASED_SERVED = "released_served"
    RELEASED_EARLY = "released_early"
    RELEASED_PARDONED = "released_pardoned"
    RELEASED_EXCHANGED = "released_exchanged"
    RELEASED_ACQUITTED = "released_acquitted"
    RELEASED_DROPPED = "released_dropped"
    RELEASED_AMNESTIED = "released_amnestied"
    RELEASED_HUMANITARIAN = "released_humanitarian"
    RELEASED_EXILE = "released_exile"
    DIED_IN_CUSTODY = "died_in_custody"
    UNKNOWN = "unknown"
