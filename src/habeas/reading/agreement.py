"""Whether two readers say the same: what both hold, what one holds alone, where they contradict.

Two claims tell the same fact when they are of one kind and word and about the same persons or the
same number; they agree when manner, dates and lengths do not contradict as well. Where in the text
each found it plays no part: one may quote a part of a sentence, the other the whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from habeas.model.claim import (
    AnyClaim,
    AttributeClaim,
    EventClaim,
    FigureClaim,
    parties_of,
    word_of,
)
from habeas.model.mention import Mention
from habeas.model.quantity import Quantity
from habeas.model.vocabulary import Modality
from habeas.text.normalise import key

# Said with or without distance, it is the same thing that is said to have happened.
_SAID = frozenset({Modality.ASSERTED, Modality.ALLEGED})


class Agreement(StrEnum):
    """What another reader says of a claim."""

    AGREED = "agreed"
    ONLY_HERE = "only_here"
    CONFLICTING = "conflicting"


@dataclass(frozen=True, slots=True)
class Compared:
    """A claim, what the other reader says of it, and the other's claims that say so."""

    claim: AnyClaim
    agreement: Agreement
    others: tuple[AnyClaim, ...] = ()


def compared(claims: Iterable[AnyClaim], others: Sequence[AnyClaim]) -> list[Compared]:
    """Each claim with what `others`, of another reader of the same document, say of it.

    One claim that agrees outweighs any that contradict: a document may tell a thing twice.
    """
    return [_compared(claim, others) for claim in claims]


def _compared(claim: AnyClaim, others: Sequence[AnyClaim]) -> Compared:
    same = [other for other in others if tells_the_same(claim, other)]
    agreeing = tuple(other for other in same if not contradicts(claim, other))
    if agreeing:
        return Compared(claim, Agreement.AGREED, agreeing)
    if same:
        return Compared(claim, Agreement.CONFLICTING, tuple(same))
    return Compared(claim, Agreement.ONLY_HERE)


def tells_the_same(one: AnyClaim, two: AnyClaim) -> bool:
    """Whether two claims are of one kind and word, and about the same persons or number."""
    if type(one) is not type(two) or word_of(one) != word_of(two):
        return False
    about_one, about_two = _about(one), _about(two)
    if about_one and about_two:
        return not about_one.isdisjoint(about_two)
    if about_one or about_two:
        return False
    if (numbers := (_number(one), _number(two))) != (None, None):
        return numbers[0] == numbers[1]
    # About nobody who is named: only what stands in the same place is the same.
    return one.quote.document == two.quote.document and one.quote.span.touches(two.quote.span)


def contradicts(one: AnyClaim, two: AnyClaim) -> bool:
    """Whether two claims that tell the same differ in manner, date, number, length or value."""
    if one.modality is not two.modality and not {one.modality, two.modality} <= _SAID:
        return True
    if one.date and two.date and one.date.date.overlaps(two.date.date) is False:
        return True
    numbers = (_number(one), _number(two))
    if None not in numbers and numbers[0] != numbers[1]:
        return True
    if isinstance(one, EventClaim) and isinstance(two, EventClaim):
        lengths = [one.sentence and one.sentence.duration, two.sentence and two.sentence.duration]
        return all(lengths) and lengths[0] != lengths[1]
    if isinstance(one, AttributeClaim) and isinstance(two, AttributeClaim):
        return not _is_within(_value(one), _value(two))
    return False


def _about(claim: AnyClaim) -> set[str]:
    """Keys of the persons, or of those who act: the last word of each name, in every form given."""
    return {form for mention in parties_of(claim) for form in _forms(mention)}


def _forms(mention: Mention) -> Iterator[str]:
    """What a name is known by: its last word that is more than an initial, else all of it."""
    for written in (mention.text, mention.name):
        words = [word.strip(".,'\"") for word in key(written).split()]
        long = [word for word in words if len(word) > 1]
        if words:
            yield long[-1] if long else key(written)


def _number(claim: AnyClaim) -> tuple[int | None, int | None] | None:
    match claim:
        case FigureClaim():
            counted: Quantity | None = claim.quantity
        case EventClaim():
            counted = claim.count
        case _:
            counted = None
    return None if counted is None else (counted.low, counted.high)


def _value(claim: AttributeClaim) -> str:
    value = claim.value
    return key(value.label if isinstance(value, Mention) else str(value))


def _is_within(one: str, two: str) -> bool:
    return one in two or two in one
