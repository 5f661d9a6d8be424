"""What each kind of event does to a person's liberty, as far as folding goes by it."""

from __future__ import annotations

from habeas.model.charge import PenaltyKind
from habeas.model.vocabulary import CustodyStatus, EventKind, ReleaseForm

BEGINS = frozenset({EventKind.ARRESTED, EventKind.ABDUCTED, EventKind.DISAPPEARED})

# A pardon closes an episode as well: reports of pardons are reports of people going free. Where
# the release itself is reported too, it joins the same end.
ENDS: dict[EventKind, ReleaseForm] = {
    EventKind.RELEASED: ReleaseForm.UNKNOWN,
    EventKind.EXCHANGED: ReleaseForm.EXCHANGED,
    EventKind.PARDONED: ReleaseForm.PARDONED,
    EventKind.EXPELLED: ReleaseForm.EXPELLED,
    EventKind.DIED: ReleaseForm.DIED,
}

# Said of somebody at liberty, these mean a new deprivation whose beginning nobody reported. A
# sentence is not among them: it may be passed in absence.
ONLY_HELD = frozenset({EventKind.REMANDED, EventKind.HELD, EventKind.TRANSFERRED})

# To deny one of these is to deny that the person was taken or is held at all.
DETENTION = BEGINS | {EventKind.HELD}

# Reports of one event of these kinds may disagree by this many days and still be one event; of
# other kinds, which recur, the dates must be able to be the same. A convention of ours.
DAYS_APART: dict[EventKind, int] = dict.fromkeys(
    [*BEGINS, *ENDS, EventKind.SENTENCED, EventKind.APPEAL_DECIDED], 31
)
ONCE_IN_A_LIFE = frozenset({EventKind.DIED})

STATUS_AFTER: dict[EventKind, CustodyStatus] = {
    EventKind.ARRESTED: CustodyStatus.ARRESTED,
    EventKind.ABDUCTED: CustodyStatus.MISSING,
    EventKind.DISAPPEARED: CustodyStatus.MISSING,
    EventKind.REMANDED: CustodyStatus.REMAND,
    EventKind.TRIED: CustodyStatus.ON_TRIAL,
}
STATUS_OF_SENTENCE: dict[PenaltyKind, CustodyStatus] = {
    PenaltyKind.PRISON: CustodyStatus.CONVICTED,
    PenaltyKind.COLONY: CustodyStatus.CONVICTED,
    PenaltyKind.LIFE: CustodyStatus.CONVICTED,
    PenaltyKind.DEATH: CustodyStatus.CONVICTED,
    PenaltyKind.ADMINISTRATIVE: CustodyStatus.SERVING,
    PenaltyKind.HOUSE_ARREST: CustodyStatus.HOUSE_ARREST,
    PenaltyKind.SUSPENDED: CustodyStatus.RESTRICTED,
    PenaltyKind.RESTRICTION: CustodyStatus.RESTRICTED,
    PenaltyKind.LABOUR: CustodyStatus.RESTRICTED,
}
STATUS_OF_END: dict[ReleaseForm, CustodyStatus] = {
    ReleaseForm.SERVED: CustodyStatus.RELEASED_SERVED,
    ReleaseForm.EARLY: CustodyStatus.RELEASED_EARLY,
    ReleaseForm.PARDONED: CustodyStatus.RELEASED_PARDONED,
    ReleaseForm.EXCHANGED: CustodyStatus.RELEASED_EXCHANGED,
    ReleaseForm.ACQUITTED: CustodyStatus.RELEASED_ACQUITTED,
    ReleaseForm.DROPPED: CustodyStatus.RELEASED_DROPPED,
    ReleaseForm.AMNESTIED: CustodyStatus.RELEASED_AMNESTIED,
    ReleaseForm.HUMANITARIAN: CustodyStatus.RELEASED_HUMANITARIAN,
    ReleaseForm.EXILED: CustodyStatus.RELEASED_EXILE,
    ReleaseForm.EXPELLED: CustodyStatus.RELEASED_EXILE,
    ReleaseForm.DIED: CustodyStatus.DIED_IN_CUSTODY,
}
