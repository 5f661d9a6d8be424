"""Any reader, with a probability on each of its claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from habeas.model.claim import AnyClaim
from habeas.model.problem import Problem
from habeas.model.rendition import Rendition
from habeas.protocols import Reader
from habeas.reading.probability.logistic import Weights
from habeas.reading.probability.signs import Beside, signs


class CalibratedReader:
    """Reads as the reader within and signs as it; a probability it gives itself is left alone."""

    def __init__(self, within: Reader, weights: Weights) -> None:
        self.name = within.name
        self.version = within.version
        self.languages = within.languages
        self._within = within
        self._weights = weights

    def read(self, rendition: Rendition) -> tuple[Sequence[AnyClaim], Sequence[Problem]]:
        claims, problems = self._within.read(rendition)
        return with_probabilities(claims, self._weights), problems


def with_probabilities(claims: Sequence[AnyClaim], weights: Weights) -> list[AnyClaim]:
    """The claims of one document, each with the chance that it is right, to three places."""
    beside = Beside.of(claims)
    return [_with_probability(claim, beside, weights) for claim in claims]


def _with_probability(claim: AnyClaim, beside: Beside, weights: Weights) -> AnyClaim:
    if claim.reading is None or claim.reading.probability is not None:
        return claim
    chance = round(weights.probability(signs(claim, beside)), 3)
    return replace(claim, reading=replace(claim.reading, probability=chance))
