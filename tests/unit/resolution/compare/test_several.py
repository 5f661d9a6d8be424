"""Names of several words: every word counts, articles do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.resolution.compare.likeness import Likeness
from habeas.resolution.compare.names import Given, NameLevels, compare_names
from habeas.resolution.compare.several import core, joined
from habeas.resolution.names.parts import parse


def levels(one: str, other: str) -> NameLevels:
    found = compare_names(parse(one), parse(other))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("AL-ZORVANI, Khalid", "ZORVANI, Khalid"),
        ("AL ZORVANI, Khalid", "AL-ZORVANI, Khalid"),
        ("ZORVANI TILEK, Khalid", "ZORVANI-TILEK, Khalid"),
        ("ZORVANI TILEK, Khalid", "ZORVANI, Khalid"),
    ],
)
def test_articles_and_hyphens_make_no_other_surname(one: str, other: str) -> None:
    surname = levels(one, other).surname
    assert surname is not None
    assert surname >= Likeness.SAME_CONSONANTS


def test_a_second_surname_alone_in_common_is_little() -> None:
    surname = levels("TILEK ZORVANI, Juan", "MORAV ZORVANI, Juan").surname
    assert surname is Likeness.SOMEWHAT


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("ZORVANI, Abdul Rahman", "ZORVANI, Abdul Hadi", Given.DIFFERENT),
        ("ZORVANI, Abdul Rahman", "ZORVANI, Abdulrahman", Given.SAME),
        ("ZORVAN, Moon Chi", "ZORVAN, Moonchi", Given.SAME),
        ("ZORVAN, Moon-chi", "ZORVAN, Moon Chi", Given.SAME),
        ("ZORVANI, Hassan Hussein", "ZORVANI, Adham Hussein", Given.PARTLY),
        ("ZORVANI, Hussein", "ZORVANI, Adham Hussein", Given.PARTLY),
        ("ZORVANI, Adham", "ZORVANI, Adham Hussein", Given.SAME_NAME),
    ],
)
def test_given_names_of_several_words_agree_as_a_whole(one: str, other: str, level: Given) -> None:
    found = levels(one, other).given
    assert found is level or {found, level} == {Given.SAME, Given.SAME_NAME}


def test_all_words_in_another_order_are_the_same_name() -> None:
    assert levels("TILEK, Hassan Zorvan", "ZORVAN, Tilek Hassan").is_swapped


def test_an_article_alone_is_kept() -> None:
    assert core(parse("Al, Khalid").surname) == parse("Al, Khalid").surname


def test_words_written_as_one_sound_as_one() -> None:
    assert (
        joined(parse("Zorvan Tilek, Ali").surname).sounds
        == joined(parse("Zorvan-Tilek, Ali").surname).sounds
    )


WORDS = st.lists(
    st.sampled_from(["Abdul", "Rahman", "al-Zorvani", "Zorvan", "Ali", "Hussein", "Moon", "de"]),
    min_size=1,
    max_size=4,
).map(" ".join)


@given(WORDS, WORDS, WORDS, WORDS)
def test_many_words_compare_the_same_both_ways(
    surname: str, first: str, other_surname: str, other_first: str
) -> None:
    one, other = parse(f"{surname}, {first}"), parse(f"{other_surname}, {other_first}")
    there, back = compare_names(one, other), compare_names(other, one)
    assert (there and there.signs()) == (back and back.signs())
