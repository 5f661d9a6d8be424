"""Names taken apart, in whatever order and script they come."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.resolution.names.parts import parse


@pytest.mark.parametrize(
    ("text", "surname", "first", "patronymic", "initials"),
    [
        ("Левко Гнатишин", "Гнатишин", "Левко", "", ""),
        ("Гнатишин Степан Орестович", "Гнатишин", "Степан", "Орестович", ""),
        ("Степан Орестович Гнатишин", "Гнатишин", "Степан", "Орестович", ""),
        ("Гнатишин С. О.", "Гнатишин", "", "", "С. О."),
        ("Гнатишин С.О.", "Гнатишин", "", "", "С. О."),
        ("С. О. Гнатишин", "Гнатишин", "", "", "С. О."),
        ("Yu. Hnatyshyn", "Hnatyshyn", "", "", "Yu."),
        ("Дж. Ремзієв", "Ремзієв", "", "", "Дж."),
        ("Гнатишин, Степан Орестович", "Гнатишин", "Степан", "Орестович", ""),
        ("ГНАТИШИН Степан", "ГНАТИШИН", "Степан", "", ""),
        ("Stepan Orestovych Hnatyshyn", "Hnatyshyn", "Stepan", "Orestovych", ""),
        ("пан Степан Гнатишин", "Гнатишин", "Степан", "", ""),
        ("Dr. Stepan Hnatyshyn", "Hnatyshyn", "Stepan", "", ""),
        ("Степан «Сокіл» Гнатишин", "Гнатишин", "Степан", "", ""),
        ("Мамед Алиев Ахмед оглы", "Алиев", "Мамед", "Ахмед", ""),
        ("Jan van der Berg", "van der Berg", "Jan", "", ""),
        ("Гнатишин", "Гнатишин", "", "", ""),
    ],
)
def test_parts_are_told_from_one_another(
    text: str, surname: str, first: str, patronymic: str, initials: str
) -> None:
    name = parse(text)
    assert [one.text for one in name.surname] == surname.split()
    assert [one.text for one in name.given] == first.split()
    assert [one.text for one in name.patronymic] == patronymic.split()
    assert [one.text for one in name.initials] == initials.split()
    assert name.text == text


def test_a_nickname_is_kept_apart() -> None:
    assert parse("Степан (Сокіл) Гнатишин").nicknames == ("Сокіл",)


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("Степан Гнатишин", "male"),
        ("Орися Гнатишин", "female"),
        ("Валентина Коваль", "female"),
        ("Валентин Коваль", "male"),
        ("Коваль Саша Петрівна", "female"),
        ("Бачинська", "female"),
        ("Коваль", ""),
    ],
)
def test_the_sex_is_what_the_parts_tell(text: str, sex: str) -> None:
    assert parse(text).sex == sex


@pytest.mark.parametrize("text", ["N.N.", "невідомо", "Unknown", "", "  ", "123", "—", "n/a"])
def test_no_name_is_made_of_what_says_that_nobody_knows(text: str) -> None:
    assert parse(text).is_unknown


def test_a_name_in_an_unread_script_is_kept_and_marked() -> None:
    name = parse("康明凯")
    assert not name.is_readable
    assert not name.is_unknown
    assert name.text == "康明凯"


def test_marks_that_turn_the_direction_change_nothing() -> None:
    assert parse("\u202eСтепан Гнатишин\u202c").surname == parse("Степан Гнатишин").surname


@given(st.text(max_size=60))
def test_anything_can_be_taken_apart_and_nothing_is_lost(text: str) -> None:
    assert parse(text).text == text


@given(st.lists(st.text(alphabet="АБВабв. ,'-()«»", max_size=8), max_size=6))
def test_words_of_a_name_all_stand_somewhere(pieces: list[str]) -> None:
    name = parse(" ".join(pieces))
    stands = {one.text for one in (*name.words, *name.initials)}
    assert all(text.strip(".") for text in stands)
