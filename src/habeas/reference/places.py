"""Places of detention, towns, regions: every name they go by, and who controls them since when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from habeas.model.partial_date import PartialDate
from habeas.model.place import Control, Place, PlaceKind
from habeas.reference.files import names, read
from habeas.reference.index import Index
from habeas.reference.languages import codes, own_names_by_id

FOLDER = "gazetteer"
_OTHERS = ("crh", "be", "fa", "zh")  # languages of names alone, where no folder reads them
_UNVERIFIED = "unverified"


class Strength(StrEnum):
    """How far a name alone tells the place."""

    STRONG = "strong"
    WEAK = "weak"  # it also means something else
    HISTORICAL = "historical"  # no longer in use, or used by one side only


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceName:
    """One name of a place, in one language (ISO 639)."""

    text: str
    language: str
    strength: Strength
    place: Place


@cache
def places() -> tuple[Place, ...]:
    """All places of all territories, by file and then by id."""
    return tuple(_place(entry) for entry in _entries())


@cache
def place_names() -> tuple[PlaceName, ...]:
    """Every name of every place."""
    return tuple(
        PlaceName(text=text, language=language, strength=strength, place=each)
        for entry, each in zip(_entries(), places(), strict=True)
        for (language, text), strength in _named(entry).items()
    )


def place_named(text: str) -> tuple[Place, ...]:
    """The places with this name, in any language; "Donetsk" and "Pervomaisk" have two.

    >>> [found.id for found in place_named("Севастополь")]
    ['ua-sevastopol']
    """
    return tuple(dict.fromkeys(found.place for found in names_written(text)))


def names_written(text: str) -> tuple[PlaceName, ...]:
    """The same with the strength of the name: a weak one needs a second sign from the context."""
    return _index().find(text)


def place(identity: str) -> Place | None:
    """The place with this id."""
    return _by_id().get(identity)


def around(inner: Place) -> tuple[Place, ...]:
    """The places it lies in, nearest first."""
    found = []
    outer = place(inner.within)
    while outer is not None:
        found.append(outer)
        outer = place(outer.within)
    return tuple(found)


def lies_in(inner: str, outer: str) -> bool:
    """Whether a place lies in another, or in the state it belongs to in law; both by id or code.

    >>> lies_in("ua-crimea-kerch", "ua-crimea"), lies_in("ua-crimea-kerch", "RU")
    (True, False)
    """
    if inner == outer:
        return True
    # A prison that no gazetteer has is known by its town: "ua-crimea-simferopol/colony-9".
    found = place(inner.partition("/")[0])
    if found is None:
        return False
    return outer in (found.id, found.state) or any(one.id == outer for one in around(found))


def controlled(at: Place) -> tuple[Control, ...]:
    """Who controls it and since when: its own entries, or those of the nearest place around it.

    Empty where nothing stands: the state it belongs to in law.
    """
    return next((each.control for each in (at, *around(at)) if each.control), ())


@cache
def tongues() -> tuple[str, ...]:
    """The languages in which places are named."""
    return tuple(dict.fromkeys((*codes(), *_OTHERS)))


@cache
def _by_id() -> dict[str, Place]:
    return {each.id: each for each in places()}


@cache
def _index() -> Index[PlaceName]:
    return Index((name.text, name) for name in place_names())


@cache
def _entries() -> tuple[dict[str, Any], ...]:
    return tuple(entry for file in names(FOLDER) for entry in read(file))


def _place(entry: dict[str, Any]) -> Place:
    written = dict.fromkeys(text for _, text in _named(entry))
    written.pop(entry["name"], None)
    return Place(
        id=entry["id"],
        name=entry["name"],
        kind=PlaceKind(entry["kind"]),
        other_names=tuple(written),
        within=entry.get("within", ""),
        state=entry["state"],
        control=tuple(_control(each) for each in entry.get("control", ())),
    )


def _control(entry: dict[str, Any]) -> Control:
    """What the authority says of itself stands in the source: the basis, and that nobody saw it."""
    said = (entry.get("basis", ""), entry.get("source", ""))
    doubt = (_UNVERIFIED,) if entry.get("unverified") else ()
    return Control(
        by=entry["by"],
        since=PartialDate(str(entry["since"])),
        until=PartialDate(str(entry["until"])) if "until" in entry else None,
        source="; ".join(part for part in (*said, *doubt) if part),
    )


def _named(entry: dict[str, Any]) -> dict[tuple[str, str], Strength]:
    """Each name by language and text, with its strength; the mark weak or historical wins."""
    found = dict.fromkeys(_listed(entry), Strength.STRONG)
    for mark in (Strength.WEAK, Strength.HISTORICAL):
        found.update(dict.fromkeys(_listed(entry.get(mark, {})), mark))
    return found


def _listed(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if "name" in entry:
        yield "en", entry["name"]
    added = own_names_by_id("places").get(entry.get("id", ""), {})
    for language in tongues():
        names_in = (*entry.get(language, ()), *added.get(language, ()))
        yield from ((language, text) for text in names_in)
