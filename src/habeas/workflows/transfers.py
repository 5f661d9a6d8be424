"""Where people were taken, stop by stop, and which lines of control that crossed.

Geneva Convention IV, article 49, forbids forcible transfers out of occupied territory, whatever
their motive; article 76 has protected persons detained in the occupied country. Whether a crossing
is one of these is for an assessment; here it is found.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from habeas.ledger.view import View
from habeas.model.partial_date import PartialDate
from habeas.model.person import Episode, HeldValue, Person, Stage
from habeas.model.vocabulary import EventKind
from habeas.reference.control import Held, Hold, held_on
from habeas.reference.places import lies_in
from habeas.reference.states import state_named
from habeas.resolution.places.resolve import resolve_place
from habeas.workflows.places import name_of

_HELD_THERE = frozenset(
    {
        EventKind.ARRESTED,
        EventKind.ABDUCTED,
        EventKind.REMANDED,
        EventKind.TRANSFERRED,
        EventKind.HELD,
    }
)


class Line(StrEnum):
    """What was crossed between two stops."""

    OUT_OF_OCCUPIED = "out_of_occupied"  # into the territory of the state that occupies
    INTO_OCCUPIED = "into_occupied"
    BORDER = "border"  # between states, neither end occupied
    NONE = "none"
    UNCLEAR = "unclear"  # a place is not known, or its control on that day


@dataclass(frozen=True, slots=True)
class Stop:
    """One place somebody was in: its words, its id where it is known, and who held it that day."""

    words: str
    id: str
    name: str
    day: PartialDate | None
    held: Held
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Transfer:
    """From one stop to the next of an episode, and what line that crossed."""

    person: Person
    episode: int
    start: Stop
    end: Stop
    line: Line


def transfers(view: View, *, only_across: bool = False) -> list[Transfer]:
    """All moves between places, by person and in time; `only_across`: those over a line."""
    found = [
        move
        for person in view.persons()
        for number, episode in enumerate(person.episodes, start=1)
        for move in _moves(person, number, episode)
    ]
    across = (Line.OUT_OF_OCCUPIED, Line.INTO_OCCUPIED, Line.BORDER)
    return [one for one in found if not only_across or one.line in across]


def _moves(person: Person, number: int, episode: Episode) -> Iterator[Transfer]:
    before: Stop | None = None
    for stage in episode.stages:
        for stop in _stops(stage):
            if before is not None and _is_elsewhere(before, stop):
                yield Transfer(person, number, before, stop, crossed(before.held, stop.held))
            before = stop if before is None or _is_elsewhere(before, stop) else before


def crossed(start: Held, end: Held) -> Line:
    """What lies between two places, by who holds them.

    >>> crossed(held_on("ua-crimea", PartialDate("2021")), held_on("RU", PartialDate("2021"))).value
    'out_of_occupied'
    """
    if Hold.UNKNOWN in (start.hold, end.hold) or Hold.UNCLEAR in (start.hold, end.hold):
        return Line.UNCLEAR
    if start.hold is Hold.OCCUPIED and end.hold is Hold.OWN and end.state == start.by:
        return Line.OUT_OF_OCCUPIED
    if start.hold is Hold.OWN and end.hold is Hold.OCCUPIED and start.state == end.by:
        return Line.INTO_OCCUPIED
    return Line.NONE if start.state == end.state else Line.BORDER


def _stops(stage: Stage) -> Iterator[Stop]:
    if stage.event not in _HELD_THERE or stage.is_only_denied:
        return
    slots = dict(stage.slots)
    for slot in ("origin", "place"):
        held = [one for one in slots.get(slot, ()) if one.is_held]
        if len(held) == 1:  # of places that compete none is the place
            yield _stop(held[0], stage)


def _stop(value: HeldValue, stage: Stage) -> Stop:
    identity = resolve_place(value.value).id
    states = () if identity else state_named(value.value)
    if len(states) == 1:
        identity = states[0].iso2
    name = states[0].name if len(states) == 1 else name_of(identity)
    day = stage.date
    return Stop(value.value, identity, name, day, held_on(identity, day), value.claims_for)


def _is_elsewhere(one: Stop, other: Stop) -> bool:
    """Whether two stops are two places; a prison in a town is not left for the town."""
    if not one.id or not other.id:
        return one.words != other.words
    return not (lies_in(one.id, other.id) or lies_in(other.id, one.id))
