"""Outlines and positions: what is drawn where, and whose it is in law."""

from itertools import pairwise

import pytest

from habeas.model.place import PlaceKind
from habeas.reference.coordinates import position
from habeas.reference.outlines import outline, outlines
from habeas.reference.places import around, place, places

SIMFEROPOL, KERCH, SEVASTOPOL = (34.11, 44.95), (36.2, 45.3), (33.6, 44.6)


@pytest.mark.parametrize("at", [SIMFEROPOL, KERCH, SEVASTOPOL])
def test_crimea_is_drawn_as_ukraine_and_not_as_russia(at: tuple[float, float]) -> None:
    holders = {one.state for one in outlines() if one.holds(*at)}
    assert holders == {"UA"}


def test_each_region_of_ukraine_has_an_outline_of_its_own() -> None:
    regions = {one.id for one in outlines() if one.state == "UA"}
    assert len(regions) == 27
    assert all(place(one) for one in regions)
    assert outline("UA") is None


@pytest.mark.parametrize("one", outlines(), ids=lambda one: one.id or one.name)
def test_every_ring_of_an_outline_ends_where_it_began(one: object) -> None:
    rings = one.rings  # type: ignore[attr-defined]
    assert rings
    assert all(ring[0] == ring[-1] and len(ring) > 3 for ring in rings)


def test_an_outline_holds_what_lies_in_it_and_leaves_its_holes_out() -> None:
    around_lesotho = outline("ZA")
    assert around_lesotho
    assert around_lesotho.holds(25.0, -30.0)
    assert not around_lesotho.holds(28.2, -29.5)
    west, south, east, north = around_lesotho.box
    assert west < 25.0 < east
    assert south < -30.0 < north


def test_no_outline_jumps_over_the_map() -> None:
    steps = [
        abs(one[0] - other[0])
        for area in outlines()
        for ring in area.rings
        for one, other in pairwise(ring)
    ]
    assert max(steps) < 30


def test_every_position_lies_in_the_state_the_place_belongs_to_in_law() -> None:
    astray = {}
    for one in places():
        at = position(one.id)
        areas = [each for each in outlines() if each.state == one.state]
        if at and not any(each.is_near(at.longitude, at.latitude) for each in areas):
            astray[one.id] = at
    assert not astray


def test_every_position_in_ukraine_lies_in_its_region() -> None:
    astray = {}
    for one in places():
        at = position(one.id)
        area = next((found for each in around(one) if (found := outline(each.id))), None)
        if at and area and not area.is_near(at.longitude, at.latitude):
            astray[one.id] = at
    assert astray.keys() <= {"ua-slavutych"}  # it lies outside of the region it belongs to


def test_what_stands_in_a_town_lies_where_the_town_does() -> None:
    town = position("ua-crimea-kerch")
    assert town == position("ua-crimea-kerch-colony-2") == position("ua-crimea-kerch/colony-9")


@pytest.mark.parametrize("identity", ["ua-crimea", "UA", "xx-nowhere", "ua-donetsk-occupied"])
def test_a_region_and_what_is_not_known_have_no_position(identity: str) -> None:
    assert position(identity) is None


def test_nearly_every_settlement_has_a_position() -> None:
    towns = [one for one in places() if one.kind is PlaceKind.SETTLEMENT]
    assert sum(position(one.id) is not None for one in towns) > 0.95 * len(towns)
