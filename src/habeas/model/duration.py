"""Lengths of time as courts and laws write them (ISO 8601 durations)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from habeas.model.errors import ValueMalformed

# Six digits hold any penalty, in minutes too; fractions no court writes.
_FORM = re.compile(
    r"P(?=[0-9]|T[0-9])"
    r"(?:(?P<years>[0-9]{1,6})Y)?(?:(?P<months>[0-9]{1,6})M)?"
    r"(?:(?P<weeks>[0-9]{1,6})W)?(?:(?P<days>[0-9]{1,6})D)?"
    r"(?:T(?=[0-9])(?:(?P<hours>[0-9]{1,6})H)?(?:(?P<minutes>[0-9]{1,6})M)?)?"
)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time, kept as written in ISO 8601: years are not turned into days.

    >>> Duration("P3Y6M").months_total
    42
    """

    text: str

    def __post_init__(self) -> None:
        if _FORM.fullmatch(self.text) is None:
            raise ValueMalformed(
                value=self.text, expected="an ISO 8601 duration", example="P8Y, P3Y6M, P15D"
            )

    def part(self, unit: str) -> int:
        """Count of one unit: years, months, weeks, days, hours, minutes."""
        found = _FORM.fullmatch(self.text)
        return int(found.group(unit) or 0) if found else 0

    @property
    def months_total(self) -> int:
        """Whole months in years and months; weeks and days are left aside."""
        return self.part("years") * 12 + self.part("months")

    def __str__(self) -> str:
        return self.text
