"""From signs to a probability: Fellegi and Sunter's sum of bits, every bit of it shown.

The logit of the probability is the sum of the reasons' bits, the prior among them. How rare a
surname is among the records at hand counts: a shared Melnyk says less than a shared Hnatyshyn.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from habeas.reference.matching import SignWeights, packaged
from habeas.resolution.compare.records import Compared
from habeas.resolution.names.parts import PersonName

LARGEST = 60.0  # bits: beyond it a double holds no more
SAME_SURNAME = "surname:same"
SAME_GIVEN = "given:same-name"
PRIOR = "prior"
OTHER_GIVEN = frozenset({"given:different", "given:other-initial"})
SHARED_BY_SIBLINGS = frozenset({"patronymic:same", "patronymic:initial"})
# What is known of surnames at large counts as much as this many records: in a list of ten, three
# brothers do not make their surname a common one.
BACKGROUND = 2000
FEWEST = 1000  # records the prior reckons with at least: the people of a list are drawn from many
SURE = 0.99  # a rule may decide from here, without evidence against, with some beyond the name


@dataclass(frozen=True, slots=True)
class Reason:
    """One sign in words, and what it weighs in bits: above nothing for, below it against."""

    sign: str
    words: str
    bits: float


@dataclass(frozen=True, slots=True)
class Score:
    """The probability that two records are of one person, and why.

    `band` is the probability in words; `is_calibrated`: among pairs like this one, as many are of
    one person as the probability says.
    """

    probability: float
    reasons: tuple[Reason, ...]
    contrary: frozenset[str]
    is_name_only: bool
    is_calibrated: bool = False
    band: str = ""

    @property
    def shown(self) -> str:
        """What people are shown: a number only where numbers were found to be true."""
        return f"{self.probability:.3f}" if self.is_calibrated else self.band

    @property
    def is_sure(self) -> bool:
        """Whether a rule may join the two by itself."""
        return self.probability >= SURE and not self.contrary and not self.is_name_only


@dataclass(frozen=True, slots=True)
class Population:
    """The records at hand: how many, and how many have each sound of a surname, each given name.

    `expected` is how many of all pairs are expected to be of one person, for each record.
    """

    records: int
    surnames: Mapping[str, int]
    given: Mapping[int, int] = field(default_factory=dict)
    expected: float = 0.5

    @property
    def prior_bits(self) -> float:
        """Log2 odds of one person for two records drawn at random."""
        chance = min(0.5, self.expected * 2.0 / max(FEWEST, self.records))
        return math.log2(chance / (1.0 - chance))


def score(
    compared: Compared, population: Population, weights: SignWeights | None = None
) -> Score | None:
    """The probability with its reasons, those that weigh most first; None: nothing to go by."""
    if not compared.signs:
        return None
    weights = weights or packaged()
    counted = compared.signs - SHARED_BY_SIBLINGS if _may_be_siblings(compared) else compared.signs
    reasons = [
        Reason(sign, weights.words.get(sign, sign), _bits(sign, compared, population, weights))
        for sign in sorted(counted)
    ]
    prior = "two records drawn at random are seldom one person"
    reasons.append(Reason(PRIOR, prior, population.prior_bits))
    chance = probability(sum(reason.bits for reason in reasons))
    fields = {sign.partition(":")[0] for sign in compared.signs}
    return Score(
        probability=chance,
        reasons=tuple(sorted(reasons, key=lambda reason: (-abs(reason.bits), reason.sign))),
        contrary=compared.contrary,
        is_name_only=compared.is_name_only,
        is_calibrated=not fields.isdisjoint(weights.calibrated),
        band=weights.band(chance),
    )


def _bits(sign: str, compared: Compared, population: Population, weights: SignWeights) -> float:
    if compared.one is None or compared.other is None:
        return weights.bits(sign)
    count = None
    if sign == SAME_SURNAME:
        count = surname_count(compared.one, compared.other, population)
    elif sign == SAME_GIVEN:
        count = given_count(compared.one, compared.other, population)
    if count is None:
        return weights.bits(sign)
    return math.log2(weights.same[sign] / share(count, weights.random[sign], population.records))


def _may_be_siblings(compared: Compared) -> bool:
    """Whether the given names differ: then a common father speaks for brothers, not for one man."""
    return bool(compared.signs & OTHER_GIVEN)


def surname_count(one: PersonName, other: PersonName, population: Population) -> int | None:
    """How many records have the surname that both have; None where they do not tell."""
    sounds = {
        sound
        for ours in one.surname
        for theirs in other.surname
        for sound in ours.sounds & theirs.sounds
    }
    return max(
        (population.surnames[one] for one in sounds if one in population.surnames), default=None
    )


def given_count(one: PersonName, other: PersonName, population: Population) -> int | None:
    """How many records have the given name that both have; None where they do not tell."""
    names = {
        name for ours in one.given for theirs in other.given for name in ours.names & theirs.names
    }
    return max((population.given[one] for one in names if one in population.given), default=None)


def share(count: int, background: float, records: int) -> float:
    """How common a name is: `count` of the records at hand, and what is known of names at large."""
    return (count + background * BACKGROUND) / (records + BACKGROUND)


def probability(bits: float) -> float:
    """The probability of log2 odds."""
    odds = math.exp2(max(-LARGEST, min(LARGEST, bits)))
    return odds / (1.0 + odds)
