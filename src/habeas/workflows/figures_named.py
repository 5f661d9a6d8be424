"""Named people set against a claimed number: how many of "about 100" can we name, and who else.

Whether somebody is among those a figure counts is answered yes, no or unclear, point by point; what
is not known of a person never makes a yes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from habeas.ledger.figures.definition import Figure
from habeas.ledger.figures.relations import Axis
from habeas.ledger.register import Register
from habeas.model.attribute import Attribute
from habeas.model.person import Episode, Person
from habeas.model.vocabulary import CountingBasis, EventKind, FigureStatus
from habeas.reference.places import lies_in
from habeas.reference.populations import Bound, bounds_in
from habeas.reference.states import adjective, people, state_named
from habeas.resolution.places.resolve import resolve_place
from habeas.workflows.figures import figure_named, figures

_SAYING: dict[str, tuple[Attribute, ...]] = {
    "citizenship": (Attribute.NATIONALITY,),
    "residence": (Attribute.RESIDENCE,),
    "ethnicity": (Attribute.ETHNICITY,),
    "standing": (Attribute.CIVIL_OR_MILITARY, Attribute.OCCUPATION, Attribute.ROLE),
    "occupation": (Attribute.OCCUPATION, Attribute.ROLE),
    "sex": (Attribute.SEX,),
    "age": (Attribute.VULNERABILITY,),
}
# What these say is settled by one value; a journalist may be an activist as well.
_EXCLUDING = frozenset({"sex", "standing", "residence"})
_SHORT = {"f": "female", "m": "male", "ж": "female", "ч": "male", "м": "male"}
_BY_STATUS: dict[FigureStatus, frozenset[EventKind]] = {
    FigureStatus.ARRESTED: frozenset({EventKind.ARRESTED, EventKind.ABDUCTED}),
    FigureStatus.CHARGED: frozenset({EventKind.CHARGED, EventKind.TRIED, EventKind.SENTENCED}),
    FigureStatus.SENTENCED: frozenset({EventKind.SENTENCED}),
    FigureStatus.SEARCHED: frozenset({EventKind.SEARCHED}),
    FigureStatus.RELEASED: frozenset({EventKind.RELEASED, EventKind.EXCHANGED, EventKind.PARDONED}),
    FigureStatus.KILLED: frozenset({EventKind.DIED}),
    FigureStatus.DISAPPEARED: frozenset({EventKind.DISAPPEARED, EventKind.ABDUCTED}),
    FigureStatus.MISSING: frozenset({EventKind.DISAPPEARED}),
}


class Answer(StrEnum):
    """Whether somebody is among those counted."""

    YES = "yes"
    UNCLEAR = "unclear"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Placed:
    """A person, whether a figure counts them, and what is unclear or speaks against it."""

    person: Person
    answer: Answer
    points: tuple[Axis, ...] = ()


@dataclass(frozen=True, slots=True)
class ListGap:
    """A document that names some of them, and those named elsewhere that it does not name."""

    document: str
    named: tuple[Person, ...]
    missing: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class NamedAgainst:
    """A figure and everybody in the register against it; `day` is the day both are looked at."""

    figure: Figure
    day: date | None
    placed: tuple[Placed, ...]
    gaps: tuple[ListGap, ...]

    def of(self, answer: Answer) -> list[Placed]:
        """Those of one answer, by name."""
        return [one for one in self.placed if one.answer is answer]


def named_against(register: Register, prefix: str) -> NamedAgainst:
    """Everybody held in the register set against one figure, on the figure's day.

    Raises: NothingFound, for a figure that is not there.
    """
    view = register.view()
    figure = figure_named(figures(view), prefix)
    day = figure.as_of.latest if figure.as_of else None
    persons = register.view(as_of=day).persons()
    placed = tuple(_placed(person, figure) for person in persons if person.episodes)
    among = [one.person for one in placed if one.answer is not Answer.NO]
    return NamedAgainst(figure, day, placed, tuple(_gaps(among)))


def _placed(person: Person, figure: Figure) -> Placed:
    found = dict(_points(person, figure))
    against = tuple(axis for axis, answer in found.items() if answer is Answer.NO)
    if against:
        return Placed(person, Answer.NO, against)
    unclear = tuple(axis for axis, answer in found.items() if answer is Answer.UNCLEAR)
    return Placed(person, Answer.UNCLEAR if unclear else Answer.YES, unclear)


def _points(person: Person, figure: Figure) -> Iterator[tuple[Axis, Answer]]:
    definition = figure.definition
    yield Axis.STATUS, _status(person, figure)
    if definition.counted:
        statuses = {episode.status for episode in person.episodes}
        is_one = not statuses.isdisjoint(definition.counted)
        yield Axis.COUNTED, Answer.YES if is_one else Answer.UNCLEAR
    if definition.territory:
        yield Axis.TERRITORY, _territory(person, definition.territory)
    for bound in sorted(definition.population):
        yield Axis.POPULATION, _bound(person, bound)


def _status(person: Person, figure: Figure) -> Answer:
    """Whether the status was theirs: of a current count on its day, of a total ever."""
    definition = figure.definition
    is_held = any(episode.is_held for episode in person.episodes)
    if definition.status is FigureStatus.HELD:
        if is_held:
            return Answer.YES
        is_total = definition.basis is CountingBasis.CUMULATIVE
        return Answer.UNCLEAR if is_total else Answer.NO
    kinds = _BY_STATUS.get(definition.status)
    if kinds is None:  # persecuted: whoever has an episode at all
        return Answer.YES if definition.status is FigureStatus.PERSECUTED else Answer.UNCLEAR
    happened = {
        stage.event
        for episode in person.episodes
        for stage in episode.stages
        if not stage.is_only_denied
    }
    return Answer.NO if happened.isdisjoint(kinds) else Answer.YES


def _territory(person: Person, wanted: frozenset[str]) -> Answer:
    """Where the last place of the last episode lies; unclear where no place is known."""
    for place in _places(person.episodes[-1]):
        is_in = any(lies_in(place, outer) for outer in wanted)
        return Answer.YES if is_in else Answer.NO
    return Answer.UNCLEAR


def _places(episode: Episode) -> Iterator[str]:
    """The ids of places named in an episode that could be resolved, the last first."""
    for stage in reversed(episode.stages):
        for name in ("place", "holder"):
            for value in dict(stage.slots).get(name, ()):
                found = resolve_place(value.value) if value.is_held else None
                if found is not None and found.id:
                    yield found.id
                elif value.is_held and len(states := state_named(value.value)) == 1:
                    yield states[0].iso2


def _bound(person: Person, bound: Bound) -> Answer:
    """Whether what is held of a person meets one bound of a population."""
    said = [
        value.value
        for attribute in person.attributes
        if attribute.attribute in _SAYING.get(bound.facet, ())
        for value in attribute.values
        if value.is_held
    ]
    met = {one.value for words in said for one in _bounds(words) if one.facet == bound.facet}
    if bound.value in met:
        return Answer.YES
    return Answer.NO if met and bound.facet in _EXCLUDING else Answer.UNCLEAR


def _bounds(words: str) -> Iterator[Bound]:
    """The bounds in an attribute's words; a nationality is often a bare name of a state."""
    yield from bounds_in(words)
    for found in (state_named(words), people(words), adjective(words)):
        if len(found) == 1:
            yield Bound("citizenship", found[0].iso2)
    if words.casefold() in _SHORT:
        yield Bound("sex", _SHORT[words.casefold()])


_FEWEST = 2  # names that make a document a list of them


def _gaps(among: list[Person]) -> Iterator[ListGap]:
    """Which documents name several of them, and whom each of these does not name."""
    documents = sorted({document for person in among for document in person.documents})
    for document in documents:
        named = tuple(person for person in among if document in person.documents)
        if len(named) >= _FEWEST:
            missing = tuple(person for person in among if document not in person.documents)
            yield ListGap(document, named, missing)
