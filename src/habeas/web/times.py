"""The two clocks of every page, as its address gives them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from habeas.workflows.times import learned_time, true_time

AS_OF, KNOWN_ON = "as_of", "known_on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """What held on the day `as_of`, as far as it was known by `known_at`; None is no limit.

    `asked` is both as they were written, for forms and links to carry on.
    """

    as_of: date | None = None
    known_at: datetime | None = None
    asked: Mapping[str, str]

    @property
    def query(self) -> str:
        """The end of an address that keeps both; empty where neither is set."""
        return f"?{urlencode(self.asked)}" if self.asked else ""


def times_of(query: Mapping[str, str]) -> Times:
    """Both clocks of a query string. Raises: ValueMalformed."""
    asked = {name: query[name].strip() for name in (AS_OF, KNOWN_ON) if query.get(name, "").strip()}
    return Times(
        as_of=true_time(asked.get(AS_OF, "")),
        known_at=learned_time(asked.get(KNOWN_ON, "")),
        asked=asked,
    )
