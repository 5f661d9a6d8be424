"""One number with two meanings, one meaning with two numbers, one statement with two dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from habeas.ledger.figures.compare import Verdict, compare
from habeas.ledger.figures.definition import Figure
from habeas.ledger.figures.discrepancy import (
    Discrepancy,
    DiscrepancyKind,
    by_asserter,
    occasions,
)
from habeas.ledger.figures.relations import Axis, Relation, differences
from habeas.model.mention import MentionKind
from habeas.model.vocabulary import CustodyStatus, FigureStatus

# Two small numbers are alike by chance. A convention of ours.
_LEAST_TELLING = 10
_WHAT = (Axis.STATUS, Axis.BASIS, Axis.UNIT)
_AT_LIBERTY = frozenset(
    {
        CustodyStatus.UNDER_PROSECUTION,
        CustodyStatus.WANTED,
        CustodyStatus.RESTRICTED,
        CustodyStatus.HOUSE_ARREST,
    }
)
_ONE_IN_THE_OTHER = frozenset({Relation.NARROWER, Relation.WIDER})
_SAID_BY_BOTH = frozenset({Relation.NARROWER, Relation.WIDER, Relation.PARTLY, Relation.APART})


def faults_of_meaning(figures: Sequence[Figure]) -> Iterator[Discrepancy]:
    """Pairs of one asserter, and pairs told on one occasion, each pair once."""
    seen: set[frozenset[str]] = set()
    wholes = [one for one in figures if not one.claim.subset_of]
    for group in [*by_asserter(wholes), *_by_occasion(wholes)]:
        for one, other in combinations(sorted(group, key=_in_time), 2):
            pair = frozenset({one.id, other.id})
            if pair not in seen:
                seen.add(pair)
                yield from _of_pair(one, other)


def _of_pair(one: Figure, other: Figure) -> Iterator[Discrepancy]:
    found = {each.axis: each.relation for each in differences(one, other)}
    kind = _of_number(one, other, found) if one.number == other.number else None
    # Who gives two numbers in one sentence knows that they are two.
    is_one_sentence = one.claim.quote == other.claim.quote
    if kind is None and one.number != other.number and not is_one_sentence:
        kind = _of_thing(one, other, found)
    if kind is not None:
        off = (other.number or 0) - (one.number or 0)
        yield Discrepancy(kind, (one, other), off=off)


def _of_number(one: Figure, other: Figure, found: dict[Axis, Relation]) -> DiscrepancyKind | None:
    """What it is when both say the same number."""
    if one.number is None or one.number < _LEAST_TELLING:
        return None
    is_other_day = found.get(Axis.AS_OF) is Relation.APART
    is_otherwise = any(found.get(axis) in _SAID_BY_BOTH for axis in _WHAT)
    if is_otherwise or _is_held_at_large(one, other) or _is_held_at_large(other, one):
        shifts = DiscrepancyKind.MEANING_SHIFTS
        return shifts if is_other_day else DiscrepancyKind.TWO_MEANINGS
    if is_other_day and _is_numbered(one) and _is_numbered(other):
        is_same = all(each in (Relation.UNSAID, Relation.APART) for each in found.values())
        return DiscrepancyKind.TWO_DATES if is_same else None
    return None


def _of_thing(one: Figure, other: Figure, found: dict[Axis, Relation]) -> DiscrepancyKind | None:
    """What it is when they say different numbers of one day.

    Where nothing is said of whom they count, they may count anybody.
    """
    is_one_day = found.get(Axis.AS_OF, Relation.SAME) is Relation.SAME
    if not (is_one_day and _says_who(one) and _says_who(other)):
        return None
    is_one_occasion = not occasions(one.claim).isdisjoint(occasions(other.claim))
    verdict = compare(one, other).verdict
    if verdict is Verdict.CONTRADICT:
        return DiscrepancyKind.TWO_NUMBERS
    if not is_one_occasion:
        return None
    told = {each for axis, each in found.items() if axis is not Axis.AS_OF}
    if verdict in (Verdict.ROUNDED, Verdict.UNSAID) and told <= {Relation.UNSAID}:
        return DiscrepancyKind.TWO_NUMBERS
    is_counted_otherwise = any(found.get(axis) in _ONE_IN_THE_OTHER for axis in _WHAT)
    is_same_people = found.get(Axis.POPULATION) is not Relation.APART
    if verdict is Verdict.DEFINED and is_counted_otherwise and is_same_people:
        return DiscrepancyKind.SEVERAL_COUNTS
    return None


def _says_who(one: Figure) -> bool:
    """Whether it is a number, and anything narrows down whom: people, a place, now or ever."""
    definition = one.definition
    is_told = definition.population or definition.territory or definition.basis
    return one.number is not None and bool(is_told)


def _is_held_at_large(one: Figure, other: Figure) -> bool:
    """Whether one says "held" of a number that the other counts people at liberty into."""
    is_bare = one.definition.status is FigureStatus.HELD and not one.definition.counted
    return is_bare and not other.definition.counted.isdisjoint(_AT_LIBERTY)


def _is_numbered(one: Figure) -> bool:
    """Whether it is said by something that is adopted once: "Resolution 2231"."""
    speaker = one.claim.speaker
    if speaker is None:
        return False
    return speaker.kind is MentionKind.INSTRUMENT or any(map(str.isdigit, speaker.label))


def _by_occasion(figures: Iterable[Figure]) -> Iterator[list[Figure]]:
    groups: dict[str, list[Figure]] = defaultdict(list)
    for one in figures:
        for occasion in sorted(occasions(one.claim)):
            groups[occasion].append(one)
    yield from groups.values()


def _in_time(one: Figure) -> str:
    last = one.as_of.latest if one.as_of else None
    return last.isoformat() if last else ""
