"""Why two figures differ: by what they count, by rounding, by their dates, or not to be explained.

A gap is a matter of definition only where the definitions can open it in that direction: fewer
people cannot be counted by the wider of two definitions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from habeas.ledger.figures.definition import Figure, reach
from habeas.ledger.figures.relations import Axis, Difference, Relation, differences
from habeas.model.vocabulary import CountingBasis


class Verdict(StrEnum):
    """What the comparison comes to."""

    AGREE = "agree"  # the same is counted, and the numbers allow one another
    ROUNDED = "rounded"  # the same is counted, and "about" leaves the room
    ACCOUNTED = "accounted"  # another figure is exactly what lies between
    DEFINED = "defined"  # they count differently, and that can open such a gap
    MOVED = "moved"  # the same at different times
    UNSAID = "unsaid"  # what one leaves unsaid could be the reason
    APART = "apart"  # they count others: the numbers have nothing to say to each other
    AGAINST = "against"  # they count differently, but the gap goes the other way
    FELL = "fell"  # a number that can only grow has fallen
    CONTRADICT = "contradict"  # the same is counted, and both cannot be right


IS_FAULT = frozenset({Verdict.AGAINST, Verdict.FELL, Verdict.CONTRADICT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two figures, on what they differ, and what that explains.

    `gap` is the least and the most by which the first is larger (smaller, below zero), None where
    a number has no such end. `between` is the figure that is exactly the gap.
    """

    one: Figure
    other: Figure
    gap: tuple[int | None, int | None]
    differences: tuple[Difference, ...]
    verdict: Verdict
    between: Figure | None = None


def compare(one: Figure, other: Figure, beside: Iterable[Figure] = ()) -> Comparison:
    """How two figures stand to each other; `beside` are figures that may account for the gap."""
    found = differences(one, other)
    gap = _gap(one, other)
    between = None if 0 in _range(gap) else _between(one, other, beside)
    verdict = Verdict.ACCOUNTED if between else _verdict(one, other, found, gap)
    return Comparison(
        one=one,
        other=other,
        gap=gap,
        differences=tuple(found),
        verdict=verdict,
        between=between,
    )


class _Range:
    """Whole numbers between two ends, either of which may be open."""

    def __init__(self, low: int | None, high: int | None) -> None:
        self.low, self.high = low, high

    def __contains__(self, number: int) -> bool:
        return not (
            (self.low is not None and number < self.low)
            or (self.high is not None and number > self.high)
        )


def _range(gap: tuple[int | None, int | None]) -> _Range:
    return _Range(*gap)


def _gap(one: Figure, other: Figure) -> tuple[int | None, int | None]:
    low, high = reach(one.claim.quantity)
    least, most = reach(other.claim.quantity)
    return (None if most is None else low - most, None if high is None else high - least)


def _verdict(  # one answer per case, in the order in which they are asked
    one: Figure,
    other: Figure,
    found: Sequence[Difference],
    gap: tuple[int | None, int | None],
) -> Verdict:
    by_axis = {each.axis: each.relation for each in found}
    if any(by_axis.get(axis) is Relation.APART for axis in _PEOPLE):
        return Verdict.APART
    allows = 0 in _range(gap)
    if not by_axis:
        is_exact = one.number is not None and one.number == other.number
        return _alike(is_exact=is_exact, allows=allows)
    if set(by_axis) == {Axis.AS_OF}:
        is_told = by_axis[Axis.AS_OF] is Relation.APART
        return _in_time(one, other, gap) if is_told else Verdict.UNSAID
    if not allows and not _can_open(by_axis, one_is_larger=(gap[0] or 0) > 0):
        return Verdict.AGAINST
    told = {each for axis, each in by_axis.items() if axis is not Axis.AS_OF}
    return Verdict.UNSAID if told <= {Relation.UNSAID} else Verdict.DEFINED


_PEOPLE = (Axis.STATUS, Axis.POPULATION, Axis.TERRITORY, Axis.COUNTED)


def _alike(*, is_exact: bool, allows: bool) -> Verdict:
    if is_exact:
        return Verdict.AGREE
    return Verdict.ROUNDED if allows else Verdict.CONTRADICT


def _in_time(one: Figure, other: Figure, gap: tuple[int | None, int | None]) -> Verdict:
    """The same count on different days: a total of all who ever were can only grow."""
    if one.definition.basis is not CountingBasis.CUMULATIVE or 0 in _range(gap):
        return Verdict.MOVED
    if one.as_of is None or other.as_of is None:
        return Verdict.UNSAID
    one_is_later = other.as_of.is_before(one.as_of) is True
    one_is_larger = (gap[0] or 0) > 0
    return Verdict.MOVED if one_is_later is one_is_larger else Verdict.FELL


def _can_open(by_axis: dict[Axis, Relation], *, one_is_larger: bool) -> bool:
    """Whether some difference can make the one larger that is."""
    wanted = Relation.WIDER if one_is_larger else Relation.NARROWER
    either = {Relation.PARTLY, Relation.UNSAID, Relation.APART}
    return any(each is wanted or each in either for each in by_axis.values())


def _between(one: Figure, other: Figure, beside: Iterable[Figure]) -> Figure | None:
    """The figure of one of the two asserters that is exactly what lies between, where one is."""
    if one.number is None or other.number is None:
        return None
    wanted = abs(one.number - other.number)
    whole = max((one, other), key=lambda each: each.number or 0)
    for each in beside:
        is_of_them = each.asserter in (one.asserter, other.asserter) or (
            each.claim.quote.document in (one.claim.quote.document, other.claim.quote.document)
        )
        is_then = each.as_of is None or whole.as_of is None or each.as_of.overlaps(whole.as_of)
        if each.number == wanted and is_of_them and is_then and each.id not in (one.id, other.id):
            return each
    return None
