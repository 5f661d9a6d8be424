"""Who holds a place on a day: no more is said than the date and the dated table allow."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.partial_date import PartialDate, from_day
from habeas.reference.control import Hold, held_on
from habeas.reference.places import controlled, places

DAYS = st.dates(date(2010, 1, 1), date(2026, 1, 1)).map(from_day)
CONTROLLED = [one.id for one in places() if any(c.by != one.state for c in controlled(one))]


@pytest.mark.parametrize(
    ("place", "day", "hold"),
    [
        ("ua-crimea-kerch", "2013-06-01", Hold.OWN),
        ("ua-crimea-kerch", "2014", Hold.UNCLEAR),
        ("ua-crimea-kerch", "2021-02-15", Hold.OCCUPIED),
        ("ua-crimea-simferopol/colony-9", "2021", Hold.OCCUPIED),
        ("RU", "2021", Hold.OWN),
        ("nowhere", "2021", Hold.UNKNOWN),
        ("", "2021", Hold.UNKNOWN),
    ],
)
def test_a_place_is_held_as_the_table_says_of_the_day(place: str, day: str, hold: Hold) -> None:
    assert held_on(place, PartialDate(day)).hold is hold


def test_without_a_day_an_occupied_place_is_unclear_and_another_is_not() -> None:
    assert held_on("ua-crimea-kerch", None).hold is Hold.UNCLEAR
    assert held_on("RU", None).hold is Hold.OWN


def test_what_is_occupied_names_its_source() -> None:
    found = held_on("ua-sevastopol", PartialDate("2020-01-01"))
    assert (found.state, found.by) == ("UA", "RU")
    assert found.control is not None
    assert found.control.source


@given(st.sampled_from(CONTROLLED), DAYS)
def test_a_coarser_date_never_says_another_thing_than_its_day(place: str, day: PartialDate) -> None:
    exact = held_on(place, day)
    year = held_on(place, PartialDate(day.text[:4]))
    # The table itself may know of a day only in which month it lies.
    assert year.hold in (exact.hold, Hold.UNCLEAR)
    assert exact.hold is not Hold.UNKNOWN
