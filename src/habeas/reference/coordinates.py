"""Where places lie: a settlement by its own position, others by that of their settlement."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from habeas.model.place import Place, PlaceKind
from habeas.reference.files import read
from habeas.reference.places import around, place

FILE = "coordinates.yml"


@dataclass(frozen=True, slots=True)
class Position:
    """Degrees east and north (WGS 84), and the id of the place they are the position of."""

    longitude: float
    latitude: float
    of: str


def position(identity: str) -> Position | None:
    """Where a place lies, by its id; None where nobody wrote it down, and for regions and states.

    >>> position("ua-crimea-sizo-1").of
    'ua-crimea-simferopol'
    >>> position("ua-crimea") is None
    True
    """
    at = place(identity) or place(identity.partition("/")[0])
    if at is None:
        return None
    return next((found for each in (at, *_towns(at)) if (found := _listed().get(each.id))), None)


def _towns(at: Place) -> tuple[Place, ...]:
    """The settlement it stands in: a region is no position."""
    return tuple(one for one in around(at) if one.kind is PlaceKind.SETTLEMENT)


@cache
def _listed() -> MappingProxyType[str, Position]:
    return MappingProxyType(
        {
            one["place"]: Position(float(one["longitude"]), float(one["latitude"]), one["place"])
            for one in read(FILE)
        }
    )
