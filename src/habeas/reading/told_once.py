"""What a line of a list and the prose of the same line both tell is kept once.

The reader of lines knows the list a line stands in, readers of prose know its sentence. Where both
tell the same of the same people, the one that tells more of it stays; where the list says that a
thing is planned, denied or asked for, nothing of prose may assert it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields

from habeas.model.attribute import Attribute
from habeas.model.claim import AnyClaim, AttributeClaim, EventClaim, FigureClaim
from habeas.model.mention import Mention
from habeas.model.quantity import Quantity
from habeas.model.vocabulary import EventKind, Modality
from habeas.text.normalise import key

_SAID = frozenset({Modality.ASSERTED, Modality.ALLEGED})
_ALIKE = {EventKind.ARRESTED: EventKind.HELD, EventKind.EXCHANGED: EventKind.RELEASED}
_LONGEST = 4000  # characters of a line of a list
_BELOW = 120  # characters between a lead-in and its first line
_COUNTED = ("date", "place", "charges", "sentence", "court", "until", "form", "agent", "holder",
            "origin", "speaker")  # fmt: skip


def told_once(claims: Sequence[AnyClaim], reader: str) -> list[AnyClaim]:
    """The claims without those that `reader` and another tell alike of the same words."""
    own = [one for one in claims if _reader(one) == reader]
    if not own or len(own) == len(claims):
        return list(claims)
    beside = _Beside(own)
    dropped: set[int] = set()
    for one in claims:
        if _reader(one) != reader:
            dropped.update(map(id, _surplus(one, beside)))
    return [one for one in claims if id(one) not in dropped]


def _surplus(other: AnyClaim, beside: _Beside) -> Iterator[AnyClaim]:
    """Of a claim of prose and those of the list that tell the same, the ones that add nothing."""
    match other:
        case EventClaim() if _is_astray(other, other.persons, beside):
            yield other
        case EventClaim():
            yield from _of_events(other, beside)
        case AttributeClaim() if _is_astray(other, (other.subject,), beside):
            yield other
        case AttributeClaim():
            if beside.is_term(other):
                yield other  # "X, 7 years" under "Sentenced:" is no age
            yield from beside.attributes(other)
        case FigureClaim() if beside.is_case(other):
            yield other  # "room 204, case No. 1" counts no cases
        case FigureClaim():
            yield from beside.figures(other)
        case _:
            return


def _of_events(other: EventClaim, beside: _Beside) -> Iterator[AnyClaim]:
    same = list(beside.events(other))
    if not same:
        return
    if any(_is_turned(one, other) for one in same):
        yield other
        return
    told = [person for one in same for person in one.persons]
    is_whole = all(any(_same(person, one) for one in told) for person in other.persons)
    if is_whole and _weight(other) <= max(map(_weight, same)):
        yield other
    else:
        for one in same:
            if all(any(_same(person, a) for a in other.persons) for person in one.persons):
                yield one


def _is_astray(other: AnyClaim, persons: Sequence[Mention], beside: _Beside) -> bool:
    """Whether prose tells of a line of a list, or of what announces it, what is of another line.

    A lead-in tells of those below it, and a line of those it names: never of who stood before.
    """
    span = other.quote.span
    if not persons or any(one.span is None or span.touches(one.span) for one in persons):
        return False
    is_lead = other.quote.text.rstrip().endswith(":") and beside.follows(span.end)
    return is_lead or beside.is_line(other)


def _is_turned(one: EventClaim, other: EventClaim) -> bool:
    return (one.modality in _SAID) is not (other.modality in _SAID)


def _weight(claim: EventClaim) -> int:
    """How many slots are filled."""
    return sum(bool(getattr(claim, one.name)) for one in fields(claim) if one.name in _COUNTED)


class _Beside:
    """The claims of lists, by where their lines stand."""

    def __init__(self, own: Iterable[AnyClaim]) -> None:
        self._own = sorted(own, key=_start)
        self._starts = list(map(_start, self._own))

    def events(self, other: EventClaim) -> list[EventClaim]:
        """Those of the same sort about one of the same people, in the same words."""
        return [
            one
            for one in self._near(other)
            if isinstance(one, EventClaim)
            and _sort(one.event) is _sort(other.event)
            and any(_same(a, b) for a in one.persons for b in other.persons)
        ]

    def attributes(self, other: AttributeClaim) -> list[AttributeClaim]:
        return [
            one
            for one in self._near(other)
            if isinstance(one, AttributeClaim)
            and one.attribute is other.attribute
            and _same(one.subject, other.subject)
        ]

    def is_term(self, other: AttributeClaim) -> bool:
        """Whether a list reads as a penalty what is said to be an age."""
        words = other.value.words if isinstance(other.value, Quantity) else ""
        return other.attribute is Attribute.AGE and any(
            isinstance(one, EventClaim)
            and one.sentence is not None
            and one.sentence.words.startswith(words)
            and any(_same(person, other.subject) for person in one.persons)
            for one in self._near(other)
        )

    def follows(self, end: int) -> bool:
        """Whether a line of a list stands close below a place."""
        at = bisect_left(self._starts, end)
        return at < len(self._starts) and self._starts[at] - end < _BELOW

    def is_line(self, other: AnyClaim) -> bool:
        """Whether the quote is a line of a list, or a part of one."""
        span = other.quote.span
        return any(
            one.quote.span.start <= span.start and span.end <= one.quote.span.end
            for one in self._near(other)
        )

    def is_case(self, other: AnyClaim) -> bool:
        """Whether the quote is a line of a docket."""
        tried = (one for one in self._near(other) if isinstance(one, EventClaim))
        return any(one.event is EventKind.TRIED for one in tried) and self.is_line(other)

    def figures(self, other: FigureClaim) -> list[FigureClaim]:
        return [
            one
            for one in self._near(other)
            if isinstance(one, FigureClaim) and one.quantity.low == other.quantity.low
        ]

    def _near(self, other: AnyClaim) -> Iterator[AnyClaim]:
        """Those whose quotes share words with its own."""
        at = bisect_left(self._starts, other.quote.span.end)
        while at and self._starts[at - 1] > other.quote.span.start - _LONGEST:
            at -= 1
            if _touch(self._own[at], other):
                yield self._own[at]


def _reader(claim: AnyClaim) -> str:
    return claim.reading.reader if claim.reading else ""


def _touch(one: AnyClaim, other: AnyClaim) -> bool:
    return one.quote.span.touches(other.quote.span)


def _sort(kind: EventKind) -> EventKind:
    return _ALIKE.get(kind, kind)


def _start(claim: AnyClaim) -> int:
    return claim.quote.span.start


def _same(one: Mention, other: Mention) -> bool:
    """Whether two mentions are the same words, or the same name at places not known."""
    if one.span is not None and other.span is not None:
        return one.span.touches(other.span)
    return _name(one) == _name(other)


def _name(mention: Mention) -> str:
    """The words of a name in any order."""
    return " ".join(sorted(key(mention.text).replace(".", " ").split()))
