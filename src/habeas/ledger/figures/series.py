"""One asserter's count over time: what can only grow, and what arrests and releases account for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from habeas.ledger.figures.definition import Definition, Figure
from habeas.ledger.figures.discrepancy import Discrepancy, DiscrepancyKind, by_asserter
from habeas.model.partial_date import PartialDate
from habeas.model.vocabulary import CountingBasis, Division, FigureStatus

_IN = frozenset({FigureStatus.ARRESTED})
_OUT = frozenset({FigureStatus.RELEASED, FigureStatus.KILLED})


def faults_of_series(figures: Sequence[Figure]) -> Iterator[Discrepancy]:
    """Totals that fall, and stocks that no flow leads to."""
    for of_one in by_asserter(figures):
        flows = [one for one in of_one if one.definition.status in _IN | _OUT]
        for is_total, series in _series(of_one):
            for before, after in pairwise(series):
                found = _of_totals(before, after) if is_total else _of_stocks(before, after, flows)
                if found is not None:
                    yield found


def _series(figures: Iterable[Figure]) -> Iterator[tuple[bool, list[Figure]]]:
    """Figures that count the same, from the first day to the last; whether they are totals.

    How people came to be counted changes with the words and not with the people. A class among
    others ("and persecuted: 28") is another count than the whole that is called so.
    """
    found: dict[tuple[Definition, Division | None], list[Figure]] = defaultdict(list)
    for one in figures:
        if _day(one) is not None and one.number is not None:
            counts = replace(one.definition, evidence=frozenset())
            found[counts, one.claim.division].append(one)
    for (definition, division), series in found.items():
        is_total = definition.basis is CountingBasis.CUMULATIVE
        # People go from one class to the next, from remand to a colony.
        if is_total or division is not Division.STATUS:
            yield is_total, sorted(series, key=lambda one: (_day(one) or "", one.id))


def _of_totals(before: Figure, after: Figure) -> Discrepancy | None:
    off = (after.number or 0) - (before.number or 0)
    if off >= 0 or not _is_later(after, before) or _is_hedged(before):
        return None
    return Discrepancy(DiscrepancyKind.TOTAL_FALLS, (before, after), off=off)


def _of_stocks(before: Figure, after: Figure, flows: Iterable[Figure]) -> Discrepancy | None:
    """What is left between two counts of people held when those who came and went are reckoned."""
    is_held = after.definition.status is FigureStatus.HELD
    if not is_held or not _is_later(after, before) or _is_hedged(before) or _is_hedged(after):
        return None
    between = [one for one in flows if _is_between(one, before, after)]
    came = sum(one.number or 0 for one in between if one.definition.status in _IN)
    went = sum(one.number or 0 for one in between if one.definition.status in _OUT)
    expected = (before.number or 0) + came - went
    off = (after.number or 0) - expected
    if between and off:
        figures = (before, after, *between)
        return Discrepancy(DiscrepancyKind.STOCK_AND_FLOW, figures, off=off, expected=expected)
    if not between and off < 0:
        return Discrepancy(DiscrepancyKind.STOCK_FALLS, (before, after), off=off)
    return None


def _is_between(flow: Figure, before: Figure, after: Figure) -> bool:
    """Whether all it counts happened between the two: a total since the beginning did not."""
    begins = flow.definition.since or flow.as_of
    start, end = before.as_of, after.as_of
    if begins is None or start is None or end is None or flow.claim.subset_of:
        return False
    if flow.definition.basis is CountingBasis.CUMULATIVE and flow.definition.since is None:
        return False
    ends = flow.as_of or begins
    return (
        begins.is_before(start) is not True and _is_by(ends, end) and ends.is_before(start) is False
    )


def _is_by(one: PartialDate, other: PartialDate) -> bool:
    return other.is_before(one) is not True


def _is_later(one: Figure, other: Figure) -> bool:
    return (
        one.as_of is not None
        and other.as_of is not None
        and (other.as_of.is_before(one.as_of) is True)
    )


def _is_hedged(one: Figure) -> bool:
    return one.claim.quantity.is_hedged


def _day(one: Figure) -> str | None:
    """The last day it can be of, for sorting."""
    last = one.as_of.latest if one.as_of else None
    return last.isoformat() if last else None
