"""Probabilities of many pairs at once, and what signs weigh among the lines at hand.

Weights are learned without labels, as Fellegi and Sunter's: the share of each sign among random
pairs is counted (u) and stays; its share among pairs of one person (m) and how many such pairs
there are come by expectation and maximisation, in which common names already count for less.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from habeas.engines.levels import Levels
from habeas.engines.signs import CODE, FIELDS, SIGNS, Codes
from habeas.reference.matching import SignWeights
from habeas.resolution.compare.records import CONTRARY
from habeas.resolution.score.evidence import (
    BACKGROUND,
    LARGEST,
    OTHER_GIVEN,
    SAME_FATHER,
    SAME_GIVEN,
    SAME_SURNAME,
    SHARED_BY_SIBLINGS,
    Population,
)

Floats = NDArray[np.float64]
_CONTRARY = np.isin(np.arange(len(SIGNS)), [CODE[one] for one in CONTRARY if one in CODE])
# What agrees and is not the name; a pair without any of it is of two namesakes as likely as not.
_BEYOND = np.isin(
    np.arange(len(SIGNS)),
    [
        *(CODE[f"born:{one}"] for one in ("same-day", "swapped", "same-month", "same-year")),
        *(CODE[one] for one in ("taken:same-day", "taken:near", "occupation:same")),
        *(CODE[one] for one in ("place:same", "charge:same", "sentence:same")),
    ],
)
OPEN = 0.5  # below it a pair with evidence against keeps two lines apart
ALONE = 2.0
ROUNDS = 25
_SETTLED = 1e-4  # change of the expected number of pairs, relative, below which rounds end
_BELIEF_M = 50.0  # pairs that the shipped share among pairs of one person counts for
_BELIEF_U = 2000.0  # the same, among random pairs
_ONE_SIGN = (
    "sex"  # where the sexes are the same nothing is said: there is no whole to be a share of
)
_OTHER_GIVEN = np.isin(np.arange(len(SIGNS)), [CODE[sign] for sign in OTHER_GIVEN])
_FATHER = 2
_SIBLING = np.isin(np.arange(len(SIGNS)), [CODE[sign] for sign in SHARED_BY_SIBLINGS])


def bits(levels: Levels, weights: SignWeights, among: Population) -> Floats:
    """Log2 odds of each pair without the prior: the sum of what its signs weigh."""
    table = np.array([weights.bits(sign) for sign in SIGNS])
    found = np.zeros(levels.codes.shape[1])
    for codes in levels.codes:
        found += table[codes]
    codes = levels.codes
    for row, sign, counts, records in (
        (0, SAME_SURNAME, levels.surname_count, among.records),
        (1, SAME_GIVEN, levels.given_count, among.records),
        (2, SAME_FATHER, levels.father_count, among.with_father),
    ):
        counted = (codes[row] == CODE[sign]) & (counts >= 0)
        share = (counts + weights.random[sign] * BACKGROUND) / (records + BACKGROUND)
        rarer = np.log2(weights.random[sign]) - np.log2(np.where(counted, share, 1.0))
        found += np.where(counted, rarer, 0.0)
        if row == _FATHER:
            are_siblings = _OTHER_GIVEN[codes[1]] & _SIBLING[codes[2]]
            found -= np.where(are_siblings, table[codes[2]] + np.where(counted, rarer, 0.0), 0.0)
    return found


def probabilities(levels: Levels, weights: SignWeights, among: Population) -> Floats:
    """The probability of each pair, 0 where it cannot be compared."""
    return np.where(levels.is_read, _logistic(bits(levels, weights, among) + among.prior_bits), 0.0)


def verdicts(levels: Levels, weights: SignWeights, among: Population) -> Floats:
    """The probability of each pair as a verdict that tells what follows from it.

    Below zero, with the same size: improbable and contrary, so the two are kept apart. More by
    `ALONE`: nothing but the names agrees, so by itself it joins nobody.
    """
    found = probabilities(levels, weights, among)
    is_apart = speaks_against(levels) & (found < OPEN)
    is_alone = ~_BEYOND[levels.codes].any(axis=0)
    return np.where(is_apart, -found, np.where(is_alone, found + ALONE, found))


def plain(found: Floats) -> Floats:
    """The probabilities of verdicts."""
    return np.where(found >= ALONE, found - ALONE, np.abs(found))


def kept_apart(found: Floats) -> Floats:
    """The verdicts turned into such as keep two apart."""
    return -plain(found)


def speaks_against(levels: Levels) -> NDArray[np.bool_]:
    """Pairs with a sign that two records are of two people."""
    return np.asarray(_CONTRARY[levels.codes].any(axis=0))


def with_counted_randoms(weights: SignWeights, levels: Levels) -> SignWeights:
    """The weights with shares among random pairs as counted, the shipped ones counting a little."""
    ones = levels.is_read.astype(np.float64)
    counted = _shares(levels.codes, ones, weights.random, _BELIEF_U)
    return replace(weights, random={**weights.random, **counted})


def fitted(
    weights: SignWeights, among: Population, levels: Levels, *, sampled: float
) -> tuple[SignWeights, Population]:
    """Weights and prior that the compared pairs, a share `sampled` of all candidates, bear out."""
    pairs = among.records * (among.records - 1) / 2
    expected = among.expected
    for _ in range(ROUNDS):
        believed = probabilities(levels, weights, among)
        shares = _shares(levels.codes, believed, weights.same, _BELIEF_M)
        weights = replace(weights, same={**weights.same, **shares})
        number = believed.sum() / sampled
        before, expected = expected, float(number / max(1.0, pairs) * among.records / 2)
        among = replace(among, expected=max(expected, 1e-3))
        if abs(expected - before) <= _SETTLED * before:
            break
    return weights, among


def _shares(
    codes: Codes, worth: Floats, believed: Mapping[str, float], belief: float
) -> dict[str, float]:
    """The share of each sign among the pairs whose field says something, by the pairs' worth."""
    shares: dict[str, float] = {}
    for row, (field, signs) in enumerate(FIELDS.items()):
        if field == _ONE_SIGN:
            continue
        counted = np.bincount(codes[row], weights=worth, minlength=len(SIGNS))
        weighed = [sign for sign in signs if sign in believed]
        for group in _groups(weighed):
            total = sum(counted[CODE[sign]] for sign in group)
            whole = sum(believed[sign] for sign in group)
            for sign in group:
                prior = belief * believed[sign] / whole
                shares[sign] = float((counted[CODE[sign]] + prior) / (total + belief))
    return shares


def _groups(signs: list[str]) -> list[list[str]]:
    """Signs that are shares of one whole: initials are compared with initials alone."""
    initials = [sign for sign in signs if "initial" in sign]
    return [group for group in (initials, [one for one in signs if one not in initials]) if group]


def _logistic(found: Floats) -> Floats:
    odds = np.exp2(np.clip(found, -LARGEST, LARGEST))
    return np.asarray(odds / (1.0 + odds))
