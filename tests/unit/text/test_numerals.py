"""Numbers in figures and words, as long as they go and no further."""

from fractions import Fraction

import pytest

from habeas.reference.quantity_words import quantity_words
from habeas.text.numerals import compile_numerals, number_at

WORDS = quantity_words("en").numerals


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,450", 1450),
        ("1,234,567", 1234567),
        ("16 000", 16000),
        ("205.5", Fraction(411, 2)),
        ("1.2 thousand", 1200),
        ("2 and a half thousand", 2500),
        ("twenty-three", 23),
        ("two hundred and five", 205),
        ("one hundred and five thousand two hundred and six", 105206),
        ("three million two hundred thousand", 3200000),
        ("a hundred", 100),
        ("fifteen hundred", 1500),
        ("two dozen", 24),
        ("half a million", 500000),
        ("one and a half", Fraction(3, 2)),
        ("zero", 0),
    ],
)
def test_a_number_has_its_value(text: str, value: Fraction) -> None:
    number = number_at(text, 0, WORDS)
    assert number is not None
    assert number.value == value
    assert number.end == len(text)


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("two three", "two"),
        ("thirty twenty", "thirty"),
        ("five hundred and", "five hundred"),
        ("five and six", "five"),
        ("two thousand three thousand", "two thousand three"),
        ("seven-member", "seven"),
        ("1,450, 33", "1,450"),
        ("20 men", "20"),
        ("five\n\nhundred", "five"),
    ],
)
def test_a_number_ends_where_the_next_word_is_none_of_it(text: str, taken: str) -> None:
    number = number_at(text, 0, WORDS)
    assert number is not None
    assert text[: number.end] == taken


@pytest.mark.parametrize(
    "text", ["a house", "15.02.2021", "1,2,3", "seventh", "and", "", "10:30", "9" * 5000]
)
def test_what_is_no_number(text: str) -> None:
    assert number_at(text, 0, WORDS) is None


def test_a_value_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="many"):
        compile_numerals(
            numbers={"many": "many"},
            multipliers={},
            articles=[],
            joints=[],
            half=[],
            half_of=[],
        )
