"""Outlines of states and of regions, to draw maps from.

Who is drawn as holding what is for the gazetteer (`reference/control.py`) to say: the outlines
belong to the state that a region belongs to in law.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import Any

from habeas.reference.files import content
from habeas.reference.places import place

FILE = "outlines.json"
_NEAR = 0.15  # degrees: what an outline lost when it was smoothed

Position = tuple[float, float]  # longitude, latitude
Ring = tuple[Position, ...]


@dataclass(frozen=True)
class Outline:
    """One area: `id` is a place's, or the code of a state, or empty; `rings` of land and of holes.

    `state` is the state it belongs to in law.
    """

    id: str
    state: str
    name: str
    rings: tuple[Ring, ...]

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east, north."""
        across = [x for ring in self.rings for x, _ in ring]
        along = [y for ring in self.rings for _, y in ring]
        return min(across), min(along), max(across), max(along)

    def holds(self, longitude: float, latitude: float) -> bool:
        """Whether a position lies within, holes left out."""
        return sum(_crosses(ring, longitude, latitude) for ring in self.rings) % 2 == 1

    def is_near(self, longitude: float, latitude: float) -> bool:
        """Whether it lies within, or as near as the smoothing may have moved the border."""
        steps = (0.0, _NEAR, -_NEAR)
        return any(self.holds(longitude + x, latitude + y) for x in steps for y in steps)


@cache
def outlines() -> tuple[Outline, ...]:
    """All outlines, regions behind states."""
    topology = json.loads(content(FILE))
    arcs = [tuple(_positions(arc, topology["transform"])) for arc in topology["arcs"]]
    found = [_outline(one, arcs) for one in topology["objects"]["areas"]["geometries"]]
    return tuple(sorted(found, key=lambda one: (place(one.id) is not None, one.id)))


def outline(identity: str) -> Outline | None:
    """The outline of a place by its id, or of a state by its code."""
    return _by_id().get(identity)


@cache
def _by_id() -> dict[str, Outline]:
    return {one.id: one for one in outlines() if one.id}


def _positions(arc: list[list[int]], transform: dict[str, Any]) -> Iterator[Position]:
    """The points of an arc: each is written as the step from the one before (TopoJSON)."""
    (width, height), (left, bottom) = transform["scale"], transform["translate"]
    across = along = 0
    for x, y in arc:
        across, along = across + x, along + y
        yield round(across * width + left, 4), round(along * height + bottom, 4)


def _outline(one: dict[str, Any], arcs: list[Ring]) -> Outline:
    properties = one["properties"]
    at = place(properties.get("place", ""))
    polygons = [one["arcs"]] if one["type"] == "Polygon" else one["arcs"]
    return Outline(
        id=properties.get("place") or properties.get("state", ""),
        state=at.state if at else properties.get("state", ""),
        name=properties.get("name", ""),
        rings=tuple(_ring(ring, arcs) for polygon in polygons for ring in polygon),
    )


def _ring(numbers: list[int], arcs: list[Ring]) -> Ring:
    """Arcs joined end to end; a number below zero is an arc backwards (TopoJSON)."""
    found: list[Position] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        found += arc[1:] if found else arc
    return tuple(found)


def _crosses(ring: Ring, longitude: float, latitude: float) -> bool:
    """Whether a ray to the east crosses the ring an odd number of times."""
    is_inside = False
    for (x, y), (other_x, other_y) in pairwise(ring):
        if (y > latitude) != (other_y > latitude):
            at = x + (latitude - y) * (other_x - x) / (other_y - y)
            is_inside ^= at > longitude
    return is_inside
