"""Parts and wholes: whether what is said to make up a number does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from habeas.ledger.figures.definition import Figure
from habeas.ledger.figures.discrepancy import Discrepancy, DiscrepancyKind

# Parts that miss the whole by so little were meant to make it up; what is further from it may
# leave out a class on purpose. A convention of ours: one in fifty, at least two.
_SLIP = 50
_LEAST_SLIP = 2
_FEWEST = 2


def faults_of_sums(figures: Sequence[Figure]) -> Iterator[Discrepancy]:
    """What is wrong with the parts of each whole, division by division."""
    wholes = {one.id: one for one in figures}
    for whole, parts in _divided(figures, wholes):
        total = whole.number
        numbers = [part.number for part in parts]
        if total is None or len(parts) < _FEWEST or None in numbers:
            continue
        found = _fault(total, [number for number in numbers if number is not None])
        if found is not None:
            reached = sum(number for number in numbers if number is not None)
            yield Discrepancy(found, (whole, *parts), off=reached - total, expected=reached)


def _divided(
    figures: Iterable[Figure], wholes: Mapping[str, Figure]
) -> Iterator[tuple[Figure, list[Figure]]]:
    """Wholes with the parts of one division: by sex, by status, each counts everybody once."""
    found: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for one in figures:
        whole = wholes.get(one.claim.subset_of)
        if whole is None:
            continue
        added = one.definition.population - whole.definition.population
        facets = tuple(sorted({bound.facet for bound in added}))
        found[whole.id, one.claim.division or "", facets].append(one)
    return ((wholes[str(of[0])], parts) for of, parts in found.items())


def _fault(total: int, numbers: Sequence[int]) -> DiscrepancyKind | None:
    off = sum(numbers) - total
    if off == 0:
        return None
    if off > 0:
        return DiscrepancyKind.PARTS_OVERLAP if off in numbers else DiscrepancyKind.PARTS_EXCEED
    is_slip = -off <= max(total // _SLIP, _LEAST_SLIP)
    return DiscrepancyKind.PARTS_FALL_SHORT if is_slip else None
