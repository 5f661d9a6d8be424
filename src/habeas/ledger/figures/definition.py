"""What a figure counts: without all of it no two numbers can be compared.

Need: a count is population, territory, unit, status set, current or cumulative, and a date
(`facts/users.md`, need 2). What the source leaves unsaid stays unsaid here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from habeas.ledger.independence import origins_of
from habeas.model.claim import FigureClaim
from habeas.model.document import Document
from habeas.model.partial_date import PartialDate
from habeas.model.quantity import Qualifier, Quantity
from habeas.model.vocabulary import CountingBasis, CountingUnit, CustodyStatus, FigureStatus
from habeas.reference.places import place_named
from habeas.reference.populations import EVIDENCE, Bound, bounds_in
from habeas.reference.states import state_named
from habeas.text.normalise import key

RULES_VERSION = "figures/1"
# "About 100" is taken to reach a tenth to either side, at least one. A convention of ours: no
# authority says how round a round number is.
_ROOM = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """Who is counted, where, in what status, as what, since when.

    `territory` holds place ids, codes of states, and `?words` for what no gazetteer knows; empty
    where nothing is said. `evidence` is how people came to be counted.
    """

    status: FigureStatus
    counted: frozenset[CustodyStatus]
    unit: CountingUnit
    basis: CountingBasis | None
    population: frozenset[Bound]
    evidence: frozenset[Bound]
    territory: frozenset[str]
    since: PartialDate | None


@dataclass(frozen=True, eq=False)
class Figure:
    """A figure with its id, the document it stands in and what it counts.

    `whole` is the figure it is a part of, where that is held.
    """

    id: str
    claim: FigureClaim
    document: Document | None = None
    whole: Figure | None = None

    @cached_property
    def definition(self) -> Definition:
        """What it counts; a part is bound by what bounds its whole as well."""
        own = definition_of(self.claim)
        if self.whole is None:
            return own
        of = self.whole.definition
        facets = {bound.facet for bound in own.population}
        inherited = {bound for bound in of.population if bound.facet not in facets}
        return replace(
            own,
            population=own.population | inherited,
            territory=own.territory or of.territory,
        )

    @cached_property
    def asserter(self) -> str:
        """Whose number it is: one asserter's numbers must agree among themselves."""
        return origins_of(self.claim, self.document)[0]

    @property
    def as_of(self) -> PartialDate | None:
        """The day it is true of, as far as that is known."""
        return self.claim.date.date if self.claim.date else None

    @property
    def number(self) -> int | None:
        """The number said, hedged or not; None of a range or a vague plural."""
        quantity = self.claim.quantity
        if quantity.qualifier is Qualifier.MORE_THAN and quantity.low is not None:
            return quantity.low - 1
        if quantity.qualifier is Qualifier.LESS_THAN and quantity.high is not None:
            return quantity.high + 1
        low, high = quantity.low, quantity.high
        return low if high is None or high == low else (high if low is None else None)


def definition_of(claim: FigureClaim) -> Definition:
    """What a figure counts, by its slots and their words."""
    words = [claim.population.label if claim.population else "", claim.grounds]
    bounds = frozenset().union(*(bounds_in(one) for one in words if one))
    evidence = frozenset(one for one in bounds if one.facet == EVIDENCE)
    territory = frozenset(place for one in claim.territory for place in _place(one.label))
    return Definition(
        status=claim.status,
        counted=frozenset(claim.counted),
        unit=claim.unit,
        basis=claim.basis,
        population=bounds - evidence,
        evidence=evidence,
        territory=territory,
        since=claim.since.date if claim.since else None,
    )


def reach(quantity: Quantity) -> tuple[int, int | None]:
    """The least and the most people a quantity allows, with the room that "about" leaves.

    >>> reach(Quantity.of(100, Qualifier.ABOUT))
    (90, 110)
    """
    low, high = quantity.low or 0, quantity.high
    if quantity.qualifier is not Qualifier.ABOUT or high is None:
        return low, high
    return low - max(low // _ROOM, 1), high + max(high // _ROOM, 1)


def _place(words: str) -> Iterator[str]:
    """The places of that name; where it is the name of none, the words themselves."""
    states = state_named(words)
    places = () if states else place_named(words)
    found = [one.iso2 for one in states] or [one.id for one in places]
    yield from found or [f"?{key(words)}"]
