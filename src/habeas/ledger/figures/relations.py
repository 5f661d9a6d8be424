"""How what one figure counts stands to what another counts, point by point."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from habeas.ledger.figures.definition import Definition, Figure
from habeas.model.partial_date import PartialDate
from habeas.model.vocabulary import CountingBasis, CountingUnit, FigureStatus
from habeas.reference.places import lies_in
from habeas.reference.populations import Bound


class Relation(StrEnum):
    """Of the first to the second."""

    SAME = "same"
    NARROWER = "narrower"  # it counts fewer: what it counts is part of what the other counts
    WIDER = "wider"
    PARTLY = "partly"  # they share some and not all
    APART = "apart"  # they share nobody
    UNSAID = "unsaid"  # one of them does not say


class Axis(StrEnum):
    """What two figures can differ in."""

    STATUS = "status"
    COUNTED = "counted"
    UNIT = "unit"
    BASIS = "basis"
    POPULATION = "population"
    EVIDENCE = "evidence"
    TERRITORY = "territory"
    SINCE = "since"
    AS_OF = "as_of"


@dataclass(frozen=True, slots=True)
class Difference:
    """One point on which two figures differ, with the words of each; empty where it says none."""

    axis: Axis
    relation: Relation
    one: str
    other: str


_MONTH = 31  # days
# Who has been persecuted has been charged, searched, arrested; who is held has been arrested.
_WITHIN: dict[FigureStatus, frozenset[FigureStatus]] = {
    FigureStatus.PERSECUTED: frozenset(
        {
            FigureStatus.HELD, FigureStatus.ARRESTED, FigureStatus.CHARGED, FigureStatus.SEARCHED,
            FigureStatus.SENTENCED, FigureStatus.RELEASED,
        }
    ),
    FigureStatus.ARRESTED: frozenset({FigureStatus.HELD, FigureStatus.RELEASED}),
    FigureStatus.CHARGED: frozenset({FigureStatus.SENTENCED}),
}  # fmt: skip
# Nobody is in both at one time; of all others some may be.
_APART = (
    frozenset({FigureStatus.HELD, FigureStatus.RELEASED}),
    frozenset({FigureStatus.HELD, FigureStatus.KILLED}),
)


def differences(one: Figure, other: Figure) -> list[Difference]:
    """All points on which they differ; the date last. Where both say nothing, none."""
    found = [*_in_people(one, other), *_in_counting(one, other)]
    found.append(
        Difference(
            Axis.AS_OF, _of_dates(one.as_of, other.as_of), _date(one.as_of), _date(other.as_of)
        )
    )
    return [each for each in found if each.relation is not Relation.SAME]


def _in_people(one: Figure, other: Figure) -> Iterator[Difference]:
    """Who is counted, and where."""
    left, right = one.definition, other.definition
    relation = _of_status(left.status, right.status)
    yield Difference(Axis.STATUS, relation, left.status, right.status)
    relation = _of_sets(left.counted, right.counted)
    yield Difference(Axis.COUNTED, relation, _listed(left.counted), _listed(right.counted))
    relation = _of_population(left.population, right.population)
    yield Difference(Axis.POPULATION, relation, _words(one), _words(other))
    relation = _of_territory(left.territory, right.territory)
    yield Difference(Axis.TERRITORY, relation, *(_where(each) for each in (one, other)))


def _in_counting(one: Figure, other: Figure) -> Iterator[Difference]:
    """How they are counted."""
    left, right = one.definition, other.definition
    yield Difference(Axis.UNIT, _of_unit(left.unit, right.unit), left.unit, right.unit)
    relation = _of_basis(left, right)
    yield Difference(Axis.BASIS, relation, left.basis or "", right.basis or "")
    relation = _of_evidence(left.evidence, right.evidence)
    told = [_listed(bound.value for bound in each.evidence) for each in (left, right)]
    yield Difference(Axis.EVIDENCE, relation, *told)
    relation = _of_since(left.since, right.since)
    yield Difference(Axis.SINCE, relation, _date(left.since), _date(right.since))


def _words(one: Figure) -> str:
    population = one.claim.population.label if one.claim.population else ""
    return ", ".join(words for words in (population, one.claim.grounds) if words)


def _where(one: Figure) -> str:
    return ", ".join(where.label for where in one.claim.territory)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(sorted(words))


def _date(date: PartialDate | None) -> str:
    return date.text if date else ""


def _of_status(one: FigureStatus, other: FigureStatus) -> Relation:
    if one is other:
        return Relation.SAME
    if other in _WITHIN.get(one, ()):
        return Relation.WIDER
    if one in _WITHIN.get(other, ()):
        return Relation.NARROWER
    return Relation.APART if {one, other} in _APART else Relation.PARTLY


def _of_sets(one: frozenset[str], other: frozenset[str]) -> Relation:
    if one == other:
        return Relation.SAME
    if not one or not other:
        return Relation.UNSAID
    if one < other or one > other:
        return Relation.NARROWER if one < other else Relation.WIDER
    return Relation.APART if one.isdisjoint(other) else Relation.PARTLY


def _of_unit(one: CountingUnit, other: CountingUnit) -> Relation:
    """One person can be prosecuted twice, and several in one case."""
    if one is other:
        return Relation.SAME
    if {one, other} == {CountingUnit.PERSON, CountingUnit.PROSECUTION}:
        return Relation.NARROWER if one is CountingUnit.PERSON else Relation.WIDER
    return Relation.PARTLY


def _of_basis(one: Definition, other: Definition) -> Relation:
    """All who ever were, or those who are: the second are among the first."""
    if one.basis is other.basis:
        return Relation.SAME
    if one.basis is None or other.basis is None:
        return Relation.UNSAID
    return Relation.NARROWER if one.basis is CountingBasis.CURRENT else Relation.WIDER


def _of_population(one: frozenset[Bound], other: frozenset[Bound]) -> Relation:
    """More bounds are fewer people."""
    if one == other:
        return Relation.SAME
    values = {bound.facet: bound.value for bound in one}
    if any(values.get(bound.facet, bound.value) != bound.value for bound in other):
        return Relation.APART
    if one > other:
        return Relation.NARROWER
    return Relation.WIDER if one < other else Relation.PARTLY


def _of_evidence(one: frozenset[Bound], other: frozenset[Bound]) -> Relation:
    if one == other:
        return Relation.SAME
    if not one or not other:
        return Relation.NARROWER if one else Relation.WIDER
    return Relation.PARTLY


def _of_territory(one: frozenset[str], other: frozenset[str]) -> Relation:
    if one == other:
        return Relation.SAME
    if not one or not other:
        return Relation.UNSAID
    is_in = all(any(lies_in(inner, outer) for outer in other) for inner in one)
    is_around = all(any(lies_in(inner, outer) for outer in one) for inner in other)
    if is_in or is_around:
        return Relation.NARROWER if is_in else Relation.WIDER
    touches = any(lies_in(a, b) or lies_in(b, a) for a in one for b in other)
    unknown = any(each.startswith("?") for each in one | other)
    return Relation.PARTLY if touches or unknown else Relation.APART


def _of_since(one: PartialDate | None, other: PartialDate | None) -> Relation:
    if one is None or other is None:
        return Relation.SAME if one is other else Relation.UNSAID
    if one.overlaps(other) is not False:
        return Relation.SAME
    return Relation.WIDER if one.is_before(other) else Relation.NARROWER


def _of_dates(one: PartialDate | None, other: PartialDate | None) -> Relation:
    """Two days apart, one day or month, or days that may lie anywhere in the same year."""
    if one is None or other is None:
        return Relation.SAME if one is other else Relation.UNSAID
    if one.text == other.text:
        return Relation.SAME
    if one.overlaps(other) is False:
        return Relation.APART
    return Relation.SAME if _is_fine(one) and _is_fine(other) else Relation.PARTLY


def _is_fine(date: PartialDate) -> bool:
    """Whether it leaves no more than a month open."""
    if date.earliest is None or date.latest is None:
        return False
    return (date.latest - date.earliest).days <= _MONTH
