"""What holds for dates of every form."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from habeas.model.errors import NotYetArrested, ValueMalformed
from habeas.model.partial_date import Granularity, PartialDate, days_held, from_day
from tests.strategies import partial_dates

DAYS = st.dates(date(1890, 1, 1), date(2120, 1, 1))
ANY_TEXT = st.text("0123456789X-/.~?%T:Z+ x٣", max_size=24) | st.text(max_size=12)


def days_within(known: PartialDate) -> st.SearchStrategy[date]:
    """Days the digits of a date allow; no example where it has no two ends."""
    assume(known.earliest is not None and known.latest is not None)
    return st.dates(known.earliest or date.min, known.latest or date.max)


@given(partial_dates())
def test_the_first_day_is_never_after_the_last(known: PartialDate) -> None:
    if known.earliest is not None and known.latest is not None:
        assert known.earliest <= known.latest
    assert PartialDate(known.text) == known
    assert str(known) == known.text


@given(ANY_TEXT)
def test_any_text_is_a_date_kept_as_written_or_refused(text: str) -> None:
    try:
        known = PartialDate(text)
    except ValueMalformed:
        return
    assert known.text == text
    assert known.granularity in Granularity


@given(partial_dates(), partial_dates())
def test_of_two_dates_at_most_one_is_before_the_other(one: PartialDate, two: PartialDate) -> None:
    if one.is_before(two):
        assert two.is_before(one) is False
        assert one != two


@given(partial_dates(), partial_dates())
def test_what_is_before_does_not_overlap(one: PartialDate, two: PartialDate) -> None:
    overlaps = one.overlaps(two)
    assert overlaps == two.overlaps(one)
    if one.is_before(two) or two.is_before(one):
        assert overlaps is False
    if overlaps is False:
        assert (one.is_before(two), two.is_before(one)) in {(True, False), (False, True)}


@given(partial_dates(), partial_dates(), st.data())
def test_a_verdict_holds_for_every_day_the_digits_allow(
    one: PartialDate, two: PartialDate, data: st.DataObject
) -> None:
    first, second = data.draw(days_within(one)), data.draw(days_within(two))
    if one.is_before(two) is not None:
        assert one.is_before(two) == (first < second)
    if first == second:
        assert one.overlaps(two)


@given(partial_dates(), partial_dates(), partial_dates())
def test_being_before_carries_over_dates_of_one_zone(
    one: PartialDate, two: PartialDate, three: PartialDate
) -> None:
    assume("T" not in one.text + two.text + three.text)
    if one.is_before(two) and two.is_before(three):
        assert one.is_before(three)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[PartialDate, PartialDate]:
    """Two dates, the second often a coarser form of the first."""
    one, two = draw(partial_dates()), draw(partial_dates())
    if one.earliest is None:
        return one, two
    year, month, _ = one.earliest.isoformat().split("-")
    coarser = [f"{year}-{month}", year, f"{year[:3]}X", f"../{year}", f"{year}/..", f"{year}~"]
    return one, draw(st.sampled_from([two, *map(PartialDate, coarser)]))


@given(pairs())
def test_what_refines_lies_within_and_is_not_refined_back(
    pair: tuple[PartialDate, PartialDate],
) -> None:
    one, two = pair
    if not one.refines(two):
        return
    assert not two.refines(one)
    assert one.overlaps(two)
    assert two.earliest is None or (one.earliest is not None and two.earliest <= one.earliest)
    assert two.latest is None or (one.latest is not None and one.latest <= two.latest)


@given(DAYS)
def test_a_day_refines_its_month_its_year_and_nothing_else_of_its_size(day: date) -> None:
    known = from_day(day)
    assert known.day == known.earliest == known.latest == day
    assert known.refines(PartialDate(f"{day:%Y-%m}"))
    assert known.refines(PartialDate(f"{day:%Y}"))
    assert not known.refines(from_day(day + timedelta(days=1)))


@given(partial_dates(), DAYS)
def test_the_least_days_are_never_more_than_the_most(arrested: PartialDate, until: date) -> None:
    if arrested.earliest is None or arrested.latest is None:
        with pytest.raises(ValueMalformed):
            days_held(arrested, until)
        return
    try:
        least, most = days_held(arrested, until)
    except NotYetArrested:
        assert until < arrested.earliest
        return
    assert 0 <= least <= most
    assert most >= 1


@given(partial_dates(), st.integers(0, 4000), st.data())
def test_the_days_truly_held_lie_between_least_and_most(
    arrested: PartialDate, later: int, data: st.DataObject
) -> None:
    truly = data.draw(days_within(arrested))
    until = truly + timedelta(days=later)
    least, most = days_held(arrested, until)
    assert least <= later + 1 <= most
