"""What was done for a person or a group: a step of the team or a state, its answer, its effect.

Claims about actions (what a report says a state did) are `ActionClaim`; this is the record of one
that is followed up. HURIDOCS calls it an intervention.
"""

from __future__ import annotations

from dataclasses import dataclass

from habeas.model.partial_date import PartialDate
from habeas.model.vocabulary import ActionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One step with what became of it. `next_due` is when somebody has to look again."""

    id: str
    kind: ActionKind
    by: tuple[str, ...]
    to: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    on: PartialDate | None = None
    forum: str = ""
    demands: tuple[str, ...] = ()
    endorsers: tuple[str, ...] = ()
    officials_named: tuple[str, ...] = ()
    response: str = ""
    responded_on: PartialDate | None = None
    impact: str = ""
    next_due: PartialDate | None = None
    evidence: tuple[str, ...] = ()
