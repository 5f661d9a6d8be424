"""How many, with the words that said so.

A quantity from a report is seldom a number: "about 100", "at least 70", "dozens". The words are
kept; the bounds are ours, follow `RULES_VERSION`, and can be computed again when the rules change.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from habeas.model.errors import ValueMalformed

RULES_VERSION = "quantity/1"


class Qualifier(StrEnum):
    """How the number is hedged."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    UP_TO = "up_to"
    LESS_THAN = "less_than"
    BETWEEN = "between"
    SEVERAL = "several"
    DOZENS = "dozens"
    HUNDREDS = "hundreds"
    THOUSANDS = "thousands"


# Rules quantity/1: the range a vague plural is read as. "Dozens" is two dozen up to a hundred,
# "hundreds" two hundred up to a thousand; a convention of ours, no authority defines it.
VAGUE_BOUNDS: dict[Qualifier, tuple[int, int]] = {
    Qualifier.SEVERAL: (3, 9),
    Qualifier.DOZENS: (24, 99),
    Qualifier.HUNDREDS: (200, 999),
    Qualifier.THOUSANDS: (2000, 9999),
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of people, prosecutions or cases, with bounds, hedge and words.

    `low` and `high` are the least and most the words allow, None where they set no bound.
    "about 100" has low = high = 100 and qualifier `about`: the hedge is kept, no margin invented.
    """

    low: int | None
    high: int | None
    qualifier: Qualifier = Qualifier.EXACT
    words: str = ""

    def __post_init__(self) -> None:
        low, high = self.low, self.high
        least = high if low is None else low
        if least is None or least < 0 or (high is not None and high < least):
            raise ValueMalformed(
                value=f"{self.low}..{self.high}",
                expected="a quantity",
                example="exact:5, at_least:70..",
            )

    @classmethod
    def of(cls, number: int, qualifier: Qualifier = Qualifier.EXACT, words: str = "") -> Quantity:
        """The quantity that `number` under a hedge stands for.

        >>> Quantity.of(70, Qualifier.MORE_THAN).low
        71
        """
        low: int | None = number
        high: int | None = number
        if qualifier is Qualifier.AT_LEAST:
            high = None
        elif qualifier is Qualifier.MORE_THAN:
            low, high = number + 1, None
        elif qualifier is Qualifier.UP_TO:
            low = None
        elif qualifier is Qualifier.LESS_THAN:
            low, high = None, number - 1
        return cls(low=low, high=high, qualifier=qualifier, words=words)

    @classmethod
    def vague(cls, qualifier: Qualifier, words: str = "") -> Quantity:
        """The quantity a vague plural such as "dozens" stands for, by the rules above.

        Raises: ValueMalformed, for a qualifier that needs a number.
        """
        if qualifier not in VAGUE_BOUNDS:
            raise ValueMalformed(
                value=qualifier.value, expected="a vague plural", example=", ".join(VAGUE_BOUNDS)
            )
        low, high = VAGUE_BOUNDS[qualifier]
        return cls(low=low, high=high, qualifier=qualifier, words=words)

    @property
    def is_hedged(self) -> bool:
        """Whether the source left room around the number."""
        return self.qualifier is not Qualifier.EXACT

    def allows(self, number: int) -> bool:
        """Whether `number` lies within the bounds; "about" allows only its own number here."""
        return (self.low is None or self.low <= number) and (
            self.high is None or number <= self.high
        )

    def __str__(self) -> str:
        return self.words or _bounds_in_words(self)


def _bounds_in_words(quantity: Quantity) -> str:
    if quantity.low == quantity.high:
        prefix = "" if quantity.qualifier is Qualifier.EXACT else f"{quantity.qualifier.value} "
        return f"{prefix}{quantity.low}"
    if quantity.high is None:
        return f"{quantity.low} or more"
    if quantity.low is None:
        return f"{quantity.high} or fewer"
    return f"{quantity.low} to {quantity.high}"
