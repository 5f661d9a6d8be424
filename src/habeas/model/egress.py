"""Who let text of documents leave for another program, and each time it did.

To an endpoint on the same machine it leaves too: what listens there may hand it on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from habeas.model.errors import ValueMalformed


@dataclass(frozen=True, slots=True, kw_only=True)
class Permission:
    """One person's word that text of this register may go to an endpoint, or no longer may.

    The last word on an endpoint holds. `at` is UTC.
    """

    endpoint: str
    is_allowed: bool
    by: str
    reason: str
    at: datetime

    def __post_init__(self) -> None:
        if not (self.endpoint.strip() and self.reason.strip()):
            raise ValueMalformed(
                value=self.reason or self.endpoint,
                expected="a permission with an endpoint and a reason",
                example='reason="the model runs on our own machine"',
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """Text of one document on its way out; entered before the first character leaves.

    `characters` counts those of the document; `is_local` that the endpoint is on this machine.
    """

    document: str
    endpoint: str
    characters: int
    at: datetime
    is_local: bool = False
    model: str = ""
