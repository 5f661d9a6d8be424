"""From signs to a probability: Fellegi and Sunter's sum of bits, every bit of it shown.

The logit of the probability is the sum of the reasons' bits, the prior among them. How rare a
surname is among the records at hand counts: a shared Melnyk says less than a shared Hnatyshyn.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from habeas.reference.matching import SignWeights, packaged
from habeas.resolution.compare.records import Compared
from habeas.resolution.names.parts import PersonName

_LARGEST = 60.0  # bits: beyond it a double holds no more
_SAME_SURNAME = "surname:same"
PRIOR = "prior"
_OTHER_GIVEN = frozenset({"given:different", "given:other-initial"})
_SHARED_BY_SIBLINGS = frozenset({"patronymic:same", "patronymic:initial"})
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
    """The probability that two records are of one person, and why."""

    probability: float
    reasons: tuple[Reason, ...]
    contrary: frozenset[str]
    is_name_only: bool

    @property
    def is_sure(self) -> bool:
        """Whether a rule may join the two by itself."""
        return self.probability >= SURE and not self.contrary and not self.is_name_only


@dataclass(frozen=True, slots=True)
class Population:
    """The records at hand: how many, and how many of them have each sound of a surname.

    `expected` is how many of all pairs are expected to be of one person, for each record.
    """

    records: int
    surnames: Mapping[str, int]
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
    counted = compared.signs - _SHARED_BY_SIBLINGS if _may_be_siblings(compared) else compared.signs
    reasons = [
        Reason(sign, weights.words.get(sign, sign), _bits(sign, compared, population, weights))
        for sign in sorted(counted)
    ]
    prior = "two records drawn at random are seldom one person"
    reasons.append(Reason(PRIOR, prior, population.prior_bits))
    logit = sum(reason.bits for reason in reasons)
    return Score(
        probability=_probability(logit),
        reasons=tuple(sorted(reasons, key=lambda reason: (-abs(reason.bits), reason.sign))),
        contrary=compared.contrary,
        is_name_only=compared.is_name_only,
    )


def _bits(sign: str, compared: Compared, population: Population, weights: SignWeights) -> float:
    if sign == _SAME_SURNAME and compared.one is not None and compared.other is not None:
        share = _share(compared.one, compared.other, population, weights.random[sign])
        if share is not None:
            return math.log2(weights.same[sign] / share)
    return weights.bits(sign)


def _may_be_siblings(compared: Compared) -> bool:
    """Whether the given names differ: then a common father speaks for brothers, not for one man."""
    return bool(compared.signs & _OTHER_GIVEN)


def _share(
    one: PersonName, other: PersonName, population: Population, background: float
) -> float | None:
    """How common the surname is that both have; None where the records at hand do not tell."""
    sounds = {
        sound
        for ours in one.surname
        for theirs in other.surname
        for sound in ours.sounds & theirs.sounds
    }
    counts = [population.surnames[sound] for sound in sounds if sound in population.surnames]
    if not counts:
        return None
    return (max(counts) + background * BACKGROUND) / (population.records + BACKGROUND)


def _probability(bits: float) -> float:
    odds = math.exp2(max(-_LARGEST, min(_LARGEST, bits)))
    return odds / (1.0 + odds)
