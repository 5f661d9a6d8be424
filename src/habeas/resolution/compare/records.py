"""Two records side by side: every field that both have says something, or speaks against.

A field that one side lacks says nothing: what is missing widens a probability and never raises it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from habeas.model.partial_date import Granularity, PartialDate
from habeas.resolution.compare.names import Given, NameLevels, Patronymic, compare_names
from habeas.resolution.names.parts import PersonName
from habeas.resolution.record import Record

_NEAR_DAYS = 3
_YEAR_SLIP = 1
_GIVEN = {level: at for at, level in enumerate(Given)}
_FATHERS = {level: at for at, level in enumerate(Patronymic)}

# Evidence that two records are of two people: a rule may not join them, a person may.
CONTRARY = frozenset(
    {
        "sex:other",
        "born:other-year",
        "born:other-day",
        "age:other",
        "listed:apart",
        "given:different",
        "given:other-initial",
        "patronymic:different",
        "patronymic:other-initial",
    }
)
# Agreement that is not about the name; without any a rule may not join two records.
BEYOND_NAME = frozenset(
    {"born:same-day", "taken:same-day", "taken:near", "charge:same", "sentence:same", "alias:same"}
)


@dataclass(frozen=True, slots=True)
class Compared:
    """What was seen: signs that weights are given to, and the two names that fit best.

    `signs` is empty where nothing could be compared at all.
    """

    signs: frozenset[str]
    one: PersonName | None = None
    other: PersonName | None = None

    @property
    def contrary(self) -> frozenset[str]:
        """What speaks against their being one."""
        return self.signs & CONTRARY

    @property
    def is_name_only(self) -> bool:
        """Whether nothing but the names agrees."""
        return not self.signs & BEYOND_NAME


def compare(one: Record, other: Record) -> Compared:
    """All signs of two records. The same both ways."""
    best = _best_names(one, other)
    others = frozenset(_others(one, other))
    if best is None:
        return Compared(others if "alias:same" in others else frozenset())
    ours, theirs, levels = best
    return Compared(levels.signs() | others if others else levels.signs(), ours, theirs)


def _best_names(one: Record, other: Record) -> tuple[PersonName, PersonName, NameLevels] | None:
    """The pair of names that agrees best: surname first, then given name, then patronymic."""
    if len(one.names) == len(other.names) == 1:
        levels = compare_names(one.names[0], other.names[0])
        return None if levels is None else (one.names[0], other.names[0], levels)
    found = [
        (ours, theirs, levels)
        for ours in one.names
        for theirs in other.names
        if (levels := compare_names(ours, theirs)) is not None
    ]
    return max(found, key=lambda three: rank(three[2]), default=None)


def rank(levels: NameLevels) -> tuple[int, int, int]:
    """Orders comparisons of names by how much they agree."""
    surname = -1 if levels.surname is None else int(levels.surname)
    return (
        7 if levels.is_swapped else surname,
        -_GIVEN[levels.given],
        -_FATHERS[levels.patronymic],
    )


def _others(one: Record, other: Record) -> Iterator[str]:
    if one.is_bare and other.is_bare:
        return
    yield from _born(one, other)
    yield from _taken(one, other)
    for name, ours, theirs in (
        ("place", one.places, other.places),
        ("charge", one.charges, other.charges),
        ("sentence", one.sentences, other.sentences),
        ("occupation", one.occupations, other.occupations),
    ):
        if ours and theirs:
            yield f"{name}:{'same' if ours & theirs else 'other'}"
    if (one.aliases and one.aliases & _said_names(other)) or (
        other.aliases and other.aliases & _said_names(one)
    ):
        yield "alias:same"
    if not one.quotes.isdisjoint(other.quotes):
        yield "listed:apart"


def _said_names(record: Record) -> frozenset[str]:
    return record.aliases | {name.text.casefold() for name in record.names}


def _born(one: Record, other: Record) -> Iterator[str]:
    if one.born and other.born:
        levels = [_dates(ours, theirs) for ours in one.born for theirs in other.born]
        yield f"born:{min(levels, key=_BIRTHS.index)}"
        return
    ours, theirs = _span(one), _span(other)
    if ours and theirs:
        fits = ours[0] <= theirs[1] + _YEAR_SLIP and theirs[0] <= ours[1] + _YEAR_SLIP
        yield "age:fits" if fits else "age:other"


_BIRTHS = ["same-day", "swapped", "same-month", "same-year", "near-year", "other-day", "other-year"]


def _dates(one: PartialDate, other: PartialDate) -> str:
    ours, theirs = one.earliest, other.earliest
    if ours is None or theirs is None:
        return "near-year"
    if one.day and other.day:
        return _days(one, other)
    if ours.year == theirs.year:
        coarse = Granularity.YEAR in (one.granularity, other.granularity)
        return "same-year" if coarse or ours.month != theirs.month else "same-month"
    return "near-year" if abs(ours.year - theirs.year) <= _YEAR_SLIP else "other-year"


def _days(one: PartialDate, other: PartialDate) -> str:
    ours, theirs = one.day, other.day
    if ours is None or theirs is None:
        raise AssertionError(one, other)
    if ours == theirs:
        return "same-day"
    if ours.year == theirs.year and (ours.month, ours.day) == (theirs.day, theirs.month):
        return "swapped"
    slips = (ours.year != theirs.year) + (ours.month != theirs.month) + (ours.day != theirs.day)
    if slips == 1 and abs(ours.year - theirs.year) <= _YEAR_SLIP:
        return "near-year"
    return "other-day" if ours.year == theirs.year else "other-year"


def _span(record: Record) -> tuple[int, int] | None:
    if not (record.born or record.years):
        return None
    years = [
        (one.earliest.year, one.latest.year) for one in record.born if one.earliest and one.latest
    ]
    spans = [*years, *record.years]
    return (min(low for low, _ in spans), max(high for _, high in spans)) if spans else None


def _taken(one: Record, other: Record) -> Iterator[str]:
    if not (one.taken and other.taken):
        return
    days = [
        (ours.day, theirs.day)
        for ours in one.taken
        for theirs in other.taken
        if ours.day and theirs.day
    ]
    if not days:
        return
    apart = min(abs((ours - theirs).days) for ours, theirs in days)
    if apart == 0:
        yield "taken:same-day"
    else:
        yield "taken:near" if apart <= _NEAR_DAYS else "taken:other-day"
