"""Names taken apart, in whatever order and script they come."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.resolution.compare.names import compare_names
from habeas.resolution.names.parts import parse, variants


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
    assert parse("Степан (Сокіл) Гнатишин").beside.nicknames == ("Сокіл",)


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


@pytest.mark.parametrize(
    ("text", "surname", "first", "titles"),
    [
        ("отець Степан", "", "Степан", "отець"),
        ("Father Stepan Hnatyshyn", "Hnatyshyn", "Stepan", "Father"),
        ("Mullah Omar Rahimi", "Rahimi", "Omar", "Mullah"),
        ("Патріарх Гнатишин", "Гнатишин", "", "Патріарх"),
        ("Stepan Bishop", "Bishop", "Stepan", ""),
        ("Bishop, Stepan", "Bishop", "Stepan", ""),
        ("Гнатишин Степан, адвокат", "Гнатишин", "Степан", "адвокат"),
    ],
)
def test_titles_are_kept_and_are_no_part_of_the_name(
    text: str, surname: str, first: str, titles: str
) -> None:
    name = parse(text)
    assert [one.text for one in name.surname] == surname.split()
    assert [one.text for one in name.given] == first.split()
    assert name.beside.titles == tuple(titles.split())


@pytest.mark.parametrize(
    "text",
    [
        "Орися Гнатишин (дівоче прізвище Бачинська)",
        "Орися Гнатишин, уроджена Бачинська",
        "Орися Гнатишин (урожд. Бачинська)",
        "Орися Гнатишин у дівоцтві Бачинська",
        "Орися Гнатишин née Бачинська",
    ],
)
def test_a_surname_once_borne_is_kept_beside_the_name(text: str) -> None:
    name = parse(text)
    assert [one.text for one in name.surname] == ["Гнатишин"]
    assert [one.text for one in name.beside.former] == ["Бачинська"]
    assert [one.surname[0].text for one in variants(name)] == ["Гнатишин", "Бачинська"]


def test_a_name_in_religion_is_another_name_of_the_same_person() -> None:
    monk = parse("Степан Гнатишин, в чернецтві Лаврентій")
    assert monk.beside.religious == ("Лаврентій",)
    bishop = parse("Єпископ Лаврентій (у миру Степан Гнатишин)")
    assert bishop.beside.worldly == ("Степан Гнатишин",)
    assert variants(bishop)[1].surname == monk.surname


@pytest.mark.parametrize(
    "text",
    [
        "Степан Гнатишин, позивний «Сокіл»",
        "Степан 'Сокіл' Гнатишин",
        "Степан [Сокіл] Гнатишин",
        "Степан Гнатишин alias Сокіл",
    ],
)
def test_nicknames_are_kept_however_they_are_marked(text: str) -> None:
    name = parse(text)
    assert name.beside.nicknames == ("Сокіл",)
    assert {one.text for one in name.words} == {"Степан", "Гнатишин"}


@pytest.mark.parametrize(
    ("text", "generation"),
    [("Stepan Hnatyshyn Jr.", "junior"), ("Степан Гнатишин ст.", "senior"), ("Ст. Гнатишин", "")],
)
def test_the_younger_and_the_elder_are_told_apart(text: str, generation: str) -> None:
    assert parse(text).beside.generation == generation


def test_a_digit_inside_a_word_leaves_it_unread_and_one_behind_it_is_a_footnote() -> None:
    assert not parse("Гн4тишин Степан").is_readable
    assert parse("Гнатишин12 Степан").surname == parse("Гнатишин Степан").surname
    assert parse("Степан Гнатишин 1985").surname == parse("Гнатишин Степан").surname


def test_letters_of_another_script_that_look_alike_are_put_right() -> None:
    typed = "Степан Гнат\u0069шин".replace("С", "C")  # Latin i and C in Cyrillic words
    plain = parse("Степан Гнатішин")
    found = parse(typed)
    assert found.surname[0].sounds == plain.surname[0].sounds
    assert found.given[0].names == plain.given[0].names


@given(st.text(alphabet="аbвГ.,()\"'[]- \u202e\u200f1", max_size=40), st.integers(0, 3))
def test_no_marks_make_a_name_raise_or_lose_its_text(text: str, times: int) -> None:
    name = parse(text * times)
    assert name.text == text * times
    assert name.is_unknown or name.words or name.initials or not name.is_readable
    assert all(one.text == name.text for one in variants(name)[:1])


def test_a_name_of_ten_thousand_words_takes_no_time_to_speak_of() -> None:
    name = parse(" ".join(["Гнатишин"] * 10_000))
    assert len(name.words) == 10_000
    other = parse(" ".join(["Бачинська"] * 9_999))
    assert compare_names(name, other) is not None
