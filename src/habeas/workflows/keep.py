"""Appends what depends on nothing else: the known is left out, a lost race is run again."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence

from habeas.ledger.append import append, is_known
from habeas.ledger.register import Register
from habeas.model.actor import Actor
from habeas.model.entry import Draft
from habeas.model.errors import LostRace

_ATTEMPTS = 60
_LONGEST_WAIT_S = 0.25


def keep(
    register: Register,
    drafts: Sequence[Draft],
    *,
    actor: Actor,
    reason: str,
    holds_still: Callable[[], None] | None = None,
) -> tuple[str, ...]:
    """Appends the drafts that are new, all in one; gives the ids of those that were known.

    What others append in between cannot contradict a report of what a document says, so a lost
    race is simply run again behind the new head. `holds_still` is called before each attempt, and
    raises where what others appended does matter.
    Raises: LostRace, after many attempts; whatever `holds_still` raises.
    """
    attempt = 0
    while True:
        attempt += 1
        head = register.head
        if holds_still is not None:
            holds_still()
        known = tuple(dict.fromkeys(draft.id for draft in drafts if is_known(register, draft.id)))
        fresh = {draft.id: draft for draft in drafts if draft.id not in known}
        if not fresh:
            return known
        try:
            append(register, list(fresh.values()), actor=actor, reason=reason, after=head.position)
        except LostRace:
            if attempt == _ATTEMPTS:
                raise
            time.sleep(random.uniform(0, _LONGEST_WAIT_S))  # noqa: S311  # not a secret
        else:
            return known
