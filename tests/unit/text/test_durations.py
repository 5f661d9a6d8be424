"""Lengths of time where they stand."""

import pytest

from habeas.reference.quantity_words import duration_words
from habeas.text.durations import find_durations

WORDS = duration_words("en")


def found(text: str) -> list[tuple[str, str]]:
    return [
        (str(duration), text[span.start : span.end])
        for duration, span in find_durations(text, WORDS)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "sentenced to 8 years and 6 months in a colony and 15\u00a0days of arrest",
            [("P8Y6M", "8 years and 6 months"), ("P15D", "15\u00a0days")],
        ),
        ("an eight-year sentence", [("P8Y", "eight-year")]),
        ("three and a half years", [("P3Y6M", "three and a half years")]),
        ("from 12 to 15 years", [("P12Y", "12"), ("P15Y", "15 years")]),
        ("six months and two years", [("P6M", "six months"), ("P2Y", "two years")]),
        ("72 hours, 2 months", [("PT72H", "72 hours"), ("P2M", "2 months")]),
        ("1,000 days", [("P1000D", "1,000 days")]),
        ("4.25 years", [("P4Y3M", "4.25 years")]),
    ],
)
def test_a_length_stands_where_it_says(text: str, wanted: list[tuple[str, str]]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "a 36-year-old, 36 years old, aged 36 years",
        "two years ago; three days later",
        "life; for years; the year 2014; 12 men",
        "twice a year; every two weeks; over the past two years",
        "1.5 months; 0 years",
        "by 2014 years had passed",
    ],
)
def test_what_is_no_length_or_none_that_can_be_written(text: str) -> None:
    assert found(text) == []


def test_only_the_asked_stretch_is_searched() -> None:
    text = "12 years, then 5 days"
    ((duration, span),) = find_durations(text, WORDS, start=10)
    assert str(duration) == "P5D"
    assert text[span.start : span.end] == "5 days"


def test_a_length_longer_than_any_penalty_is_none() -> None:
    assert found("1000 thousand years") == []
