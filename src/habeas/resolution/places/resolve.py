"""A mention of a place to the one place it names: gazetteer first, then kind, number and town.

What the gazetteer does not list, and kind, number and town still tell, goes by an id made of these:
three languages agree on it. What could be several places is none: candidates are told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from habeas.model.place import Place, PlaceKind
from habeas.reference.place_words import kinds, levels, plain_words
from habeas.reference.places import Strength, names_written, place, place_named, places
from habeas.resolution.names.skeleton import consonants
from habeas.resolution.names.words import Word, word
from habeas.resolution.places.towns import Town, lowered, towns_around, towns_in

_CACHE = 1 << 14
_NUMBER = re.compile(r"(?:№|\bno\.?|number|номер|#|-)?\s*(\d{1,3})(?!\d)")
_WORD = re.compile(r"[^\W\d_]{3,}")
_ADJECTIVE = re.compile(r"(?:ого|ому|[иыіо]й|[иы]м|ої|а|у|ом|yi|yy|iy|i|y)\Z")
_HELD_IN = (PlaceKind.REMAND_PRISON, PlaceKind.COLONY, PlaceKind.PRISON, PlaceKind.POLICE)


class How(StrEnum):
    """By what a place was told."""

    NAME = "name"  # one of its names in the gazetteer
    PARTS = "parts"  # kind, number and town, which one place of the gazetteer has
    MADE = "made"  # kind, number and town of a place that the gazetteer does not list
    TOWN = "town"  # a town or territory in one of its forms
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """What a mention names. `id` is empty where that cannot be told; `candidates` are ids."""

    id: str
    how: How
    candidates: tuple[str, ...] = ()

    @property
    def place(self) -> Place | None:
        """The entry of the gazetteer, where it has one."""
        return place(self.id) if self.id else None


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a mention is made of. `rest` are words that are neither kind, level nor plain."""

    kind: PlaceKind | None
    levels: frozenset[str]
    number: str
    towns: tuple[Town, ...]
    rest: tuple[Word, ...]

    @property
    def within(self) -> frozenset[str]:
        return frozenset(name for town in self.towns for name in town.places)


@lru_cache(_CACHE)
def resolve_place(text: str) -> PlaceFound:
    """The place that these words name.

    >>> {resolve_place(one).id for one in ("СІЗО №1 Сімферополя", "СИЗО-1 г. Симферополь")}
    {'ua-crimea-sizo-1'}
    """
    named = place_named(text)
    strong = {one.place for one in names_written(text) if one.strength is Strength.STRONG}
    if len(named) == 1 or len(strong) == 1:
        return PlaceFound((strong or set(named)).pop().id, How.NAME)
    if named:
        return PlaceFound("", How.NOTHING, tuple(each.id for each in named))
    parts = _parts(text)
    if parts.kind is PlaceKind.COURT:
        return _court(parts)
    if parts.kind is not None:
        return _facility(parts, lowered(text))
    return _town(parts)


@lru_cache(_CACHE)
def _parts(text: str) -> _Parts:
    lower = lowered(text)
    # The earliest kind counts, and of two at one place the longer: "pre-trial detention centre".
    met = [
        (found.start(), -len(found[0]), kind, found)
        for kind, pattern in kinds()
        if (found := pattern.search(lower)) is not None
    ]
    kind, left = None, lower
    if met:
        _, _, kind, found = min(met, key=lambda one: one[:2])
        left = _blanked(left, found.start(), found.end())
    of_level = frozenset(level for level, pattern in levels() if pattern.search(left))
    number = ""
    if kind and (numbered := _NUMBER.search(left)):
        number = numbered[1].lstrip("0")
        left = _blanked(left, numbered.start(), numbered.end())
    rest = left
    for town in (towns := towns_in(left)):
        rest = _blanked(rest, town.start, town.end)
    rest = plain_words().sub(" ", rest)
    for _, pattern in levels() if kind is PlaceKind.COURT else ():
        rest = pattern.sub(" ", rest)
    return _Parts(kind, of_level, number, towns, tuple(map(_bare, _WORD.findall(rest))))


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _town(parts: _Parts) -> PlaceFound:
    if len(parts.towns) != 1 or parts.rest:
        return PlaceFound("", How.NOTHING, tuple(sorted(parts.within)))
    return _one(parts.within, How.TOWN)


