"""Claims taken apart into what is right or wrong by itself: one kind, one participant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from habeas.model.claim import (
    KIND_OF,
    ActionClaim,
    AnyClaim,
    AttributeClaim,
    CharacterisationClaim,
    EventClaim,
    FigureClaim,
    LeverageClaim,
)
from habeas.model.mention import Mention
from habeas.model.partial_date import PartialDate
from habeas.model.quantity import Quantity
from habeas.model.vocabulary import EventKind
from habeas.reading.evaluation.sameness import (
    same_party,
    same_quantity,
    same_words,
    share_a_party,
)

# Told alike by reports, so either answers for the other; the exact kind is scored as a slot.
_ALIKE = {EventKind.ARRESTED: "held", EventKind.EXCHANGED: "released"}


@dataclass(frozen=True, slots=True)
class Atom:
    """One claim, or one participant's part in a claim on several."""

    claim: AnyClaim
    party: Mention | None = None

    @property
    def kind(self) -> str:
        """The kind of claim, as `CLAIM_KINDS` has it."""
        return KIND_OF[type(self.claim)]


def atoms(claims: Iterable[AnyClaim]) -> Iterator[Atom]:
    """Each event once for each participant; every other claim as it is."""
    for claim in claims:
        if isinstance(claim, EventClaim) and claim.persons:
            yield from (Atom(claim, person) for person in claim.persons)
        else:
            yield Atom(claim)


def is_same_proposition(found: Atom, wanted: Atom) -> bool:
    """Whether both say the same of the same, slots aside."""
    one, other = found.claim, wanted.claim
    match one, other:
        case EventClaim(), EventClaim():
            is_same = _event(one) == _event(other) and _same_participant(found, wanted)
        case FigureClaim(), FigureClaim():
            is_same = one.status is other.status and same_quantity(one.quantity, other.quantity)
        case ActionClaim(), ActionClaim():
            is_same = one.action is other.action and share_a_party(one.actors, other.actors)
        case AttributeClaim(), AttributeClaim():
            is_same = (
                one.attribute is other.attribute
                and same_party(one.subject, other.subject)
                and _same_value(one.value, other.value)
            )
        case CharacterisationClaim(), CharacterisationClaim():
            is_same = one.label is other.label
        case LeverageClaim(), LeverageClaim():
            is_same = one.leverage is other.leverage
        case _:
            is_same = False
    return is_same


def _event(claim: EventClaim) -> str:
    return _ALIKE.get(claim.event, claim.event.value)


def _same_participant(found: Atom, wanted: Atom) -> bool:
    if found.party is not None and wanted.party is not None:
        return same_party(found.party, wanted.party)
    if found.party is not None or wanted.party is not None:
        return False
    one, other = found.claim, wanted.claim
    counts = [claim.count for claim in (one, other) if isinstance(claim, EventClaim)]
    known = [count for count in counts if count is not None]
    return not known or (len(known) == len(counts) and same_quantity(*known))


def _same_value(
    one: str | PartialDate | Quantity | Mention, other: str | PartialDate | Quantity | Mention
) -> bool:
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return same_quantity(one, other)
    if isinstance(one, Mention) and isinstance(other, Mention):
        return same_party(one, other)
    return same_words(_text(one), _text(other))


def _text(value: str | PartialDate | Quantity | Mention) -> str:
    return value.label if isinstance(value, Mention) else str(value)
