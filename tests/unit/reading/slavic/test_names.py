"""Names in whatever order and case, and whom a part of a name stands for."""

import pytest

from habeas.model.mention import MentionKind
from habeas.reading.slavic.reader import SlavicReader
from habeas.reading.slavic.sentence import Memory, Piece
from tests.reports import rendition
from tests.slavic_reports import reader


def named(language: str, text: str) -> list[str]:
    """The nominative of each person, in order."""
    return [piece.mention().label for piece in _pieces(reader(language), text)]


def _pieces(of: SlavicReader, text: str) -> list[Piece]:
    made = rendition(text)
    found = of._paragraphs(made, made.paragraphs, Memory())
    every = [piece for parts in found for one in parts for piece in one.pieces]
    return [piece for piece in every if piece.kind is MentionKind.PERSON]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Підсудна Бачинська Орися Федорівна прийшла.", ["Орися Федорівна Бачинська"]),
        ("Судили Ломницького Р. Г. у місті.", ["Р. Г. Ломницький"]),
        ("мого кума Петра К. так само взяли", ["Петро К."]),
        ("Бачив Марту Андріївну Кошелівну.", ["Марта Андріївна Кошелівна"]),
        ("Діброва Ксенія, 62 р., пенсіонерка", ["Ксенія Діброва"]),
        ("Прокурор Тиховський запевняє.", ["Тиховський"]),
        ("У справі Дар’ї Левкович.", ["Дар’я Левкович"]),
        ("Затримали Емір-Усеїна Меметова.", ["Емір-Усеїн Меметов"]),
    ],
)
def test_every_order_of_a_name_gives_its_nominative(text: str, names: list[str]) -> None:
    assert named("uk", text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Заарештували кримського татарина Руслана Меметова.", "Руслан Меметов"),
        ("Затримали журналістку Руслану Меметову.", "Руслана Меметова"),
        ("Руслана Меметова заявила про обшук.", "Руслана Меметова"),
    ],
)
def test_the_words_around_tell_the_sex_of_a_name_that_could_be_both(text: str, name: str) -> None:
    assert named("uk", text) == [name]


def test_a_given_name_alone_is_the_one_person_who_bears_it() -> None:
    assert named("uk", "Ігоря забрали з роботи.\n\nІгор Сливка працює.") == ["Ігор Сливка"] * 2


def test_a_court_a_region_and_a_town_are_no_persons() -> None:
    text = "27 березня Київський райсуд заарештував їх у Стружеві, місто Торжок Тверської області."
    assert named("uk", text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Назначили Зиновию Крайнему пять лет.", "Зиновий Крайний"),
        ("Олесю Бурдыге дали семь лет колонии.", "Олесь Бурдыга"),
        ("Задержали Олю Пантюх.", "Оля Пантюх"),
    ],
)
def test_of_several_nominatives_the_one_that_people_bear_is_meant(text: str, name: str) -> None:
    assert named("ru", text) == [name]


def test_a_station_is_no_person_though_its_words_are_listed_as_names() -> None:
    assert named("uk", "Про це пише Радіо Свобода.") == []
