"""Faults met in published counts, each retold of invented states: found, or passed where clean."""

import pytest

from habeas.ledger.figures.check import discrepancies
from habeas.ledger.figures.definition import Figure
from habeas.ledger.figures.discrepancy import Discrepancy, DiscrepancyKind
from habeas.model.claim import FigureClaim
from habeas.model.codec import claim_id
from habeas.model.notation import parse


def figures(told: str) -> list[Figure]:
    """Figures in notation, one a line, the evidence supplied; `part_of=N` names a line before."""
    found: list[Figure] = []
    for number, line in enumerate(told.strip().splitlines()):
        written = line.strip()
        if "part_of=" in written:
            written, _, whole = written.partition(" part_of=")
            written += f' subset_of="{found[int(whole)].id}"'
        (claim,) = parse(f'{written}\n    from d{number}:0-5 -- "count"')
        assert isinstance(claim, FigureClaim)
        found.append(Figure(claim_id(claim), claim))
    return found


def found_in(told: str) -> list[tuple[str, int]]:
    return [(one.kind.value, one.off) for one in discrepancies(figures(told))]


def only(told: str) -> Discrepancy:
    (found,) = discrepancies(figures(told))
    return found


CENTRE = 'speaker="Centre for Prisoners"/body'
OFFICE = 'speaker="Ombudsman"/body'
HLIB = 'speaker="Ombudsman Hlib Orest"/person'
GROUP = 'speaker="Rights Group"/body'
MINISTRY = 'speaker="Ministry of Return"/body'
RESOLUTION = 'speaker="Resolution 2231"/instrument'
PAGE = 'via="https://news.test/81"'
CIVILIANS = 'population="civilians"/group'
EVER = "basis=cumulative since=2014"
BOTH = "counted=serving counted=restricted"
CRIMEANS = 'population="Crimeans"/group grounds="political convictions"'
REASONS = 'population="Crimeans"/group grounds="politically motivated" territory="Crimea"'
REGISTERED = 'population="civilian hostages in the register"/group'
DIVIDED = f"division=population {CENTRE} part_of=0"
SINCE = 'basis=cumulative since=2014 population="political prisoners"/group'


def test_parts_that_are_more_than_their_whole_are_found() -> None:
    told = f"""
    2031-01-12 figure:persecuted quantity=exact:164 {SINCE} {CENTRE}
    2031-01-12 figure:held quantity=exact:45 division=status counted=serving {CENTRE} part_of=0
    2031-01-12 figure:other quantity=exact:18 division=status counted=restricted {CENTRE} part_of=0
    2031-01-12 figure:held quantity=exact:44 division=status counted=remand {CENTRE} part_of=0
    2031-01-12 figure:released quantity=exact:32 division=status {CENTRE} part_of=0
    2031-01-12 figure:persecuted quantity=exact:26 division=status {CENTRE} part_of=0
    """
    assert found_in(told) == [("parts_exceed", 1)]


def test_parts_that_are_one_less_than_their_whole_are_found() -> None:
    told = f"""
    2031 figure:persecuted quantity=exact:202 {SINCE} {CENTRE}
    2031 figure:held quantity=exact:99 division=status counted=serving {CENTRE} part_of=0
    2031 figure:other quantity=exact:43 division=status counted=restricted {CENTRE} part_of=0
    2031 figure:released quantity=exact:59 division=status {CENTRE} part_of=0
    """
    assert found_in(told) == [("parts_fall_short", -1)]


def test_parts_that_name_only_some_of_a_whole_are_no_fault() -> None:
    told = f"""
    2031 figure:held quantity=exact:114 basis=current {CENTRE}
    2031 figure:held quantity=exact:74 division=charge {CENTRE} part_of=0
    2031 figure:held quantity=exact:6 division=charge {CENTRE} part_of=0
    """
    assert found_in(told) == []


def test_a_class_counted_within_the_others_is_told_as_an_overlap() -> None:
    told = f"""
    2031 figure:held quantity=exact:275 basis=current {CENTRE}
    2031 figure:held quantity=exact:259 population="men"/group {DIVIDED}
    2031 figure:held quantity=exact:16 population="women"/group {DIVIDED}
    2031 figure:held quantity=exact:1 population="adolescent men"/group {DIVIDED}
    """
    assert found_in(told) == []
    overlap = told.replace('"adolescent men"', '"girls"')
    found = only(overlap)
    assert (found.kind, found.off, found.is_fault) == (DiscrepancyKind.PARTS_OVERLAP, 1, False)


def test_sums_that_fit_by_every_division_pass() -> None:
    told = f"""
    2031 figure:disappeared quantity=exact:42 {CENTRE}
    2031 figure:released quantity=exact:27 division=outcome {CENTRE} part_of=0
    2031 figure:missing quantity=exact:12 division=outcome {CENTRE} part_of=0
    2031 figure:held quantity=exact:2 division=outcome {CENTRE} part_of=0
    2031 figure:killed quantity=exact:1 division=outcome {CENTRE} part_of=0
    2031 figure:disappeared quantity=exact:38 population="men"/group {DIVIDED}
    2031 figure:disappeared quantity=exact:4 population="women"/group {DIVIDED}
    """
    assert found_in(told) == []


def test_one_statement_told_as_now_and_as_ever_since_is_two_meanings() -> None:
    told = f"""
    2031-02-26 figure:held quantity=exact:180 basis=current {HLIB}
    2031-02-26 figure:held quantity=exact:180 {EVER} {HLIB}
    """
    assert found_in(told) == [("two_meanings", 0)]


