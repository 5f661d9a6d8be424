"""Two names side by side: what agrees, what speaks against it, and when nothing can be said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.resolution.compare.likeness import Likeness, likeness
from habeas.resolution.compare.names import Given, NameLevels, Patronymic, compare_names
from habeas.resolution.names.parts import parse
from habeas.resolution.names.words import word

NAMES = st.sampled_from(
    [
        "Левко Гнатишин",
        "Hnatyshyn Levko Orestovych",
        "Гнатишин Л. О.",
        "Олена Бачинська",
        "Бачинский Пётр Ильич",
        "Kuzmenko, Mykola",
        "Николай Кузьменко",
        "Дж. Ремзієв",
        "Ремзієв",
        "康明凯",
        "N.N.",
        "",
    ]
)


def levels(one: str, other: str) -> NameLevels:
    found = compare_names(parse(one), parse(other))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Микола Кузьменко", "Николай Кузьменко"),
        ("Микола Кузьменко", "Nikolai Kuzmenko"),
        ("Олег Гнатишин", "Oleh Hnatyshyn"),
        ("Володимир Кузьменко", "Uladzimir Kuzmenka"),
        ("Сергій Бачинський", "Сергей Бачинский"),
        ("Andriy Kuzmenko", "Андрей Кузьменко"),
        ("Осман Ремзієв", "Osman Remziyev"),
    ],
)
def test_one_name_in_two_languages_is_the_same_name(one: str, other: str) -> None:
    found = levels(one, other)
    assert found.given in (Given.SAME_NAME, Given.SAME)
    assert found.surname is not None
    assert found.surname >= Likeness.SAME_CONSONANTS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Валентин Кузьменко", "Валентина Кузьменко"),
        ("Иванов Александр", "Иванова Александра"),
        ("Євген Гнатишин", "Євгенія Гнатишин"),
        ("Oleksandr Kuzmenko", "Oleksandra Kuzmenko"),
        ("Юлій Коваль", "Юлія Коваль"),
    ],
)
def test_two_sexes_are_told_apart(one: str, other: str) -> None:
    assert levels(one, other).other_sex


def test_an_initial_that_can_stand_for_the_name_is_no_contradiction() -> None:
    found = levels("Кузьменко М. П.", "Николай Петрович Кузьменко")
    assert (found.given, found.patronymic) == (Given.INITIAL, Patronymic.INITIAL)


def test_an_initial_may_be_of_the_name_in_the_other_language() -> None:
    assert levels("Кузьменко Г.", "Анна Кузьменко").given is Given.INITIAL


def test_an_initial_of_another_name_speaks_against() -> None:
    assert levels("Кузьменко О. В.", "Петро Кузьменко").given is Given.OTHER_INITIAL


def test_brothers_share_all_but_the_given_name() -> None:
    found = levels("Гнатишин Левко Орестович", "Гнатишин Назар Орестович")
    assert found.given is Given.DIFFERENT
    assert found.patronymic is Patronymic.SAME
    assert found.surname is Likeness.SAME


def test_two_fathers_speak_against() -> None:
    found = levels("Гнатишин Левко Орестович", "Гнатишин Левко Іванович")
    assert found.patronymic is Patronymic.DIFFERENT


def test_fathers_are_one_across_languages() -> None:
    found = levels("Гнатишин Левко Миколайович", "Гнатишин Лев Николаевич")
    assert found.patronymic is Patronymic.SAME


def test_a_name_written_crosswise_is_seen() -> None:
    assert levels("Zorvan Tilek", "Tilek Zorvan").is_swapped


def test_nothing_is_said_of_a_missing_part() -> None:
    found = levels("Гнатишин", "Левко Гнатишин")
    assert (found.given, found.patronymic) == (Given.MISSING, Patronymic.MISSING)


@pytest.mark.parametrize(("one", "other"), [("康明凯", "Michael Korv"), ("N.N.", "N.N."), ("", "")])
def test_what_cannot_be_read_is_not_compared(one: str, other: str) -> None:
    assert compare_names(parse(one), parse(other)) is None


@given(NAMES, NAMES)
def test_the_order_of_the_two_does_not_matter(one: str, other: str) -> None:
    there = compare_names(parse(one), parse(other))
    back = compare_names(parse(other), parse(one))
    assert (there and there.signs()) == (back and back.signs())


@given(st.text(max_size=12), st.text(max_size=12))
def test_likeness_is_the_same_both_ways(one: str, other: str) -> None:
    assert likeness(word(one), word(other)) is likeness(word(other), word(one))
