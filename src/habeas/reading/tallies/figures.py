"""Parts of a figure as figures of their own, with what they have from the whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from habeas.model.claim import FigureClaim
from habeas.model.mention import Mention, MentionKind
from habeas.model.quantity import Quantity
from habeas.model.vocabulary import CountingBasis, Division, FigureStatus
from habeas.reading.tallies.breakdown import Part
from habeas.reading.tallies.phrases import meaning
from habeas.reference.populations import EVIDENCE, bounds_in

# Who is in one of these is not among those held today.
_NOT_HELD = frozenset({FigureStatus.RELEASED, FigureStatus.MISSING, FigureStatus.KILLED})
# What somebody was once, is true of all time since; the rest of a total are in it today.
_FOR_GOOD = frozenset(
    {
        FigureStatus.RELEASED,
        FigureStatus.KILLED,
        FigureStatus.PERSECUTED,
        FigureStatus.DISAPPEARED,
    }
)


@dataclass(frozen=True, slots=True)
class Whole:
    """A figure that others are parts of, with its id."""

    claim: FigureClaim
    id: str


def is_part(part: Part, whole: FigureClaim) -> bool:
    """Whether a piece of a breakdown is counted within the number it stands beside."""
    if part.is_beside or _number(part.quantity) > _number(whole.quantity):
        return False
    is_now = whole.basis is not CountingBasis.CUMULATIVE and whole.status is FigureStatus.HELD
    return not (is_now and meaning(part.label).status in _NOT_HELD)


def part_of(
    whole: Whole | None, label: str, quantity: Quantity, said: dict[str, Any]
) -> FigureClaim:
    """The figure of one part; what its label leaves unsaid is as in the whole."""
    if whole is None:
        return beside(None, label, quantity, said)
    of, told = whole.claim, meaning(label)
    status = told.status or of.status
    return FigureClaim(
        status=status,
        quantity=quantity,
        population=_population(label) or of.population,
        territory=of.territory,
        unit=of.unit,
        basis=_basis(status, told.basis, of),
        counted=told.counted or (() if told.status else of.counted),
        since=of.since,
        subset_of=whole.id,
        division=_division(label),
        **said,
    )


def beside(
    whole: FigureClaim | None, label: str, quantity: Quantity, said: dict[str, Any]
) -> FigureClaim:
    """A figure told in the same row that is no part of its number."""
    told = meaning(label)
    return FigureClaim(
        status=told.status or (whole.status if whole else FigureStatus.OTHER),
        quantity=quantity,
        population=_population(label) or (whole.population if whole else None),
        territory=whole.territory if whole else (),
        unit=told.unit,
        basis=told.basis,
        counted=told.counted,
        **said,
    )


def _population(label: str) -> Mention | None:
    """Those a label narrows the whole down to; None where it names no people."""
    if not _narrows(label):
        return None
    return Mention(label, MentionKind.GROUP)


def _division(label: str) -> Division | None:
    if _narrows(label):
        return Division.POPULATION
    if meaning(label).status:
        return Division.STATUS
    return Division.OTHER if label else None


def _narrows(label: str) -> bool:
    return any(one.facet != EVIDENCE for one in bounds_in(label))


def _basis(
    status: FigureStatus, told: CountingBasis | None, whole: FigureClaim
) -> CountingBasis | None:
    """Of all who ever were, those held are held today; those released have been released ever."""
    if told is not None or status is whole.status:
        return told or whole.basis
    if whole.basis is not CountingBasis.CUMULATIVE:
        return whole.basis
    return CountingBasis.CUMULATIVE if status in _FOR_GOOD else CountingBasis.CURRENT


def _number(quantity: Quantity) -> int:
    return (quantity.low if quantity.low is not None else quantity.high) or 0