def test_a_headline_that_calls_people_at_large_held_is_two_meanings() -> None:
    told = f"""
    2031-08-10 figure:held quantity=exact:133 {OFFICE}
    2031-08-10 figure:held quantity=exact:133 {BOTH} {OFFICE}
    2031-08-10 figure:held quantity=exact:112 division=status {OFFICE} part_of=1
    2031-08-10 figure:other quantity=exact:21 division=status counted=restricted {OFFICE} part_of=1
    """
    assert found_in(told) == [("two_meanings", 0)]


def test_counts_of_three_things_in_one_article_are_named_as_such() -> None:
    told = f"""
    2031-12-10 figure:held quantity=at_least:70.. {EVER} {GROUP} {PAGE}
    2031-12-10 figure:held quantity=exact:52 basis=current {GROUP} {PAGE}
    """
    found = only(told)
    assert (found.kind, found.is_fault) == (DiscrepancyKind.SEVERAL_COUNTS, False)


def test_a_misprinted_year_gives_one_year_two_numbers() -> None:
    told = f"""
    2015 figure:held quantity=exact:20 population="political prisoners"/group {GROUP}
    2015 figure:held quantity=exact:41 population="political prisoners"/group {GROUP}
    """
    assert found_in(told) == [("two_numbers", 21)]


def test_two_speakers_at_one_event_who_differ_are_found() -> None:
    told = f"""
    2031 figure:held quantity=exact:81 {CRIMEANS} speaker="first speaker" {PAGE}
    2031 figure:held quantity=about:90 {REASONS} speaker="second speaker" {PAGE}
    """
    assert found_in(told) == [("two_numbers", 9)]


def test_a_total_of_all_ever_released_cannot_fall() -> None:
    told = f"""
    2022-01-12 figure:released quantity=exact:50 {SINCE} {CENTRE}
    2023-03-31 figure:released quantity=exact:49 {SINCE} {CENTRE}
    2024-03-31 figure:released quantity=exact:53 {SINCE} {CENTRE}
    """
    assert found_in(told) == [("total_falls", -1)]


def test_fewer_held_without_a_release_told_is_worth_knowing_and_no_fault() -> None:
    told = f"""
    2023-02-17 figure:held quantity=exact:963 {REGISTERED} {MINISTRY}
    2023-02-28 figure:held quantity=exact:950 {CIVILIANS} {MINISTRY}
    """
    found = only(told)
    assert (found.kind, found.off) == (DiscrepancyKind.STOCK_FALLS, -13)
    assert not found.is_fault


def test_missing_people_who_become_held_people_are_found() -> None:
    told = f"""
    2024-05-15 figure:missing quantity=about:14000 {CIVILIANS} {OFFICE}
    2024-06-29 figure:held quantity=more_than:14001.. {CIVILIANS} {HLIB}
    """
    assert found_in(told) == [("meaning_shifts", 0)]


def test_persons_in_the_headline_and_prosecutions_in_the_text_are_found() -> None:
    told = f"""
    2024-10 figure:persecuted quantity=exact:370 {SINCE} {CENTRE}
    2024-10 figure:persecuted quantity=exact:370 unit=prosecution {SINCE} {CENTRE}
    """
    assert found_in(told) == [("two_meanings", 0)]


def test_a_resolution_under_two_dates_is_found() -> None:
    told = f"""
    2018-06-28 figure:held quantity=at_least:70.. population="Ukrainian citizens"/group {RESOLUTION}
    2018-01-28 figure:held quantity=at_least:70.. population="Ukrainian citizens"/group {RESOLUTION}
    """
    assert found_in(told) == [("two_dates", 0)]


def test_who_came_and_went_must_lead_from_one_stock_to_the_next() -> None:
    told = f"""
    2031-01-01 figure:held quantity=exact:2189 basis=current {CENTRE}
    2031-12-31 figure:held quantity=exact:1572 basis=current {CENTRE}
    2031-12-31 figure:arrested quantity=exact:13 since=2031-01-01 {CENTRE}
    2031-12-31 figure:released quantity=exact:364 since=2031-01-01 {CENTRE}
    """
    found = only(told)
    assert (found.kind.value, found.expected, found.off) == ("stock_and_flow", 1838, -266)
    assert found_in(told.replace("1572", "1838")) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2031-02 figure:held quantity=exact:109", "2031-02 figure:held quantity=exact:9"),
        ("2031-02 figure:held quantity=exact:109", "2031-03 figure:held quantity=exact:112"),
        ("2031-02 figure:held quantity=exact:9", "2031-02 figure:released quantity=exact:9"),
    ],
)
def test_numbers_of_two_asserters_are_not_held_against_each_other(first: str, second: str) -> None:
    told = f'{first} {GROUP}\n{second} speaker="Other House"/body'
    assert found_in(told) == []


def test_numbers_that_say_nothing_of_whom_they_count_contradict_nobody() -> None:
    told = f"""
    2031 figure:released quantity=exact:16 {OFFICE}
    2031 figure:released quantity=exact:40 {OFFICE}
    2031 figure:released quantity=dozens:24..99 population="civilians"/group {OFFICE}
    2031 figure:released quantity=exact:3 population="civilians"/group {OFFICE}
    """
    assert found_in(told) == []
