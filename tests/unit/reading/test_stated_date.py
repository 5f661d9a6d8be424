"""Dates that containers state are read in the forms that leave no doubt."""

import pytest

from habeas.reading.stated_date import stated_date


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2021-02-15", "2021-02-15"),
        ("2021-02-15T10:30:00+02:00", "2021-02-15"),
        ("2021-02-15 10:30:00.123 UTC", "2021-02-15"),
        ("2021/02/15", "2021-02-15"),
        ("20210215", "2021-02-15"),
        ("2021-02", "2021-02"),
        ("15.02.2021", "2021-02-15"),
        ("15.2.2021, 10:30", "2021-02-15"),
        ("15/02/2021", "2021-02-15"),
        ("02/15/2021", "2021-02-15"),
        ("Mon, 15 Feb 2021 10:30:00 GMT", "2021-02-15"),
        ("15th February 2021", "2021-02-15"),
        ("Monday, February 15th, 2021 at 10:30 a.m.", "2021-02-15"),
        ("Feb. 15, 2021", "2021-02-15"),
        ("15 лютого 2021 року", "2021-02-15"),
        ("15 лютого 2021, 10:30", "2021-02-15"),
        ("15 февраля 2021 г.", "2021-02-15"),
        ("1 мая 2021 в 09:00", "2021-05-01"),
        ("1 марта 2021", "2021-03-01"),
        ("1 июня 2021", "2021-06-01"),
        ("1 травня 2021", "2021-05-01"),
        ('"2021-02-15"', "2021-02-15"),
    ],
)
def test_a_written_date_is_read(words: str, date: str) -> None:
    found = stated_date(words)
    assert found is not None
    assert found.text == date


@pytest.mark.parametrize(
    "words",
    [
        "", "2021", "03/04/2021", "2021-13-01", "2021-02-31", "15.02.21", "yesterday",
        "15 Foo 2021", "2021-02-15 was a Monday", "1234567890", "9" * 5000, "２０２１-02-15",
    ],
)  # fmt: skip
def test_what_leaves_a_doubt_is_no_date(words: str) -> None:
    assert stated_date(words) is None
