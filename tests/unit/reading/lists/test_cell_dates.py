"""Dates as they are typed into tables."""

import pytest

from habeas.reading.lists.cell_dates import dates_of
from habeas.reading.lists.cell_text import Piece


def read(text: str, *, is_birth: bool = False) -> list[str]:
    return [date.date.text for date in dates_of(Piece(text, 0), is_birth=is_birth).dates]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2019", "2019"), ("2019 р.", "2019"), ("1991 г.р.", "1991"), ("2020?", "2020?"),
        ("~2020", "2020~"), ("бл. 2020", "2020~"), ("about 2002", "2002~"), ("до 2014", "../2014"),
        ("після 01.02.2020", "2020-02-01/.."), ("осінь 2020", "2020-23"),
        ("12.03.21", "2021-03-12"),
        ("12.2021", "2021-12"), ("25/03/2021", "2021-03-25"), ("12/25/2021", "2021-12-25"),
        ("2021-03-04 00:00:00", "2021-03-04"), ("xx.8.1944", "1944-08"), ("00.00.1980", "1980"),
        ("березень 2022", "2022-03"), ("март 2022 г.", "2022-03"), ("12 березня", "XXXX-03-12"),
        ("2014-2016", "2014/2016"), ("03.25.2021", "2021-03-25"), ("12-Mar-2021", "2021-03-12"),
        ("5/5/2021", "2021-05-05"), ("2019-05-00", "2019-05"), ("c. 2018", "2018~"),
        ("early May 2019", "2019-05-01/2019-05-10~"), ("March 2019", "2019-03"),
        ("14.мар.2019", "2019-03-14"), ("14 бер. 2019", "2019-03-14"), ("янв. 2020", "2020-01"),
    ],
)  # fmt: skip
def test_a_date_is_kept_as_finely_as_it_stands(text: str, date: str) -> None:
    assert read(text) == [date]
    assert not dates_of(Piece(text, 0)).doubt


@pytest.mark.parametrize(
    ("text", "kept", "doubt"),
    [
        ("03/04/2021", ["2021"], "either way"),
        ("3/4/21", ["2021"], "either way"),
        ("44197", [], "perhaps 2021-01-01, or 2025-01-02 counted from 1904"),
        ("1900-01-05", [], "number 5"),
        ("МАР.14", [], "its day or its year"),
        ("14-Mar", [], "its day or its year"),
        ("14.бер", [], "its day or its year"),
        ("1905-07-11", [], "number 2019"),
        ("31.02.2021", [], "no such day"),
        ("Mar-21", [], "its day or its year"),
        ("травень-червень 2020", ["2020"], "first half"),
    ],
)
def test_what_can_be_read_two_ways_is_a_doubt_and_no_guess(
    text: str, kept: list[str], doubt: str
) -> None:
    assert read(text) == kept
    assert doubt in dates_of(Piece(text, 0)).doubt


def test_a_birth_on_a_day_that_a_program_makes_of_a_year_is_kept_and_doubted() -> None:
    assert read("1905-06-12", is_birth=True) == ["1905-06-12"]
    assert "number 1990" in dates_of(Piece("1905-06-12", 0), is_birth=True).doubt


def test_two_digits_of_a_birth_year_are_supplied_only_where_one_century_fits() -> None:
    assert read("12.03.85", is_birth=True) == ["1985-03-12"]
    assert read("12.03.21", is_birth=True) == ["XXXX-03-12"]
    assert "century" in dates_of(Piece("12.03.21", 0), is_birth=True).doubt


def test_a_date_says_where_in_the_cell_it_stands_and_what_stands_beside_it() -> None:
    found = dates_of(Piece("12.03.2021, Simferopol", 100))
    assert found.rest == "Simferopol"
    span = found.dates[0].span
    assert span is not None
    assert (span.start, span.end) == (100, 110)
