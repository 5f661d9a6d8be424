"""From signs to a probability: Fellegi and Sunter's sum of bits, every bit of it shown.

The logit of the probability is the sum of the reasons' bits, the prior among them. How rare a
surname is among the records at hand counts: a shared Melnyk says less than a shared Hnatyshyn.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from habeas.reference.matching import SignWeights, packaged
from habeas.resolution.compare.records import Compared
from habeas.resolution.names.parts import PersonName

LARGEST = 60.0  # bits: beyond it a double holds no more
SAME_SURNAME = "surname:same"
SAME_GIVEN = "given:same-name"
PRIOR = "prior"
SAME_FATHER = "patronymic:same"
# What weighs less the commoner the name is.
_BY_COUNT = frozenset({SAME_SURNAME, SAME_GIVEN, SAME_FATHER})
_REMEMBERED = 1 << 12  # sets of signs
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

    `fathers` are those whose patronymic is of each given name, who say one: a share of those alone.
    `expected` is how many of all pairs are expected to be of one person, for each record.
    """

    records: int
    surnames: Mapping[str, int]
    given: Mapping[int, int] = field(default_factory=dict)
    fathers: Mapping[int, int] = field(default_factory=dict)
    with_father: int = 0
    expected: float = 0.5

    @property
    def prior_bits(self) -> float:
        """Log2 odds of one person for two records drawn at random."""
        chance = min(0.5, self.expected * 2.0 / max(FEWEST, self.records))
        return math.log2(chance / (1.0 - chance))


def chance(
    compared: Compared, population: Population, weights: SignWeights | None = None
) -> float | None:
    """The probability alone, as `score` gives it: for the many pairs nobody will ask about."""
    if not compared.signs:
        return None
    weights = weights or packaged()
    bits, by_count = _counted(compared.signs, weights)
    for sign in by_count:
        bits += _bits(sign, compared, population, weights)
    return probability(bits + population.prior_bits)


@lru_cache(_REMEMBERED)
def _counted(signs: frozenset[str], weights: SignWeights) -> tuple[float, tuple[str, ...]]:
    """The bits of signs that weigh the same whoever is compared, and the signs that do not."""
    counted = _told_apart(signs)
    by_count = tuple(sorted(counted & _BY_COUNT))
    return math.fsum(weights.bits(sign) for sign in counted - _BY_COUNT), by_count


def score(
    compared: Compared, population: Population, weights: SignWeights | None = None
) -> Score | None:
    """The probability with its reasons, those that weigh most first; None: nothing to go by."""
    if not compared.signs:
        return None
    weights = weights or packaged()
    reasons = [
        Reason(sign, weights.words.get(sign, sign), _bits(sign, compared, population, weights))
        for sign in sorted(_told_apart(compared.signs))
    ]
    prior = "two records drawn at random are seldom one person"
    reasons.append(Reason(PRIOR, prior, population.prior_bits))
    likely = probability(math.fsum(reason.bits for reason in reasons))
    fields = {sign.partition(":")[0] for sign in compared.signs}
    return Score(
        probability=likely,
        reasons=tuple(sorted(reasons, key=lambda reason: (-abs(reason.bits), reason.sign))),
        contrary=compared.contrary,
        is_name_only=compared.is_name_only,
        is_calibrated=not fields.isdisjoint(weights.calibrated),
        band=weights.band(likely),
    )


def _bits(sign: str, compared: Compared, population: Population, weights: SignWeights) -> float:
    if compared.one is None or compared.other is None:
        return weights.bits(sign)
    count, records = None, population.records
    if sign == SAME_SURNAME:
        count = surname_count(compared.one, compared.other, population)
    elif sign == SAME_GIVEN:
        count = given_count(compared.one, compared.other, population)
    elif sign == SAME_FATHER:
        count = father_count(compared.one, compared.other, population)
        records = population.with_father
    if count is None:
        return weights.bits(sign)
    return math.log2(weights.same[sign] / share(count, weights.random[sign], records))


def _told_apart(signs: frozenset[str]) -> frozenset[str]:
    """The signs that count: where given names differ, a common father speaks for brothers."""
    return signs if signs.isdisjoint(OTHER_GIVEN) else signs - SHARED_BY_SIBLINGS


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


def father_count(one: PersonName, other: PersonName, population: Population) -> int | None:
    """How many records have a father of the name that both fathers have; None where unknown."""
    names = {
        name
        for ours in one.patronymic[:1]
        for theirs in other.patronymic[:1]
        for name in ours.father & theirs.father
    }
    return max(
        (population.fathers[one] for one in names if one in population.fathers), default=None
    )


def share(count: int, background: float, records: int) -> float:
    """How common a name is: `count` of the records at hand, and what is known of names at large."""
    return (count + background * BACKGROUND) / (records + BACKGROUND)


def probability(bits: float) -> float:
    """The probability of log2 odds."""
    odds = math.exp2(max(-LARGEST, min(LARGEST, bits)))
    return odds / (1.0 + odds)
