"""Why two figures differ, told point by point."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.ledger.figures.compare import IS_FAULT, Verdict, compare
from habeas.ledger.figures.definition import Figure, reach
from habeas.ledger.figures.relations import Axis, Relation
from habeas.model.claim import FigureClaim
from habeas.model.codec import claim_id
from habeas.model.notation import parse_one
from habeas.model.quantity import Qualifier, Quantity


def figure(line: str, document: str = "7f3a") -> Figure:
    claim = parse_one(f'{line}\n    from {document}:0-5 -- "count"')
    assert isinstance(claim, FigureClaim)
    return Figure(claim_id(claim), claim)


def verdict(one: str, other: str, *beside: str) -> Verdict:
    return compare(figure(one), figure(other), [figure(line) for line in beside]).verdict


HELD = "2021-02 figure:held quantity=exact:109 basis=current"


def test_a_round_number_agrees_with_what_lies_within_its_room() -> None:
    assert verdict(HELD, "2021-02 figure:held quantity=about:100 basis=current") is Verdict.ROUNDED
    assert verdict(HELD, "2021-02 figure:held quantity=about:90 basis=current") is (
        Verdict.CONTRADICT
    )


def test_the_same_count_of_one_month_with_two_numbers_is_a_contradiction() -> None:
    assert verdict(HELD, HELD.replace("109", "114")) is Verdict.CONTRADICT
    assert verdict(HELD, HELD) is Verdict.AGREE


def test_all_ever_prosecuted_can_be_more_than_those_held_now() -> None:
    ever = "2021-02 figure:persecuted quantity=exact:230 basis=cumulative since=2014"
    found = compare(figure(HELD), figure(ever))
    assert found.verdict is Verdict.DEFINED
    assert found.gap == (-121, -121)
    told = {each.axis: each.relation for each in found.differences}
    assert told[Axis.STATUS] is Relation.NARROWER
    assert told[Axis.BASIS] is Relation.NARROWER


def test_all_ever_prosecuted_cannot_be_fewer_than_those_held_now() -> None:
    ever = "2021-02 figure:persecuted quantity=exact:80 basis=cumulative"
    assert verdict(HELD, ever) is Verdict.AGAINST


def test_a_part_of_the_territory_holds_no_more_than_the_whole() -> None:
    wide = '2021-02 figure:held quantity=exact:109 territory="Crimea" territory="Russia"'
    narrow = '2021-02 figure:held quantity=exact:33 territory="Crimea"'
    assert verdict(wide, narrow) is Verdict.DEFINED
    assert verdict(wide, narrow.replace("33", "133")) is Verdict.AGAINST


def test_a_town_lies_in_its_region_and_in_the_state_it_belongs_to_in_law() -> None:
    crimea = '2021-02 figure:held quantity=exact:33 territory="Crimea"'
    ukraine = '2021-02 figure:held quantity=exact:60 territory="Ukraine"'
    russia = '2021-02 figure:held quantity=exact:60 territory="Russia"'
    assert verdict(crimea, ukraine) is Verdict.DEFINED
    assert verdict(crimea, russia) is Verdict.APART


def test_what_one_leaves_unsaid_is_named_as_the_reason_that_cannot_be_excluded() -> None:
    unsaid = "2021-02 figure:held quantity=exact:60 basis=current"
    assert verdict(f'{HELD} territory="Crimea"', unsaid) is Verdict.UNSAID


def test_people_under_house_arrest_account_for_the_gap_exactly() -> None:
    whole = '2021-06 figure:held quantity=exact:111 speaker="Rights House"'
    prison = '2021-06 figure:held quantity=exact:105 counted=serving speaker="Rights House"'
    house = '2021-06 figure:held quantity=exact:6 counted=house_arrest speaker="Rights House"'
    found = compare(figure(whole), figure(prison), [figure(house)])
    assert found.verdict is Verdict.ACCOUNTED
    assert found.between is not None
    assert found.between.number == 6
    assert compare(figure(whole), figure(prison)).between is None


def test_people_held_and_people_released_are_others() -> None:
    assert verdict(HELD, "2021-02 figure:released quantity=exact:109") is Verdict.APART
    women = '2021-02 figure:held quantity=exact:4 population="women"'
    men = '2021-02 figure:held quantity=exact:38 population="men"'
    assert verdict(women, men) is Verdict.APART


@pytest.mark.parametrize(("later", "expected"), [(240, Verdict.MOVED), (220, Verdict.FELL)])
def test_a_total_of_all_ever_can_only_grow(later: int, expected: Verdict) -> None:
    before = "2021-02 figure:persecuted quantity=exact:230 basis=cumulative"
    after = f"2022-02 figure:persecuted quantity=exact:{later} basis=cumulative"
    assert verdict(before, after) is expected
    assert verdict(after, before) is expected


def test_a_stock_can_move_either_way() -> None:
    assert verdict(HELD, HELD.replace("2021-02", "2022-02").replace("109", "80")) is Verdict.MOVED


def test_two_prosecutions_can_be_of_one_person() -> None:
    persons = "2024 figure:persecuted quantity=exact:320"
    cases = "2024 figure:persecuted quantity=exact:370 unit=prosecution"
    assert verdict(persons, cases) is Verdict.DEFINED
    assert verdict(persons.replace("320", "420"), cases) is Verdict.AGAINST


LINES = st.builds(
    "{} figure:{} quantity={} {} {}".format,
    st.sampled_from(["2021", "2021-02", "2022-03-04", "-"]),
    st.sampled_from(["held", "released", "persecuted", "arrested"]),
    st.sampled_from(["exact:10", "about:100", "at_least:70..", "dozens:24..99", "exact:109"]),
    st.sampled_from(["", "basis=current", "basis=cumulative", "unit=case"]),
    st.sampled_from(["", 'territory="Crimea"', 'territory="Russia"', 'population="women"']),
)


@given(LINES, LINES)
def test_whichever_of_two_is_named_first_the_answer_is_the_same(one: str, other: str) -> None:
    left, right = figure(one), figure(other)
    there, back = compare(left, right), compare(right, left)
    assert there.verdict is back.verdict
    low, high = back.gap
    assert there.gap == (None if high is None else -high, None if low is None else -low)


@given(LINES)
def test_a_figure_is_never_at_fault_against_itself(line: str) -> None:
    assert compare(figure(line), figure(line)).verdict not in IS_FAULT


@given(st.integers(0, 10**6))
def test_about_leaves_room_around_its_number_and_exact_leaves_none(number: int) -> None:
    low, high = reach(Quantity.of(number, Qualifier.ABOUT))
    assert high is not None
    assert low < number < high
    assert reach(Quantity.of(number)) == (number, number)