def _facility(parts: _Parts, lower: str) -> PlaceFound:
    called = _called_in(lower)
    if len(called) == 1:
        return PlaceFound(called[0], How.PARTS)
    fitting = [each for each in _of_kind(parts.kind) if _is_in(each, parts.within)]
    if parts.number:
        fitting = [each for each in fitting if parts.number in _numbers(each)]
    else:
        fitting = [each for each in fitting if _goes_without_number(each)]
    if parts.within:
        if len(fitting) == 1:
            return PlaceFound(fitting[0].id, How.PARTS)
        if not fitting and parts.number and (town := _only_town(parts)):
            return PlaceFound(f"{town}/{parts.kind}-{parts.number}", How.MADE)
    return PlaceFound("", How.NOTHING, tuple(each.id for each in fitting[:20]))


def _court(parts: _Parts) -> PlaceFound:
    fitting = [each for each in _of_kind(parts.kind) if _parts(each.name).levels == parts.levels]
    near = [each for each in fitting if _is_in(each, parts.within) and _is_called(each, parts)]
    if len(near) == 1:
        return PlaceFound(near[0].id, How.PARTS)
    called = [each for each in fitting if _own_words(each) and _is_called(each, parts)]
    town = _only_town(parts)
    # A town's name may be the name of a court elsewhere: "Kyivskyi" stands in several towns.
    if town and not near and not called and not parts.rest and parts.levels:
        return PlaceFound(f"{town}/court-{'-'.join(sorted(parts.levels))}", How.MADE)
    return PlaceFound("", How.NOTHING, tuple(each.id for each in near or called))


def _is_called(court: Place, parts: _Parts) -> bool:
    """Whether the court's own name ("Kyivskyi") is among the words, or the court has none."""
    own = _own_words(court)
    said = [*parts.rest, *_words_of(parts.towns)]
    return not own or any(_sounds(one) & _sounds(other) for one in own for other in said)


def _sounds(of: Word) -> set[str]:
    """How a word sounds without its vowels, which sister languages change: "Kievsk", "Kyivsk"."""
    return {rest for sound in of.sounds if len(rest := consonants(sound)) > 1}


def _words_of(towns: tuple[Town, ...]) -> list[Word]:
    return [_bare(town.words) for town in towns]


def _bare(text: str) -> Word:
    """A word without the ending of an adjective: "Київського" and "Киевский" are one."""
    return word(_ADJECTIVE.sub("", text) or text)


def _called_in(lower: str) -> list[str]:
    """Ids of places of detention whose own name is among the words: "СИЗО Лефортово"."""
    padded = f" {' '.join(_WORD.findall(lower))} "
    return sorted({name for own, name in _own_names() if f" {own} " in padded})


@cache
def _own_names() -> tuple[tuple[str, str], ...]:
    """Names of places of detention that are neither a kind nor a town, with their ids."""
    found = []
    for each in (each for kind in _HELD_IN for each in _of_kind(kind)):
        for name in map(lowered, (each.name, *each.other_names)):
            parts = _parts(name)
            if (
                parts.kind is None
                and not parts.towns
                and len(parts.rest) == len(_WORD.findall(name))
            ):
                found.append((" ".join(_WORD.findall(name)), each.id))
    return tuple(found)


@cache
def _own_words(court: Place) -> frozenset[Word]:
    """The words of a court's names that are neither its level nor where it stands."""
    found: set[Word] = set()
    for name in (court.name, *court.other_names):
        parts = _parts(name)
        around = towns_around(court)
        found.update(parts.rest)
        found.update(_bare(one.words) for one in parts.towns if not one.places & around)
    return frozenset(found)


def _only_town(parts: _Parts) -> str:
    """The one settlement, else the one territory, that is named; empty where several are."""
    found = [place(name) for name in sorted(parts.within)]
    towns = [each.id for each in found if each and each.kind is PlaceKind.SETTLEMENT]
    towns = towns or [each.id for each in found if each]
    return towns[0] if len(towns) == 1 else ""


def _one(ids: frozenset[str], how: How) -> PlaceFound:
    if len(ids) == 1:
        return PlaceFound(next(iter(ids)), how)
    return PlaceFound("", How.NOTHING, tuple(sorted(ids)))


def _is_in(each: Place, towns: frozenset[str]) -> bool:
    """Whether it lies in one of these, or in the settlement of one that lies around it."""
    return not towns or bool(towns & towns_around(each))


@cache
def _of_kind(kind: PlaceKind | None) -> tuple[Place, ...]:
    return tuple(each for each in places() if each.kind is kind)


@cache
def _numbers(each: Place) -> frozenset[str]:
    names = (each.name, *each.other_names)
    return frozenset(_parts(name).number for name in names) - {""}


@cache
def _goes_without_number(each: Place) -> bool:
    """Whether it is known by kind and town alone."""
    names = (each.name, *each.other_names)
    return any(
        one.kind is each.kind and not one.number and one.towns and not one.rest
        for one in map(_parts, names)
    )
