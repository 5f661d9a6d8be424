"""How many, in which words, and as part of what; and numbers that count nothing."""

import pytest

from habeas.model.quantity import Qualifier
from habeas.reference.quantity_words import quantity_words
from habeas.text.quantities import QuantityFound, find_quantities

WORDS = quantity_words("en")


def found(text: str) -> list[QuantityFound]:
    return find_quantities(text, WORDS)


def words(text: str) -> list[str]:
    return [each.quantity.words for each in found(text)]


def test_the_words_are_those_of_the_text_with_their_hedge() -> None:
    text = "A list of “more than 1,450” prisoners – 16\u00a0000 names – grew by two\ndozen."
    assert words(text) == ["more than 1,450", "16\u00a0000", "two\ndozen"]
    for each in found(text):
        assert text[each.span.start : each.span.end] == each.quantity.words


def test_a_mark_that_opens_inside_the_words_is_closed_inside_them() -> None:
    assert words("at least “70” people") == ["at least “70”"]
    assert words("a list of “at least 70” people") == ["at least 70"]


def test_a_hedge_bounds_the_number() -> None:
    (each,) = found("no fewer than 30 were taken")
    assert (each.quantity.low, each.quantity.high) == (30, None)
    assert each.quantity.qualifier is Qualifier.AT_LEAST


def test_part_of_a_count_knows_the_words_and_the_whole() -> None:
    text = "More than 100 people were held, of whom 33 are women and 5 of them ill."
    whole, women, ill = found(text)
    assert whole.of_whom is None
    for part, said in ((women, "of whom"), (ill, "of them")):
        assert part.of_whom is not None
        assert text[part.of_whom.start : part.of_whom.end] == said
        assert part.whole == whole.span


def test_a_part_may_stand_before_its_whole() -> None:
    text = "33 of the 120 were freed"
    part, whole = found(text)
    assert part.whole == whole.span
    assert whole.of_whom is None


def test_a_part_whose_whole_is_not_in_sight_is_still_a_part() -> None:
    (part,) = found("Of these, 5 of them are ill.")
    assert part.of_whom is not None
    assert part.whole is None


def test_only_the_asked_stretch_is_searched_and_offsets_are_those_of_the_text() -> None:
    text = "40 men came. 116 of them left. 3 stayed."
    (part,) = find_quantities(text, WORDS, start=13, end=30)
    assert part.quantity.words == "116"
    assert part.span.start == 13


@pytest.mark.parametrize(
    "text",
    [
        "Olha Petrenko, 36, and Ivan Bondar (41), aged 41, a 36-year-old",
        "under Articles 205.5(2), 278 and 30(1), part 2, para. 3 and Section 5",
        "for 12 and 15 years, 8 years and 6 months, or 24 hours",
        "Resolution 68/262; No. 5; room 7; colony 10; cell 12; № 3; #4",
        "$5 million, €20, 500 euros, 30,000 roubles, UAH 100, 45% and 12 per cent",
        "at 10:30, 9 a.m. and 10 o'clock on 3 March, March 4, May 5, 2021 and 15.02.2021",
        "+380 44 238 20 14 or (044) 238-20-14",
        "the 15th and the twenty-first; two-thirds; 1/3; a 3-1 vote; 3.5; COVID-19; G7; 9/11",
        "in 2014, since 2016 and about 2002",
        "one another, no one, one of the worst, one day",
        "1. Olha Petrenko\n2) Ivan Bondar\n(3) Petro Sova",
        "twice, a third, several years, dozens of times, thousands of kilometres",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("In 2021 2000 people left", ["2000"]),
        ("In Melnyk, 36 were held.", ["36"]),
        ("On 15 May 2023, 33 were freed, 5 died.", ["33", "5"]),
        ("Part 2 of 278 people", ["278"]),
        ("12 years for 3 men", ["3"]),
        ("Of 40 at least 5 left", ["40", "at least 5"]),
    ],
)
def test_what_counts_is_found_beside_what_does_not(text: str, wanted: list[str]) -> None:
    assert words(text) == wanted
