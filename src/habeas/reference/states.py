"""States by every name they, their people and their adjectives go by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Any

from habeas.reference.files import read
from habeas.reference.index import Index, plain
from habeas.reference.languages import codes, own_names_by_id


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalName:
    """A state's short name in another language; a form that is not sure is empty."""

    name: str
    genitive: str = ""
    prepositional: str = ""
    other_names: tuple[str, ...] = ()

    @property
    def written(self) -> tuple[str, ...]:
        """Every form it is met in, none of them empty."""
        forms = (self.name, self.genitive, self.prepositional, *self.other_names)
        return tuple(form for form in dict.fromkeys(forms) if form)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One state. `iso2` is its ISO 3166 code, XK for Kosovo.

    `metonyms` (capitals, seats of power) stand for it only where the context has a government act.
    `weak` are pairs: one of its own words, and what else that word means. `local` are its names in
    other languages, by their codes.
    """

    iso2: str
    iso3: str
    name: str
    official: str
    other_names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    weak: tuple[tuple[str, str], ...] = ()
    local: Mapping[str, LocalName] = field(hash=False)

    @property
    def names(self) -> tuple[str, ...]:
        """Its English names, the short one first."""
        return tuple(dict.fromkeys((self.name, self.official, *self.other_names)))


@cache
def states() -> tuple[State, ...]:
    """All states, by code."""
    return tuple(_state(entry) for entry in read("states.yml"))


def state(iso2: str) -> State | None:
    """The state with this code: `state("NO")` is Norway."""
    return _by_code().get(iso2)


def state_named(text: str) -> tuple[State, ...]:
    """The states with this name, in any language; two for "Congo" and "Korea".

    >>> [found.iso2 for found in state_named("the Russian Federation")]
    ['RU']
    """
    return _names().find(text)


def adjective(text: str) -> tuple[State, ...]:
    """The states this English adjective belongs to: "Dominican" has two."""
    return _adjectives().find(text)


def people(text: str) -> tuple[State, ...]:
    """The states whose people are called this in English: "Britons", "the French", "a Swede"."""
    return _people().find(text)


def metonym(text: str) -> tuple[State, ...]:
    """The states this capital or seat of power can stand for: weak, the context decides."""
    return _metonyms().find(text)


def other_meaning(text: str) -> str:
    """What a name, adjective or people word of a state also means; empty where nothing is known.

    >>> other_meaning("Georgia")
    'a state of the United States; a given name'
    """
    return _other_meanings().get(plain(text), "")


@cache
def _by_code() -> dict[str, State]:
    return {each.iso2: each for each in states()}


@cache
def _names() -> Index[State]:
    return Index((name, each) for each in states() for name in (*each.names, *_local_names(each)))


@cache
def _adjectives() -> Index[State]:
    return Index((word, each) for each in states() for word in each.adjectives)


@cache
def _people() -> Index[State]:
    return Index((word, each) for each in states() for word in each.people)


@cache
def _metonyms() -> Index[State]:
    return Index((word, each) for each in states() for word in each.metonyms)


@cache
def _other_meanings() -> dict[str, str]:
    return {plain(word): meaning for each in states() for word, meaning in each.weak}


def _state(entry: dict[str, Any]) -> State:
    return State(
        iso2=entry["iso2"],
        iso3=entry["iso3"],
        name=entry["name"],
        official=entry["official"],
        other_names=tuple(entry.get("other_names", ())),
        adjectives=tuple(entry.get("adjectives", ())),
        people=tuple(entry.get("people", ())),
        metonyms=tuple(entry.get("metonyms", ())),
        weak=tuple(entry.get("weak", {}).items()),
        local=MappingProxyType(_locals(entry)),
    )


def _local_names(each: State) -> Iterator[str]:
    return (name for local in each.local.values() for name in local.written)


def _locals(entry: dict[str, Any]) -> dict[str, LocalName]:
    """Names in other languages: of the entry, then of the folders of the languages."""
    added = own_names_by_id("states").get(entry["iso2"], {})
    written = {code: entry[code] for code in codes() if code in entry} | dict(added)
    return {code: _local(one) for code, one in written.items()}


def _local(entry: dict[str, Any]) -> LocalName:
    return LocalName(
        name=entry["name"],
        genitive=entry.get("genitive", ""),
        prepositional=entry.get("prepositional", ""),
        other_names=tuple(entry.get("other_names", ())),
    )
