"""Whether probabilities mean what they say: of claims given 0.8, eight in ten should be right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_BANDS = 10


@dataclass(frozen=True, slots=True)
class Band:
    """Claims whose probabilities lie from `low` up to `high`: how many, said and met on average."""

    low: float
    high: float
    claims: int
    said: float
    right: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """`error` is the expected calibration error; `brier` the mean squared error; both 0 at best."""

    bands: tuple[Band, ...]
    error: float
    brier: float
    claims: int


def reliability(judged: Sequence[tuple[float, bool]]) -> Reliability | None:
    """Of probabilities with what was right, in ten bands of equal width; None without any."""
    if not judged:
        return None
    bands = []
    for number in range(_BANDS):
        inside = [one for one in judged if _band(one[0]) == number]
        if inside:
            bands.append(
                Band(
                    low=number / _BANDS,
                    high=(number + 1) / _BANDS,
                    claims=len(inside),
                    said=sum(chance for chance, _ in inside) / len(inside),
                    right=sum(is_right for _, is_right in inside) / len(inside),
                )
            )
    count = len(judged)
    return Reliability(
        bands=tuple(bands),
        error=sum(band.claims * abs(band.said - band.right) for band in bands) / count,
        brier=sum((chance - is_right) ** 2 for chance, is_right in judged) / count,
        claims=count,
    )


def _band(chance: float) -> int:
    return min(int(chance * _BANDS), _BANDS - 1)
