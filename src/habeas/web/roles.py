"""The roles people have at the desk, and the groups of them that pages are opened to."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What somebody is trusted with; one account may have several."""

    READER = "reader"
    DOCUMENTER = "documenter"
    REVIEWER = "reviewer"
    LAWYER = "lawyer"
    COORDINATOR = "coordinator"
    ADMINISTRATOR = "administrator"
    PARTNER = "partner"


# An administrator looks after accounts: that alone opens no case.
TEAM = frozenset({Role.READER, Role.DOCUMENTER, Role.REVIEWER, Role.LAWYER, Role.COORDINATOR})
READS = TEAM | {Role.PARTNER}
DOCUMENTS = frozenset({Role.DOCUMENTER, Role.REVIEWER, Role.LAWYER, Role.COORDINATOR})
REVIEWS = frozenset({Role.REVIEWER, Role.LAWYER, Role.COORDINATOR})
ADMINISTERS = frozenset({Role.ADMINISTRATOR})
ANYONE_SIGNED_IN = frozenset(Role)
EVERYBODY: frozenset[Role] = frozenset()  # also who has not signed in; opens no register
