"""What signs of two records weigh, and how each is worded (matching/weights.yml)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from habeas.reference.files import read

_FILE = "matching/weights.yml"


@dataclass(frozen=True, slots=True, eq=False)
class SignWeights:
    """Of each sign: its share among pairs of one person, and among pairs of two; and its words.

    `calibrated`: fields one of which must be compared for a probability to be shown as a number;
    `bands`: what is shown elsewhere, by the least probability, the highest first.
    """

    version: str
    same: Mapping[str, float]
    random: Mapping[str, float]
    words: Mapping[str, str]
    calibrated: frozenset[str] = frozenset()
    bands: tuple[tuple[float, str], ...] = ()

    def bits(self, sign: str) -> float:
        """What a sign weighs: log2 of the ratio of the two shares; 0 for a sign without any."""
        if sign not in self.same:
            return 0.0
        return math.log2(self.same[sign] / self.random[sign])

    def band(self, probability: float) -> str:
        """The probability in words that claim no more than is known."""
        return next((words for least, words in self.bands if probability >= least), "")


@cache
def packaged() -> SignWeights:
    """The weights that ship."""
    found = read(_FILE)
    return SignWeights(
        version=found["version"],
        same={sign: float(each["m"]) for sign, each in found["signs"].items()},
        random={sign: float(each["u"]) for sign, each in found["signs"].items()},
        words=found["words"],
        calibrated=frozenset(found["calibrated"]),
        bands=tuple((float(each["least"]), each["words"]) for each in found["bands"]),
    )
